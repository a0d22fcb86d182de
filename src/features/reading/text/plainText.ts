import { plainMarks } from '../../../kernel/bareLetters.ts';

const special = /[\u0060\u00a0\u00b4\u02bc\u2000-\u202f\u2212]/;

/**
 * The same text with curly quotes, special spaces and dashes made plain, unit for unit, so that offsets
 * into the result are offsets into the original.
 */
export function plainText(text: string): string {
  // Every reader of one message asks for the same text in a row, and most people type nothing special.
  if (!special.test(text)) return text;
  return plainMarks(text).replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ');
}
