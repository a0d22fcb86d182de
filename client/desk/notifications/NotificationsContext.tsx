import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { NotificationsAnswer } from '../../../src/contract/rest/notifications.ts';
import { useHub, useHubStatus } from '../../shared/components/HubContext.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { useOpenId, useReportId } from '../route.ts';
import { softSound } from '../softSound.ts';
import { usePersistedState } from '../usePersistedState.ts';

interface Notifications extends NotificationsAnswer {
  state: 'loading' | 'failed' | 'here';
  markAllRead(): void;
  /** Of a webhook, which has no page of its own that would count as having read it. */
  markWebhookRead(webhookId: string): void;
}
const none: Notifications = {
  items: [],
  unread: 0,
  state: 'loading',
  markAllRead: () => undefined,
  markWebhookRead: () => undefined,
};
export const NotificationsContext = createContext(none);

/** Keeps what whoever is signed in is notified of; a mention that comes meanwhile is heard, and one of the open talk or report counts as read. */
export function NotificationsProvider({ children }: { children: ReactNode }) {
  const hub = useHub();
  const isLive = useHubStatus() === 'live';
  const { session, user } = useSession();
  const openId = useOpenId();
  const reportId = useReportId();
  const [known, setKnown] = useState<Omit<Notifications, 'markAllRead' | 'markWebhookRead'>>(none);
  const [asked, setAsked] = useState(0);
  const [quiet] = usePersistedState(`jorge-hub.quiet.${user.id}`, false);
  const isQuiet = useRef(quiet);
  isQuiet.current = quiet;
  const heard = useRef<ReadonlySet<string> | null>(null);

  useEffect(() => hub.on('notifications-changed', () => setAsked((count) => count + 1)), [hub]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again
  useEffect(() => {
    if (!isLive) return;
    let current = true;
    callRest(session, 'GET /me/notifications').then(
      (answer) => {
        if (!current) return;
        const before = heard.current;
        const mentions = answer.items.filter(({ kind, read }) => kind === 'mention' && !read);
        heard.current = new Set(answer.items.map(({ notificationId }) => notificationId));
        // A task that is due is heard where the tasks are kept.
        if (before !== null && !isQuiet.current && mentions.some((one) => !before.has(one.notificationId))) softSound();
        setKnown({ ...answer, state: 'here' });
      },
      // The last known ones stay: an empty list would look as if there were none.
      () => current && setKnown((now) => ({ ...now, state: now.state === 'here' ? 'here' : 'failed' })),
    );
    return () => {
      current = false;
    };
  }, [session, isLive, asked]);

  const isOpenUnread = known.items.some(
    (one) =>
      !one.read &&
      (one.kind === 'report'
        ? one.reportId === reportId
        : one.kind !== 'webhook-paused' && one.conversationId === openId),
  );
  useEffect(() => {
    if (!isOpenUnread) return;
    const body = openId !== null ? { conversationId: openId } : reportId !== null ? { reportId } : null;
    // If it fails, the next look at this talk or report tries again.
    if (body !== null) callRest(session, 'POST /me/notifications/read', { body }).catch(() => undefined);
  }, [session, openId, reportId, isOpenUnread]);

  const notifications = useMemo(
    () => ({
      ...known,
      markAllRead: () => {
        setKnown((now) => ({ ...now, unread: 0, items: now.items.map((one) => ({ ...one, read: true })) }));
        callRest(session, 'POST /me/notifications/read', { body: {} }).catch(() => setAsked((count) => count + 1));
      },
      // If it fails, it stays new until all are marked.
      markWebhookRead: (webhookId: string) =>
        void callRest(session, 'POST /me/notifications/read', { body: { webhookId } }).catch(() => undefined),
    }),
    [known, session],
  );
  return <NotificationsContext value={notifications}>{children}</NotificationsContext>;
}

export const useNotifications = (): Notifications => useContext(NotificationsContext);
