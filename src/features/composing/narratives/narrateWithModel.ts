import type { Fact } from '../../../contract/readings.ts';
import { type NarrativeAnswer, wordRange } from '../../../contract/rest/narratives.ts';
import type { Logger } from '../../../kernel/observe.ts';
import { reviewWords } from '../../compliance/reviewWords.ts';
import type { LanguageModel } from '../../llm/ports.ts';
import { checkSentences } from './checkSentences.ts';
import { fitLength } from './fitLength.ts';
import { countWords, type TracedSentence } from './model.ts';
import { narrateAgain, narrateOrder } from './narrateTask.ts';
import { closings } from './narrativeTexts.ts';
import type { NarrativeMaterial } from './readAsk.ts';
import { writeSentences } from './writeSentences.ts';

export interface Narrated {
  sentences: TracedSentence[];
  flags: NarrativeAnswer['flags'];
}

/**
 * Has the model write a narrative. Its words are handed to `onText` as they come; which of them stand is known at the end. A sentence
 * that says of the home what its facts don't, or that the gate would stop, is left out and told in `flags`; the model writes once more for
 * what is missing. Null where nothing usable came: then the rules write.
 */
export async function narrateWithModel(
  deps: { model: LanguageModel; logger: Logger },
  material: NarrativeMaterial,
  wishes: readonly Fact[],
  spare: readonly TracedSentence[],
  out: { onText(text: string): void; signal: AbortSignal },
): Promise<Narrated | null> {
  const { tenantId, brokerage, ask, people } = material;
  const facts = [...material.facts, ...wishes];
  const order = narrateOrder({ tenantId, brokerage, ask, people, facts: material.facts, wishes });
  const check = checkSentences(deps, material, facts, order, out.signal);
  const first = await writeSentences(deps.model, order, out);
  if (first === null) return null;
  await check.take(first);
  const { min } = wordRange[ask.length];
  const words = (): number => check.kept.reduce((sum, { text }) => sum + countWords(text), 0);
  if (words() < min && !out.signal.aborted) {
    const again = narrateAgain(order, ask.length, check.kept, check.refused);
    const second = await writeSentences(deps.model, again, { ...out, onText: () => {} });
    if (second !== null) await check.take(second);
  }
  // Most of what it wrote had to be left out, or nearly nothing came: a text mended from that says what nobody meant.
  if (words() * 2 < min) return null;
  // Without its last sentence a text breaks off.
  const isCut = check.refused.some(({ text }) => first.at(-1)?.text === text);
  const whole = isCut ? [...check.kept, { text: closings[ask.style][ask.language], facts: [] }] : check.kept;
  const sentences = fitLength(whole, spare, ask.length);
  if (sentences === null) return null;
  return { sentences, flags: [...check.refused.map(leftOut), ...flagsOn(sentences, brokerage)] };
}

export const leftOut = ({ text, fault }: { text: string; fault: string }) => ({ rule: fault, text, isLeftOut: true });

/** Words that may go out, and that somebody should look at. */
export const flagsOn = (sentences: readonly TracedSentence[], brokerage: string): NarrativeAnswer['flags'] =>
  sentences.flatMap(({ text }) => {
    const { action, rule } = reviewWords(text, { audience: 'public', brokerage });
    return action === 'flag' ? [{ rule, text, isLeftOut: false }] : [];
  });
