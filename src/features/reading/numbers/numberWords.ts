/** One to nine, English and Spanish. */
export const ones: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 },
  ...{ un: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9 },
};

/** Ten to ninety-nine, as far as they are one word. */
export const tens: Readonly<Record<string, number>> = {
  ...{ ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17 },
  ...{ eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70 },
  ...{ eighty: 80, ninety: 90, diez: 10, once: 11, doce: 12, quince: 15, veinte: 20, veinticinco: 25 },
  ...{ treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70, ochenta: 80, noventa: 90 },
};

// "Once a month" counts nothing in English.
const { once: _, ...countedTens } = tens;
const counts: Readonly<Record<string, number>> = {
  ...{ ...ones, ...countedTens, a: 1, an: 1, uno: 1, single: 1 },
  ...{ couple: 2, 'couple of': 2, 'a couple': 2, 'a couple of': 2, 'pair of': 2, 'a pair of': 2 },
};

const alternatives = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');

/** Alternatives for a regular expression, longest first: digits and the words that count. */
export const numberPattern = `\\d{1,3}(?:\\.\\d)?|${alternatives(Object.keys(counts))}`;

/** Alternatives for a regular expression: the words that are a number and nothing else, from two on. */
export const plainNumberPattern = alternatives(
  Object.keys({ ...ones, ...countedTens }).filter((word) => counts[word] !== 1),
);

/** "six", "6", "a couple of", "fifty-one" → the number; null for anything else. */
export function numberOf(word: string): number | null {
  const known = counts[word.toLowerCase()];
  if (known !== undefined) return known;
  const [ten = 0, one = 0] = word
    .toLowerCase()
    .split(/[ -]|\sy\s/)
    .map((part, at) => (at === 0 ? tens[part] : ones[part]) ?? 0);
  if (ten >= 20 && one > 0) return ten + one;
  const parsed = Number(word);
  return word !== '' && Number.isFinite(parsed) ? parsed : null;
}
