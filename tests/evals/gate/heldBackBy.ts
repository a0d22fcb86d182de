import { figuresOf } from '../../../src/features/composing/figuresKnown.ts';
import { passReply } from '../../../src/features/composing/passReply.ts';
import type { Language } from '../../../src/features/reading/model.ts';
import { numberOf } from '../../../src/features/reading/numberWords.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';

/**
 * What keeps a visitor from reading the sentence unchanged when a model answers with it: the category of a rule, or `facts`; null when
 * it comes through. Its figures count as known, and with `onFile` its
 * telephone numbers and addresses too: the measure is of words, a figure from nowhere is left out by another rule.
 */
export function heldBackBy(text: string, language: Language, onFile: boolean): string | null {
  const spelled = (text.toLowerCase().match(/\p{L}+/gu) ?? []).map(numberOf).filter((figure) => figure !== null);
  const pass = passReply({
    authored: [],
    language,
    channel: 'widget',
    brokerage: 'Barton Ridge Realty',
    listing: null,
    said: [[...figuresOf(text), ...spelled].join(' '), ...(onFile ? [text] : [])],
    whispers: [],
    askWhom: null,
    logger: silentLogger,
    release() {},
  });
  pass.answer(text);
  pass.endAnswer(true);
  const { verdicts, dropped } = pass.finish();
  if (dropped > 0) return 'facts';
  return verdicts.find(({ action }) => action === 'cut')?.category ?? null;
}
