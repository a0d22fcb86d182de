import { createContext, useContext } from 'react';
import type { Session, SessionUser } from '../session/session.ts';

export const SessionContext = createContext<{ session: Session; user: SessionUser } | null>(null);

export function useSession(): { session: Session; user: SessionUser } {
  const value = useContext(SessionContext);
  if (!value) throw new Error('useSession outside a signed-in page');
  return value;
}
