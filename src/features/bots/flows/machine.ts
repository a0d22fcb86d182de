import type { BotName } from '../../../contract/values.ts';
import type { SlotName } from '../../../contract/vocabulary.ts';
import type { BotState } from '../state/protocol.ts';
import type { Question } from '../state/question.ts';
import type { Move, StepContext } from '../state/stepContext.ts';
import type { MessageReading } from '../understand/readMessage.ts';
import type { Asks } from './wantedSlots.ts';

/** The differences between the bots: their questions, what they listen for, and their next steps. How they talk is `decideReply`. */
export interface Machine {
  bot: BotName;
  /** The slots that it fills, in the order of its questions. */
  slots: readonly SlotName[];
  /** Weight of each slot in the score; together 100. */
  weights: Readonly<Record<string, number>>;
  question(id: string, turn: StepContext): Question | undefined;
  /** Fills slots from one message. */
  listen(turn: StepContext, reading: MessageReading): void;
  next(turn: StepContext): Move;
  /**
   * The missing facts without which no lead is hot, whatever the score; in words for staff. A fact that the brokerage does not ask for
   * is not missing.
   */
  lacksForHot(state: BotState, asks?: Asks): readonly string[];
  /** All that an agent needs to begin with, and that the brokerage asks, is known. */
  isQualified(state: BotState, asks?: Asks): boolean;
}
