import { type ReactNode, Suspense, useEffect, useState } from 'react';

interface LoadedWhenOpenedProps {
  opened: boolean;
  /** Draws the sheet, a lazy component. */
  sheet(opened: boolean): ReactNode;
}

/** A sheet whose code is loaded when it is first opened. It stays drawn, so that it closes as it opened. */
export function LoadedWhenOpened({ opened, sheet }: LoadedWhenOpenedProps) {
  const [wanted, setWanted] = useState(opened);
  if (opened && !wanted) setWanted(true);
  return wanted ? (
    <Suspense>
      <FirstClosed opened={opened} sheet={sheet} />
    </Suspense>
  ) : null;
}

/** A dialog notes where the focus was when it goes from closed to open; drawn open, it would give the focus back to nothing. */
function FirstClosed({ opened, sheet }: LoadedWhenOpenedProps) {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => setDrawn(true), []);
  return sheet(opened && drawn);
}
