import { createAnthropicModel } from '../../../src/adapters/anthropic/createAnthropicModel.ts';
import { defaultModels } from '../../../src/adapters/anthropic/defaultModels.ts';
import { createPlaybook } from '../../../src/adapters/playbook/createPlaybook.ts';
import type { Reading as Given } from '../../../src/contract/readings.ts';
import { type SlotName, slotName } from '../../../src/contract/vocabulary.ts';
import { replyTask } from '../../../src/features/composing/answerVisitor.ts';
import { type Sentence, sentences, writeSentences } from '../../../src/features/composing/sentences.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { withFallback } from '../../../src/features/llm/withFallback.ts';
import { withHiddenPeople } from '../../../src/features/llm/withHiddenPeople.ts';
import type { Reader } from '../../../src/features/turns/understandMessages.ts';
import { understandSystem } from '../../../src/features/understanding/modelWords.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { type MessagesBody, say, startFakeAnthropic, stop } from '../../support/fakeAnthropic.ts';
import type { Reading, Talk } from './model.ts';

/** The true reading of a message, with the question that stands. */
export type ReadMessage = Reader;

/** A door to Claude, behind which a Messages API on a real socket tells the true reading of the line that is being said. */
export interface OracleDoor {
  model: LanguageModel;
  /** The line that is said next. */
  hears(text: string): void;
  /** How many answers it was asked to write so far; each holds one false sentence, where it lies. */
  written(): number;
  /** Whoever answers is far away: time passes as it does on the wall. */
  isFar: boolean;
  close(): Promise<void>;
}

/** A door to Claude itself. Throws without a key. */
export function openLive(env: NodeJS.ProcessEnv = process.env): OracleDoor {
  const { ANTHROPIC_API_KEY: apiKey, ANTHROPIC_BASE_URL: baseUrl } = env;
  if (!apiKey) throw new Error('ANTHROPIC_API_KEY is not set');
  const parts = { clock: systemClock, log: silentLogger, meter: silentMeter };
  const claude = createAnthropicModel({ ...defaultModels, ...parts, apiKey, ...(baseUrl ? { baseUrl } : {}) });
  return {
    model: withFallback(withHiddenPeople(claude), createPlaybook(parts), parts),
    hears() {},
    written: () => 0,
    isFar: true,
    close: async () => {},
  };
}

/** A sentence that is so of no home and no brokerage, and that no fact bears. */
export const falsehood = 'It has nine bedrooms and a wine cellar from 1903.';

/** The sentences with a false one among them, which cites what the first does. */
function withFalsehood(say: string): string {
  const { sentences: told } = sentences.parse(JSON.parse(say));
  const lie: Sentence = { text: falsehood, kind: 'answer', facts: told[0]?.facts ?? [] };
  return writeSentences([...told.slice(0, 1), lie, ...told.slice(1)]);
}

/**
 * Readings are told, and answers are the facts in plain words, as the product's own rules choose them, so that what is measured
 * is the reading; `lies`: each with a sentence that is not so. What else is asked for is refused, and the playbook writes it.
 */
export async function openOracle(read: ReadMessage, lies = false): Promise<OracleDoor> {
  let said = '';
  let written = 0;
  let answer = '';
  const fake = await startFakeAnthropic(({ body }) => {
    if (writesAnswer(body)) {
      written += 1;
      return [say(lies ? withFalsehood(answer) : answer), stop()];
    }
    if (!JSON.stringify(body.system).includes(JSON.stringify(understandSystem))) return [stop('refusal')];
    const [, state = '{}'] = /<data name="state">\n(.*)\n/.exec(String(body.messages.at(-1)?.content)) ?? [];
    const { asked } = JSON.parse(state) as { asked: string | null };
    const { ruledOut: _, ...reading } = read({ text: said }, { asked, language: 'en' });
    return [say(JSON.stringify(reading)), stop()];
  });
  const parts = { clock: systemClock, log: silentLogger, meter: silentMeter };
  const claude = createAnthropicModel({ ...defaultModels, ...parts, apiKey: 'none', baseUrl: fake.url });
  const asked: LanguageModel = {
    basis: claude.basis,
    write(order, out) {
      if (order.task.name === replyTask.name) answer = order.task.offline(order.brief)?.say ?? writeSentences([]);
      return claude.write(order, out);
    },
  };
  return {
    model: withFallback(withHiddenPeople(asked), createPlaybook(parts), parts),
    hears(text) {
      said = text;
    },
    written: () => written,
    isFar: false,
    close: () => fake.close(),
  };
}

const writesAnswer = ({ output_config }: MessagesBody): boolean =>
  'sentences' in ((output_config?.format?.schema.properties ?? {}) as object);

/** The true reading of each line of a talk. What was given as an answer is the answer to the question that stands. */
export function oracleOf({ lines }: Talk): ReadMessage {
  const readings = new Map(lines.flatMap((line) => ('answer' in line ? [] : [[line.text, line.reading] as const])));
  return ({ text }, { asked }) => {
    const name = slotName.safeParse(asked);
    return whole(
      text,
      readings.get(text) ?? {
        acts: ['answers'],
        questions: [],
        slots: name.success ? [{ name: name.data, op: 'set' as const, value: text, quote: text }] : [],
        situation: 'none',
        language: 'en',
      },
    );
  };
}

/** What words give as values; the others are wishes and choices that follow from acts. */
const ofData: readonly SlotName[] = [
  'budget',
  'price',
  'preApproval',
  'beds',
  'baths',
  'homeBeds',
  'homeBaths',
  'area',
  'timeline',
  'address',
  'motivation',
  'condition',
  'repairs',
  'propertyType',
  'features',
  'name',
  'mortgageBalance',
];

function whole(text: string, { questions, slots, deadline, ...reading }: Reading): Given {
  const told = new Set(slots.map(({ name }) => name));
  return {
    ...reading,
    ...(deadline ? { deadline } : {}),
    questions: questions.map(({ about, quote }) => ({ about, quote: quote ?? text })),
    slots: slots.map(({ name, op, value, quote }) => ({ name, op, value: value ?? '', quote: quote ?? text })),
    ruledOut: ofData.filter((name) => !told.has(name)),
  };
}
