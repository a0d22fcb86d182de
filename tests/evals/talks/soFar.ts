import type { ScriptedLine } from './model.ts';

/** A talk up to some line, as far as the next reply is graded by it. */
export interface SoFar {
  /** The words of the reply before. */
  words: string;
  /** Slots that were told, the line's own among them. */
  told: ReadonlySet<string>;
  /** The reply before asked a question of the form; how many such questions were passed over in a row. */
  asked: boolean;
  ignored: number;
}
export const atFirst: SoFar = { words: '', told: new Set(), asked: false, ignored: 0 };

/** What Jorge asks of his own accord. Where somebody can be reached, and when, follows from what they want. */
const form: ReadonlySet<string> = new Set([
  'intent',
  'first',
  'budget',
  'preApproval',
  'beds',
  'baths',
  'area',
  'timeline',
  'address',
  'motivation',
  'condition',
  'price',
  'repairs',
  'authority',
  'mortgageBalance',
  'homeBeds',
  'homeBaths',
]);

export const slotsAsked = (acts: readonly string[]): string[] =>
  acts.flatMap((act) => /^ask-(.+)$/.exec(act)?.[1] ?? []);
export const asksForm = (acts: readonly string[]): boolean => slotsAsked(acts).some((slot) => form.has(slot));

/** With a line that was said. */
export function withLine(soFar: SoFar, { reading }: Pick<ScriptedLine, 'reading'>): SoFar {
  const told = new Set(soFar.told);
  for (const { name, op } of reading.slots) {
    if (op === 'clear') told.delete(name);
    else told.add(name);
  }
  const answers = reading.acts.some((act) => ['answers', 'agrees', 'refuses', 'corrects'].includes(act));
  return { ...soFar, told, ignored: soFar.asked && !answers ? soFar.ignored + 1 : 0 };
}

/** With the reply to it. */
export const withReply = (soFar: SoFar, { acts, words }: { acts: readonly string[]; words: string }): SoFar => ({
  ...soFar,
  words,
  asked: asksForm(acts),
});
