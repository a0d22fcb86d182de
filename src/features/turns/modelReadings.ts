import { LRUCache } from 'lru-cache';
import type { Reading } from '../../contract/readings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/observe.ts';
import { dayLabel, timeLabel, zoneLabel } from '../../kernel/timeLabel.ts';
import { wallTimeAt } from '../../kernel/zonedTime.ts';
import type { BotEvent, BotState } from '../bots/state/protocol.ts';
import { languageOf } from '../bots/state/stepContext.ts';
import { linesOf } from '../coaching/coachContext.ts';
import type { Folds } from '../conversations/log/folds.ts';
import { type Conversation, writerOf } from '../conversations/model.ts';
import { holdOf } from '../conversations/speaker/holdBot.ts';
import type { LanguageModel } from '../llm/ports.ts';
import type { Pack } from '../packs/model.ts';
import { asksForDeletion } from '../reading/optOut/readDeletion.ts';
import { readOptOut } from '../reading/optOut/readOptOut.ts';
import { readDanger } from '../reading/person/readDanger.ts';
import { isData } from '../reading/text/isData.ts';
import { type ReadingAsk, readWithModel } from '../understanding/readWithModel.ts';
import { homesToldIn } from './homesTold.ts';
import { knownOf } from './knownWords.ts';
import type { Turn } from './model.ts';
import { peopleOf } from './peopleOf.ts';
import type { TurnStore } from './ports.ts';
import { readUnconsumed } from './readUnconsumed.ts';
import { stateHeard } from './spokeIn.ts';
import { stateBefore } from './takeStep.ts';

/** The input that a turn is about to step on. */
interface TalkAhead {
  conversation: Conversation;
  pack: Pack;
  last: Turn | null;
  before: BotState;
  happened: readonly BotEvent[];
}

/** Claude's readings of messages, beside the reader in process. Where there is no model, or none in time, there is just nothing. */
export interface ModelReadings {
  /**
   * Begins to read what a turn will answer, so that it is read by the time the burst is over. Each message is read once on a node, so
   * that only the node that will take the turn should begin. Never throws.
   */
  begin(tenantId: string, conversationId: string): Promise<void>;
  /** Those that were begun and that no turn has taken up: the coach works from the same readings as the turn will. Never throws. */
  begun(conversationId: string): Promise<ReadonlyMap<number, Reading>>;
  /** Its readings of the messages that the turn answers, by their seq. Bounded by the time of the task. Never throws. */
  of(ahead: TalkAhead): Promise<ReadonlyMap<number, Reading>>;
}

interface ReadingParts {
  model: LanguageModel;
  folds: Pick<Folds, 'find' | 'entries'>;
  turns: Pick<TurnStore, 'newest'>;
  clock: Clock;
  firstState(language: string): BotState;
  packOf(conversation: Conversation): Promise<Pack>;
  /** Homes that a text may name, by any word of it. */
  homesNamed(tenantId: string, text: string): Promise<{ listingId: string; title: string }[]>;
  homeOf(tenantId: string, listingId: string): Promise<{ listingId: string; title: string } | null>;
  log: Logger;
}
type Message = Extract<BotEvent, { kind: 'visitor-message' }>;

const linesRead = 20;
/** Of the newest: a burst holds no more, and after a long outage nobody waits for the old ones. */
const mostMessages = 5;
const mostHomes = 12;
/** A turn follows within seconds; a reading that none took up is let go. */
const keptMs = 15_000;
const mostBegun = 2_000;

export function createModelReadings(parts: ReadingParts): ModelReadings {
  const read = readWithModel({ model: parts.model, logger: parts.log });
  const begun = new LRUCache<string, Map<number, Promise<Reading | null>>>({ max: mostBegun, ttl: keptMs });

  async function beginOn(tenantId: string, conversationId: string): Promise<void> {
    const conversation = await parts.folds.find(tenantId, conversationId);
    if (conversation === null || holdOf(conversation, parts.clock.now()) !== null) return;
    const [last, pack] = await Promise.all([parts.turns.newest(conversationId), parts.packOf(conversation)]);
    const before = stateHeard(stateBefore(parts, last, conversation.language), last);
    const { happened } = await readUnconsumed(parts.folds.entries, conversationId, last);
    const ahead = { conversation, pack, last, before, happened };
    const readings = begun.get(conversationId) ?? new Map<number, Promise<Reading | null>>();
    for (const message of messagesToRead(ahead))
      if (!readings.has(message.seq)) readings.set(message.seq, readOne(ahead, message));
    if (readings.size > 0) begun.set(conversationId, readings);
  }

  /** Never throws. */
  async function readOne(ahead: TalkAhead, message: Message): Promise<Reading | null> {
    const { id } = ahead.conversation;
    try {
      const from = Math.max(1, message.seq - linesRead);
      const entries = await parts.folds.entries.read(id, 'public', from, message.seq - 1, linesRead);
      const people = await peopleOf(parts.folds.entries, ahead.conversation, ahead.before);
      const { tenantId } = ahead.conversation;
      const named = await parts.homesNamed(tenantId, message.text);
      // "The second one", said to a reply that told of two without a card.
      const told = await Promise.all(
        homesToldIn(ahead.last ?? {}).map((listingId) => parts.homeOf(tenantId, listingId)),
      );
      const { timeZone } = ahead.pack;
      const day = dayLabel(wallTimeAt(parts.clock.now(), timeZone), 'en');
      const today = `${day}; hours are ${zoneLabel(timeZone, 'en')}`;
      const homes = [...named, ...told.filter((home) => home !== null)];
      const reading = await read({ ...askOf(ahead, message, linesOf(entries), homes), today, people });
      return reading === null || isEmpty(reading) ? null : reading;
    } catch (err) {
      parts.log.warn('a message was not read by the model', { err, conversationId: id });
      return null;
    }
  }

  return {
    async begin(tenantId, conversationId) {
      if (parts.model.basis === 'rules') return;
      await beginOn(tenantId, conversationId).catch((err: unknown) =>
        parts.log.warn('a message was not read ahead', { err, conversationId }),
      );
    },
    async begun(conversationId) {
      const readings = await Promise.all(
        [...(begun.get(conversationId) ?? [])].map(async ([seq, reading]) => [seq, await reading] as const),
      );
      return new Map(readings.flatMap(([seq, reading]) => (reading === null ? [] : [[seq, reading] as const])));
    },
    async of(ahead) {
      const { id } = ahead.conversation;
      const ready = begun.get(id);
      begun.delete(id);
      const read = new Map<number, Reading>();
      if (parts.model.basis === 'rules') return read;
      await Promise.all(
        messagesToRead(ahead).map(async (message) => {
          const reading = await (ready?.get(message.seq) ?? readOne(ahead, message));
          if (reading !== null) read.set(message.seq, reading);
        }),
      );
      return read;
    },
  };
}

/** Claude read no sense in it, or gave an empty form: the reader in process says more. */
const isEmpty = ({ acts, questions, slots, situation }: Reading): boolean =>
  acts.length + questions.length + slots.length === 0 && situation === 'none';

/** The newest messages that Jorge is to answer and a model may read: where a person speaks, none. */
function messagesToRead({ conversation, happened }: TalkAhead): Message[] {
  const { mode, channel } = conversation;
  if (mode === 'human' || mode === 'closed' || channel === 'call') return [];
  const answered = happened.findLastIndex(({ kind }) => kind === 'agent-message');
  return happened
    .slice(answered + 1)
    .filter((one) => one.kind === 'visitor-message')
    .filter(isForModel)
    .slice(-mostMessages);
}

/** A button says what it says. A danger, an opt-out or a deletion that the rules read needs no model, and pasted data says nothing. */
const isForModel = ({ text, choiceId }: Message): boolean =>
  choiceId === undefined &&
  text.trim() !== '' &&
  readDanger(text) === null &&
  readOptOut(text) === null &&
  !asksForDeletion(text) &&
  !isData(text);

function askOf(
  { conversation, pack, last, before, happened }: TalkAhead,
  { text }: Message,
  lines: ReturnType<typeof linesOf>,
  named: readonly { listingId: string; title: string }[],
): Omit<ReadingAsk, 'people' | 'today'> {
  const { tenantId, id, address } = conversation;
  const { asked, slots } = before;
  return {
    message: { text },
    lines,
    bot: before.bot,
    asked: asked?.question ?? null,
    choices: [...buttonsOf(before, last), ...timesOf(before, pack)],
    known: knownOf(slots),
    homes: homesOf(before, pack, happened, named),
    language: languageOf(before),
    causedBy: { tenantId, conversationId: id, writerId: writerOf(conversation), addressKey: address?.key ?? null },
  };
}

/** The buttons of the question that was put: Claude may have chosen another one than the rules. */
function buttonsOf({ asked }: BotState, last: Turn | null): { id: string; label: string }[] {
  if (asked === null || asked.question === 'slot') return [];
  return (last?.effects ?? []).flatMap((effect) => {
    if (effect.kind !== 'reply') return [];
    const put = effect.brief?.mayAsk.find(({ question }) => question === asked.question);
    return put?.choices ?? effect.choices ?? [];
  });
}

/** The times on offer, which stay on the screen when something else is spoken of. */
function timesOf(before: BotState, { timeZone }: Pack): { id: string; label: string }[] {
  const { offer } = before.booking;
  const home = offer?.home === undefined ? '' : `, ${offer.home.title}`;
  return (offer?.slots ?? []).map(({ slotId, startsAt }) => ({
    id: slotId,
    label: `${timeLabel(Date.parse(startsAt), timeZone, languageOf(before))}${home}`,
  }));
}

function homesOf(
  { homes }: BotState,
  { listing }: Pack,
  happened: readonly BotEvent[],
  named: readonly { listingId: string; title: string }[],
): ReadingAsk['homes'] {
  // Cards that went out with the last reply are on the screen, and in no state yet.
  const shownSince = happened.flatMap((one) => (one.kind === 'cards-shown' ? one.items : []));
  const all = [
    ...named,
    ...shownSince,
    ...(listing === undefined ? [] : [listing]),
    ...(homes.about === null ? [] : [homes.about]),
    ...homes.shown,
  ];
  const called = new Map(all.map(({ listingId, title }) => [listingId, title]));
  const cards = (shownSince.length > 0 ? shownSince : homes.shown).map(({ listingId }) => listingId);
  return [...called].slice(0, mostHomes).map(([id, title]) => {
    const at = cards.indexOf(id);
    return at < 0 ? { id, called: title } : { id, called: title, card: at + 1 };
  });
}
