import { ActionIcon } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Icon } from '../shared/components/Icon.tsx';

/** Gives the wall the whole screen, as for one that hangs in the office; absent where the browser does not allow it. */
export function FullScreenButton() {
  const [isFull, setIsFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => setIsFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const label = isFull ? 'Exit full screen' : 'Full screen';
  const change = () => {
    const changed = isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    // The browser may still refuse; the button then stays as it is.
    changed.catch(() => undefined);
  };
  return (
    <ActionIcon variant="subtle" color="gray" size={32} aria-label={label} title={label} onClick={change}>
      <Icon name="screen" size={18} />
    </ActionIcon>
  );
}
