import { useEffect, useState } from 'react';
import type { PresenceStatus } from '../../src/contract/values.ts';
import { useHub, useHubStatus } from '../shared/components/HubContext.tsx';
import { useSession } from '../shared/components/SessionContext.ts';
import { useToast } from '../shared/components/Toast.tsx';
import { refusalIn } from '../shared/connection/refusal.ts';

export interface OwnPresence {
  status: PresenceStatus;
  /** How many conversations I take at once. */
  capacity: number;
  change(next: { status?: PresenceStatus; capacity?: number }): void;
}

/** Whether I am available. The hub keeps it, so that a reload ends no break and every window of mine says the same. */
export function useOwnPresence(): OwnPresence {
  const hub = useHub();
  const hubStatus = useHubStatus();
  const toast = useToast();
  const { user } = useSession();
  const [presence, setPresence] = useState(hub.session?.presence ?? { status: 'available' as const, capacity: 5 });

  useEffect(() => {
    if (hubStatus === 'live' && hub.session?.presence) setPresence(hub.session.presence);
  }, [hub, hubStatus]);
  useEffect(
    () =>
      hub.on('presence-changed', ({ userId, status }) => {
        if (userId === user.id && status !== 'offline') setPresence((before) => ({ ...before, status }));
      }),
    [hub, user.id],
  );

  return {
    ...presence,
    change(next) {
      const wanted = { status: presence.status, capacity: presence.capacity, ...next };
      hub.send('presence-set', wanted).then(
        () => setPresence(wanted),
        (error: unknown) => toast(`Couldn’t update your status: ${refusalIn(error)?.message ?? ''}`),
      );
    },
  };
}
