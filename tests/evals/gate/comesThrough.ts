import { figuresOf } from '../../../src/features/composing/figuresKnown.ts';
import { passReply } from '../../../src/features/composing/passReply.ts';
import type { Language } from '../../../src/features/reading/model.ts';
import { numberOf } from '../../../src/features/reading/numberWords.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';

/**
 * Whether a visitor reads the sentence unchanged when a model answers with it. Its figures count as known, and with `onFile` its
 * telephone numbers and addresses too: the measure is of words, a figure from nowhere is left out by another rule.
 */
export function comesThrough(text: string, language: Language, onFile: boolean): boolean {
  const spelled = (text.toLowerCase().match(/\p{L}+/gu) ?? []).map(numberOf).filter((figure) => figure !== null);
  const pass = passReply({
    authored: [],
    language,
    channel: 'widget',
    brokerage: 'Barton Ridge Realty',
    listing: null,
    said: [[...figuresOf(text), ...spelled].join(' '), ...(onFile ? [text] : [])],
    askWhom: null,
    logger: silentLogger,
    release() {},
  });
  pass.answer(text);
  pass.endAnswer(true);
  const { cuts, dropped } = pass.finish();
  return cuts === 0 && dropped === 0;
}
