import type { HelpLevel, WithheldReason } from '../../../contract/coaching.ts';
import type { Entry } from '../../../contract/log/entry.ts';
import type { CueRule } from './model.ts';

/** A second look so soon after the last takes more than it gives. */
const leastGapMs = 6_000;
/** Of one conversation; past it nobody reads them anymore. */
export const mostCues = 60;
const silencedBy = 2;

const leastPriority: Readonly<Record<HelpLevel, number>> = { off: 0, critical: 1, normal: 2, all: 3 };

/** Whether people who asked for so much help get the cues of a rule at all. */
export const isWithin = (level: HelpLevel, rule: CueRule): boolean => rule.priority <= leastPriority[level];

/**
 * Whether a cue may be shown now, or why not. `shown` and `answered`: the `cue-created` and `cue-answered` entries of the conversation,
 * oldest first. Two dismissals of a rule silence it for the conversation.
 */
export function mayShow(
  rule: CueRule,
  {
    shown,
    answered,
    now,
    level,
  }: { shown: readonly Entry[]; answered: readonly Entry[]; now: number; level: HelpLevel },
): 'show' | WithheldReason {
  if (!isWithin(level, rule)) return 'level';
  const cues = shown.flatMap((entry) => (entry.type === 'cue-created' ? [entry] : []));
  const ofRule = new Set(cues.filter(({ data }) => data.ruleId === rule.id).map(({ data }) => data.cueId));
  const answers = answered.flatMap((entry) => (entry.type === 'cue-answered' ? [entry.data] : []));
  const refused = answers.filter(({ cueId, action }) => action !== 'used' && ofRule.has(cueId));
  if (new Set(refused.map(({ cueId }) => cueId)).size >= silencedBy) return 'off-for-this-talk';
  const isAnswered = new Set(answers.map(({ cueId }) => cueId));
  const stands = cues.some(
    ({ data }) => data.kind === rule.kind && Date.parse(data.expiresAt) > now && !isAnswered.has(data.cueId),
  );
  if (stands) return 'still-shown';
  if (cues.length >= mostCues) return 'too-many';
  const last = cues.at(-1);
  if (rule.priority > 1 && last !== undefined && now - Date.parse(last.at) < leastGapMs) return 'too-soon';
  return 'show';
}
