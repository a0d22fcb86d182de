import type { Money, Read } from '../model.ts';
import { spanOf } from '../text/matchesIn.ts';
import { readMoney } from './readMoney.ts';

const owes =
  /\b(?:ow(?:e|ed|ing)|debemos|debo|mortgage (?:is|of|balance(?: is| of)?)|hipoteca (?:es )?de)(?: (?:about|around|roughly|like|some|still|como|unos))* (\$?\d[\d.,]*(?: ?(?:k|m|thousand|million|mil|mill[oó]n(?:es)?)\b)?)/i;
const underwater =
  /\b(?:underwater|upside[- ]down (?:on|with|in)|ow(?:e|ed|ing)\b[^.?!]{0,50}\bmore than\b|deb(?:o|emos) m[aá]s de lo que)/i;

/** Reads what somebody says of the loan on their home: its balance, and whether that is more than the home is worth. */
export function readOwed(text: string): {
  balance: Read<Money> | null;
  isUnder: { start: number; end: number } | null;
} {
  const sum = owes.exec(text);
  const amount = sum?.[1];
  const money = amount === undefined ? null : readMoney(amount, { bare: true });
  const start = sum === null || amount === undefined ? 0 : sum.index + sum[0].length - amount.length;
  const under = underwater.exec(text);
  return {
    balance: money && amount !== undefined ? { value: money.value, start, end: start + amount.length } : null,
    isUnder: under && spanOf(under),
  };
}
