import { linksIn } from '../../../src/features/composing/linksIn.ts';
import { passReply } from '../../../src/features/composing/passReply.ts';
import type { Language } from '../../../src/features/reading/model.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';

/**
 * The reason why a visitor does not read the sentence unchanged when a model answers with it: the category of a rule,
 * or `facts`; null when it comes through. A fact says the very same, and with `onFile` its telephone numbers and
 * addresses are the visitor's own: this measures words, and another rule leaves out words that no fact says.
 */
export function heldBackBy(text: string, language: Language, onFile: boolean): string | null {
  // The judge of an answer looks for links and numbers in the words of facts: a fact that has them would let them by.
  // Sums in words are on no file either.
  const own = [
    ...linksIn(text),
    ...(text.match(/\d[\d .()-]{6,}\d|\b(?:hundreds?|thousands?|millions?|grand|mil|miles)\b/g) ?? []),
  ];
  const words = onFile ? text : own.reduce((rest, one) => rest.replaceAll(one, ''), text);
  const facts = [{ id: 'card:same', words, source: '', audience: 'visitor' as const }];
  const pass = passReply({
    authored: [],
    language,
    channel: 'widget',
    brokerage: 'Barton Ridge Realty',
    facts,
    said: onFile ? [text] : [],
    whispers: [],
    askWhom: null,
    logger: silentLogger,
    release() {},
  });
  pass.pass({ text, facts: ['card:same'] });
  if (pass.passed() === '') pass.sayCannotAnswer();
  const { verdicts, dropped } = pass.finish();
  if (dropped > 0) return 'facts';
  return verdicts.find(({ action }) => action === 'cut')?.category ?? null;
}
