import type { Entry } from '../../contract/entries.ts';
import { isForSupervisors, longWait, settledKinds } from './judgeAlerts.ts';
import type { AlertChange, BoardFields } from './model.ts';

/** As much of a message as a row can show. */
const previewChars = 200;

export interface BoardChange {
  fields: Partial<BoardFields>;
  addUnread: number;
  alerts?: AlertChange;
}

/** What follows from an entry for the board; null when nothing. Who waits since when is said by whoever writes the entry. */
export function boardChangeOf(entry: Entry): BoardChange | null {
  const at = Date.parse(entry.at);
  switch (entry.type) {
    case 'conversation-changed': {
      const fields = { lastAt: at };
      if (entry.data.mode === 'human') return { fields, addUnread: 0, alerts: { dropKinds: settledKinds } };
      if (entry.data.mode === 'bot') return { fields, addUnread: 0, alerts: { dropKinds: [longWait] } };
      return { fields, addUnread: 0 };
    }
    case 'message-created': {
      const text = entry.data.text.slice(0, previewChars);
      const fields: Partial<BoardFields> = { shown: true, lastText: text, lastAt: at };
      const fromVisitor = entry.actor.kind === 'visitor' || entry.actor.kind === 'lead';
      return fromVisitor ? { fields: { ...fields, snoozedUntil: null }, addUnread: 1 } : { fields, addUnread: 0 };
    }
    case 'assignment-changed':
      return entry.data.owner ? { fields: {}, addUnread: 0, alerts: { dropKinds: settledKinds } } : null;
    case 'alert-raised': {
      const { kind, priority } = entry.data;
      return isForSupervisors(kind, priority)
        ? { fields: {}, addUnread: 0, alerts: { add: { ...entry.data, at } } }
        : null;
    }
    case 'alert-answered':
      return { fields: {}, addUnread: 0, alerts: { dropId: entry.data.alertId } };
    default:
      return null;
  }
}
