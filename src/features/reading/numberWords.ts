const values: Record<string, number> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  'couple of': 2,
  'a couple': 2,
  'a couple of': 2,
  'a pair of': 2,
  'pair of': 2,
  single: 1,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  un: 1,
  una: 1,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
  doce: 12,
  quince: 15,
  veinte: 20,
  treinta: 30,
  cuarenta: 40,
  sesenta: 60,
};

/** Alternatives for a regular expression, longest first: digits and the number words of English and Spanish. */
export const numberPattern = `\\d{1,3}(?:\\.\\d)?|${Object.keys(values)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;

/** "six", "6", "a couple of" → the number; null for anything else. */
export function numberOf(word: string): number | null {
  const known = values[word.toLowerCase()];
  if (known !== undefined) return known;
  const parsed = Number(word);
  return word !== '' && Number.isFinite(parsed) ? parsed : null;
}
