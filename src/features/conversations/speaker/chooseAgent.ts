import { sha256 } from '../../../kernel/ids.ts';

/** One who may be offered a conversation: how many they have, and how many they take. */
export interface Candidate {
  id: string;
  name: string;
  open: number;
  capacity: number;
}

/**
 * Chooses the agent who is offered a conversation: the one with the fewest open ones among those with room for one more. Among equals the
 * conversation's own id decides, so that the first of the list does not get them all; the same values, the same answer.
 */
export function chooseAgent(conversationId: string, candidates: readonly Candidate[]): Candidate | null {
  const rank = ({ id }: Candidate): string => sha256(`${conversationId} ${id}`);
  const free = candidates.filter(({ open, capacity }) => open < capacity);
  free.sort((a, b) => a.open - b.open || (rank(a) < rank(b) ? -1 : 1));
  return free[0] ?? null;
}
