import { restfulReasons, storedWaitReason } from '../../contract/teamVocabulary.ts';
import type { Owed as OwedTold } from '../../contract/values.ts';
import { isoOf } from '../../kernel/clock.ts';
import type { Conversation, Flag, Review, RowMarks, Wait } from './model.ts';

/** A review that takes longer than this is told to the visitor. */
export const reviewLateMs = 15 * 60_000;

/** A visitor who left should hear from somebody within this much open time of the brokerage. */
const followUpWithinMs = 3_600_000;
/** The same for a brokerage without any hours. */
const followUpAnyTimeMs = 86_400_000;

/**
 * By when a visitor who left at `leftAt` should have the answer that they are owed, in ms since the epoch: within an
 * hour, in closed hours within an hour after the next opening. `closed`: null while the brokerage is open.
 */
export function followUpDueAt(leftAt: number, closed: { opensAt: number | null } | null): number {
  if (closed === null) return leftAt + followUpWithinMs;
  return closed.opensAt === null ? leftAt + followUpAnyTimeMs : closed.opensAt + followUpWithinMs;
}

/** An answer that is owed, in ms since the epoch; on the wire it is `owedToldOf` of it. */
export interface Owed {
  kind: OwedTold['kind'];
  since?: number;
  dueAt?: number;
  reason?: string;
}

type Standing = Pick<Conversation, 'mode' | 'unansweredSince' | 'wait' | 'review'> & {
  board: Pick<RowMarks, 'visitorLeftAt' | 'followUpBy'>;
};

/**
 * Whether a word is owed, and since when: the only definition, and the only source of clocks. `now`: to somebody who is there. Once
 * they have left it is a `follow-up` until they return, and so is what they write while a talk rests that nobody owes an answer: the desk
 * shows it with the time by which it is due, nothing alarms and nobody is called. A `now` without `since` is for somebody to take though
 * no words wait. `awaited`: for what a person of the team is needed while Jorge goes on answering, where that is known.
 */
export function owedOf(
  { mode, unansweredSince, wait, review, board }: Standing,
  awaited: { reason: string; since: number } | null = null,
): Owed {
  if (mode === 'closed') return { kind: 'none' };
  const rest = mode === 'waiting' && wait !== null && restfulReasons.has(wait.reason);
  const reason = mode !== 'waiting' ? awaited?.reason : wait?.reason;
  const since = mode === 'bot' ? (awaited?.since ?? unansweredSince) : unansweredSince;
  const what = {
    ...(since === null ? {} : { since }),
    ...(reason === undefined ? {} : { reason }),
  };
  // Jorge also answers visitors who left: they read it on return.
  const isForTeam = mode !== 'bot' || awaited !== null;
  if (since === null && (rest || mode !== 'waiting')) return { kind: 'none', ...what };
  const leftAt = board.visitorLeftAt ?? null;
  if (isForTeam && (rest || leftAt !== null)) {
    const dueAt = board.followUpBy ?? (leftAt ?? since ?? 0) + followUpWithinMs;
    return { kind: 'follow-up', ...what, dueAt };
  }
  return { kind: 'now', ...what, ...(review === null ? {} : { dueAt: review.since + reviewLateMs }) };
}

/** As it crosses the wire. */
export const owedToldOf = ({ kind, since, dueAt, reason }: Owed): OwedTold => ({
  kind,
  ...(since === undefined ? {} : { since: isoOf(since) }),
  ...(dueAt === undefined ? {} : { dueAt: isoOf(dueAt) }),
  ...(reason === undefined ? {} : { reason }),
});

/**
 * The wait of a conversation that was kept by a version which had it in its flags alone, or whose mode such a version changed:
 * the newest reason among them. As true as the flags still are, of which newer ones may have pushed some out.
 */
export function waitFromFlags(
  { mode, unansweredSince }: Pick<Conversation, 'mode' | 'unansweredSince'>,
  flags: readonly Flag[],
  lastAt: number,
): { wait: Wait | null; review: Review | null } {
  if (mode !== 'waiting') return { wait: null, review: null };
  const since = unansweredSince ?? lastAt;
  const why = flags.findLast(({ kind }) => kind === 'waiting' || kind === 'asked-for-person');
  const reason = storedWaitReason(why?.kind === 'waiting' ? why.reason : (why?.kind ?? ''));
  return {
    wait: { reason, since },
    review: flags.some(({ kind }) => kind === 'hitl-review') ? { since } : null,
  };
}
