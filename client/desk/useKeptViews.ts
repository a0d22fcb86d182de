import { useCallback, useEffect, useState } from 'react';
import { settingsLimits } from '../../src/contract/rest/settingsLimits.ts';
import { useHubStatus } from '../shared/components/HubContext.tsx';
import { useSession } from '../shared/components/SessionContext.ts';
import { useToast } from '../shared/components/Toast.tsx';
import type { callRest } from '../shared/connection/callRest.ts';
import { refusalIn } from '../shared/connection/refusal.ts';

type Session = Parameters<typeof callRest>[0];

/** The calls for the views of one list. */
export interface ViewCalls<View, Request> {
  read(session: Session): Promise<{ items: readonly View[] }>;
  keep(session: Session, view: Request): Promise<View>;
  forget(session: Session, viewId: string): Promise<unknown>;
}
export interface KeptViews<View, Request> {
  views: readonly View[];
  /** Whether it was kept; why not is told. */
  keep(view: Request): Promise<boolean>;
  forget(viewId: string): Promise<void>;
}

/** One's own saved views of a list, the same in every browser: read with every new connection. */
export function useKeptViews<View extends { id: string }, Request>(
  calls: ViewCalls<View, Request>,
): KeptViews<View, Request> {
  const { session } = useSession();
  const toast = useToast();
  const live = useHubStatus() === 'live';
  const [views, setViews] = useState<readonly View[]>([]);
  useEffect(() => {
    if (!live) return;
    let current = true;
    calls.read(session).then(
      ({ items }) => current && setViews(items),
      // Those that were known are shown on.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [session, live, calls]);
  const told = useCallback(
    (error: unknown) => {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      toast(
        refusal.code === 'QUOTA_EXCEEDED'
          ? `You have ${settingsLimits.ownViews} saved views. Delete one to save another.`
          : refusal.message,
      );
      return false;
    },
    [toast],
  );
  return {
    views,
    keep: (view) =>
      calls.keep(session, view).then((kept) => {
        setViews((now) =>
          now.some(({ id }) => id === kept.id) ? now.map((one) => (one.id === kept.id ? kept : one)) : [...now, kept],
        );
        return true;
      }, told),
    forget: (viewId) =>
      calls.forget(session, viewId).then(
        () => setViews((now) => now.filter(({ id }) => id !== viewId)),
        (error: unknown) => void told(error),
      ),
  };
}
