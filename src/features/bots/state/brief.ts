import type { Choice } from '../../../contract/log/parts.ts';
import type { QuestionName } from '../../../contract/vocabulary.ts';

/** A moment that forbids something; `composing/speakTask` has the words of each for the model. */
export const cautions = [
  'gentle',
  'anger',
  'signed',
  'legal',
  'not-a-client',
  'minor',
  'person',
  'fair-housing',
  'offer',
] as const;
export type Caution = (typeof cautions)[number];

/** A question as the rules would put it, what its answer is good for, and its buttons. */
export interface AskedBrief {
  question: QuestionName;
  words: string;
  why: string;
  choices: Choice[];
}

/** The things that a reply must, may, and must not say. Rules decide them; Claude writes around what is said word for word. */
export interface SpeakBrief {
  /** Said word for word before Claude's words; empty: nothing. */
  opens: string;
  /** The same after them: consent, a legal choice, a booking. */
  closes: string;
  /** The actions of this turn, in sentences that may be told to the visitor. */
  done: string[];
  /** The answer of the rules, in sentences that may be told: Claude may use them or leave them. */
  offers: string[];
  /** At most three, of which Claude may ask one. */
  mayAsk: AskedBrief[];
  /** The question that `closes` asks; then `mayAsk` is empty. */
  asks: QuestionName | null;
  careful: Caution[];
}
