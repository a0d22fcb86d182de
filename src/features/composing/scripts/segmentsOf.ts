/** The letters that a text message sends in 7 bits; those of the second row count twice. */
const basic = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]$/;
const extended = /^[\^{}\\[~\]|€\f]$/;

const plainer: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/** The same words with the marks of a keyboard: one curly apostrophe more than halves what a segment holds. */
export const forText = (words: string): string =>
  words.replace(/[‘’“”–—…\u00a0\u202f]/g, (mark) => plainer[mark] ?? mark);

/**
 * How many segments a text message is sent and charged as: 160 signs of GSM-7 in one or 153 in each of several, 70 or 67 once any
 * letter is outside of it.
 */
export function segmentsOf(text: string): number {
  const signs = [...text];
  const isBasic = signs.every((sign) => basic.test(sign) || extended.test(sign));
  const length = isBasic ? signs.reduce((sum, sign) => sum + (extended.test(sign) ? 2 : 1), 0) : text.length;
  const [single, each] = isBasic ? [160, 153] : [70, 67];
  return length <= single ? 1 : Math.ceil(length / each);
}
