import type { Reading as Given } from '../../../src/contract/readings.ts';
import { type SlotName, slotName } from '../../../src/contract/vocabulary.ts';
import type { Reader } from '../../../src/features/turns/understandMessages.ts';
import type { Reading, Talk } from './model.ts';

/** Takes the place of the product's reader: it is asked for a message, with the question that stands. */
export type ReadMessage = Reader;

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
