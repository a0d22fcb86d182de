import type { QuestionName, SlotName } from '../../../contract/vocabulary.ts';
import type { Language } from '../../reading/model.ts';

/** The same thing in several wordings per language. `{brokerage}`, `{assistant}`, `{value}` are filled in. */
export type Wordings = Readonly<Record<Language, readonly string[]>>;

/** One thing to ask, at least three wordings each, so that it never comes twice in a row in the same words. */
export interface Question {
  id: QuestionName;
  wordings: Wordings;
  /** Stands for `{value}`. */
  value?: string;
  choices?: readonly { id: string; label: Readonly<Record<Language, string>>; value: unknown }[];
}
/** A question that fills the slot of its own name. */
export type SlotQuestion = Question & { id: SlotName };

/** Questions whose buttons or times stay open until they are answered. */
export const standsOnScreen: ReadonlySet<string> = new Set(['slot', 'showing', 'showingAlone', 'represented']);
