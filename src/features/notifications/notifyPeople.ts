import type { Entry } from '../../contract/log/entry.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { Wakeups } from '../../kernel/wakeups.ts';
import type { TalkNotification } from './model.ts';
import type { NotificationStore } from './ports.ts';

export interface NotifyDeps {
  notifications: Pick<NotificationStore, 'add'>;
  wakeups: Pick<Wakeups, 'publish'>;
}

/** The topic that says that a person's notifications have changed. */
export const notificationTopic = (userId: string): string => `notifications:${userId}`;

/**
 * The people whom a line of the team's log notifies, and the key under which they hear of it once; null if it is for
 * nobody in particular.
 */
function heardOf(entry: Entry): { kind: TalkNotification['kind']; people: readonly string[]; once: string } | null {
  switch (entry.type) {
    case 'note-created':
    case 'note-changed': {
      const people = (entry.data.mentions ?? []).filter((one) => one !== entry.actor.id);
      if (people.length === 0) return null;
      // A person whom the note already mentioned is not notified again when its words change.
      const note = entry.type === 'note-created' ? entry.seq : entry.data.note;
      return { kind: 'mention', people, once: `note:${note}` };
    }
    case 'task-changed':
      if (entry.data.state !== 'due') return null;
      return { kind: 'task-due', people: [entry.data.owner.id], once: `task:${entry.seq}` };
    default:
      return null;
  }
}

/** Whether a line is for somebody in particular. */
export const notifies = (entry: Entry): boolean => heardOf(entry) !== null;

/** Notifies whom a note mentions, and whose task is due; each once, however often it runs. */
export async function notifyPeople(deps: NotifyDeps, tenantId: string, entry: Entry): Promise<void> {
  const heard = heardOf(entry);
  if (heard === null) return;
  const { conversationId, seq } = entry;
  for (const userId of heard.people) {
    const id = idFrom('notification', conversationId, heard.once, userId);
    const told = { id, tenantId, userId, kind: heard.kind, conversationId, seq, at: Date.parse(entry.at) };
    await deps.notifications.add({ ...told, isRead: false });
    deps.wakeups.publish(notificationTopic(userId), { kind: 'changed' });
  }
}
