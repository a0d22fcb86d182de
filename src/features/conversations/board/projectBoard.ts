import { LRUCache } from 'lru-cache';
import { type Entry, logKindOf } from '../../../contract/log/entry.ts';
import type { Clock } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Logger } from '../../../kernel/observe.ts';
import { tenantTopic, type Wakeups } from '../../../kernel/wakeups.ts';
import type { Folds } from '../log/folds.ts';
import { isErased } from '../log/withoutWords.ts';
import type { Conversation, RowFields, Through } from '../model.ts';
import type { EntryStore } from '../ports.ts';
import { boardRowOf } from './boardRowOf.ts';
import { rebuiltRow, rowFieldsOf, rowNow, withEntries } from './bringForward.ts';
import type { BoardStore } from './ports.ts';
import { rowAfter } from './rowAfter.ts';

export interface BoardProjection {
  /** Puts what an entry says on its row: on every desk at once, in the store within `writeWithinMs`, or within two seconds what is said on the phone. */
  onEntry(tenantId: string, entry: Entry): void;
  /** Something beside the logs changed: the row goes to every desk. `lags`: look too whether its logs hold more than it shows. */
  touch(tenantId: string, conversationId: string, lags?: 'lags'): void;
  /** Somebody here begins to watch the rows of a tenant: once this resolves they are kept, and what other nodes tell meanwhile they tell again. */
  opened(tenantId: string): Promise<void>;
  /** Until every row that it was told of, of one tenant or of all, is kept or could not be. */
  settle(tenantId?: string): Promise<void>;
  /** Keeps at once what is not kept yet; from then on every entry is kept at once. Whether no row is behind. */
  stop(): Promise<boolean>;
}

interface ProjectionDeps {
  conversations: Pick<BoardStore, 'writeRow' | 'markRow'>;
  folds: Pick<Folds, 'find' | 'read' | 'changed'>;
  entries: Pick<EntryStore, 'read'>;
  wakeups: Wakeups;
  clock: Clock;
  log: Logger;
}

const boardsTopic = 'boards';

const writeWithinMs = 250;
/** On the phone a line comes every second: one write keeps what was said in two or three. */
const spokenWithinMs = 2_000;
/** A row that was told no longer ago may not have been kept yet when somebody else began to watch. */
const toldAgainMs = 3_500;
const tryAgainMs = 1000;
/** A row that is behind by this many entries that change nothing on it is kept anyhow, so that less is read again. */
const mostUnshown = 100;
const rowsHeld = 10_000;
/** Writes that another node is ahead of, one after the other, before a stop gives up. */
const mostRounds = 20;

/** One conversation that is being worked on. */
interface Work {
  tenantId: string;
  waiting: Entry[];
  lags: boolean;
  /** Something beside the logs changed, which this node may not know. */
  isTouched: boolean;
  /** The desks should hear of it though its row has not changed. */
  tells: boolean;
  /** Keeping it failed before. */
  isLate: boolean;
  running: Promise<void> | null;
  again: boolean;
  cancelWrite: (() => void) | null;
  /** When that write is, in ms since the epoch. */
  writesAt: number;
}

/**
 * The one writer of rows. Entries come in any order and from any node: missing ones between them are read from the
 * log. Many entries of a conversation are one write.
 */
export function createBoardProjection(deps: ProjectionDeps): BoardProjection {
  const { conversations, folds, wakeups, clock, log } = deps;
  const node = newId();
  const held = new LRUCache<string, RowFields>({ max: rowsHeld });
  /** The last write of each row: how much of the internal log, and when. */
  const kept = new LRUCache<string, { internal: number; at: number }>({ max: rowsHeld });
  const told = new LRUCache<string, string>({
    max: rowsHeld,
    ttl: toldAgainMs,
    perf: { now: () => clock.now() },
    ttlResolution: 0,
  });
  const works = new Map<string, Work>();
  let stopped = false;

  function workOn(tenantId: string, id: string): Work {
    const flags = { lags: false, isTouched: false, tells: false, isLate: false, again: false };
    const none = { ...flags, running: null, cancelWrite: null, writesAt: 0 };
    const work = works.get(id) ?? { tenantId, waiting: [], ...none };
    works.set(id, work);
    return work;
  }

  function run(id: string, work: Work): void {
    work.again = true;
    work.running ??= bringAll(id, work);
  }
  async function bringAll(id: string, work: Work): Promise<void> {
    try {
      while (work.again) {
        work.again = false;
        await bring(id, work);
      }
    } catch (err) {
      log.warn('a row could not be brought up to date', { err, conversationId: id });
      // Lost entries are read from the log.
      held.delete(id);
      work.waiting = [];
      work.lags = true;
      writeBy(id, work, clock.now() + tryAgainMs);
    }
    work.running = null;
    endIfDone(id, work);
  }
  function endIfDone(id: string, work: Work): void {
    if (work.running === null && work.cancelWrite === null && works.get(id) === work) works.delete(id);
  }

  /** The newest of what is held and what is stored, with the entries that came; out to every desk. */
  async function bring(id: string, work: Work): Promise<void> {
    const mine = held.get(id);
    const isNews = mine === undefined || work.isTouched || work.lags;
    work.isTouched = false;
    const found = await (isNews ? folds.read : folds.find)(work.tenantId, id);
    if (found === null || isErased(found)) {
      held.delete(id);
      work.waiting = [];
      return;
    }
    const { board } = found;
    let row = mine ?? rowFieldsOf(board);
    if (board.through === null) row = mine ?? (await migrate(found));
    else if (mine !== undefined && isAhead(board.through, mine.through)) {
      row = rowFieldsOf(board);
      work.lags ||= isAhead(mine.through, board.through);
    }
    let changed = board.through === null;
    let isOnlySpoken = !changed && !work.lags;
    if (work.lags) {
      work.lags = false;
      row = await rowNow(deps, { ...found, board: { ...board, ...row } });
      changed ||= isAhead(row.through, board.through);
    }
    for (let entry = work.waiting.shift(); entry !== undefined; entry = work.waiting.shift()) {
      work.tells ||= entry.type === 'assignment-changed';
      const after = await take(row, entry);
      isOnlySpoken &&= entry.type === 'call-segment';
      changed ||= after.isOther;
      row = after.row;
    }
    held.set(id, row);
    if ((changed || work.tells) && row.shown) {
      const shown = boardRowOf({ ...found, board: { ...board, ...row } });
      wakeups.publish(tenantTopic(found.tenantId), { kind: 'row', row: shown });
      told.set(id, found.tenantId);
    }
    work.tells = false;
    const unshown = (row.through?.internal ?? 0) - (kept.get(id)?.internal ?? board.through?.internal ?? 0);
    if (!changed && unshown <= mostUnshown) return;
    // The first at once, with what else is written of the conversation then; those that follow wait for each other.
    const dueAt = stopped ? 0 : (kept.get(id)?.at ?? 0) + (isOnlySpoken ? spokenWithinMs : writeWithinMs);
    writeBy(id, work, Math.max(clock.now(), dueAt));
  }

  function writeBy(id: string, work: Work, at: number): void {
    if (work.cancelWrite !== null && work.writesAt <= at) return;
    work.cancelWrite?.();
    work.writesAt = at;
    work.cancelWrite = clock.after(at - clock.now(), () => void write(id, work));
  }

  async function take(row: RowFields, entry: Entry): Promise<{ row: RowFields; isOther: boolean }> {
    const kind = logKindOf(entry.type);
    const seen = row.through?.[kind] ?? 0;
    if (entry.seq <= seen) return { row, isOther: false };
    const isNext = entry.seq === seen + 1;
    const before = isNext
      ? row
      : await withEntries(deps, { id: entry.conversationId, row, log: kind, upTo: entry.seq - 1 });
    const after = rowAfter(before, entry);
    const through = { ...(before.through ?? { public: 0, internal: 0 }), [kind]: entry.seq };
    return { row: { ...after, through }, isOther: !isNext || after !== before };
  }

  async function migrate(found: Conversation): Promise<RowFields> {
    const { row, read } = await rebuiltRow(deps, found);
    await conversations.markRow(found.tenantId, found.id, { read });
    return row;
  }

  async function write(id: string, work: Work): Promise<void> {
    work.cancelWrite?.();
    work.cancelWrite = null;
    const row = held.get(id);
    if (row !== undefined) {
      kept.set(id, { internal: kept.get(id)?.internal ?? 0, at: clock.now() });
      try {
        const isKept = await conversations.writeRow(work.tenantId, id, row);
        if (isKept) kept.set(id, { internal: row.through?.internal ?? 0, at: kept.get(id)?.at ?? 0 });
        // If another node was ahead, its entries are read.
        else work.lags = true;
      } catch (err) {
        log.warn('a row was not kept', { err, conversationId: id });
        work.isLate = true;
        writeBy(id, work, clock.now() + tryAgainMs);
        return;
      }
    }
    if (!work.isLate && !work.lags) return endIfDone(id, work);
    // A desk that began to watch in between has read the old row.
    work.isLate = false;
    work.tells = true;
    run(id, work);
  }

  function touch(tenantId: string, conversationId: string, lags?: 'lags'): void {
    const work = workOn(tenantId, conversationId);
    work.tells = true;
    work.isTouched = true;
    work.lags ||= lags !== undefined;
    run(conversationId, work);
  }

  // Somebody who began to watch at another node has read the earlier rows if this node had not written its own yet.
  wakeups.subscribe(boardsTopic, (hint) => {
    if (hint.node === node) return;
    clock.after(writeWithinMs, () => {
      for (const [id, tenantId] of told.entries()) if (tenantId === hint.tenantId) touch(tenantId, id);
    });
  });

  async function settle(tenantId?: string): Promise<void> {
    const left = () => [...works].filter(([, work]) => tenantId === undefined || work.tenantId === tenantId);
    for (let round = 0; round < mostRounds && left().length > 0; round += 1)
      await Promise.all(
        left().map(async ([id, work]) => {
          await work.running;
          if (work.cancelWrite !== null) await write(id, work);
          await work.running;
        }),
      );
  }

  return {
    onEntry(tenantId, entry) {
      const work = workOn(tenantId, entry.conversationId);
      work.waiting.push(entry);
      run(entry.conversationId, work);
    },
    touch(tenantId, conversationId, lags) {
      // Other nodes show it with what they know of it.
      folds.changed(conversationId);
      touch(tenantId, conversationId, lags);
    },
    async opened(tenantId) {
      wakeups.publish(boardsTopic, { kind: 'board-opened', tenantId, node });
      await settle(tenantId);
    },
    settle,
    async stop() {
      stopped = true;
      await settle();
      return works.size === 0;
    },
  };
}

/** Whether `one` has read an entry that `other` has not. */
const isAhead = (one: Through | null, other: Through | null): boolean =>
  one !== null && (other === null || one.public > other.public || one.internal > other.internal);
