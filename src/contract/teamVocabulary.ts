import { z } from 'zod';
import { type Objection, objections, type Situation } from './vocabulary.ts';

/** Hard situations of a visitor that the team is told of; danger has an alert of its own. */
const distresses = ['grief', 'separation', 'money-trouble', 'fear', 'anger'] as const satisfies Situation[];
type Distress = (typeof distresses)[number];

/** The kinds of news that a bot tells the team once in a conversation: an alert, and a flag on the row. */
export const newsKinds = [
  'asked-for-person',
  'hot-lead',
  'answers-complete',
  'appointment-wanted',
  'agreement-wanted',
  'rental-wanted',
  'commercial-wanted',
  'question-open',
  'voucher-asked',
  'advice-wanted',
  'for-the-team',
  'file-sent',
  'bridged',
  'has-agent',
  'not-a-client',
  'not-served',
  'misunderstood',
  'no-progress',
  'max-turns',
  'changes-sides',
  'hitl-review',
  'handoff-deferred',
  'frustrated',
  'complaint',
  'unwanted-contact',
  'abuse',
  'fair-housing',
  'legal-sensitive',
  'data-deletion',
  'danger-told',
  'danger-check',
  ...(distresses.map((one) => `distress:${one}`) as `distress:${Distress}`[]),
  ...(objections.map((one) => `objection:${one}`) as `objection:${Objection}`[]),
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** The kinds of alerts for supervisors. */
export const alertKinds = [
  ...newsKinds,
  'waits-long',
  'danger',
  'offer-made',
  'appointment-booked',
  'appointment-called-off',
  'bot-failed',
  'job-failed',
  'no-shows',
  'model-budget',
  'model-spending-note',
  'model-spending-small',
  'model-spending-rules',
  'model-spending-off',
] as const;
export const alertKind = z.enum(alertKinds);
export type AlertKind = (typeof alertKinds)[number];

/** The flags of a row on the board. `waiting`: Jorge is silent, and the flag's reason is a wait reason. */
export const flagKinds = [
  ...newsKinds,
  'waiting',
  'offer-made',
  'appointment-booked',
  'opted-out',
  'bot-failed',
] as const;
export const flagKind = z.enum(flagKinds);
export type FlagKind = (typeof flagKinds)[number];

/** Why a bot fell silent until the visitor says something new. */
export const endReasons = [
  'answers-complete',
  'nurture',
  'goodbye',
  'changed-mind',
  'just-looking',
  'opted-out',
  'data-deletion',
  'represented',
  'not-a-client',
  'not-served',
  'abuse',
  'bridged',
  'no-progress',
  'max-turns',
  'changes-sides',
] as const;
export type EndReason = (typeof endReasons)[number];
/** Reasons to be silent after which nobody owes the visitor a word. */
export const restfulReasons: ReadonlySet<string> = new Set<EndReason>([
  'opted-out',
  'goodbye',
  'changed-mind',
  'abuse',
  'represented',
  'not-a-client',
  'nurture',
]);

/** Why a conversation waits for a person, or for nobody. */
export const waitReasons = [
  ...endReasons,
  'asked-for-person',
  'appointment-wanted',
  'legal-sensitive',
  'review',
  'objection',
  'misunderstood',
  'danger',
  'bot-failed',
  'reply-stopped',
  'unassigned',
  'missed-call',
  'not-known',
] as const;
export type WaitReason = (typeof waitReasons)[number];
const namesOfWaitReasons: ReadonlySet<string> = new Set(waitReasons);
/** A reason as it was stored, by whichever version: one that is on the list no more is not known. */
export const storedWaitReason = (kept: string): WaitReason =>
  namesOfWaitReasons.has(kept) ? (kept as WaitReason) : 'not-known';

/** Why the speaker changed, in the visitor's log. */
export const changeReasons = [
  ...waitReasons,
  'opted-in',
  'visitor-returned',
  'pause-ended',
  'ended-by-visitor',
  'closed-by-team',
  'call-over',
  'data-deleted',
] as const;
export const changeReason = z.enum(changeReasons);
export type ChangeReason = (typeof changeReasons)[number];

/** State of a hand-over: to a person, or from bot to bot. */
export const handoffStates = [
  'requested',
  'assigned',
  'in_takeover',
  'released',
  'closed',
  'transferred',
  'blocked',
] as const;
export const handoffState = z.enum(handoffStates);

/** Why a bot may not hand over to another. */
export const handoffRefusals = ['unsure', 'self', 'target-unwell', 'circular', 'hourly-limit', 'daily-limit'] as const;
export type HandoffRefusal = (typeof handoffRefusals)[number];

/** The parts that a score is made of. */
export const scoreParts = ['slots', 'frs', 'pcs', 'recency'] as const;
export const scorePart = z.enum(scoreParts);
export type ScorePart = (typeof scoreParts)[number];

/** Tags of a lead, as the CRM of a brokerage knows them. */
export const tags = [
  'Needs Qualifying',
  'Buyer-Lead',
  'Seller-Lead',
  'Hot-Lead',
  'Warm-Lead',
  'Cold-Lead',
  'Hot-Buyer',
  'Warm-Buyer',
  'Cold-Buyer',
  'Hot-Seller',
  'Warm-Seller',
  'Cold-Seller',
  'Lead-Qualified',
  'Buyer-Qualified',
  'Seller-Qualified',
  'AI-Qualified',
  'Ready-For-Agent',
  'Investor-Buyer',
  'Investor-Seller',
  'Distressed-Buyer',
  'Distressed-Seller',
  'Needs-Attention',
  'Nurture',
  'Dormant',
  'Appointment-Set',
  'Auto-Booked',
  'Needs-Manual-Scheduling',
  'AI-Off',
  'Human-Follow-Up-Needed',
  'Human-Escalation-Needed',
  'HITL-Review',
  'Objection-Exhausted',
  'Fair-Housing-Alert',
  'Compliance-Review-Needed',
  'TCPA-Opt-Out',
  'CCPA-Deletion-Request',
  'Handoff-Lead-to-Buyer',
  'Handoff-Lead-to-Seller',
  'Handoff-Buyer-to-Lead',
  'Handoff-Buyer-to-Seller',
  'Handoff-Seller-to-Lead',
  'Handoff-Seller-to-Buyer',
  'Handoff-Deferred-Lead-Performance',
  'Handoff-Deferred-Buyer-Performance',
  'Handoff-Deferred-Seller-Performance',
] as const;
export type Tag = (typeof tags)[number];
