import { type LadderStep, ladderSteps, lastDays, type RiskTier } from '../../contract/interventions.ts';
import { idFrom } from '../../kernel/ids.ts';
import { wallTimeAt, weekdayOf } from '../../kernel/zonedTime.ts';
import { silenceRisk } from '../insight/readings/readings.ts';
import { type CoolingLead, caps, dayMs, type Plan, type ProposalPolicy } from './model.ts';

/** Why somebody is not followed up, in the order in which it is asked. */
export const barriers = [
  'opted-out',
  'no-consent',
  'quiet-hours',
  'capped',
  'talking',
  'appointment',
  'promised',
  'wrote-since',
] as const;
export type Barrier = (typeof barriers)[number];

/** Since when they are silent: from their last words, or from the date that was promised. */
const silentSinceOf = ({ lastWordsAt, promisedAt }: CoolingLead): number | null =>
  lastWordsAt === null ? null : Math.max(lastWordsAt, promisedAt ?? 0);

/**
 * The first of the hard gates that is closed, null where all are open. `since`: when the proposal was made that is to be sent, which is
 * `own` and counts against no cap.
 */
export function barrierTo(
  lead: CoolingLead,
  policy: ProposalPolicy,
  now: number,
  { since = null, own = null }: { since?: number | null; own?: string | null } = {},
): Barrier | null {
  if (lead.isOptedOut) return 'opted-out';
  if (lead.way === null) return 'no-consent';
  if (!isInWindow(lead, policy, now)) return 'quiet-hours';
  const others = lead.proposals.filter(({ id }) => id !== own);
  const isFull = ({ days, most }: (typeof caps)[number]): boolean =>
    others.filter(({ createdAt }) => Math.abs(now - createdAt) < days * dayMs).length >= most;
  if (caps.some(isFull)) return 'capped';
  if (lead.isTalking) return 'talking';
  if (lead.appointmentAt !== null && lead.appointmentAt > now) return 'appointment';
  if (lead.promisedAt !== null && lead.promisedAt > now) return 'promised';
  if (since !== null && lead.lastWordsAt !== null && lead.lastWordsAt > since) return 'wrote-since';
  return null;
}

const sunday = 6;

/** Within the hours in which anybody is contacted, and those that they asked for. */
export function isInWindow({ limits }: Pick<CoolingLead, 'limits'>, policy: ProposalPolicy, now: number): boolean {
  const wall = wallTimeAt(now, policy.zone);
  const weekday = weekdayOf(wall);
  const minute = wall.hour * 60 + wall.minute;
  const fromHour = weekday === sunday ? policy.sundayFromHour : policy.fromHour;
  const from = Math.max(fromHour * 60, limits.from ?? 0);
  const until = Math.min(policy.untilHour * 60, limits.until ?? policy.untilHour * 60);
  return minute >= from && minute < until && (limits.weekdays === null || limits.weekdays.includes(weekday));
}

/**
 * Whether and with what somebody who went silent is followed up now: at most one proposal for each step of their silence, and none while a
 * gate is closed, another one is open, or the risk is low. Pure: the same lead at the same time is the same proposal.
 */
export function plan(lead: CoolingLead, policy: ProposalPolicy, now: number): Plan | null {
  const silentSince = silentSinceOf(lead);
  if (silentSince === null) return null;
  const silentDays = (now - silentSince) / dayMs;
  const step = stepAt(silentDays);
  if (step === null) return null;
  const risk = lead.risk;
  const tier = tierOf(risk ?? silenceRisk(silentDays));
  if (tier === null || lead.way === null) return null;
  const { leadId, conversationId, evidence, proposals, way } = lead;
  const id = idFrom('follow-up', leadId, silentSince, step);
  if (proposals.some((one) => one.id === id || one.state === 'open' || one.state === 'approving')) return null;
  if (barrierTo(lead, policy, now) !== null) return null;
  return {
    ...{ id, leadId, conversationId, step, silentSince, risk, tier, evidence, way, createdAt: now },
    tierBy: risk === null ? 'silence' : 'churn',
  };
}

/** The last step that their silence has reached; null before the first, and once nobody is followed up any more. */
export function stepAt(silentDays: number): LadderStep | null {
  if (silentDays >= lastDays) return null;
  return ladderSteps.findLast((step) => silentDays >= step) ?? null;
}

const tiers = [
  ['critical', 0.8],
  ['high', 0.6],
  ['medium', 0.3],
] as const satisfies readonly (readonly [RiskTier, number])[];
/** Null: too low for a follow-up. */
export const tierOf = (risk: number): RiskTier | null => tiers.find(([, from]) => risk >= from)?.[0] ?? null;
