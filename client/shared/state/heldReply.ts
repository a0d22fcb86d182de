import type { Entry } from '../../../src/contract/entries.ts';

/** A reply of Jorge's that waits for a person's look. `question`: what it leaves to be answered by whoever sends it. */
export interface HeldReply {
  id: string;
  text: string;
  question: string | null;
}

/** The newest of them, as long as no person has written since; null when there is none. */
export function heldReplyOf(talk: readonly Entry[], team: readonly Entry[]): HeldReply | null {
  const note = team.findLast((entry) => entry.type === 'note-created' && entry.data.held !== undefined);
  if (note?.type !== 'note-created' || note.data.held === undefined) return null;
  const isAnswered = talk.some(
    ({ type, actor, at }) =>
      type === 'message-created' && (actor.kind === 'agent' || actor.kind === 'supervisor') && at > note.at,
  );
  const { text, question = null } = note.data.held;
  return isAnswered ? null : { id: note.id, text, question };
}
