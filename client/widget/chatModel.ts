import type { Choice, Entry, EntryData } from '../../src/contract/entries.ts';
import type { Mode } from '../../src/contract/values.ts';
import type { Typing } from '../shared/connection/followConversation.ts';
import type { OutboxItem, OutboxState } from '../shared/connection/outbox.ts';
import type { StreamView } from '../shared/state/streamView.ts';
import { fill, type Speech } from './speech.ts';

export interface ChatDraft {
  text: string;
  choiceId?: string;
}

export type Who = 'you' | 'bot' | 'person';

/** One line of the talk. A `key` stays with its line: a streaming reply becomes its message without a jump. */
export type Row =
  | { kind: 'day'; key: string; label: string }
  | { kind: 'notice'; key: string; text: string }
  | { kind: 'cards'; key: string; items: EntryData<'listing-cards'>['items'] }
  | OfferRow
  | { kind: 'typing'; key: string; name: string }
  | MessageRow;

/** Times to choose from. `open` until one was chosen, the offer ran out or a newer one came. */
export interface OfferRow {
  kind: 'offer';
  key: string;
  offerId: string;
  /** `taken`: one of its times became an appointment. */
  state: 'open' | 'asking' | 'sent' | 'taken' | 'gone';
  /** `day`: in words, where the label does not say it. `passed`: too late to choose it. */
  slots: { slotId: string; day: string | null; label: string; chosen: boolean; passed: boolean }[];
  /** Why a choice did not go through, in words. */
  trouble: string | null;
}

/** What became of a choice since the visitor pressed it. */
export interface SlotChoice {
  slotId: string;
  state: 'asking' | 'sent' | 'refused';
  trouble: string | null;
}

export interface MessageRow {
  kind: 'message';
  key: string;
  who: Who;
  /** Shown above the first of a group only. */
  name: string | null;
  text: string;
  time: string | null;
  streaming: boolean;
  retracted: boolean;
  /** Of one's own words that are not in the log yet. */
  unsent: OutboxState | null;
  commandId: string | null;
  /** Why it was not sent, in words. */
  trouble: string | null;
}

export interface ChatModel {
  rows: Row[];
  /** Quick replies to the last message, while nobody has answered it. */
  choices: readonly Choice[];
  mode: Mode;
  /** The person who answers, in mode `human`. */
  agentName: string | null;
  /** What a talk that waits waits for. */
  waits: Waits | null;
  /** When the next time on offer passes: it looks another way then. */
  passesAt: Date | null;
}

/** `person`: somebody of the team, from `backAt` on where that is known. `start`: the visitor wants no messages. `visitor`: nobody owes a word. */
export interface Waits {
  for: 'person' | 'start' | 'visitor';
  backAt: Date | null;
}

export interface ChatInput {
  entries: readonly Entry[];
  streams: Iterable<StreamView>;
  outbox: readonly OutboxItem<ChatDraft>[];
  typing: Typing | null;
  /** The visitor's words have been waiting for the bot long enough to show that it works on them. */
  awaitingBot: boolean;
  /** By offerId. */
  slotChoices: ReadonlyMap<string, SlotChoice>;
  now: Date;
  speech: Speech;
}

const assistantName = 'Jorge';
const groupMs = 5 * 60_000;

/** Everything that the sheet shows, from what is known. Pure. */
export function chatModel(input: ChatInput): ChatModel {
  const { entries, streams, outbox, typing, awaitingBot, now, speech } = input;
  const { words } = speech;
  const rows: Row[] = [];
  const inLog = new Set<string>();
  const streamed = new Set<string>();
  const retracted = new Set<string>();
  const lastOffer = entries.findLast((entry) => entry.type === 'slots-offered' || entry.type === 'appointment-changed');
  // By appointment: a time that was held and then booked is said once.
  const newest = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.type === 'appointment-changed') newest.set(entry.data.appointmentId, entry);
    if (entry.cause) inLog.add(entry.cause.commandId);
    if (entry.type === 'message-created' && entry.data.streamId) streamed.add(entry.data.streamId);
    if (entry.type === 'message-retracted') retracted.add(entry.data.messageId);
  }

  let mode: Mode = 'bot';
  let agentName: string | null = null;
  let waits: Waits | null = null;
  let waitingNotice = '';
  let choices: readonly Choice[] = [];
  let day = '';
  let group = { who: '', name: '', at: 0 };

  function push(row: Omit<MessageRow, 'kind' | 'name' | 'time'>, name: string, at: number) {
    const starts = group.who !== row.who || group.name !== name || at - group.at > groupMs;
    group = { who: row.who, name, at };
    rows.push({ kind: 'message', ...row, name: starts ? name : null, time: starts ? speech.time(new Date(at)) : null });
  }

  for (const entry of entries) {
    const at = Date.parse(entry.at);
    const label = speech.day(new Date(at), now);
    if (entry.type === 'message-created') {
      if (label !== day) rows.push({ kind: 'day', key: `day:${label}`, label });
      if (label !== day) group = { who: '', name: '', at: 0 };
      day = label;
      const who = whoOf(entry);
      const { streamId, text, messageId } = entry.data;
      const gone = retracted.has(messageId);
      const key = streamId ? `s:${streamId}` : who === 'you' && entry.cause ? `c:${entry.cause.commandId}` : entry.id;
      const line = { key, who, text: gone ? '' : text, streaming: false, retracted: gone };
      push({ ...line, unsent: null, commandId: null, trouble: null }, nameOf(entry, speech), at);
      choices = who === 'bot' && !gone ? (entry.data.choices ?? []) : [];
      // Whoever writes after STOP has come back, whatever the hub makes of it.
      if (who === 'you' && waits?.for === 'start') waits = { for: 'visitor', backAt: null };
    } else if (entry.type === 'listing-cards') {
      rows.push({ kind: 'cards', key: entry.id, items: entry.data.items });
      group = { who: '', name: '', at: 0 };
    } else if (entry.type === 'slots-offered') {
      rows.push(offerRow(entry as Entry<'slots-offered'>, entry === lastOffer, input));
      choices = [];
      group = { who: '', name: '', at: 0 };
    } else if (entry.type === 'appointment-changed') {
      if (entry.data.state === 'held' && newest.get(entry.data.appointmentId) !== entry) continue;
      rows.push({ kind: 'notice', key: entry.id, text: appointmentWords(entry.data, speech) });
      group = { who: '', name: '', at: 0 };
    } else if (entry.type === 'conversation-changed') {
      const text = noticeOf(entry.data, mode, now, speech);
      mode = entry.data.mode;
      waits = mode === 'waiting' ? waitsFor(entry.data) : null;
      agentName = mode === 'human' ? (entry.data.agentName ?? null) : null;
      if (mode !== 'bot') choices = [];
      if (text === null || text === waitingNotice) continue;
      // A wait that is told again in the same words is one wait.
      waitingNotice = mode === 'waiting' ? text : '';
      rows.push({ kind: 'notice', key: entry.id, text });
      group = { who: '', name: '', at: 0 };
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
      text: stream.text,
      streaming: stream.state === 'open',
    };
    push(
      { ...line, retracted: false, unsent: null, commandId: null, trouble: null },
      assistantName,
      group.at || now.getTime(),
    );
  }

  for (const item of outbox) {
    if (inLog.has(item.commandId)) continue;
    choices = [];
    if (waits?.for === 'start') waits = { for: 'visitor', backAt: null };
    const line = { key: `c:${item.commandId}`, who: 'you' as const, text: item.payload.text, streaming: false };
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
  if (waits?.backAt && waits.backAt <= now) waits = { ...waits, backAt: null };
  const closings = lastOffer?.type === 'slots-offered' ? lastOffer.data.slots.map(closingOf) : [];
  const next = Math.min(...closings.filter((at) => at > now.getTime()));
  return { rows, choices, mode, agentName, waits, passesAt: Number.isFinite(next) ? new Date(next) : null };
}

/** Whether the last word is the visitor's and Jorge is the one to answer it. */
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

function waitsFor({ reason, expectedAt }: EntryData<'conversation-changed'>): Waits {
  if (reason === 'opted-out') return { for: 'start', backAt: null };
  if (reason === 'goodbye' || reason === 'changed-mind') return { for: 'visitor', backAt: null };
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
  const waits = waitsFor(data);
  if (waits.for === 'start') return words.stoppedHow;
  if (waits.for === 'visitor') return null;
  return waits.backAt ? fill(words.awayKept, { time: comeback(waits.backAt, now) }) : words.toldKept;
}

function offerRow({ id, data }: Entry<'slots-offered'>, isLast: boolean, input: ChatInput): OfferRow {
  const { slotChoices, speech, now } = input;
  const choice = slotChoices.get(data.offerId);
  const taken = takenOf(id, data, input.entries);
  const gone = !isLast || Date.parse(data.expiresAt) <= now.getTime();
  return {
    kind: 'offer',
    key: id,
    offerId: data.offerId,
    state:
      taken !== null
        ? 'taken'
        : gone
          ? 'gone'
          : choice?.state === 'asking'
            ? 'asking'
            : choice?.state === 'sent'
              ? 'sent'
              : 'open',
    slots: data.slots.map((slot) => {
      const { slotId, startsAt, label } = slot;
      // The hub's label knows the clock at the home; the day stands before it in words where the label lacks it.
      const day = speech.day(new Date(startsAt), now);
      const chosen = taken === null ? choice?.slotId === slotId && choice.state !== 'refused' : taken === slotId;
      const said = label.toLowerCase().includes(day.toLowerCase()) || /\d/.test(label.replace(/\d{1,2}:\d\d/g, ''));
      return { slotId, day: said ? null : day, label, chosen, passed: closingOf(slot) <= now.getTime() };
    }),
    trouble: choice?.trouble ?? null,
  };
}

/** Until when one of the times can be chosen, ms. */
const closingOf = ({ startsAt, closesAt = startsAt }: EntryData<'slots-offered'>['slots'][number]): number =>
  Date.parse(closesAt);

/** The time of an offer that became an appointment before another offer came: which button it was is known after a reload too. */
function takenOf(id: string, { slots }: EntryData<'slots-offered'>, entries: readonly Entry[]): string | null {
  const from = entries.findIndex((entry) => entry.id === id) + 1;
  for (const entry of entries.slice(from)) {
    if (entry.type === 'slots-offered') return null;
    if (entry.type !== 'appointment-changed' || (entry.data.state !== 'held' && entry.data.state !== 'booked'))
      continue;
    const { startsAt } = entry.data;
    return slots.find((slot) => slot.startsAt === startsAt)?.slotId ?? null;
  }
  return null;
}

function appointmentWords(
  { state, startsAt, kind, zone, home }: EntryData<'appointment-changed'>,
  { words, moment }: Speech,
): string {
  const isCall = kind === 'call';
  const sentence = {
    held: words.visitHeld,
    booked: isCall ? words.callBooked : words.visitBooked,
    cancelled: isCall ? words.callCancelled : words.visitCancelled,
    failed: isCall ? words.callFailed : words.visitFailed,
  }[state];
  // Without a time the sentence ends before its colon.
  const place = home === undefined ? '' : ` · ${home.address ?? home.title}`;
  return startsAt
    ? `${fill(sentence, { time: moment(new Date(startsAt), zone) })}${place}`
    : sentence.replace(/\s*[:：]\s*\{time\}$/, '');
}
