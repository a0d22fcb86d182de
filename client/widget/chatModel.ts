import type { Entry, EntryData } from '../../src/contract/log/entry.ts';
import type { Choice } from '../../src/contract/log/parts.ts';
import type { Mode } from '../../src/contract/values.ts';
import type { Typing } from '../shared/connection/followConversation.ts';
import type { OutboxItem } from '../shared/connection/outbox.ts';
import type { StreamView } from '../shared/state/streamView.ts';
import type { MoreRows } from './chatParts.ts';
import { initialsOf } from './faceOf.ts';
import { assistantName, fill, type Speech } from './speech.ts';
import type { ChatDraft, MessageRow, Row, Who } from './talkRows.ts';
import { withoutNotice } from './withoutNotice.ts';

export interface ChatModel {
  rows: Row[];
  /** Quick replies to the last message, while nobody has answered it. */
  choices: readonly Choice[];
  mode: Mode;
  /** The person who answers, in mode `human`. */
  agentName: string | null;
  /** The reason for which a waiting talk waits. */
  waits: Waits | null;
  /** When the next time on offer runs out: it is drawn differently from then on. */
  passesAt: Date | null;
}

/** `person`: a person of the team, from `backAt` on where that is known. `visitor`: nobody owes an answer. */
export interface Waits {
  for: 'person' | 'visitor';
  backAt: Date | null;
}

export interface ChatInput {
  entries: readonly Entry[];
  streams: Iterable<StreamView>;
  outbox: readonly OutboxItem<ChatDraft>[];
  typing: Typing | null;
  /** The visitor's words have been waiting for the bot long enough to show that it works on them. */
  awaitingBot: boolean;
  /** Null until the second part is there: homes, offered times and appointments are not drawn yet. */
  more: MoreRows | null;
  /** Address of the law's notice, which has its own line in the sheet. */
  noticeUrl: string | null;
  now: Date;
  speech: Speech;
}

/** After a pause this long the time is shown again. */
const pauseMs = 15 * 60_000;

/** Everything that the sheet shows, from what is known. Pure. */
export function chatModel(input: ChatInput): ChatModel {
  const { entries, streams, outbox, typing, awaitingBot, more, noticeUrl, now, speech } = input;
  const { words } = speech;
  const rows: Row[] = [];
  const inLog = new Set<string>();
  const streamed = new Set<string>();
  const retracted = new Set<string>();
  for (const entry of entries) {
    if (entry.cause) inLog.add(entry.cause.commandId);
    if (entry.type === 'message-created' && entry.data.streamId) streamed.add(entry.data.streamId);
    if (entry.type === 'message-retracted') retracted.add(entry.data.messageId);
  }

  const said = (text: string) => withoutNotice(text, noticeUrl);
  const shownOf = (
    text: string,
    { attachments: files = [], sources = [] }: Pick<EntryData<'message-created'>, 'attachments' | 'sources'>,
  ) =>
    more
      ? { text, files, sources }
      : { text: text || files.map(({ name }) => name).join(', '), files: [], sources: [] };
  let mode: Mode = 'bot';
  let agentName: string | null = null;
  let waits: Waits | null = null;
  let waitingNotice = '';
  let choices: readonly Choice[] = [];
  let day = '';
  let saidAt = 0;
  let group = '';
  let named = '';

  function push(row: Omit<MessageRow, 'kind' | 'by' | 'named' | 'face' | 'time'>, by: string, at: number) {
    const label = speech.day(new Date(at), now);
    const time = speech.time(new Date(at));
    if (label !== day || at - saidAt > pauseMs) {
      rows.push({ kind: 'day', key: `at:${row.key}`, label: label === day ? time : `${label} · ${time}` });
      group = named = '';
    }
    day = label;
    saidAt = at;
    const isOther = row.who !== 'you';
    const speaker = `${row.who} ${by} ${row.byId}`;
    const starts = isOther && group !== speaker;
    const face = starts ? (row.who === 'bot' ? words.ai : initialsOf(by)) : null;
    rows.push({ kind: 'message', ...row, by, named: isOther && named !== by, face, time });
    group = speaker;
    if (isOther) named = by;
  }

  for (const entry of entries) {
    const at = Date.parse(entry.at);
    if (entry.type === 'message-created') {
      const who = whoOf(entry);
      const { streamId, text, messageId } = entry.data;
      const gone = retracted.has(messageId);
      const key = streamId ? `s:${streamId}` : who === 'you' && entry.cause ? `c:${entry.cause.commandId}` : entry.id;
      const line = {
        key,
        who,
        ...(who === 'person' && { byId: entry.actor.id }),
        ...shownOf(gone ? '' : said(text), gone ? {} : entry.data),
        streaming: false,
        retracted: gone,
      };
      push({ ...line, unsent: null, commandId: null, trouble: null }, nameOf(entry, speech), at);
      choices = who === 'bot' && !gone ? (entry.data.choices ?? []) : [];
    } else if (entry.type === 'conversation-changed') {
      const text = noticeOf(entry.data, mode, now, speech);
      mode = entry.data.mode;
      waits = mode === 'waiting' ? waitsFor(entry.data) : null;
      agentName = mode === 'human' ? (entry.data.agentName ?? null) : null;
      if (mode !== 'bot') choices = [];
      if (text === null || text === waitingNotice) continue;
      // Two wait lines in a row with the same words are one wait.
      waitingNotice = mode === 'waiting' ? text : '';
      rows.push({ kind: 'notice', key: entry.id, text });
      group = '';
    } else {
      if (entry.type === 'slots-offered') choices = [];
      const row = more?.rowOf(entry, entries, now);
      if (!row) continue;
      rows.push(row);
      group = '';
    }
  }

  let writing = false;
  let begun = false;
  for (const stream of streams) {
    if (stream.kind !== 'reply' || stream.audience !== 'public' || streamed.has(stream.streamId)) continue;
    // An unfinished reply that was called off is nobody's message.
    const calledOff = stream.end !== null && ['failed', 'stopped', 'refused'].includes(stream.end.status);
    if (calledOff) continue;
    writing = true;
    choices = [];
    if (stream.text === '') {
      begun ||= stream.state === 'open';
      continue;
    }
    const line = {
      key: `s:${stream.streamId}`,
      who: 'bot' as const,
      text: said(stream.text),
      files: [],
      sources: [],
      streaming: stream.state === 'open',
    };
    push(
      { ...line, retracted: false, unsent: null, commandId: null, trouble: null },
      assistantName,
      saidAt || now.getTime(),
    );
  }

  for (const item of outbox) {
    if (inLog.has(item.commandId)) continue;
    choices = [];
    const { payload } = item;
    const shown = shownOf(payload.text, payload);
    const line = { key: `c:${item.commandId}`, who: 'you' as const, ...shown, streaming: false };
    const trouble = (speech.language === 'en' && item.refusal?.message) || null;
    push({ ...line, retracted: false, unsent: item.state, commandId: item.commandId, trouble }, words.you, item.at);
  }

  if (typing && typing.kind !== 'visitor') {
    rows.push({
      kind: 'typing',
      key: 'typing',
      name: typing.name ?? (typing.kind === 'bot' ? assistantName : words.aPerson),
    });
  } else if (begun || (awaitingBot && !writing && mode === 'bot')) {
    rows.push({ kind: 'typing', key: 'typing', name: assistantName });
  }
  rows.push(...(more?.closing(entries, now) ?? []));
  if (waits?.backAt && waits.backAt <= now) waits = { ...waits, backAt: null };
  return { rows, choices, mode, agentName, waits, passesAt: more?.passesAt(entries, now) ?? null };
}

/** True when the last message is the visitor's and Jorge has to answer it. */
export function awaitsBot(entries: readonly Entry[]): boolean {
  let mode: Mode = 'bot';
  let last: Entry | null = null;
  for (const entry of entries) {
    if (entry.type === 'conversation-changed') mode = entry.data.mode;
    if (entry.type === 'message-created') last = entry;
  }
  return mode === 'bot' && last !== null && whoOf(last) === 'you';
}

function whoOf({ actor }: Entry): Who {
  if (actor.kind === 'visitor' || actor.kind === 'lead') return 'you';
  return actor.kind === 'bot' || actor.kind === 'system' ? 'bot' : 'person';
}

function nameOf(entry: Entry, { words }: Speech): string {
  const who = whoOf(entry);
  if (who === 'you') return words.you;
  return entry.actor.name ?? (who === 'bot' ? assistantName : words.theTeam);
}

function waitsFor({ reason, owed, expectedAt }: EntryData<'conversation-changed'>): Waits {
  // Lines of builds that did not keep `owed` tell by their reason.
  const rests =
    owed === undefined ? reason === 'opted-out' || reason === 'goodbye' || reason === 'changed-mind' : owed === 'none';
  if (rests) return { for: 'visitor', backAt: null };
  return { for: 'person', backAt: expectedAt === undefined ? null : new Date(expectedAt) };
}

function noticeOf(
  data: EntryData<'conversation-changed'>,
  before: Mode,
  now: Date,
  { words, comeback }: Speech,
): string | null {
  if (data.mode === before && data.mode !== 'waiting') return null;
  if (data.mode === 'human') return fill(words.answersNow, { name: data.agentName ?? words.aPerson });
  if (data.mode === 'bot') return fill(words.answersAgain, { name: assistantName });
  if (data.mode === 'closed') return words.hasEnded;
  // STOP ends what is sent, and not the chat.
  if (data.reason === 'opted-out') return words.stoppedHow;
  const waits = waitsFor(data);
  if (waits.for === 'visitor') return null;
  return waits.backAt ? fill(words.awayKept, { time: comeback(waits.backAt, now) }) : words.toldKept;
}
