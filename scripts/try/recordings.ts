import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { tasks } from '../../src/app/tasks.ts';

const answer = z.record(z.string(), z.unknown());
/** The model's answer to each task, in the order of the task's own form: the hub reads it while it comes. */
const answers = z.strictObject({
  /** Absent on the phone, where a person answers. */
  understand: answer.optional(),
  /** Absent where the hub answers in its own words, as it does when it books a time. */
  speak: answer.optional(),
  coach: answer,
  qualify: answer,
  /** After the last words of a call. */
  recap: answer.optional(),
  translation: answer.optional(),
  /** Jorge's reply as it stands in the chat, with the hub's own words, in English. */
  replyInEnglish: z.string().optional(),
});
const talk = z.strictObject({
  title: z.string(),
  /** A hint for the viewer: the moment to watch for. */
  lookFor: z.string(),
  /** How the recording was made. */
  about: z.string(),
  locale: z.string(),
  /** The home of the page; absent on the brokerage's own page. */
  listingId: z.string().optional(),
  turns: z.array(z.strictObject({ visitor: z.string(), answers })),
});
export type RecordedTalk = z.infer<typeof talk>;
export type RecordedTurn = RecordedTalk['turns'][number];

const call = z.strictObject({
  title: z.string(),
  lookFor: z.string(),
  about: z.string(),
  /** The caller's number. */
  from: z.string(),
  lines: z.array(z.strictObject({ who: z.enum(['lead', 'agent']), text: z.string(), answers: answers.optional() })),
});
export type RecordedCall = z.infer<typeof call>;

const folder = join(import.meta.dirname, 'talks');
const files = ['1-buyer.json', '2-seller.json', '3-first-home.json'];

export const readTalks = (): RecordedTalk[] =>
  files.map((file) => talk.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))));

export const readCalls = (): RecordedCall[] =>
  ['1-far-away.json'].map((file) =>
    call.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'calls', file), 'utf8'))),
  );

/** The model's answers in a call, to each of the caller's lines. */
export const turnsOf = (show: RecordedTalk | RecordedCall): RecordedTurn[] =>
  'turns' in show
    ? show.turns
    : show.lines.flatMap(({ text, answers: of }) => (of === undefined ? [] : [{ visitor: text, answers: of }]));

/** A request to the Messages API, as far as an answer is found by it. */
export interface ModelRequest {
  system?: { text: string }[];
  messages: { role: string; content: unknown }[];
}

export interface Asked {
  /** As the hub calls it; null: no task of this hub. */
  task: string | null;
  /** The visitor's words that the request is about; null: the question of somebody else. */
  words: string | null;
  /** The answers on offer, such as times, which are new in every talk. */
  choices: string[];
}

/** Blocks with which a request is about more than the newest words: a correction, a whisper, an agent's question. */
const more = ['refused', 'supervisor', 'question', 'focus'];

/** The task and the words of a request: the instructions tell the task, and the block that holds the words tells them. */
export function askedBy({ system = [], messages }: ModelRequest): Asked {
  const task = tasks.find((one) => one.system === system[0]?.text)?.name ?? null;
  const prompt = String(messages.at(-1)?.content ?? '');
  const { choices = [] } = stateBlock.safeParse(blockOf(prompt, 'state')).data ?? {};
  return { task, words: wordsIn(prompt), choices: choices.map(({ id }) => id) };
}

const stateBlock = z.object({ choices: z.array(z.object({ id: z.string() })).optional() });
const talkBlock = z.array(z.object({ from: z.string(), text: z.string() }));

function wordsIn(prompt: string): string | null {
  if (more.some((name) => blockOf(prompt, name) !== null)) return null;
  const message = blockOf(prompt, 'message');
  if (message !== null) return String(message);
  const lines = talkBlock.safeParse(blockOf(prompt, 'talk') ?? blockOf(prompt, 'call')).data ?? [];
  return lines.findLast(({ from }) => from === 'visitor' || from === 'lead')?.text ?? null;
}

function blockOf(prompt: string, name: string): unknown {
  const start = `<data name="${name}">\n`;
  const from = prompt.lastIndexOf(start);
  if (from < 0) return null;
  return JSON.parse(prompt.slice(from + start.length, prompt.indexOf('\n</data>', from)));
}

/** The recorded answer to a request as the model wrote it; null where none was recorded. */
export function recordedAnswer(
  shows: readonly (RecordedTalk | RecordedCall)[],
  { task, words, choices }: Asked,
): string | null {
  if (task === null || words === null) return null;
  const turns = shows.flatMap(turnsOf);
  const turn = turns.find(({ visitor }) => isSaid(visitor, words));
  const answer =
    task === 'translation' && turn === undefined
      ? translatedReply(turns, words)
      : turn?.answers[task as keyof RecordedTurn['answers']];
  if (answer === undefined) return null;
  return JSON.stringify(answer).replace(/\[choice (\d)\]/g, (_, place: string) => choices[Number(place) - 1] ?? '');
}

/** Jorge's reply in English, where it is one that was recorded. */
function translatedReply(turns: readonly RecordedTurn[], words: string): { say: string } | undefined {
  const said = turns.find((turn) => turn.answers.speak && spokenIn(turn).every((text) => words.includes(text)));
  const say = said?.answers.replyInEnglish;
  return say === undefined ? undefined : { say };
}

const spoken = z.object({ sentences: z.array(z.object({ text: z.string() })) });
/** The sentences of Jorge's recorded reply. */
export const spokenIn = ({ answers: { speak } }: RecordedTurn): string[] =>
  spoken.parse(speak ?? { sentences: [] }).sentences.map(({ text }) => text);

/** The hub sends placeholders in place of phone numbers, addresses and names. */
function isSaid(recorded: string, sent: string): boolean {
  const parts = sent.split(/\[(?:phone|email|address|person) \d+\]/);
  return new RegExp(`^${parts.map(escaped).join('.+')}$`, 'su').test(recorded);
}
const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
