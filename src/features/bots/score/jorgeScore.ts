import type { BotState } from '../state/protocol.ts';
import { answerOf } from '../state/stepContext.ts';

const percents = [5, 15, 30, 50, 65, 75, 85, 100] as const;
const enoughForAgent = 5;
const counted = [
  ['budget', 'price'],
  ['area', 'address'],
  ['timeline'],
  ['beds', 'baths', 'features'],
  ['preApproval'],
  ['motivation'],
  ['condition'],
] as const;

/** Jorge's own count, 0–7: budget or price, place, timeline, what the home must have (one point together), financing, motivation, condition. */
export function jorgeScoreOf(state: BotState): number {
  let count = 0;
  for (const slots of counted) if (isAnyKnown(state, slots)) count += 1;
  return count;
}

function isAnyKnown(state: BotState, slots: readonly string[]): boolean {
  for (const slot of slots) if (answerOf(state, slot) !== undefined) return true;
  return false;
}

/** The share of the way to a full picture that a count stands for. */
export const jorgePercentOf = (count: number): number => percents[count] ?? 100;

/** Five of seven: the lead is ready for an agent. */
export const isReadyForAgent = (count: number): boolean => count >= enoughForAgent;
