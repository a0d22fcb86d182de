import { matchesIn } from '../text/matchesIn.ts';
import { ones, tens } from './numberWords.ts';

/** A number in words: "four hundred fifty thousand", "two fifty", "trescientos cincuenta mil". */
interface SpokenSum {
  start: number;
  end: number;
  number: number;
  /** True when it names its thousands or millions; otherwise its unit is open. */
  whole: boolean;
}

const hundreds: Readonly<Record<string, number>> = {
  ...{ cien: 100, ciento: 100, doscientos: 200, trescientos: 300, cuatrocientos: 400, quinientos: 500 },
  ...{ seiscientos: 600, setecientos: 700, ochocientos: 800, novecientos: 900 },
};
const scales: Readonly<Record<string, number>> = {
  ...{ hundred: 100, thousand: 1000, grand: 1000, k: 1000, mil: 1000, million: 1_000_000, mill: 1_000_000 },
  ...{ millon: 1_000_000, millones: 1_000_000, milion: 1_000_000 },
};
const fractions: Readonly<Record<string, number>> = { a: 1, an: 1, half: 0.5, quarter: 0.25 };
const spanish =
  /^(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veint\w+|(?:tre|cuar|cincu|ses|set|och|nov)enta|cien|\w+ientos|quinientos)$/;
const word = `(?:half(?: of)?(?: an?)?|(?:a )?quarter(?: of a)?|an?|medio|${[ones, tens, hundreds]
  .flatMap((words) => Object.keys(words))
  .concat('hundred|thousand|grand|k|mil|mill|million|mill?[oó]n|mill?ones')
  .join('|')})`;
const run = new RegExp(`(?<![\\p{L}\\d.,])(?<!\\bpoint )${word}(?:(?:[ -]| and | y )${word})*(?![\\p{L}\\d])`, 'giu');
const hint =
  /half|quarter|hundred|thousand|grand|mil|medio|cien|ient|ty\b|(?:two|three|four|five|six|seven|eight|nine)\b/i;

/** Every number in words of a plain text, in order. A run of words that is no number ("nineteen ninety") is left out. */
export function spokenSums(plain: string): SpokenSum[] {
  if (!hint.test(plain)) return [];
  const found: SpokenSum[] = [];
  const take = (words: string, start: number): boolean => {
    const read = sumOf(words.toLowerCase());
    if (read) found.push({ start, end: start + words.length, ...read });
    return read !== null;
  };
  for (const { 0: words, index } of matchesIn(run, plain)) {
    if (take(words, index)) continue;
    // "Between three and four hundred thousand" is two.
    const joint = / (?:and|y) /i.exec(words);
    if (joint && take(words.slice(0, joint.index), index))
      take(words.slice(joint.index + joint[0].length), index + joint.index + joint[0].length);
  }
  return found;
}

function sumOf(words: string): { number: number; whole: boolean } | null {
  const parts = words
    .replace(/ó/g, 'o')
    .replace(/half(?: of)?(?: an?)?|medio/, 'half')
    .replace(/(?:a )?quarter(?: of a)?/, 'quarter')
    .split(/[ -]/)
    .filter((part) => part !== 'and' && part !== 'y');
  if (parts.length === 1 && (parts[0] as string) in fractions) return null;
  let [total, current, whole, isSpanish] = [0, 0, false, false];
  for (const [at, part] of parts.entries()) {
    isSpanish ||= spanish.test(part);
    const scale = scales[part];
    if (part in fractions) {
      if (at > 0) return null;
      current = fractions[part] as number;
    } else if (scale === undefined) {
      const value = hundreds[part] ?? tens[part] ?? ones[part] ?? 0;
      // "Four fifty" leaves its "hundred" out.
      if (value >= 10 && value < 100 && Number.isInteger(current) && current > 0 && current < 10) current *= 100;
      else if (!follows(value, current)) return null;
      current += value;
    } else if (current === 0) return null;
    else if (scale === 100) current *= 100;
    else {
      // "Two mil" is an American's two million, "dos mil" a Spaniard's two thousand.
      total += current * (part === 'mil' && !isSpanish && current < 20 ? 1_000_000 : scale);
      current = 0;
      whole = true;
    }
  }
  return { number: total + current, whole };
}

const follows = (value: number, current: number): boolean =>
  current === 0 ||
  (value >= 10
    ? value < 100 && current % 100 === 0
    : current % 10 === 0 && (current % 100 === 0 || current % 100 >= 20));
