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
export const jorgeScoreOf = (state: BotState): number =>
  counted.filter((slots) => slots.some((slot) => answerOf(state, slot) !== undefined)).length;

/** The share of the way to a full picture that a count stands for. */
export const jorgePercentOf = (count: number): number => percents[count] ?? 100;

/** Five of seven: the lead is ready for an agent. */
export const isReadyForAgent = (count: number): boolean => count >= enoughForAgent;
