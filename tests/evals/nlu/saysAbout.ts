import type { Span } from '../../../src/features/reading/model.ts';
import { plainText } from '../../../src/features/reading/text/plainText.ts';

const before =
  /(?:\b(?:around|about|approx(?:imately|\.)?|roughly|circa|close to|near(?:ly)?|or so|some|somewhere (?:around|near)|in the (?:region|vicinity|neighbou?rhood|range) of|give or take|como|unos|unas|alrededor de|cerca de|m[aá]s o menos)(?: the)?|~|±)\s?(?:us)?\$?\s?$/i;
const after = /^\s?(?:or so|-?ish|give or take|more or less|mark\b|range\b|m[aá]s o menos|aprox)\b/i;

/** Whether the words of a value call it approximate: "around 950k", "500 or so". The labels of the queries tell that apart; no bot does. */
export function saysAbout(text: string, { start, end }: Span): boolean {
  const plain = plainText(text);
  return before.test(plain.slice(Math.max(0, start - 40), start)) || after.test(plain.slice(end, end + 16));
}
