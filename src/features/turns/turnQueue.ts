import { type Entry, logKindOf } from '../../contract/log/entry.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { SeenSeqs } from '../conversations/log/folds.ts';
import type { EntryStore } from '../conversations/ports.ts';
import { mostInBurst, turnDueAt } from './burst.ts';
import { callsForTurn } from './readUnconsumed.ts';

/** Turns of this node: when to look for the next one of a conversation, and how many run at once. */
export interface TurnQueue {
  /** An entry was written: where it calls for a turn, one is taken at the end of its burst. */
  heard(tenantId: string, entry: Entry): void;
  /** A turn of that conversation may be due at `at` (ms since the epoch): it is looked for then, or earlier where that was asked for. */
  request(tenantId: string, conversationId: string, at: number): void;
  /** Whether this node takes a turn of that conversation, or waits for its time. */
  knows(conversationId: string): boolean;
  /** Takes no more turns, and waits for those that run, no longer than `withinMs`. Whether all of them ended. */
  stop(withinMs: number): Promise<boolean>;
}

/** Enough at once to keep the database busy, few enough to keep memory small. */
const turnsAtOnce = 32;
const firstRetryMs = 1000;
const longestRetryMs = 10_000;

interface TurnQueueDeps {
  clock: Clock;
  log: Logger;
  entries: Pick<EntryStore, 'postponeOwed'>;
  /** Takes what turns are due, having read the logs up to `seen`; when to look again (ms since the epoch), null: not before something is written. */
  runTurn(tenantId: string, conversationId: string, seen: SeenSeqs): Promise<number | null>;
}

export function createTurnQueue({ clock, log, entries, runTurn }: TurnQueueDeps): TurnQueue {
  const timers = new Map<string, { at: number; cancel(): void }>();
  const running = new Map<string, Promise<void>>();
  /** Those asked for while a turn of theirs ran: it may have read the log before. */
  const again = new Set<string>();
  /** Conversations whose turn waits for a place, with their tenant. */
  const waiting = new Map<string, string>();
  const failures = new Map<string, number>();
  /** The entries that were heard and no turn has begun to read, of each conversation: as much as decides when that is. */
  const unread = new Map<string, Entry[]>();
  let stopped = false;

  function request(tenantId: string, conversationId: string, at: number): void {
    if (stopped) return;
    const known = timers.get(conversationId);
    if (known !== undefined && known.at <= at) return;
    wait(tenantId, conversationId, at);
  }

  function wait(tenantId: string, conversationId: string, at: number): void {
    timers.get(conversationId)?.cancel();
    const cancel = clock.after(Math.max(0, at - clock.now()), () => {
      timers.delete(conversationId);
      take(tenantId, conversationId);
    });
    timers.set(conversationId, { at, cancel });
  }

  function take(tenantId: string, conversationId: string): void {
    if (stopped) return;
    if (running.has(conversationId)) {
      again.add(conversationId);
      return;
    }
    if (running.size >= turnsAtOnce) {
      waiting.set(conversationId, tenantId);
      return;
    }
    waiting.delete(conversationId);
    const heard = unread.get(conversationId) ?? [];
    // Entries of other nodes are known by their hints: one whose hint was lost is found by its mark.
    const seen = heard.length === 0 ? {} : { public: 0, internal: 0, ...seqsOf(heard) };
    unread.delete(conversationId);
    const turn = runTurn(tenantId, conversationId, seen)
      .then((nextAt) => {
        failures.delete(conversationId);
        if (nextAt !== null) request(tenantId, conversationId, nextAt);
      })
      .catch((err: unknown) => retryLater(tenantId, conversationId, err))
      .finally(() => {
        running.delete(conversationId);
        if (again.delete(conversationId) && !failures.has(conversationId)) take(tenantId, conversationId);
        const [next] = waiting;
        if (next !== undefined) take(next[1], next[0]);
      });
    running.set(conversationId, turn);
  }

  /** A turn that fails again and again is tried ever less often, on any node, so that it does not stand in the way of the others. */
  async function retryLater(tenantId: string, conversationId: string, err: unknown): Promise<void> {
    log.error('a turn failed', { err, conversationId });
    const count = failures.get(conversationId) ?? 0;
    failures.set(conversationId, count + 1);
    const at = clock.now() + Math.min(longestRetryMs, firstRetryMs * 2 ** count);
    request(tenantId, conversationId, at);
    await entries
      .postponeOwed(conversationId, at)
      .catch((error: unknown) => log.warn('a turn owed to a conversation could not be postponed', { err: error }));
  }

  return {
    heard(tenantId, entry) {
      if (stopped || !callsForTurn(entry)) return;
      const { conversationId } = entry;
      const heard = [...(unread.get(conversationId) ?? []), entry].slice(-mostInBurst);
      unread.set(conversationId, heard);
      const at = turnDueAt(heard, clock.now());
      if (at !== null) wait(tenantId, conversationId, at);
    },
    request,
    knows: (conversationId) => timers.has(conversationId) || running.has(conversationId) || waiting.has(conversationId),
    async stop(withinMs) {
      stopped = true;
      for (const timer of timers.values()) timer.cancel();
      waiting.clear();
      const late = new Promise<void>((done) => clock.after(withinMs, done));
      await Promise.race([Promise.allSettled(running.values()), late]);
      return running.size === 0;
    },
  };
}

/** Up to where the logs must be read so that these entries are. */
function seqsOf(entries: readonly Entry[]): SeenSeqs {
  const seen: SeenSeqs = {};
  for (const { type, seq } of entries) {
    const kind = logKindOf(type);
    seen[kind] = Math.max(seq, seen[kind] ?? 0);
  }
  return seen;
}
