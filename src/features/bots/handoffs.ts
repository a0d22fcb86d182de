import type { BotName } from '../../contract/values.ts';
import { type Handoff, handoffsKept } from './protocol.ts';

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

/** What is known of how hand-overs on a route went: shares 0–1. */
export interface RouteOutcomes {
  samples: number;
  success: number;
}
/** How the bot that would take over does at the moment; `p95OfGoal` 1.2 is 20 % above the goal. */
export interface TargetHealth {
  errors: number;
  p95OfGoal: number;
}
export type HandoffVerdict =
  | { pass: true }
  | { pass: false; reason: 'unsure' | 'self' | 'tie' | 'target-unwell' | 'circular' | 'hourly-limit' | 'daily-limit' };

const enoughSamples = 10;

/** How outcomes move a threshold: down a little where hand-overs went well, up where they did not. */
export function learnedShift({ samples, success }: RouteOutcomes): number {
  if (samples < enoughSamples) return 0;
  if (success > 0.8) return -0.05;
  return success < 0.5 ? 0.1 : 0;
}

/**
 * Whether a conversation may go from one bot to another (domain page §12). `confidence` and `rival`, 0–1: how sure this wish is and the
 * opposite one; `before`: earlier hand-overs of this very conversation; `at`: now, ISO. Blocked means: the present bot goes on.
 */
export function judgeHandoff(wanted: {
  from: BotName;
  to: BotName;
  confidence: number;
  rival?: number;
  at: string;
  before: readonly Handoff[];
  outcomes?: RouteOutcomes;
  health?: TargetHealth | null;
}): HandoffVerdict {
  const { from, to, confidence, rival = 0, before, outcomes, health } = wanted;
  if (from === to) return { pass: false, reason: 'self' };
  if (confidence === rival) return { pass: false, reason: 'tie' };
  const least = (thresholds[`${from}>${to}`] ?? 1) + (outcomes ? learnedShift(outcomes) : 0);
  if (confidence < least) return { pass: false, reason: 'unsure' };
  if (health && (health.errors > 0.1 || health.p95OfGoal > 1.2)) return { pass: false, reason: 'target-unwell' };
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

/** The history with one more, without what is older than a day. */
export function noteHandoff(before: readonly Handoff[], one: Handoff): Handoff[] {
  const oldest = Date.parse(one.at) - dayMs;
  return [...before.filter(({ at }) => Date.parse(at) > oldest), one].slice(-handoffsKept);
}
