import type { BotName } from '../../../contract/values.ts';
import { type Handoff, handoffsKept } from '../state/protocol.ts';

/** How sure it must be, at least, that another bot serves the visitor better. */
const thresholds: Readonly<Record<string, number>> = {
  'lead>buyer': 0.7,
  'lead>seller': 0.7,
  'buyer>seller': 0.8,
  'seller>buyer': 0.6,
};
const minuteMs = 60_000;
const circleMs = 30 * minuteMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const perHour = 3;
const perDay = 10;

/** The bots as tags name them. */
export const botNames = { lead: 'Lead', buyer: 'Buyer', seller: 'Seller' } as const;

/** A route's name, as thresholds and outcomes are kept under it: `lead>buyer`. */
export const routeOf = ({ from, to }: { from: BotName; to: BotName }): string => `${from}>${to}`;

/** The outcomes of hand-overs on a route: shares 0–1. */
export interface RouteOutcomes {
  samples: number;
  success: number;
}
const enoughSamples = 10;

/** How outcomes move a threshold: down a little where hand-overs went well, up where they did not. Never further. */
export function learnedShift({ samples, success }: RouteOutcomes): number {
  if (samples < enoughSamples) return 0;
  if (success > 0.8) return -0.05;
  return success < 0.5 ? 0.1 : 0;
}

/** How a bot does at the moment: the share of turns that failed, and its p95 by the goal (1.2 is 20 % above it). */
export interface BotHealth {
  errors: number;
  p95OfGoal: number;
}

/** `warn`: the bot still gets conversations, and the team's log says so; `unwell`: it gets no new ones. */
export function bandOf({ errors, p95OfGoal }: BotHealth): 'well' | 'warn' | 'unwell' {
  if (errors > 0.1 || p95OfGoal > 1.2) return 'unwell';
  return errors >= 0.05 || p95OfGoal > 1 ? 'warn' : 'well';
}

type HandoffVerdict =
  | { pass: true }
  | { pass: false; reason: 'unsure' | 'self' | 'target-unwell' | 'circular' | 'hourly-limit' | 'daily-limit' };

/**
 * Whether a conversation may go from one bot to another. `confidence` 0–1: how sure the wish is; `before`: earlier
 * hand-overs of this very conversation; `at`: now, ISO; `shift`: the lesson of the route's outcomes. When blocked, the present bot goes on.
 */
export function judgeHandoff(wanted: {
  from: BotName;
  to: BotName;
  confidence: number;
  at: string;
  before: readonly Handoff[];
  shift?: number;
  isUnwell?: boolean;
}): HandoffVerdict {
  const { from, to, confidence, before, shift = 0, isUnwell = false } = wanted;
  if (from === to) return { pass: false, reason: 'self' };
  const least = (thresholds[routeOf(wanted)] ?? 1) + shift;
  // Sums of fractions: .8 + .1 is a hair above .9.
  if (confidence < least - 1e-9) return { pass: false, reason: 'unsure' };
  if (isUnwell) return { pass: false, reason: 'target-unwell' };
  const now = Date.parse(wanted.at);
  const within = (ms: number) => before.filter(({ at }) => now - Date.parse(at) < ms);
  if (within(circleMs).some((one) => one.from === from && one.to === to)) return { pass: false, reason: 'circular' };
  if (within(hourMs).length >= perHour) return { pass: false, reason: 'hourly-limit' };
  if (within(dayMs).length >= perDay) return { pass: false, reason: 'daily-limit' };
  return { pass: true };
}

const retryMinutes = 30;
const mostDeferrals = 3;

/** When to try again after the target was unwell, ISO; null once it was put off three times. */
export const retryAt = (at: string, deferrals: number): string | null =>
  deferrals >= mostDeferrals ? null : new Date(Date.parse(at) + retryMinutes * minuteMs).toISOString();

const revertMs = 10 * minuteMs;
/** A hand-over that is reversed within ten minutes counts as wrong. Both times ISO. */
export const isWithinRevert = (handedAt: string, at: string): boolean =>
  Date.parse(at) - Date.parse(handedAt) <= revertMs;

/** The history with one more, without what is older than a day. */
export function noteHandoff(before: readonly Handoff[], one: Handoff): Handoff[] {
  const oldest = Date.parse(one.at) - dayMs;
  return [...before.filter(({ at }) => Date.parse(at) > oldest), one].slice(-handoffsKept);
}
