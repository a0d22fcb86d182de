import { asItLooks } from '../../kernel/bareLetters.ts';

// Each begins where a word begins: tried at every sign of a long one, it would cost its length squared.
const dots = /[。．｡․‧∙]/g;
const scheme = /\b(?:https?:|www\.|mailto:|tel:|[a-z][a-z+]{1,9}:\/\/)\S*/gi;
const address = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const ip = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])\S*/g;
/** A dotted name, whatever its ending. "two homes.The first": a sentence that lacks its space is none, nor is "e.g.this". */
const dotted =
  /(?<![\w\p{L}@.-])-*[\p{L}\d][\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:\p{Ll}{2,24}|\p{Lu}{2,24})(?![\p{L}\d])(?:[/?#:]\S*)?/gu;
const known = /(?<![\w\p{L}@-])[\p{L}\d-]+\.(?:com|net|org|io|co|us|info|biz|app|dev|ai|me|ly|tv|example|test)\b\S*/giu;
const notNames = /^(?:sq\.ft|p\.ej|a\.m|p\.m|ee\.uu|ph\.d|u\.s)\b/i;
const ending = '(?:com|net|org|io|co|info|biz|app|dev|ai|ly|tv|xyz|online|gov|edu|mx|cc|gg|example|test)';
/** "evil dot com slash deal", "bit punto ly diagonal casa", and a name spelled out letter by letter. */
const spoken = new RegExp(
  `(?<![\\p{L}\\d-])[\\p{L}\\d-]+[ -]?(?:\\bdot\\b|\\bpunto\\b)[ -]?${ending}(?![\\p{L}\\d])|\\b(?:dot|punto) \\p{L}+ (?:slash|diagonal|barra)\\b|\\b(?:arroba)\\b`,
  'giu',
);
const spelledOut =
  /(?<!\p{L})\p{L}(?:[-_ .]\p{L}+){0,30}[-_ .](?:dot|punto)[-_ .]\p{L}(?:[-_ .]\p{L}){1,6}(?!\p{L})/giu;
const pictureCode = /\bqr\b/gi;

/** Every page, address or code that words lead to, however it is written. */
export function linksIn(text: string): string[] {
  const plain = text.replace(dots, '.');
  const looks = asItLooks(plain);
  const forms = looks === plain.toLowerCase() ? [plain] : [plain, looks];
  const found = forms.flatMap((form) =>
    [scheme, address, ip, dotted, known, spoken, spelledOut, pictureCode].flatMap(
      (pattern) => form.match(pattern) ?? [],
    ),
  );
  return [...new Set(found)].filter((one) => !notNames.test(one));
}

/** The email addresses in what somebody wrote: those may be read back to them. */
export const addressesIn = (text: string): string[] => text.match(address) ?? [];
