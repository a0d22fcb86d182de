/**
 * The same text with curly quotes, special spaces and dashes made plain, unit for unit, so that offsets
 * into the result are offsets into the original.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-');
}
