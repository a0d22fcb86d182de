import type { BotState } from '../state/protocol.ts';
import { answerOf } from '../state/stepContext.ts';

/** One pillar of the readiness score, from the visitor's own words, or null. */
type Pillar = 'high' | 'low' | null;
interface Pillars {
  motivation: Pillar;
  timeline: Pillar;
  condition: Pillar;
  price: Pillar;
}

const nearDays = 60;
const farDays = 365;
const pressing = new Set(['inherited', 'divorce', 'financial', 'relocation']);

/** The observed signs, from the slots first, then from single words of the visitor. */
export function pillarsOf(state: BotState): Pillars {
  const reason = answerOf(state, 'motivation');
  const condition = answerOf(state, 'condition');
  return {
    motivation: typeof reason === 'string' && pressing.has(reason) ? 'high' : state.marks.motivation,
    timeline: timelinePillar(answerOf(state, 'timeline')) ?? state.marks.timeline,
    condition:
      condition === 'needs_work' || condition === 'major_repairs'
        ? 'high'
        : condition === 'move_in_ready'
          ? 'low'
          : state.marks.condition,
    price: state.marks.price,
  };
}

function timelinePillar(value: unknown): Pillar {
  if (typeof value !== 'object' || value === null) return null;
  const { minDays, maxDays, accepted } = value as { minDays?: unknown; maxDays?: unknown; accepted?: unknown };
  if (accepted === false) return 'low';
  if (accepted === true || (typeof maxDays === 'number' && maxDays <= nearDays)) return 'high';
  if (maxDays === null || (typeof minDays === 'number' && minDays >= farDays)) return 'low';
  return null;
}

const neutral = 50;
const points = {
  motivation: { high: 85, low: 20, weight: 0.35 },
  timeline: { high: 90, low: 20, weight: 0.3 },
  condition: { high: 85, low: 20, weight: 0.2 },
  price: { high: 85, low: neutral, weight: 0.15 },
} as const;

/** Financial readiness (FRS), 24.5 to 86.5; a pillar that nothing is known about counts 50. */
export const frsOf = (pillars: Pillars): number =>
  (Object.keys(points) as (keyof Pillars)[]).reduce((sum, name) => {
    const level = pillars[name];
    return sum + points[name].weight * (level === null ? neutral : points[name][level]);
  }, 0);

/** At least one pillar is known: without one there is no readiness to speak of. */
export const isObserved = ({ motivation, timeline, condition, price }: Pillars): boolean =>
  (motivation ?? timeline ?? condition ?? price) !== null;
