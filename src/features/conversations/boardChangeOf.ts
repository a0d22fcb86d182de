import type { Entry } from '../../contract/entries.ts';
import { maskIdentityNumbers } from '../reading/identityNumbers.ts';
import { isForSupervisors, longWait, settledKinds } from './judgeAlerts.ts';
import type { BoardAddition, BoardFields } from './model.ts';

/** As much of a message as a row can show. */
const previewChars = 200;

export interface BoardChange {
  fields: Partial<BoardFields>;
  add: BoardAddition;
}

/** What is no longer so once an appointment is cancelled, or booked. */
const overWith: Readonly<Record<string, readonly string[]>> = {
  cancelled: ['appointment-booked'],
  booked: ['appointment-wanted', 'appointment-called-off'],
};

/** What follows from an entry for the board; null when nothing. Who waits since when is said by whoever writes the entry. */
export function boardChangeOf(entry: Entry): BoardChange | null {
  const at = Date.parse(entry.at);
  switch (entry.type) {
    case 'conversation-changed': {
      const fields = { lastAt: at };
      if (entry.data.mode === 'human') return { fields, add: { alerts: { dropKinds: settledKinds } } };
      if (entry.data.mode === 'bot') return { fields, add: { alerts: { dropKinds: [longWait] } } };
      return { fields, add: {} };
    }
    case 'message-created': {
      const text = maskIdentityNumbers(entry.data.text).slice(0, previewChars);
      const fields: Partial<BoardFields> = { shown: true, lastText: text, lastAt: at };
      const { kind } = entry.actor;
      if (kind === 'visitor' || kind === 'lead')
        return { fields: { ...fields, snoozedUntil: null }, add: { unread: 1, line: { by: 'visitor', text } } };
      return { fields, add: { line: { by: kind === 'bot' ? 'bot' : 'person', text } } };
    }
    case 'assignment-changed':
      return entry.data.owner ? { fields: {}, add: { alerts: { dropKinds: settledKinds } } } : null;
    case 'alert-raised': {
      const { kind, priority } = entry.data;
      const reason = entry.data.reason.slice(0, previewChars);
      return isForSupervisors(kind, priority)
        ? { fields: {}, add: { alerts: { add: { ...entry.data, reason, at } } } }
        : null;
    }
    case 'appointment-changed': {
      // An alert ends with its cause.
      const dropKinds = overWith[entry.data.state];
      return dropKinds === undefined ? null : { fields: {}, add: { alerts: { dropKinds } } };
    }
    case 'alert-answered':
      return { fields: {}, add: { alerts: { dropId: entry.data.alertId } } };
    default:
      return null;
  }
}
