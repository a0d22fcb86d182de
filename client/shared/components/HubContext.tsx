import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { connectHub, type HubConnection, type HubStatus } from '../connection/connectHub.ts';
import { Refusal } from '../connection/refusal.ts';
import { type Session, SessionFailure } from '../session/session.ts';

/** Staff pages speak the commands that agents and supervisors share; the wall adds its own where it needs them. */
export type StaffNamespace = '/agent' | '/supervisor';
export type Hub = HubConnection<'/supervisor'>;

export const HubContext = createContext<Hub | null>(null);

/** Opens the page's one connection and closes it with the page. */
export function HubProvider(props: { session: Session; namespace: StaffNamespace; children: ReactNode }) {
  const { session, namespace } = props;
  const [hub, setHub] = useState<Hub | null>(null);
  useEffect(() => {
    let last = '';
    const connection = connectHub({
      url: location.origin,
      // The desk has every command but the supervisor's own: it never sends those.
      namespace: namespace as '/supervisor',
      async getToken(reason) {
        try {
          last = await session.token(reason === 'connect' ? undefined : last);
          return last;
        } catch (error) {
          if (!(error instanceof SessionFailure)) throw error;
          const retryable = error.kind !== 'ended';
          throw new Refusal({
            code: retryable ? 'DEPENDENCY_DOWN' : 'AUTH_EXPIRED',
            message: error.message,
            retryable,
          });
        }
      },
    });
    setHub(connection);
    return () => connection.close();
  }, [session, namespace]);
  return hub ? <HubContext value={hub}>{props.children}</HubContext> : null;
}

export function useHub(): Hub {
  const hub = useContext(HubContext);
  if (!hub) throw new Error('useHub outside HubProvider');
  return hub;
}

export function useHubStatus(): HubStatus {
  const hub = useHub();
  return useSyncExternalStore(hub.onStatus, () => hub.status);
}
