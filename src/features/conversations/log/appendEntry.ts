import { LRUCache } from 'lru-cache';
import { type Entry, type EntryType, logKindOf } from '../../../contract/log/entry.ts';
import { type LogKind, logNameOf } from '../../../contract/log/logs.ts';
import type { Mode } from '../../../contract/values.ts';
import { type Clock, isoOf } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import { newId } from '../../../kernel/ids.ts';
import { createInTurn } from '../../../kernel/inTurn.ts';
import type { Jobs } from '../../../kernel/jobs.ts';
import type { Meter } from '../../../kernel/observe.ts';
import { conversationTopic, type Wakeups } from '../../../kernel/wakeups.ts';
import { systemActor } from '../actors.ts';
import type { Conversation, Draft } from '../model.ts';
import type { AnswersDue, ConversationStore, EntryRecord, EntryStore, SettledBy, WaitingWords } from '../ports.ts';
import { lookForQuiet } from '../scheduleLooks.ts';
import type { Folds } from './folds.ts';
import { isErased, withoutWords } from './withoutWords.ts';
import type { WrittenEntries } from './writtenEntries.ts';

export interface Appender {
  /**
   * The one door into a log. Gives the entry the next number, durable when this resolves; then wakes whoever reads along
   * and tells what follows from it. The same `onceKey` again is the same entry (`duplicate`).
   * @throws HubError `COMMAND_REUSED` for the same `onceKey` with another `bodyHash`; `NOT_FOUND` for a line of a person or
   * the coach where the words of the conversation were deleted
   */
  append<T extends EntryType>(place: Place, draft: Draft<T>): Promise<Appended<T>>;
  /**
   * As `append`, but only while the bot may speak under that fence; null where it may not. The head is known before the fence,
   * so a takeover in between collides with the number and is seen. `beforeTold` runs between: the entry stands, and nobody was told of
   * it; neither where it stood before nor where it was refused.
   */
  appendUnder<T extends EntryType>(
    place: Place,
    draft: Draft<T>,
    fence: number,
    beforeTold?: () => Promise<void>,
  ): Promise<Appended<T> | null>;
  /**
   * As `append`, of words of the visitor, which wait for an answer from then on: resolves when they are durable, while what follows from
   * them goes on.
   */
  appendReceived(place: Place, draft: Draft<'message-created'>): Promise<Appended<'message-created'>>;
  /** Several into one log with one write, in order: each as `append`. */
  appendAll(place: Place, drafts: readonly Draft[]): Promise<void>;
  /** The head as this process last saw it, read from the store when it has not seen any. */
  head(conversationId: string, kind: LogKind): Promise<number>;
}
export interface Place {
  tenantId: string;
  conversationId: string;
}
export interface Appended<T extends EntryType> {
  entry: Entry<T>;
  duplicate: boolean;
}

/** By then what is owed to an entry has been done by the node that wrote it, or nobody does it. */
export const owedAfterMs = 3_000;

export interface AppenderDeps {
  entries: Pick<EntryStore, 'head' | 'read' | 'newestOf' | 'findOnce' | 'insert' | 'insertAll' | 'rewrite'>;
  conversations: Pick<ConversationStore, 'find'> & Pick<AnswersDue, 'settleAnswer' | 'awaitAnswer'>;
  wakeups: Wakeups;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
  meter: Meter;
  /** The conversations that this node holds. */
  folds: Folds;
  /** Told of every entry once it stands. */
  written: Pick<WrittenEntries, 'tell'>;
  /** Says who settles what is owed to an entry, for it carries a mark then and has it also after a crash; null where nothing is owed. */
  settledBy(entry: Entry): SettledBy | null;
}

/** Whether an entry answers the visitor: while a person is awaited, Jorge's words do not end the wait for one. */
const isAnswer = ({ type, actor }: Entry, mode: Mode | null): boolean =>
  type === 'message-created' && (actor.kind === 'agent' || actor.kind === 'supervisor' || mode === 'bot');

/** After these a talk is not quiet for a while. */
const endQuiet: ReadonlySet<EntryType> = new Set(['message-created', 'conversation-changed']);

/**
 * People and the coach. The bot's fence ends before anything is deleted; the hub itself may still have to say what became of something; and
 * a writer of a call's words looks for the call itself, which is deleted before its words are.
 */
const mayBeLate = ({ type, actor }: Draft): boolean =>
  actor.kind !== 'bot' && actor.id !== systemActor.id && type !== 'call-segment';

const isGone = (conversation: Conversation | null): boolean => conversation !== null && isErased(conversation);

/** `answers`: the number up to which it answers what the visitor said; null where it is no answer. */
type Written = Appended<EntryType> & { answers: number | null };

/** Collisions come from other nodes only; a conversation that collides this often has something wrong. */
const maxTries = 40;

export function createAppender(deps: AppenderDeps): Appender {
  const { entries, conversations, wakeups, clock, meter, folds } = deps;
  // A head seen once is a lower bound forever: a number too low collides and is read again.
  const seenHeads = new LRUCache<string, number>({ max: 50_000 });
  // One append after the other per log in this process, so that only other nodes collide.
  const inTurn = createInTurn();
  // In the order of the log, so that what this node holds of a wait is what the store comes to.
  const waitsInTurn = createInTurn();

  async function headOf(conversationId: string, kind: LogKind): Promise<number> {
    const seen = seenHeads.get(logNameOf(kind, conversationId));
    const held = folds.headOf(conversationId, kind);
    if (seen === undefined && held === null) return entries.head(conversationId, kind);
    return Math.max(seen ?? 0, held ?? 0);
  }

  /** The number was taken: somebody else wrote. */
  async function lookAgain(conversationId: string, kind: LogKind): Promise<void> {
    if (folds.headOf(conversationId, kind) !== null) await folds.catchUp(conversationId);
    else seenHeads.set(logNameOf(kind, conversationId), await entries.head(conversationId, kind));
  }

  /**
   * The mode in which the bot may write number `head + 1` under the fence; null where it may not. A change of speaker stands in the
   * public log: where this node holds that log up to the head and no change in it, one that it has not heard of stands at `head + 1`
   * or later, and the numbers collide.
   */
  async function speakingMode(
    { tenantId, conversationId }: Place,
    kind: LogKind,
    head: number,
    fence: number,
  ): Promise<Mode | null> {
    const isKnown = kind === 'public' && folds.headOf(conversationId, kind) === head;
    const conversation = await (isKnown ? folds.find : folds.read)(tenantId, conversationId);
    const speaks = conversation?.mode === 'bot' || conversation?.mode === 'waiting';
    return speaks && conversation.fence === fence ? conversation.mode : null;
  }

  function recordOf({ tenantId, conversationId }: Place, draft: Draft, seq: number): EntryRecord {
    const entry = {
      v: 1,
      id: newId(),
      log: logNameOf(logKindOf(draft.type), conversationId),
      seq,
      type: draft.type,
      at: isoOf(clock.now()),
      conversationId,
      actor: draft.actor,
      ...(draft.cause === undefined ? {} : { cause: draft.cause }),
      data: draft.data,
    } as Entry;
    const settledBy = deps.settledBy(entry);
    const owed = settledBy === null ? { owedAt: null } : { owedAt: clock.now() + owedAfterMs, settledBy };
    return { tenantId, entry, onceKey: draft.onceKey, bodyHash: draft.bodyHash ?? null, ...owed };
  }

  /** Null when the bot may not speak under the fence; never null where `fence` is null. */
  async function write(
    place: Place,
    kind: LogKind,
    drafts: readonly Draft[],
    fence: number | null,
  ): Promise<Written[] | null> {
    const { conversationId } = place;
    const appended: Written[] = [];
    for (let tries = 0; tries < maxTries; tries += 1) {
      const head = await headOf(conversationId, kind);
      const mode = fence === null ? null : await speakingMode(place, kind, head, fence);
      if (fence !== null && mode === null) return null;
      const records = drafts.slice(appended.length).map((draft, index) => recordOf(place, draft, head + 1 + index));
      const [only] = records;
      if (only === undefined) return appended;
      const outcomes = records.length === 1 ? [await entries.insert(only)] : await entries.insertAll(records);
      const inserted = records.slice(0, outcomes.filter((outcome) => outcome === 'inserted').length);
      if (inserted.length > 0) {
        seenHeads.set(logNameOf(kind, conversationId), head + inserted.length);
        folds.appended(
          inserted.map(({ entry }) => entry),
          fence ?? undefined,
        );
      }
      for (const { entry } of inserted) {
        meter.count('hub_entries_total', { type: entry.type });
        const { answersThrough = entry.seq } = drafts[appended.length] ?? {};
        appended.push({ entry, duplicate: false, answers: isAnswer(entry, mode) ? answersThrough : null });
      }
      const refused = records[inserted.length];
      if (refused === undefined) return appended;
      if (outcomes.at(-1) === 'once-taken') appended.push(await firstOf(refused));
      else await lookAgain(conversationId, kind);
    }
    throw new HubError('INTERNAL', { cause: new Error('an append collided too often') });
  }

  /**
   * A deletion marks the conversation before it takes the words out of its logs, and every writer looks for the mark
   * once their line stands: one of the two sees the other, so no words are left. A public line closes a conversation
   * before it is deleted, and a line of the team's tells of it where there was a call, so a node that holds that log up
   * to its own line, and no such line in it, need not ask the store.
   */
  async function refuseErasedMeanwhile(
    { tenantId, conversationId }: Place,
    { entry, duplicate }: Appended<EntryType>,
  ): Promise<void> {
    if (duplicate || folds.standsBeforeDeletion(entry)) return;
    const isKnown = logKindOf(entry.type) === 'public' && folds.headOf(conversationId, 'public') === entry.seq;
    if (!isGone(await (isKnown ? folds : conversations).find(tenantId, conversationId))) return;
    await entries.rewrite(withoutWords(entry));
    folds.forget(conversationId);
    throw new HubError('NOT_FOUND');
  }

  async function firstOf({ tenantId, onceKey, bodyHash }: EntryRecord): Promise<Written> {
    const first = await entries.findOnce(onceKey);
    if (first === null || first.tenantId !== tenantId) throw new HubError('CONFLICT');
    if (first.bodyHash !== bodyHash) throw new HubError('COMMAND_REUSED');
    return { entry: first.entry, duplicate: true, answers: null };
  }

  /** Lets the board write its row first, in the same pass of the event loop: then the row and the mark share a command. */
  const toldFirst = (): Promise<void> => Promise.resolve();

  async function markWait({ tenantId, conversationId }: Place, words: WaitingWords): Promise<void> {
    folds.waits(conversationId, words);
    await toldFirst();
    await waitsInTurn(conversationId, () => conversations.awaitAnswer(tenantId, conversationId, words));
    // A read that ran at the same time may have found the row without the mark.
    folds.waits(conversationId, words);
  }

  async function endWait({ tenantId, conversationId }: Place, through: number): Promise<void> {
    folds.answered(conversationId, through);
    await toldFirst();
    await waitsInTurn(conversationId, () => conversations.settleAnswer(tenantId, conversationId, through));
    folds.answered(conversationId, through);
  }

  /** A listener to an entry finds what it leaves owed in this node's memory; it is durable when this resolves. */
  async function follow(place: Place, appended: readonly Written[], isReceived = false): Promise<void> {
    for (const { entry, duplicate, answers } of appended) {
      if (duplicate) continue;
      wakeups.publish(conversationTopic(place.conversationId), { kind: 'entry', entry });
      const words = { seq: entry.seq, at: Date.parse(entry.at) };
      const marked = isReceived ? markWait(place, words) : answers === null ? null : endWait(place, answers);
      deps.written.tell({ tenantId: place.tenantId, entry });
      await marked;
      if (endQuiet.has(entry.type)) await lookForQuiet(deps, place, Date.parse(entry.at));
    }
  }

  async function appendOne<T extends EntryType>(
    place: Place,
    draft: Draft<T>,
    fence: number | null,
    beforeTold?: () => Promise<void>,
  ): Promise<Appended<T> | null> {
    const kind = logKindOf(draft.type);
    const drafts = [draft as Draft];
    const isWatched = fence === null && mayBeLate(draft as Draft);
    if (isWatched) {
      const isHeld = folds.headOf(place.conversationId, 'public') !== null;
      const conversation = await (isHeld ? folds : conversations).find(place.tenantId, place.conversationId);
      if (isGone(conversation)) throw new HubError('NOT_FOUND');
    }
    const written = await inTurn(logNameOf(kind, place.conversationId), () => write(place, kind, drafts, fence));
    const [appended] = written ?? [];
    if (appended === undefined) return null;
    if (isWatched) await refuseErasedMeanwhile(place, appended);
    if (!appended.duplicate) await beforeTold?.();
    await follow(place, [appended]);
    return appended as Appended<EntryType> as Appended<T>;
  }

  return {
    async append(place, draft) {
      const appended = await appendOne(place, draft, null);
      if (appended === null)
        throw new HubError('INTERNAL', { cause: new Error('an append without a fence was refused') });
      return appended;
    },
    appendUnder: appendOne,
    async appendReceived(place, draft) {
      const log = logNameOf('public', place.conversationId);
      const [appended] = (await inTurn(log, () => write(place, 'public', [draft as Draft], null))) ?? [];
      if (appended?.entry.type !== 'message-created') throw new HubError('COMMAND_REUSED');
      // Steps that are not done are found by the marks of the entry, and the wait by the job that looks at it.
      const followed = follow(place, [appended], true).then(() => refuseErasedMeanwhile(place, appended));
      followed.catch(() => meter.count('hub_follow_failures_total', {}));
      return appended as Appended<EntryType> as Appended<'message-created'>;
    },
    async appendAll(place, drafts) {
      const [first] = drafts;
      if (first === undefined) return;
      const kind = logKindOf(first.type);
      const written = await inTurn(logNameOf(kind, place.conversationId), () => write(place, kind, drafts, null));
      await follow(place, written ?? []);
    },
    head: headOf,
  };
}
