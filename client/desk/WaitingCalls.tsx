import { useSession } from '../shared/components/SessionContext.ts';
import { useWaitingCalls } from './inbox/useWaitingCalls.ts';
import { useOwnPresence } from './useOwnPresence.ts';
import { usePersistedState } from './usePersistedState.ts';

/** A waiting visitor is heard of beside the inbox too: on the pages of the desk that do not show it. */
export function WaitingCalls() {
  const { user } = useSession();
  const presence = useOwnPresence();
  const [doNotDisturb] = usePersistedState(`jorge-hub.quiet.${user.id}`, false);
  useWaitingCalls(doNotDisturb || presence.status === 'away', presence.capacity, null);
  return null;
}
