import type { Entry } from '../../contract/log/entry.ts';
import type { NotificationRow, NotificationsAnswer, NotificationsRead } from '../../contract/rest/notifications.ts';
import type { BoardRow } from '../../contract/socket/board.ts';
import { isoOf } from '../../kernel/clock.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { Wakeups } from '../../kernel/wakeups.ts';
import { entryForStaff } from '../conversations/log/entryForStaff.ts';
import type { EntryStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import type { Notification, ReportNotification, TalkNotification, WebhookNotification } from './model.ts';
import { notificationTopic } from './notifyPeople.ts';
import type { NotificationStore, NotifiedThing } from './ports.ts';

type KnownRow = Pick<BoardRow, 'lead' | 'wants' | 'listingTitle' | 'startedAt'>;
export interface NotificationDeps {
  notifications: Pick<NotificationStore, 'list' | 'markRead'>;
  entries: Pick<EntryStore, 'read' | 'listOf'>;
  /** The row of a conversation; null where there is none. */
  rowOf(tenantId: string, conversationId: string): Promise<KnownRow | null>;
  wakeups: Pick<Wakeups, 'publish'>;
}

const mostChars = 160;

/** How many changes of a talk's notes are read, the newest. */
const mostNoteChanges = 1_000;

/**
 * The notifications of the person who asks, the newest first, with the present words of the log; a note that no longer
 * mentions them is left out.
 * @throws HubError FORBIDDEN: an API key is notified of nothing
 */
export async function listNotifications(
  deps: NotificationDeps,
  scope: StaffScope,
  limit: number,
): Promise<NotificationsAnswer> {
  const { tenantId } = scope;
  const kept = await deps.notifications.list(tenantId, ownId(scope));
  const asked = kept.slice(0, limit);
  const ofTalks = asked.filter(isOfTalk);
  const ids = [...new Set(ofTalks.map(({ conversationId }) => conversationId))];
  const rows = new Map(await fewAtOnce(ids, async (id) => [id, await deps.rowOf(tenantId, id)] as const));
  const ofNotes = [...new Set(ofTalks.filter(({ kind }) => kind === 'mention').map((one) => one.conversationId))];
  const changes = new Map(
    await fewAtOnce(
      ofNotes,
      async (id) => [id, await deps.entries.listOf(id, 'note-changed', mostNoteChanges)] as const,
    ),
  );
  const items = await fewAtOnce(asked, async (one): Promise<NotificationRow[] | null> => {
    if (!isOfTalk(one)) return [one.kind === 'report' ? reportRowFrom(one) : webhookRowFrom(one)];
    const row = rows.get(one.conversationId);
    if (!row) return [];
    const [line] = await deps.entries.read(one.conversationId, 'internal', one.seq, one.seq, 1);
    if (line === undefined) return [];
    const entry = newestWords(line, changes.get(one.conversationId) ?? []);
    return one.kind === 'mention' && !mentions(entry, one.userId) ? null : [rowFrom(one, row, entryForStaff(entry))];
  });
  const unread = kept.filter(({ isRead }, at) => !isRead && items[at] !== null).length;
  return { items: items.flatMap((rowsOfOne) => rowsOfOne ?? []), unread };
}

const isOfTalk = (one: Notification): one is TalkNotification => one.kind !== 'report' && one.kind !== 'webhook-paused';

/** The line that holds the words of a note as they are now; any other line is itself. */
function newestWords(line: Entry, changes: readonly Entry[]): Entry {
  const note = line.type === 'note-changed' ? line.data.note : line.seq;
  const isOfIt = (one: Entry) => one.type === 'note-changed' && one.data.note === note && one.data.text !== undefined;
  return changes.findLast(isOfIt) ?? line;
}

const mentions = (entry: Entry, userId: string): boolean =>
  (entry.type === 'note-created' || entry.type === 'note-changed') && (entry.data.mentions ?? []).includes(userId);

/**
 * Marks as read what the person is notified of: of one conversation, one report, one webhook, or all.
 * @throws HubError FORBIDDEN: an API key is notified of nothing
 */
export async function markNotificationsRead(
  deps: Pick<NotificationDeps, 'notifications' | 'wakeups'>,
  scope: StaffScope,
  { conversationId, reportId, webhookId }: NotificationsRead = {},
): Promise<void> {
  const userId = ownId(scope);
  const of: NotifiedThing | undefined =
    conversationId !== undefined
      ? { conversationId }
      : reportId !== undefined
        ? { reportId }
        : webhookId !== undefined
          ? { webhookId }
          : undefined;
  await deps.notifications.markRead(scope.tenantId, userId, of);
  deps.wakeups.publish(notificationTopic(userId), { kind: 'changed' });
}

function ownId({ principal }: StaffScope): string {
  if (principal.kind !== 'staff') throw new HubError('FORBIDDEN');
  return principal.id;
}

const reportRowFrom = ({ id, kind, reportId, title, at, isRead }: ReportNotification): NotificationRow => ({
  ...{ notificationId: id, kind, reportId, title, at: isoOf(at), read: isRead },
});

const webhookRowFrom = ({ id, kind, webhookId, host, reason, at, isRead }: WebhookNotification): NotificationRow => ({
  ...{ notificationId: id, kind, webhookId, host, reason, at: isoOf(at), read: isRead },
});

function rowFrom(
  { id, kind, conversationId, at, isRead }: TalkNotification,
  { lead, wants, listingTitle, startedAt }: KnownRow,
  { actor, data }: Entry,
): NotificationRow {
  const text = 'text' in data && typeof data.text === 'string' ? data.text : '';
  const { name } = actor;
  return {
    ...{ notificationId: id, kind, conversationId, lead },
    ...(wants === undefined ? {} : { wants }),
    ...(listingTitle === undefined ? {} : { listingTitle }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(kind === 'mention' && name !== undefined ? { by: { id: actor.id, name } } : {}),
    text: text.length > mostChars ? `${text.slice(0, mostChars - 1).toWellFormed()}…` : text,
    ...{ at: isoOf(at), read: isRead },
  };
}
