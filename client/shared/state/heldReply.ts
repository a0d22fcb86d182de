import type { Entry } from '../../../src/contract/log/entry.ts';

/**
 * A reply of Jorge's that waits for a person's approval. `question`: the question that it leaves for the sender to
 * answer; `homes`: it would show some.
 */
export interface HeldReply {
  id: string;
  text: string;
  question: string | null;
  homes: boolean;
}

/**
 * The newest held reply, as long as no person has written since, Jorge was not told to go on and the visitor did not opt out; null
 * when there is none.
 */
export function heldReplyOf(talk: readonly Entry[], team: readonly Entry[]): HeldReply | null {
  const note = team.findLast((entry) => entry.type === 'note-created' && entry.data.held !== undefined);
  if (note?.type !== 'note-created' || note.data.held === undefined) return null;
  const isSettled = talk.some(
    (entry) =>
      entry.at > note.at &&
      ((entry.type === 'message-created' && (entry.actor.kind === 'agent' || entry.actor.kind === 'supervisor')) ||
        (entry.type === 'conversation-changed' && (entry.data.mode === 'bot' || entry.data.reason === 'opted-out'))),
  );
  const { text, question = null, homes = false } = note.data.held;
  return isSettled ? null : { id: note.id, text, question, homes };
}
