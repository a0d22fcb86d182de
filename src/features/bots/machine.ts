import type { BotName } from '../../contract/values.ts';
import type { Heard } from './hear.ts';
import type { BotState } from './protocol.ts';
import type { Question } from './question.ts';
import type { Move, Turn } from './turn.ts';

/** What differs between the bots: what they ask, what they listen for, what comes next. How they talk is `converse`. */
export interface Machine {
  bot: BotName;
  /** What it is out to learn, in the order of its questions. */
  slots: readonly string[];
  /** Of each slot in the score; they add up to 100. */
  weights: Readonly<Record<string, number>>;
  question(id: string, turn: Turn): Question | undefined;
  /** Fills slots from one message. */
  listen(turn: Turn, heard: Heard): void;
  next(turn: Turn): Move;
  /** The facts that are not there yet and without which nobody is called hot, whatever the score: in words for staff. */
  lacksForHot(state: BotState): readonly string[];
  /** All that an agent needs to begin with is known. */
  isQualified(state: BotState): boolean;
}
