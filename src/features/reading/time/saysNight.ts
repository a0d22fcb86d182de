import type { Span } from '../model.ts';

const before = /(?:tonight|this evening|esta noche),? $/i;
const after = /^,? (?:tonight|(?:this|in the) evening|at night|esta noche|(?:de|en|por) la noche)(?!\p{L})/iu;

/** "Tonight after 8", "after 8 tonight": which half of the day an hour is of, by the words right beside it. */
export const saysNight = (plain: string, { start, end }: Span): boolean =>
  before.test(plain.slice(Math.max(0, start - 20), start)) || after.test(plain.slice(end, end + 24));
