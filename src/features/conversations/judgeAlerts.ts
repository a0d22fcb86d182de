import type { AlertKind } from '../../contract/teamVocabulary.ts';
import type { Mode } from '../../contract/values.ts';
import type { Conversation, OpenAlert, RowFields, RowMarks } from './model.ts';
import { owedOf } from './owed.ts';

/** The kinds that follow from how a conversation stands; the bots have more of their own. */
export const longWait = 'waits-long';
export const hotUnowned = 'hot-lead';

/** No tenant's limit for a wait is shorter. */
export const soonestRedMs = 120_000;

/** Of a law or of conduct: a person who has the conversation does not settle these, only an answer does. */
const staysWithPerson: ReadonlySet<string> = new Set<AlertKind>([
  'fair-housing',
  'legal-sensitive',
  'data-deletion',
  'abuse',
]);
/** With these a visitor was told that the team knows. */
const toldToTeam = [
  'distress:grief',
  'distress:separation',
  'distress:money-trouble',
  'distress:fear',
  'distress:anger',
  'complaint',
  'frustrated',
  'unwanted-contact',
  'for-the-team',
  'file-sent',
  'asked-for-person',
] as const satisfies AlertKind[];
const settledByPerson = [
  ...toldToTeam,
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
] as const satisfies AlertKind[];
/** The alerts that are over once a person has the conversation. */
export const settledKinds: readonly AlertKind[] = settledByPerson;

/** These wait for somebody, though Jorge goes on answering. */
const awaited: ReadonlySet<string> = new Set<AlertKind>([...toldToTeam, 'legal-sensitive']);

/** For what a person is awaited while Jorge answers, and since when (ms since the epoch): the first that stands. Null: for nothing. */
export function awaitedFor(mode: Mode, alerts: readonly OpenAlert[]): { reason: string; since: number } | null {
  if (mode !== 'bot') return null;
  const [first] = alerts.filter(({ kind }) => awaited.has(kind)).sort((a, b) => a.at - b.at);
  return first === undefined ? null : { reason: first.reason, since: first.at };
}

/** Whether an alert of a bot is one for the supervisors: mere news stays in the log and on the row's flags. */
export const isForSupervisors = (kind: AlertKind, priority: number): boolean =>
  priority <= 2 || kind === 'no-progress' || staysWithPerson.has(kind);

export interface AlertDraft {
  kind: AlertKind;
  reason: string;
  priority: number;
  /** The occasion: the same occasion is the same alert. */
  occasion: string;
}

/**
 * The alerts that a conversation calls for as it stands now, whether or not they were raised: pure, so every node finds the
 * same ones. A visitor has waited for `redMs` (the tenant's red limit) without an answer, once per wait; a hot lead that
 * nobody has.
 */
export function judgeAlerts(
  conversation: Omit<Conversation, 'board'> & { board: Pick<RowMarks, 'visitorLeftAt' | 'followUpBy'> },
  { temperature, redMs, now }: Pick<RowFields, 'temperature'> & { redMs: number; now: number },
): AlertDraft[] {
  const { mode, owner, id } = conversation;
  if (mode === 'closed') return [];
  const drafts: AlertDraft[] = [];
  const { kind, since } = owedOf(conversation);
  if (kind === 'now' && since !== undefined && now - since >= redMs) {
    const minutes = Math.round(redMs / 60_000);
    const whom = mode === 'bot' ? 'Jorge' : (owner?.name ?? 'a person');
    drafts.push({
      kind: longWait,
      reason: `Waiting for ${whom} for over ${minutes} min`,
      priority: 1,
      occasion: `${id}:${longWait}:${since}`,
    });
  }
  if (temperature === 'hot' && owner === null && mode !== 'human')
    drafts.push({
      kind: hotUnowned,
      reason: 'Hot lead that no one has taken',
      priority: 1,
      occasion: `${id}:${hotUnowned}`,
    });
  return drafts;
}
