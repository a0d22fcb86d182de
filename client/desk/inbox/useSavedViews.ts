import { useCallback, useEffect, useState } from 'react';
import type { SavedViewAnswer, ViewRequest } from '../../../src/contract/rest/savedViews.ts';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { useHubStatus } from '../../shared/components/HubContext.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useToast } from '../../shared/components/Toast.tsx';
import { callRest } from '../../shared/connection/callRest.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';

interface SavedViews {
  views: readonly SavedViewAnswer[];
  /** Whether it was kept; why not is told. */
  keep(view: ViewRequest): Promise<boolean>;
  forget(viewId: string): Promise<void>;
}

/** One's own saved views, the same in every browser: read with every new connection. */
export function useSavedViews(): SavedViews {
  const { session } = useSession();
  const toast = useToast();
  const live = useHubStatus() === 'live';
  const [views, setViews] = useState<readonly SavedViewAnswer[]>([]);
  useEffect(() => {
    if (!live) return;
    let current = true;
    callRest(session, 'GET /saved-views').then(
      ({ items }) => current && setViews(items),
      // Those that were known are shown on.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [session, live]);
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
      callRest(session, 'POST /saved-views', { body: view }).then((kept) => {
        setViews((now) =>
          now.some(({ id }) => id === kept.id) ? now.map((one) => (one.id === kept.id ? kept : one)) : [...now, kept],
        );
        return true;
      }, told),
    forget: (viewId) =>
      callRest(session, 'DELETE /saved-views/:id', { params: { id: viewId } }).then(
        () => setViews((now) => now.filter(({ id }) => id !== viewId)),
        (error: unknown) => void told(error),
      ),
  };
}
