import type { Language } from '../reading/model.ts';

/** The same thing in several wordings per language. `{brokerage}`, `{assistant}`, `{value}` are filled in. */
export type Wordings = Readonly<Record<Language, readonly string[]>>;

/** One thing to ask, at least three wordings each, so that it never comes twice in a row in the same words. */
export interface Question {
  /** Also the name of the slot it fills. */
  id: string;
  wordings: Wordings;
  /** Stands for `{value}`. */
  value?: string;
  choices?: readonly { id: string; label: Readonly<Record<Language, string>>; value: unknown }[];
}
