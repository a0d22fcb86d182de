import type { ContactWay, InterventionState, LadderStep, RiskTier } from '../../contract/interventions.ts';
import type { Basis } from '../../contract/log/parts.ts';
import type { Evidence } from '../../contract/values.ts';
import type { ContactLimits } from '../reading/optOut/contactLimits.ts';

/** A lead, as far as it decides whether they are followed up now; times in ms since the epoch. */
export interface CoolingLead {
  /** The oldest record of the person, which stands for them. */
  leadId: string;
  /** Their newest talk. */
  conversationId: string;
  /** When they last wrote; null where that is not known. */
  lastWordsAt: number | null;
  /** A date that was promised to them or by them. */
  promisedAt: number | null;
  /** The reading of churn, 0–1; null where nothing was observed. */
  risk: number | null;
  evidence: readonly Evidence[];
  /** They want no messages at all, or none by any way that leads to them. */
  isOptedOut: boolean;
  /** How they may be reached; null where they agreed to none, or nothing leads to them. */
  way: ContactWay | null;
  limits: ContactLimits;
  /** Somebody of the team is talking with them, or owes them a word. */
  isTalking: boolean;
  /** When their next appointment begins. */
  appointmentAt: number | null;
  /** Those of before, in any order. */
  proposals: readonly Pick<Proposal, 'id' | 'step' | 'silentSince' | 'state' | 'createdAt'>[];
}

/** Words for a person, and how the workshop came to them. */
export interface ProposalDraft {
  text: string;
  subject?: string | undefined;
  language: string;
  basis: Basis;
}

/** A follow-up that `plan` decided on, before there are words for it. */
export interface Plan {
  id: string;
  leadId: string;
  conversationId: string;
  step: LadderStep;
  silentSince: number;
  risk: number | null;
  tier: RiskTier;
  tierBy: 'churn' | 'silence';
  evidence: readonly Evidence[];
  way: ContactWay;
  createdAt: number;
}

export interface Proposal extends Plan {
  tenantId: string;
  /** All records of the person as they were then: a message to any of them withdraws it. */
  leadIds: readonly string[];
  name: string | null;
  draft: ProposalDraft;
  state: InterventionState;
  decided: Decision | null;
  /** Of one that was sent or became a task. */
  outcome: Outcome;
}
export interface Decision {
  at: number;
  by: { id: string; name: string };
  reason?: string | undefined;
}

/** `through`: up to when it was looked at. */
export interface Outcome {
  through: number;
  repliedAt: number | null;
  optedOutAt: number | null;
  appointmentAt: number | null;
}

/** When and how often somebody may be followed up. Hours by the wall of the brokerage. */
export interface ProposalPolicy {
  zone: string;
  fromHour: number;
  sundayFromHour: number;
  untilHour: number;
}

/** Some states allow calls and texts until 20 o'clock only, and Texas from noon on Sundays; nobody is called before nine. */
export const usualHours = { fromHour: 9, sundayFromHour: 12, untilHour: 20 } as const;

export const dayMs = 86_400_000;
/** At most so many proposals of one lead in so many days. */
export const caps = [
  { days: 7, most: 1 },
  { days: 30, most: 3 },
] as const;
/** An open proposal that nobody decides on for so long is over. */
export const openForMs = 7 * dayMs;
/** After a word of anybody a talk of the team's counts as open for so long. */
export const talkOpenMs = 14 * dayMs;
/** A reply counts within so long of a follow-up; everything else that is recorded within `watchedMs`. */
export const replyWithinMs = 3 * dayMs;
export const watchedMs = 14 * dayMs;
