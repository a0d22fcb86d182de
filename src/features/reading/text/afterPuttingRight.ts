import { matchesIn } from './matchesIn.ts';
import { plainText } from './plainText.ts';

// Two letters are looked at first: looking back from every place of a long text takes most of the time of reading it.
const marks =
  /(?=no|oh|ah|wa|hm|so|we|um|ay|ac|sc|i |ma|co|st|or|pe|qu|me|di)(?<=[\p{L}\d?!.,;)-]\s{0,3})(?:(?:no|oh|ah|wait|hmm?|sorry|well|um|ay)[\s,.]+){0,2}(?:no,? wait|wait,? no|actually|scratch that|i mean(?:t)?|make (?:it|that)|correction|strike that|or rather|perd[oó]n|quise decir|mejor dicho|digo)(?!\p{L})/giu;

/**
 * The words after a correction of one's own ("3 bed, no wait, 4"), with blanks before them, so that every word keeps its position;
 * null where nothing is corrected, or nothing comes after.
 */
export function afterPuttingRight(text: string): string | null {
  const plain = plainText(text);
  const last = matchesIn(marks, plain).at(-1);
  if (last === undefined) return null;
  const from = last.index + last[0].length;
  return plain.slice(from).trim() === '' ? null : ' '.repeat(from) + plain.slice(from);
}
