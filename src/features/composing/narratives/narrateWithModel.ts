import type { Fact } from '../../../contract/readings.ts';
import { type NarrativeAnswer, wordRange } from '../../../contract/rest/narratives.ts';
import type { Logger } from '../../../kernel/observe.ts';
import { reviewWords } from '../../compliance/reviewWords.ts';
import type { LanguageModel, WritingOrder } from '../../llm/ports.ts';
import { passReply } from '../passReply.ts';
import { readSentences, type Sentence } from '../sentences.ts';
import { vet } from '../vetTask.ts';
import { fitLength } from './fitLength.ts';
import { countWords, type TracedSentence } from './model.ts';
import { narrateAgain, narrateOrder } from './narrateTask.ts';
import { titleId } from './narrativeFacts.ts';
import { namesProxy } from './proxyWords.ts';
import type { NarrativeMaterial } from './readAsk.ts';

export interface Narrated {
  sentences: TracedSentence[];
  flags: NarrativeAnswer['flags'];
}

/** More doubts than this go to the small model in several orders: its answer has room for so many. */
const doubtsAtOnce = 12;

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
  const check = sentenceCheck(deps, material, facts, order, out.signal);
  const first = await write(deps.model, order, out);
  if (first === null) return null;
  await check.take(first);
  const { min } = wordRange[ask.length];
  const words = (): number => check.kept.reduce((sum, { text }) => sum + countWords(text), 0);
  if (words() < min && !out.signal.aborted) {
    const again = narrateAgain(order, ask.length, check.kept, check.refused);
    const second = await write(deps.model, again, { ...out, onText: () => {} });
    if (second !== null) await check.take(second);
  }
  // Most of what it wrote had to be left out, or nearly nothing came: a text mended from that says what nobody meant.
  if (words() * 2 < min) return null;
  const sentences = fitLength(check.kept, spare, ask.length);
  if (sentences === null) return null;
  return { sentences, flags: [...check.refused.map(leftOut), ...flagsOn(sentences, brokerage)] };
}

const leftOut = ({ text, fault }: { text: string; fault: string }) => ({ rule: fault, text, isLeftOut: true });

/** Words that may go out, and that somebody should look at. */
export const flagsOn = (sentences: readonly TracedSentence[], brokerage: string): NarrativeAnswer['flags'] =>
  sentences.flatMap(({ text }) => {
    const { action, rule } = reviewWords(text, { audience: 'public', brokerage });
    return action === 'flag' ? [{ rule, text, isLeftOut: false }] : [];
  });

/** Its sentences; null where it did not come to an end by itself. */
async function write(
  model: LanguageModel,
  order: WritingOrder,
  { onText, signal }: { onText(text: string): void; signal: AbortSignal },
): Promise<Sentence[] | null> {
  const sentences: Sentence[] = [];
  let shown = '';
  let begun = '';
  const show = (unfinished: string): void => {
    const space = shown === '' || begun !== '' ? '' : ' ';
    if (unfinished.length <= begun.length) return;
    const more = space + unfinished.slice(begun.length);
    begun = unfinished;
    shown += more;
    onText(more);
  };
  const reader = readSentences((one) => {
    show(one.text);
    begun = '';
    sentences.push(one);
  });
  const { status, basis } = await model.write(order, {
    onText(chunk) {
      reader.push(chunk);
      show(reader.unfinished());
    },
    signal,
  });
  if (basis === 'rules' || (status !== 'done' && status !== 'truncated')) return null;
  return sentences;
}

/** Sorts sentences into those that stand and those that don't, with the reason. */
function sentenceCheck(
  { model, logger }: { model: LanguageModel; logger: Logger },
  { brokerage, ask, home }: NarrativeMaterial,
  facts: readonly Fact[],
  order: WritingOrder,
  signal: AbortSignal,
) {
  const { language } = ask;
  const ids = new Set(facts.map(({ id }) => id));
  const said = facts.filter(({ id }) => id.startsWith('lead.')).map(({ words }) => words);
  const reply = passReply({
    ...{ authored: [], language, channel: 'email', brokerage, facts, said, whispers: [], askWhom: home.title, logger },
    release: () => {},
  });
  const kept: TracedSentence[] = [];
  const refused: { text: string; fault: string }[] = [];
  return {
    kept,
    refused,
    async take(sentences: readonly Sentence[]): Promise<void> {
      const named = sentences.map((one) =>
        one.text.includes(home.title) ? { ...one, facts: [...new Set([...one.facts, titleId])] } : one,
      );
      const mayStand = named.filter(({ text }) => {
        const isProxy = namesProxy(text);
        if (isProxy) refused.push({ text, fault: 'proxy' });
        return !isProxy;
      });
      const doubts = mayStand.flatMap((one) => reply.doubts(one));
      for (let from = 0; from < doubts.length; from += doubtsAtOnce)
        reply.clear(await vet(model, doubts.slice(from, from + doubtsAtOnce), { lines: [], facts }, order, signal));
      const closing = kept.pop();
      const taken: TracedSentence[] = [];
      for (const one of mayStand) {
        const before = reply.passed();
        reply.pass(one);
        const text = reply.passed().slice(before.length).trim();
        if (text !== '') taken.push({ text, facts: one.facts.filter((id) => ids.has(id)) });
      }
      kept.push(...taken, ...(closing === undefined ? [] : [closing]));
      refused.push(...reply.takeRefused());
    },
  };
}
