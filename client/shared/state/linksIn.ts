/** A run of a text; `href` where it leads somewhere. All runs together are the text, to the letter. */
export interface TextPart {
  words: string;
  href?: string;
}

/** Marks that are not seen, or turn the direction of what is read: an address with one would not be what it seems to be. */
const unseen = '\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff';
const patterns = [
  `(?<url>https?://[^\\s<>"'\`${unseen}]{1,2000})`,
  // Bounded on both sides: a long line without a blank costs no more than its length.
  '(?<email>(?<![\\w.+%-])[\\w.+%-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8})',
  '(?<phone>(?<![\\w$.,/:=-])(?:\\+?1[\\s.-]?)?(?:\\([2-9]\\d{2}\\)\\s?|[2-9]\\d{2}[\\s.-]?)[2-9]\\d{2}[\\s.-]?\\d{4}(?![\\w-]|[.,]\\d))',
  '(?<abroad>(?<!\\w)\\+[2-9]\\d{0,2}(?:[\\s.-]?\\d{2,4}){2,5}(?![\\w-]))',
];
const links = new RegExp(patterns.join('|'), 'giu');

/** Web addresses, email addresses and phone numbers of a text as links; nothing but http(s), mailto and tel is ever one. */
export function linksIn(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(links)) {
    const { url, email, phone, abroad } = match.groups ?? {};
    const words = url === undefined ? match[0] : withoutEnd(url);
    const href = url === undefined ? (email ? `mailto:${email}` : telOf(phone ?? abroad ?? '')) : hrefOf(words);
    if (href === null) continue;
    if (match.index > at) parts.push({ words: text.slice(at, match.index) });
    parts.push({ words, href });
    at = match.index + words.length;
  }
  if (at < text.length) parts.push({ words: text.slice(at) });
  return parts;
}

/** `tel:` with the digits alone; a number of ten digits is of the United States. */
export function telOf(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return `tel:${phone.trim().startsWith('+') ? '+' : digits.length === 10 ? '+1' : digits.length === 11 ? '+' : ''}${digits}`;
}

/** The address without the signs that end a sentence, or close a bracket that was opened before it. */
function withoutEnd(url: string): string {
  let unopened = url.split(')').length - url.split('(').length;
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened -= 1;
    else if (!'.,;:!?*_~]'.includes(last)) break;
  }
  return url.slice(0, end);
}

function hrefOf(words: string): string | null {
  if (!URL.canParse(words)) return null;
  const { protocol, username, password, hostname } = new URL(words);
  // "https://bank.example@evil.example" looks like the one and leads to the other.
  const isPlain = username === '' && password === '' && hostname.includes('.');
  return isPlain && (protocol === 'https:' || protocol === 'http:') ? words : null;
}
