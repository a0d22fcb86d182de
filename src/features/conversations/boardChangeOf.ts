import type { Entry } from '../../contract/entries.ts';
import type { BoardFields } from './model.ts';

/** As much of a message as a row can show. */
const previewChars = 200;

/** What follows from an entry for the board; null when nothing. Who waits since when is said by whoever writes the entry. */
export function boardChangeOf(entry: Entry): { fields: Partial<BoardFields>; addUnread: number } | null {
  const at = Date.parse(entry.at);
  if (entry.type === 'conversation-changed') return { fields: { lastAt: at }, addUnread: 0 };
  if (entry.type !== 'message-created') return null;
  const fields: Partial<BoardFields> = { shown: true, lastText: entry.data.text.slice(0, previewChars), lastAt: at };
  const fromVisitor = entry.actor.kind === 'visitor' || entry.actor.kind === 'lead';
  return fromVisitor ? { fields: { ...fields, snoozedUntil: null }, addUnread: 1 } : { fields, addUnread: 0 };
}
