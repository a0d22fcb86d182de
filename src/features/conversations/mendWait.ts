import type { Entry } from '../../contract/log/entry.ts';
import { isOfVisitor } from './actors.ts';
import type { BoardProjection } from './board/projectBoard.ts';
import type { Conversation } from './model.ts';
import type { AnswersDue, EntryStore } from './ports.ts';

/** So far back an answer is looked for. */
const linesBack = 50;

export interface MendWaitDeps {
  conversations: Pick<AnswersDue, 'awaitAnswer' | 'settleAnswer'>;
  entries: Pick<EntryStore, 'head' | 'read'>;
  rows: Pick<BoardProjection, 'touch'>;
}

/**
 * Marks the visitor's newest words as waiting where they do and nothing says so, and ends a wait that a person has answered: a crash came
 * between the line and the mark. The conversation as it is then; `unansweredSince` is the time of the line that waits, or null.
 */
export async function mendWait(
  { conversations, entries, rows }: MendWaitDeps,
  found: Conversation,
): Promise<Conversation> {
  if (found.mode === 'closed') return found;
  const { id, tenantId } = found;
  const head = await entries.head(id, 'public');
  const lines = await entries.read(id, 'public', Math.max(1, head - linesBack + 1), head, linesBack);
  const newest = lines.findLast((entry) => isOfVisitor(entry) || endsWait(entry, found));
  const isMarked = found.unansweredSince !== null;
  if (newest === undefined || isOfVisitor(newest) === isMarked) return found;
  // Jorge's own answers end a wait with his turn: words that came while he spoke may still be waiting for the next.
  if (isMarked && !isOfStaff(newest)) return found;
  const since = isMarked ? null : Date.parse(newest.at);
  if (since === null) await conversations.settleAnswer(tenantId, id, newest.seq);
  else await conversations.awaitAnswer(tenantId, id, { seq: newest.seq, at: since });
  rows.touch(tenantId, id);
  return { ...found, unansweredSince: since };
}

const isOfStaff = ({ type, actor: { kind } }: Entry): boolean =>
  type === 'message-created' && (kind === 'agent' || kind === 'supervisor');

/** An answer, or a change of speaker, which says itself what waits from then on. While a person is awaited, Jorge answers nothing. */
const endsWait = ({ type, actor }: Entry, { mode }: Conversation): boolean =>
  type === 'conversation-changed' || (type === 'message-created' && (actor.kind !== 'bot' || mode === 'bot'));
