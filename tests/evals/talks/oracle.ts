import { createAnthropicModel } from '../../../src/adapters/anthropic/createAnthropicModel.ts';
import { defaultModels } from '../../../src/adapters/anthropic/defaultModels.ts';
import { createPlaybook } from '../../../src/adapters/playbook/createPlaybook.ts';
import type { Reading as Given } from '../../../src/contract/readings.ts';
import { type SlotName, slotName } from '../../../src/contract/vocabulary.ts';
import type { LanguageModel } from '../../../src/features/llm/ports.ts';
import { withFallback } from '../../../src/features/llm/withFallback.ts';
import { withHiddenPeople } from '../../../src/features/llm/withHiddenPeople.ts';
import type { Reader } from '../../../src/features/turns/understandMessages.ts';
import { understandSystem } from '../../../src/features/understanding/modelWords.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { say, startFakeAnthropic, stop } from '../../support/fakeAnthropic.ts';
import type { Reading, Talk } from './model.ts';

/** The true reading of a message, with the question that stands. */
export type ReadMessage = Reader;

/** A door to Claude, behind which a Messages API on a real socket tells the true reading of the line that is being said. */
export interface OracleDoor {
  model: LanguageModel;
  /** The line that is said next. */
  hears(text: string): void;
  /** The answers come from far away, so time passes as it does on the wall. */
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
    isFar: true,
    close: async () => {},
  };
}

/** Answers only readings. It refuses everything else, so that the authored words answer and only the reading is measured. */
export async function openOracle(read: ReadMessage): Promise<OracleDoor> {
  let said = '';
  const fake = await startFakeAnthropic(({ body }) => {
    if (!JSON.stringify(body.system).includes(JSON.stringify(understandSystem))) return [stop('refusal')];
    const [, state = '{}'] = /<data name="state">\n(.*)\n/.exec(String(body.messages.at(-1)?.content)) ?? [];
    const { asked } = JSON.parse(state) as { asked: string | null };
    const { ruledOut: _, ...reading } = read({ text: said }, { asked, language: 'en' });
    return [say(JSON.stringify(reading)), stop()];
  });
  const parts = { clock: systemClock, log: silentLogger, meter: silentMeter };
  const claude = createAnthropicModel({ ...defaultModels, ...parts, apiKey: 'none', baseUrl: fake.url });
  return {
    model: withFallback(withHiddenPeople(claude), createPlaybook(parts), parts),
    hears(text) {
      said = text;
    },
    isFar: false,
    close: () => fake.close(),
  };
}

/** The true reading of each line of a talk. A line that gives an answer answers the question that stands. */
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

/** The slots whose values come from words; the others are wishes and choices that follow from acts. */
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
