import { z } from 'zod';
import { type Reading, reading } from '../../contract/readings.ts';
import { type SlotName, slotName } from '../../contract/vocabulary.ts';
import { findWords } from '../../kernel/findWords.ts';
import type { Logger } from '../../kernel/observe.ts';
import { dataBlock } from '../llm/dataBlock.ts';
import type { LanguageModel, Task, VisitorCause } from '../llm/ports.ts';
import { maskIdentityNumbers } from '../reading/numbers/identityNumbers.ts';
import { closedValues, understandSystem } from './modelWords.ts';

const quote = z.string();
/**
 * Names are plain text here: an unknown name is dropped by itself, not the whole reading with it. Empty fields are left out: each
 * token is waited for.
 */
const modelReading = z.object({
  acts: z.array(z.string()),
  questions: z.array(z.object({ about: z.string(), quote })).optional(),
  home: z.string().optional(),
  slots: z
    .array(z.object({ name: z.string(), op: z.string().optional(), value: z.string().optional(), quote }))
    .optional(),
  choice: z.object({ id: z.string(), quote }).optional(),
  situation: z.string().optional(),
  deadline: z.object({ what: z.string(), quote }).optional(),
  language: z.string().optional(),
});
export type ModelReading = z.infer<typeof modelReading>;

export const understandTask: Task = {
  name: 'understand',
  version: 13,
  tier: 'small',
  criticality: 'visitor',
  system: understandSystem,
  schema: modelReading,
  maxTokens: 700,
  timeoutMs: 1_500,
  offline: () => null,
};

export interface ReadingAsk {
  message: { text: string };
  /** The messages before it, oldest first. */
  lines: readonly { who: 'lead' | 'agent' | 'bot'; text: string }[];
  bot: string | null;
  /** The day, in English, and the zone of the hours: "Wednesday, November 25; hours are Central Time". */
  today: string;
  /** The question that stands open. */
  asked: string | null;
  /** The choices on the screen: its buttons, and times. */
  choices: readonly { id: string; label: string }[];
  /** The known facts, in words. */
  known: Readonly<Record<string, string>>;
  /** Homes of the page, shown or spoken of; `card`: its place among the cards on the screen, from 1. */
  homes: readonly { id: string; called: string; card?: number }[];
  language: Reading['language'];
  /** Names of people that the talk holds. */
  people: readonly string[];
  causedBy: VisitorCause;
  signal?: AbortSignal;
}

const keptLines = 20;
const lineChars = 1_000;
const never = new AbortController().signal;

/** Reads one message with the small model in the time of its task; null where that gave nothing. It never throws. */
export const readWithModel =
  ({ model, logger }: { model: LanguageModel; logger: Logger }) =>
  async (ask: ReadingAsk): Promise<Reading | null> => {
    if (model.basis === 'rules') return null;
    const { message, bot, asked, choices, known, homes, language, causedBy } = ask;
    const lines = ask.lines
      .slice(-keptLines)
      .map(({ who, text }) => ({ who, text: maskIdentityNumbers(text).slice(0, lineChars) }));
    const state = {
      today: ask.today,
      speaks: bot,
      asked,
      choices,
      known,
      homes,
      language,
    };
    try {
      const { answer } = await model.write(
        {
          task: understandTask,
          turns: lines.map(({ who, text }) => ({ from: who === 'lead' ? 'visitor' : 'assistant', text })),
          prompt: [dataBlock('state', state), dataBlock('message', maskIdentityNumbers(message.text))].join('\n'),
          brief: null,
          homes: homes.map(({ called }) => called),
          userKey: causedBy.tenantId,
          people: ask.people,
          causedBy,
        },
        { onText: () => {}, signal: ask.signal ?? never },
      );
      const read = modelReading.safeParse(answer);
      return read.success ? readingOf(read.data, ask) : null;
    } catch (err) {
      logger.warn('a message was not read by the model', { err });
      return null;
    }
  };

/**
 * The part of a model's reading that counts: items of the vocabulary whose quotes stand in the message letter by letter. Danger never
 * comes from here: the reader in process tells it. A number, an e-mail address or a name must stand in the message itself.
 */
export function readingOf(
  read: ModelReading,
  { message: { text }, choices, homes, language }: Pick<ReadingAsk, 'message' | 'choices' | 'homes' | 'language'>,
): Reading {
  const { shape } = reading;
  const { choice, deadline } = read;
  const quoted = (words: string): string | null => {
    const wanted = words.trim();
    if (wanted === '') return null;
    const found = text.includes(wanted) ? wanted : null;
    const place = found === null ? findWords(text, wanted) : null;
    return (found ?? (place === null ? null : text.slice(place.start, place.end)))?.slice(0, 400) ?? null;
  };
  const known = <T>(schema: z.ZodType<T>, value: unknown): T[] => {
    const checked = schema.safeParse(value);
    return checked.success ? [checked.data] : [];
  };
  const choiceQuote = choice === undefined ? null : quoted(choice.quote);
  const isOffered = choices.some(({ id }) => id === choice?.id);
  const deadlineQuote = deadline === undefined ? null : quoted(deadline.quote);
  const [situation = 'none'] = known(shape.situation, read.situation);
  return {
    acts: [...new Set(read.acts.flatMap((act) => known(shape.acts.element, act)))].slice(0, 6),
    questions: (read.questions ?? [])
      .flatMap(({ about, quote: words }) => {
        const found = quoted(words);
        return found === null ? [] : known(shape.questions.element, { about, quote: found });
      })
      .slice(0, 4),
    ...(homes.some(({ id }) => id === read.home) ? { homeId: read.home } : {}),
    slots: (read.slots ?? [])
      .flatMap(({ name, op = 'set', value = '', quote: words }) => {
        const found = quoted(words);
        if (found === null) return [];
        return known(shape.slots.element, { name, op, value: op === 'clear' ? '' : value.trim(), quote: found });
      })
      .filter((slot) => slot.op === 'clear' || isValue(slot.name, slot.value, text))
      .slice(0, 12),
    ruledOut: [],
    ...(choice !== undefined && choiceQuote !== null && isOffered
      ? { choice: { id: choice.id, quote: choiceQuote } }
      : {}),
    situation: situation === 'danger' ? 'none' : situation,
    ...(deadline !== undefined && deadlineQuote !== null
      ? { deadline: { what: deadline.what.slice(0, 120), quote: deadlineQuote } }
      : {}),
    language: known(shape.language, read.language)[0] ?? language,
  };
}

/** Their own words, which no model may change. */
const asWritten: ReadonlySet<SlotName> = new Set([slotName.enum.phone, slotName.enum.email, slotName.enum.name]);

function isValue(name: SlotName, value: string, text: string): boolean {
  if (value === '') return false;
  const closed = closedValues[name];
  if (closed !== undefined) return closed.includes(value);
  if (name === 'phone')
    return text.replace(/\D/g, '').includes(value.replace(/\D/g, '')) && /\d{7}/.test(value.replace(/\D/g, ''));
  return !asWritten.has(name) || findWords(text, value) !== null;
}
