import type { Conversation } from './model.ts';

/** The kinds that follow from how a conversation stands; the bots have more of their own. */
export const longWait = 'waits-long';
export const hotUnowned = 'hot-lead';

/** So long somebody may look at what was held back before the visitor hears that it takes longer (domain page §11.2). */
export const reviewLateMs = 15 * 60_000;

/** A reply of the bot's waits for a person's look. */
export const waitsForReview = ({ mode, board }: Conversation): boolean =>
  mode === 'waiting' && board.flags.some(({ kind }) => kind === 'hitl-review');

/** No tenant's limit for a wait is shorter. */
export const soonestRedMs = 120_000;

/** Of a law or of conduct: a person who has the conversation does not settle these, only an answer does. */
const staysWithPerson: ReadonlySet<string> = new Set(['fair-housing', 'legal-sensitive', 'data-deletion', 'abuse']);
const settledByPerson = [
  'distress:grief',
  'distress:separation',
  'distress:money-trouble',
  'distress:fear',
  'distress:anger',
  'complaint',
  'frustrated',
  'unwanted-contact',
  'for-the-team',
  'asked-for-person',
  'appointment-wanted',
  'appointment-called-off',
  'advice-wanted',
  'bot-failed',
  'bridged',
  'handoff-deferred',
  'hitl-review',
  'max-turns',
  'changes-sides',
  'misunderstood',
  'no-progress',
  'not-served',
  hotUnowned,
] as const;
/** What is over once a person has the conversation. */
export const settledKinds: readonly string[] = settledByPerson;

/** With these a visitor was told that the team knows: they wait for somebody, though Jorge goes on answering. */
const awaited: ReadonlySet<string> = new Set([
  'distress:grief',
  'distress:separation',
  'distress:money-trouble',
  'distress:fear',
  'distress:anger',
  'complaint',
  'frustrated',
  'unwanted-contact',
  'for-the-team',
  'asked-for-person',
  'legal-sensitive',
]);

/** For what a person is awaited while Jorge answers, and since when (ms since the epoch): the first that stands. Null: for nothing. */
export function awaitedFor({ mode, board }: Conversation): { reason: string; since: number } | null {
  if (mode !== 'bot') return null;
  const [first] = board.alerts.filter(({ kind }) => awaited.has(kind)).sort((a, b) => a.at - b.at);
  return first === undefined ? null : { reason: first.reason, since: first.at };
}

/** Whether something presses them, so that no label of a lead belongs on them. */
export const isInTrouble = ({ board }: Conversation): boolean =>
  board.flags.some(({ kind }) => kind === 'danger-told' || kind.startsWith('distress:'));

/** Whether an alert of a bot is one for the supervisors: what is only good to know stays in the log and on the row's flags. */
export const isForSupervisors = (kind: string, priority: number): boolean =>
  priority <= 2 || kind === 'no-progress' || staysWithPerson.has(kind);

export interface AlertDraft {
  kind: string;
  reason: string;
  priority: number;
  /** What it is about: the same occasion is the same alert. */
  occasion: string;
}

/** Reasons to be silent after which nobody owes an answer. */
export const nothingOwed: ReadonlySet<string> = new Set([
  'opted-out',
  'goodbye',
  'changed-mind',
  'abuse',
  'represented',
  'not-a-client',
  'nurture',
]);

/**
 * The alerts that a conversation calls for as it stands now, whether or not they were raised: pure, so every node finds the
 * same ones. A visitor has waited for `redMs` (the tenant's red limit) without an answer, once per wait; a hot lead that
 * nobody has.
 */
export function judgeAlerts(conversation: Conversation, { redMs, now }: { redMs: number; now: number }): AlertDraft[] {
  const { mode, owner, board, id } = conversation;
  if (mode === 'closed') return [];
  const drafts: AlertDraft[] = [];
  const { waitingSince } = board;
  if (waitingSince !== null && now - waitingSince >= redMs && isOwedAnswer(conversation)) {
    const minutes = Math.round(redMs / 60_000);
    const whom = mode === 'bot' ? 'Jorge' : (owner?.name ?? 'a person');
    drafts.push({
      kind: longWait,
      reason: `Has waited for ${whom} for more than ${minutes} minutes`,
      priority: 1,
      occasion: `${id}:${longWait}:${waitingSince}`,
    });
  }
  if (board.temperature === 'hot' && owner === null && mode !== 'human')
    drafts.push({
      kind: hotUnowned,
      reason: 'A hot lead, and nobody has it',
      priority: 1,
      occasion: `${id}:${hotUnowned}`,
    });
  return drafts;
}

/** The newest reason to wait counts: who asked for a person after a goodbye is owed one. */
export function isOwedAnswer({ mode, board }: Conversation): boolean {
  if (mode !== 'waiting') return true;
  const why = board.flags.findLast(({ kind }) => kind === 'waiting' || kind === 'asked-for-person');
  return why?.kind !== 'waiting' || !nothingOwed.has(why.reason);
}
