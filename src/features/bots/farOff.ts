import type { BotState } from './protocol.ts';
import { answerOf } from './turn.ts';

const yearDays = 365;

/** Nothing happens within twelve months, by their own word: cold, and not pressed for a time (domain page §10). */
export function isFarOff(state: BotState): boolean {
  const value = answerOf(state, 'timeline');
  if (typeof value !== 'object' || value === null) return false;
  const { minDays, maxDays } = value as { minDays?: unknown; maxDays?: unknown };
  if (typeof minDays !== 'number') return false;
  return minDays > yearDays || (minDays === yearDays && maxDays === null);
}
