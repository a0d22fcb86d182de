import { LRUCache } from 'lru-cache';
import { type Entry, type EntryType, type LogKind, logKindOf, logNameOf } from '../../contract/entries.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import { createInTurn } from '../../kernel/inTurn.ts';
import type { Meter } from '../../kernel/observe.ts';
import { conversationTopic, type Wakeups } from '../../kernel/wakeups.ts';
import { boardChangeOf } from './boardChangeOf.ts';
import { changeBoard } from './changeBoard.ts';
import { longWait } from './judgeAlerts.ts';
import type { Draft } from './model.ts';
import type { ConversationStore, EntryStore } from './ports.ts';

export interface Appender {
  /**
   * The one door into a log. Gives the entry the next number, durable when this resolves; then wakes whoever reads along
   * and mends the board's row. The same `onceKey` again is the same entry (`duplicate`); with another `bodyHash` it throws
   * `COMMAND_REUSED`. With `under` it writes only while the bot may speak under that fence, else returns null: the head is
   * read before the fence, so a takeover in between collides with the number and is seen (contract §10.5).
   */
  append<T extends EntryType>(place: Place, draft: Draft<T>, under?: { fence: number }): Promise<Appended<T> | null>;
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

export interface AppenderParts {
  entries: EntryStore;
  conversations: ConversationStore;
  wakeups: Wakeups;
  clock: Clock;
  meter: Meter;
  /** Told of every entry once it stands; must not fail and is not waited for. */
  onAppended?: (tenantId: string, entry: Entry) => void;
}

/** Collisions come from other nodes only; a conversation that collides this often has something wrong. */
const maxTries = 40;

export function createAppender(parts: AppenderParts): Appender {
  const { entries, conversations, wakeups, clock, meter } = parts;
  // A head seen once is a lower bound for ever: a number too low collides and is read again.
  const seenHeads = new LRUCache<string, number>({ max: 50_000 });
  // One append after the other per log in this process, so that only other nodes collide.
  const inTurn = createInTurn();

  async function insert<T extends EntryType>(
    place: Place,
    kind: LogKind,
    draft: Draft<T>,
    under?: { fence: number },
  ): Promise<Appended<T> | null> {
    const { tenantId, conversationId } = place;
    const log = logNameOf(kind, conversationId);
    for (let tries = 0; tries < maxTries; tries += 1) {
      const head = seenHeads.get(log) ?? (await entries.head(conversationId, kind));
      if (under !== undefined) {
        const conversation = await conversations.find(tenantId, conversationId);
        const speaks = conversation?.mode === 'bot' || conversation?.mode === 'waiting';
        if (!speaks || conversation.fence !== under.fence) return null;
      }
      const entry = {
        v: 1,
        id: newId(),
        log,
        seq: head + 1,
        type: draft.type,
        at: isoOf(clock.now()),
        conversationId,
        actor: draft.actor,
        ...(draft.cause === undefined ? {} : { cause: draft.cause }),
        data: draft.data,
      } as Entry<T>;
      const outcome = await entries.insert({
        tenantId,
        entry: entry as Entry,
        onceKey: draft.onceKey,
        bodyHash: draft.bodyHash ?? null,
      });
      if (outcome === 'inserted') {
        seenHeads.set(log, head + 1);
        meter.count('hub_entries_total', { type: draft.type });
        return { entry, duplicate: false };
      }
      if (outcome === 'once-taken') {
        const first = await entries.findOnce(draft.onceKey);
        if (first === null || first.tenantId !== tenantId) throw new HubError('CONFLICT');
        if (first.bodyHash !== (draft.bodyHash ?? null)) throw new HubError('COMMAND_REUSED');
        return { entry: first.entry as Entry<T>, duplicate: true };
      }
      seenHeads.set(log, await entries.head(conversationId, kind));
    }
    throw new HubError('INTERNAL', { cause: new Error('an append collided too often') });
  }

  return {
    async append(place, draft, under) {
      const kind = logKindOf(draft.type);
      const appended = await inTurn(logNameOf(kind, place.conversationId), () => insert(place, kind, draft, under));
      if (appended === null || appended.duplicate) return appended;
      wakeups.publish(conversationTopic(place.conversationId), { kind: 'entry', entry: appended.entry });
      parts.onAppended?.(place.tenantId, appended.entry as Entry);
      const change = boardChangeOf(appended.entry as Entry);
      if (change !== null || draft.board !== undefined || draft.flag !== undefined) {
        const answered = draft.board?.waitingSince === null ? { alerts: { dropKinds: [longWait] } } : {};
        const flagged = draft.flag === undefined ? {} : { flag: draft.flag };
        const add = { ...answered, ...change?.add, ...flagged };
        await changeBoard(parts, place, { ...change?.fields, ...draft.board }, add);
      }
      return appended;
    },
    async head(conversationId, kind) {
      return seenHeads.get(logNameOf(kind, conversationId)) ?? (await entries.head(conversationId, kind));
    },
  };
}
