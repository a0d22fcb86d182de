import { numberPattern } from '../../src/features/reading/numbers/numberWords.ts';
import { fixTypos } from '../../src/features/reading/text/fixTypos.ts';
import { matchesIn } from '../../src/features/reading/text/matchesIn.ts';
import { normalise } from '../../src/features/understanding/featuresOf.ts';

const number = new RegExp(`(?<!\\p{L})(?:0+(?:[.,/:]0+)*|${numberPattern})(?!\\p{L})`, 'giu');
/** A word with a capital that does not open a sentence: of a person, a street or a place. */
const name = /(?<=[\p{L}\d,;]\s)\p{Lu}\p{Ll}+/gu;

/** A line with every number, name and spelling folded into one: lines of one template become one. */
export function foldLine(text: string): string {
  const { text: mended } = fixTypos(text);
  const unnamed = matchesIn(name, mended).reduceRight(
    (left, { 0: word, index }) => `${left.slice(0, index)}x${left.slice(index + word.length)}`,
    mended,
  );
  return normalise(unnamed)
    .replace(number, '0')
    .replace(/[^\p{L}0]+/gu, ' ')
    .trim();
}
