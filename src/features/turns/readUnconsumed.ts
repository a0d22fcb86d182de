import { isPicture } from '../../contract/fileLimits.ts';
import type { Entry } from '../../contract/log/entry.ts';
import type { Slot } from '../../contract/log/parts.ts';
import { bot as bots } from '../../contract/values.ts';
import type { BotEvent, BotState } from '../bots/state/protocol.ts';
import { erasedWords } from '../conversations/log/withoutWords.ts';
import type { EntryStore } from '../conversations/ports.ts';
import { maskIdentityNumbers } from '../reading/numbers/identityNumbers.ts';
import type { TimeWish } from '../reading/time/timeWish.ts';
import type { Turn } from './model.ts';

interface Unconsumed {
  happened: BotEvent[];
  throughSeq: number;
  throughInternalSeq: number;
  /** Those of the entries read that call for a turn. */
  calling: Entry[];
  /** As much was read as one turn reads: there may be more. */
  isFull: boolean;
}

/** Entries that one turn reads at most; the next turn reads the rest. */
const entriesPerTurn = 200;

/**
 * The lines of the logs that no turn has consumed: people's messages, changes of who speaks, corrections. A bot's own messages
 * are passed over. When Jorge is to speak again, messages that nobody answered come again, so that they are answered.
 */
export async function readUnconsumed(
  entries: Pick<EntryStore, 'read'>,
  conversationId: string,
  last: Turn | null,
): Promise<Unconsumed> {
  const throughSeq = last?.throughSeq ?? 0;
  const throughInternalSeq = last?.throughInternalSeq ?? 0;
  // A state of an older version may lack it.
  const pending: BotState['pending'] | undefined = last?.stateAfter.pending;
  const kept = new Set(pending?.map(({ seq }) => seq));
  const said = await entries.read(conversationId, 'public', throughSeq + 1, Number.MAX_SAFE_INTEGER, entriesPerTurn);
  const noted = await entries.read(
    conversationId,
    'internal',
    throughInternalSeq + 1,
    Number.MAX_SAFE_INTEGER,
    entriesPerTurn,
  );
  const happened: BotEvent[] = [];
  for (const entry of said) {
    const one = botEventOf(entry);
    if (one === null) continue;
    happened.push(one);
    if (one.kind !== 'mode-changed' || one.mode !== 'bot') continue;
    // The bot's state has those it never tried to answer; a reply that a takeover stopped is known from the log alone.
    const unanswered = await unansweredBefore(entries, conversationId, entry.seq);
    happened.push(...unanswered.filter(({ seq }) => !kept.has(seq) && seq <= throughSeq));
  }
  for (const entry of noted) {
    const one = botEventOf(entry);
    if (one !== null) happened.push(one);
  }
  return {
    happened,
    throughSeq: said.at(-1)?.seq ?? throughSeq,
    throughInternalSeq: noted.at(-1)?.seq ?? throughInternalSeq,
    calling: [...said, ...noted].filter(callsForTurn),
    isFull: said.length === entriesPerTurn || noted.length === entriesPerTurn,
  };
}

/** Whether the bot is to read an entry soon. Its own actions are read along with the next entry. */
export function callsForTurn(entry: Entry): boolean {
  const one = botEventOf(entry);
  if (one === null || one.kind === 'cards-shown') return false;
  if (one.kind === 'agent-message' && one.spoken) return false;
  return one.kind !== 'appointment-changed' || one.by !== 'bot' || one.state !== 'cancelled';
}

function botEventOf(entry: Entry): BotEvent | null {
  const { kind } = entry.actor;
  const byStaff = kind === 'agent' || kind === 'supervisor';
  if (entry.type === 'message-created') {
    if (byStaff) return { kind: 'agent-message', seq: entry.seq, text: maskIdentityNumbers(entry.data.text) };
    return kind === 'visitor' || kind === 'lead' ? (filesSent(entry) ?? visitorMessage(entry)) : null;
  }
  if (entry.type === 'call-segment') return spokenWords(entry);
  if (entry.type === 'call-wiped') return { kind: 'words-erased', seq: entry.seq };
  if (entry.type === 'conversation-changed' && kind !== 'bot') {
    const by = kind === 'visitor' ? 'visitor' : byStaff ? 'staff' : 'system';
    const reason = entry.data.reason === undefined ? {} : { reason: entry.data.reason };
    const name = entry.data.agentName === undefined ? {} : { agentName: entry.data.agentName };
    return { kind: 'mode-changed', seq: entry.seq, mode: entry.data.mode, by, ...reason, ...name };
  }
  const calendar = calendarEventOf(entry);
  if (calendar !== null) return calendar;
  if (entry.type === 'qualification-changed' && byStaff && entry.data.corrected !== undefined) {
    return {
      kind: 'slot-corrected',
      seq: entry.seq,
      slot: entry.data.corrected.slot,
      value: entry.data.corrected.value,
    };
  }
  if (entry.type === 'quiet-noticed') return { kind: 'quiet', seq: entry.seq };
  if (entry.type === 'review-overdue') return { kind: 'review-late', seq: entry.seq };
  if (entry.type === 'question-answered') {
    const { question = null, words } = entry.data;
    return { kind: 'question-answered', seq: entry.seq, question, words };
  }
  if (entry.type === 'listing-cards') {
    const items = entry.data.items.map(({ listingId, title, address, priceCents }) => ({
      listingId,
      title,
      priceCents,
      ...(address === undefined ? {} : { address }),
    }));
    return { kind: 'cards-shown', seq: entry.seq, items };
  }
  if (entry.type === 'handoff-changed' && byStaff) {
    const bot = bots.safeParse(entry.data.to);
    return bot.success ? { kind: 'bot-chosen', seq: entry.seq, bot: bot.data, reason: entry.data.reason } : null;
  }
  if (entry.type === 'qualification-changed' && entry.data.read !== undefined) {
    const { slots, read } = entry.data;
    const named = read.filter((name) => Object.hasOwn(slots, name));
    return {
      kind: 'slots-read',
      seq: entry.seq,
      slots: Object.fromEntries(named.map((name) => [name, slots[name] as Slot])),
    };
  }
  return null;
}

/** The calendar's answers and the changes of appointments: the bot's own lines too, for they say what became of its requests. */
function calendarEventOf(entry: Entry): BotEvent | null {
  const { seq } = entry;
  switch (entry.type) {
    case 'times-found': {
      const { kind: meeting, wish, ...found } = entry.data;
      return { kind: 'times-found', seq, meeting, wish: wish as TimeWish, ...found };
    }
    case 'offer-gone':
      return { kind: 'offer-gone', seq, ranOut: entry.data.slotId !== undefined };
    case 'reminder-due':
      return { kind: 'reminder-due', seq, appointmentId: entry.data.appointmentId };
    case 'appointment-changed': {
      const { appointmentId, state, startsAt, kind: meeting, home } = entry.data;
      const who = entry.actor.kind;
      const by = who === 'agent' || who === 'supervisor' ? 'staff' : who === 'lead' ? 'visitor' : who;
      const changed = { appointmentId, state, by, startsAt: startsAt ?? entry.at, meeting: meeting ?? 'call' } as const;
      const of = home === undefined ? {} : { home };
      return { kind: 'appointment-changed', seq, ...changed, with: entry.data.with ?? null, ...of };
    }
    default:
      return null;
  }
}

/** Files without a word; null where something was said. */
function filesSent({ seq, data }: Entry<'message-created'>): BotEvent | null {
  const { text, attachments = [] } = data;
  if (text !== '' || attachments.length === 0) return null;
  const photos = attachments.filter(isPicture).length;
  return { kind: 'files-sent', seq, photos, documents: attachments.length - photos };
}

/** The words said on the phone; null where they were erased. */
function spokenWords({ seq, log, data }: Entry<'call-segment'>): BotEvent | null {
  const text = maskIdentityNumbers(data.text);
  if (text === erasedWords) return null;
  return data.speaker === 'lead'
    ? { kind: 'visitor-message', seq, log, text }
    : { kind: 'agent-message', seq, text, spoken: true };
}

function visitorMessage({ seq, log, data }: Entry<'message-created'>): BotEvent & { kind: 'visitor-message' } {
  return {
    kind: 'visitor-message',
    seq,
    log,
    // A model may be asked about what a bot reads, and a routing number is no budget.
    text: maskIdentityNumbers(data.text),
    ...(data.choiceId === undefined ? {} : { choiceId: data.choiceId }),
  };
}

/** The visitor's messages right before `seq` that no bot and no person answered, oldest first. */
async function unansweredBefore(
  entries: Pick<EntryStore, 'read'>,
  conversationId: string,
  seq: number,
): Promise<(BotEvent & { kind: 'visitor-message' })[]> {
  const before = await entries.read(conversationId, 'public', Math.max(1, seq - 50), seq - 1, 50);
  const open: (BotEvent & { kind: 'visitor-message' })[] = [];
  for (const entry of before) {
    if (entry.type !== 'message-created') continue;
    if (entry.actor.kind === 'visitor' || entry.actor.kind === 'lead') {
      if (entry.data.text !== '') open.push(visitorMessage(entry));
    } else open.length = 0;
  }
  return open;
}
