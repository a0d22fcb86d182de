import type { Fact } from '../../../contract/readings.ts';
import type { Logger } from '../../../kernel/observe.ts';
import type { LanguageModel, WritingOrder } from '../../llm/ports.ts';
import { passReply } from '../passReply.ts';
import type { Sentence } from '../sentences.ts';
import { vet } from '../vetTask.ts';
import type { TracedSentence } from './model.ts';
import { titleId } from './narrativeFacts.ts';
import { namesProxy } from './proxyWords.ts';
import type { NarrativeMaterial } from './readAsk.ts';

const figuresIn = (text: string): string[] => text.match(/\d[\d,.]*\d|\d/g) ?? [];

/** More doubts than this go to the small model in several orders: its answer has room for so many. */
const doubtsAtOnce = 12;

/** Sorts sentences into those that stand and those that don't, with the reason. */
export function checkSentences(
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
  const words = new Map(facts.map((fact) => [fact.id, fact.words]));
  /** A model that reckons gets sums wrong, and nobody checks them: each figure is one of the facts. */
  const hasOwnFigure = (text: string, cited: readonly string[]): boolean => {
    const known = new Set(cited.flatMap((id) => figuresIn(words.get(id) ?? '')));
    return figuresIn(text).some((figure) => !known.has(figure));
  };
  /** Judged by its meaning, whatever the rules say: "You get morning sun in the den" has no word by which they know a claim. */
  const standsOnNothing = ({ facts: cited }: Sentence): boolean => !cited.some((id) => ids.has(id));
  const kept: TracedSentence[] = [];
  const refused: { text: string; fault: string }[] = [];
  return {
    kept,
    refused,
    async take(sentences: readonly Sentence[]): Promise<void> {
      const named = sentences.map((one) =>
        one.text.includes(home.title) ? { ...one, facts: [...new Set([...one.facts, titleId])] } : one,
      );
      const mayStand = named.filter(({ text, facts: cited }) => {
        const fault = namesProxy(text) ? 'proxy' : hasOwnFigure(text, cited) ? 'figure' : null;
        if (fault !== null) refused.push({ text, fault });
        return fault === null;
      });
      const doubts = mayStand.flatMap((one) => {
        const found = reply.doubts(one);
        return found.length === 0 && standsOnNothing(one) ? [{ text: one.text, facts: [] }] : found;
      });
      const cleared = new Set<string>();
      for (let from = 0; from < doubts.length; from += doubtsAtOnce)
        for (const text of await vet(
          model,
          doubts.slice(from, from + doubtsAtOnce),
          { lines: [], facts },
          order,
          signal,
        ))
          cleared.add(text);
      reply.clear([...cleared]);
      const unfounded = new Set(doubts.flatMap(({ text }) => (cleared.has(text) ? [] : [text])));
      const closing = kept.pop();
      const taken: TracedSentence[] = [];
      for (const one of mayStand) {
        if (standsOnNothing(one) && unfounded.has(one.text)) {
          refused.push({ text: one.text, fault: 'no-fact' });
          continue;
        }
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
