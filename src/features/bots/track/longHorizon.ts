import type { BotState } from '../state/protocol.ts';
import { answerOf } from '../state/stepContext.ts';

const yearDays = 365;

/** Nothing happens within twelve months, by their own word: such a lead is cold, and is not pressed for a time. */
export function hasLongHorizon(state: BotState): boolean {
  const value = answerOf(state, 'timeline');
  if (typeof value !== 'object' || value === null) return false;
  const { minDays, maxDays } = value as { minDays?: unknown; maxDays?: unknown };
  if (typeof minDays !== 'number') return false;
  return minDays > yearDays || (minDays === yearDays && maxDays === null);
}
