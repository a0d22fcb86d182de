import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { SettingsAnswer } from '../../../src/contract/settings.ts';
import { callRest } from '../connection/callRest.ts';
import { useHubStatus } from './HubContext.tsx';
import { useSession } from './SessionContext.ts';
import type { WaitLimits } from './times.ts';

/** What a brokerage begins with, and what is shown until its own are here. */
const firstLimits: WaitLimits = { amberMinutes: 2, redMinutes: 5 };
const WaitLimitsContext = createContext<WaitLimits>(firstLimits);

/** When the waiting clocks of this page turn, read with every new connection. */
export function WaitLimitsProvider({ children }: { children: ReactNode }) {
  const { session } = useSession();
  const live = useHubStatus() === 'live';
  const [limits, setLimits] = useState(firstLimits);
  useEffect(() => {
    if (!live) return;
    let current = true;
    callRest<SettingsAnswer>(session, 'GET', '/settings').then(
      ({ settings }) => current && setLimits(settings.waiting),
      // The clocks run on with those they have.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [session, live]);
  return <WaitLimitsContext value={limits}>{children}</WaitLimitsContext>;
}

export const useWaitLimits = (): WaitLimits => useContext(WaitLimitsContext);
