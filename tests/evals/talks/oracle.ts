import { type SlotName, slotName, slotNames } from '../../../src/contract/vocabulary.ts';
import type { Reading, Talk } from './model.ts';

/** A reading as the product's own readers give it. */
export interface GivenReading extends Omit<Reading, 'questions' | 'slots'> {
  questions: { about: Reading['questions'][number]['about']; quote: string }[];
  slots: { name: SlotName; op: 'set' | 'correct' | 'clear'; value: string; quote: string }[];
  /** Slots of which the words give nothing, whatever a figure in them looks like: the truth knows all of them. */
  ruledOut: SlotName[];
}
/** Takes the place of the product's reader: it is asked for a message, with the question that stands. */
export type ReadMessage = (message: { text: string }, context: { asked: string | null }) => GivenReading;

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
        slots: name.success ? [{ name: name.data, op: 'set', value: text, quote: text }] : [],
        situation: 'none',
        language: 'en',
      },
    );
  };
}

function whole(text: string, { questions, slots, deadline, ...reading }: Reading): GivenReading {
  const told = new Set(slots.map(({ name }) => name));
  return {
    ...reading,
    ...(deadline ? { deadline } : {}),
    questions: questions.map(({ about, quote }) => ({ about, quote: quote ?? text })),
    slots: slots.map(({ name, op, value, quote }) => ({ name, op, value: value ?? '', quote: quote ?? text })),
    ruledOut: slotNames.filter((name) => !told.has(name)),
  };
}
