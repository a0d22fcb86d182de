import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Read } from '../model.ts';
import { readAt, spanOf } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { readName } from './readName.ts';

const email = /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])/i;
/** "ana at example dot com", "ana(at)gmail.com", "ana @ example.com", "ana arroba correo punto mx". */
const spelledEmail =
  /(?<![\w.%+-])([\w.%+-]{1,64}) ?(?:@|\(at\)|\[at\]|(?<= )at(?= )|(?<= )arroba(?= )) ?([a-z\d-]{1,40}(?: ?(?:\(dot\)|\[dot\]|(?<= )dot(?= )|(?<= )punto(?= )|\.) ?[a-z\d-]{2,24}){1,3})(?![\w@-])/i;
const byWord = /(?:\(dot\)|\[dot\]| dot | punto )/i;
const provider = /^(?:gmail|yahoo|hotmail|outlook|icloud|aol|live|msn|proton(?:mail)?|me|mail)\./i;

/**
 * Ways to reach and call somebody, as they gave them; an address spelled out is put together. `askedName`: the whole message may be
 * their name, in any case.
 */
export function readContact(
  text: string,
  options: { askedName?: boolean } = {},
): { name: Read<string> | null; phone: Read<string> | null; email: Read<string> | null } {
  const plain = plainText(text);
  const phone = phoneIn(text, plain);
  const address = whole(email, text, plain) ?? spelledOut(plain);
  const reached = [phone, address].filter((one) => one !== null);
  return { name: readName(text, reached, options), phone, email: address };
}

/** The first number that can be dialed, of North America where it names no country. */
function phoneIn(text: string, plain: string): Read<string> | null {
  // No number has fewer digits, and most messages have none: to look for one costs a tenth of reading a message.
  if (!/(?:\d\D*){7}/.test(plain)) return null;
  const [found] = findPhoneNumbersInText(plain, 'US');
  if (found === undefined) return null;
  const { startsAt: start, endsAt: end } = found;
  return { value: text.slice(start, end), start, end };
}

function spelledOut(plain: string): Read<string> | null {
  const match = spelledEmail.exec(plain);
  if (!match) return null;
  const [whole, local = '', domain = ''] = match;
  // "Meet at noon. Ok": a full stop alone makes no address.
  if (!whole.includes('@') && !byWord.test(domain) && !provider.test(domain)) return null;
  const value = `${local}@${domain.replace(/ ?(?:\(dot\)|\[dot\]|(?<= )(?:dot|punto)(?= )|\.) ?/gi, '.')}`;
  return readAt(value, match);
}

function whole(pattern: RegExp, text: string, plain: string): Read<string> | null {
  const match = pattern.exec(plain);
  if (!match) return null;
  const { start, end } = spanOf(match);
  return { value: text.slice(start, end).trim(), start, end };
}

/** A phone number in the form that numbers are compared in (`+15125550101`); of North America where it names no country. Null when it is none. */
export function phoneKeyOf(value: string): string | null {
  if (!/^[\s\d().+-]+$/.test(value)) return null;
  const read = parsePhoneNumberFromString(value, 'US');
  return read?.isValid() === true ? read.number : null;
}

/** An e-mail address in the form that addresses are compared in. Null when it is none. */
export function emailKeyOf(value: string): string | null {
  const trimmed = value.trim().toLowerCase();
  return email.exec(trimmed)?.[0] === trimmed && trimmed.length <= 254 ? trimmed : null;
}
