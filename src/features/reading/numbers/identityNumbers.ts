const wide = /[\uff10-\uff19]/g;
const dashes = /[\u2010-\u2015\u2212]/g;
const social = /(?<![\d-])\d{3}([-. ])\d{2}\1\d{4}(?![\d-])/g;
const card =
  /(?<![\d$.,-])(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}(?:\1\d{1,3})?|\d{4}([ -])\d{6}\2\d{4,5})(?![\d-])/g;
const iban = /(?<![A-Za-z\d])[A-Za-z]{2}\d{2}(?: ?[A-Za-z\d]{4}){2,7}(?: ?[A-Za-z\d]{1,3})?(?![A-Za-z\d])/g;
const nineDigits = /(?<![\d$.,-])\d{9}(?![\d-]|[.,]\d)/g;
/** A number that only the words before it make one: "account 12345678", "pasaporte C01234567". */
const named =
  /\b(?:accounts?|acct|checking|savings|cuenta|routing|aba|transit|ruta|ssn|social(?: security)?|seguro social|itin|tax id|passport|pasaporte)(?: (?:is|es|it's|no|num(?:ber)?|number|numero|núm(?:ero)?|número|bancaria|de cheques|#|number is|de banco))*\.?[ :#=-]{0,3}(?<number>[A-Z]{0,2}\d(?:[ -]?\d){5,16})(?![\d-])/giu;
const speaksOfBank =
  /\b(?:routing|aba|bank|account|acct|wire|transit|banco|cuenta|ruta|ssn|social|seguro social|itin|tax id)\b/i;
const keptDigits = 4;
/** Every number that is masked has six digits in a row, or begins as an IBAN does. Most messages have neither, and cost no more than this. */
const mayHold = /(?:[\d\uff10-\uff19][ .\u2010-\u2015\u2212-]?){6}|[A-Za-z]{2}[\d\uff10-\uff19]{2}/;

/**
 * The text with every Social Security, card, bank, routing and passport number and IBAN as dots but for its last four, unit for unit,
 * so that offsets stay right. Telephone numbers, prices, ZIP codes, dates and numbers of listings stay.
 */
export function maskIdentityNumbers(text: string): string {
  if (!mayHold.test(text)) return text;
  const plain = text
    .replace(wide, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48))
    .replace(dashes, '-');
  const units: string[] = [];
  const hide = (start: number, found: string): void => {
    for (let at = units.length; at < text.length; at += 1) units.push(text.charAt(at));
    let left = (found.match(/[A-Za-z\d]/g) ?? []).length - keptDigits;
    for (let at = 0; at < found.length && left > 0; at += 1) {
      if (!/[A-Za-z\d]/.test(found.charAt(at))) continue;
      units[start + at] = '•';
      left -= 1;
    }
  };
  for (const found of plain.matchAll(social)) hide(found.index, found[0]);
  for (const found of plain.matchAll(card)) if (isCard(found[0])) hide(found.index, found[0]);
  for (const found of plain.matchAll(iban)) if (isIban(found[0])) hide(found.index, found[0]);
  const bank = speaksOfBank.test(plain);
  for (const found of plain.matchAll(nineDigits))
    if (isRouting(found[0]) && (bank || found[0].startsWith('0'))) hide(found.index, found[0]);
  for (const found of plain.matchAll(named)) {
    const number = found.groups?.number ?? '';
    if (!isPhone(number)) hide(found.index + found[0].length - number.length, number);
  }
  return units.length === 0 ? text : units.join('');
}

const digitsOf = (text: string): number[] => (text.match(/\d/g) ?? []).map(Number);
const isPhone = (text: string): boolean => /^\d{3}[ -]\d{3}[ -]\d{4}$/.test(text);

/** By its first digit and Luhn's sum. */
function isCard(text: string): boolean {
  const digits = digitsOf(text);
  const sum = digits
    .toReversed()
    .map((digit, at) => (at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2))
    .reduce((a, b) => a + b, 0);
  return [2, 3, 4, 5, 6].includes(digits[0] ?? 0) && sum % 10 === 0;
}

function isRouting(text: string): boolean {
  const weights = [3, 7, 1];
  return digitsOf(text).reduce((sum, digit, at) => sum + digit * (weights[at % 3] as number), 0) % 10 === 0;
}

function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '').toUpperCase();
  const moved = plain.slice(4) + plain.slice(0, 4);
  let rest = 0;
  for (const sign of moved) {
    const value = /\d/.test(sign) ? sign : String(sign.charCodeAt(0) - 55);
    for (const digit of value) rest = (rest * 10 + Number(digit)) % 97;
  }
  return plain.length >= 15 && rest === 1;
}
