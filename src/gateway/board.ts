import type { BoardFilter, BoardRow } from '../contract/socket/board.ts';
import { boardRowOf } from '../features/conversations/board/boardRowOf.ts';
import { isOnBoard } from '../features/conversations/board/matchesFilter.ts';
import type { BoardStore } from '../features/conversations/board/ports.ts';
import type { BoardProjection } from '../features/conversations/board/projectBoard.ts';
import type { StaffScope } from '../features/identity/model.ts';
import type { Clock } from '../kernel/clock.ts';
import { tenantTopic, type Wakeups } from '../kernel/wakeups.ts';
import type { Reader, Send } from './reader.ts';

export interface Board {
  /** From now on the reader gets the rows that match; another call replaces the filter. */
  watch(reader: Reader, scope: StaffScope, filter: BoardFilter, limit: number): Promise<BoardRow[]>;
  leave(reader: Reader): void;
}

interface Watch {
  reader: Reader;
  tenantId: string;
  me: string;
  filter: BoardFilter;
  /** Which rows the reader has, so that one which no longer matches can be taken away. */
  shown: Set<string>;
}

/** Rows a watch remembers at most; past it the oldest is forgotten and its going is not told. */
const maxShown = 2000;

/** The boards of this node's staff: one subscription per tenant, one filter per socket. */
export function createBoard(deps: {
  conversations: Pick<BoardStore, 'list'>;
  rows: Pick<BoardProjection, 'opened'>;
  wakeups: Wakeups;
  clock: Clock;
  send: Send;
}): Board {
  const watches = new Map<string, Watch>();
  const tenants = new Map<string, { readers: Set<string>; close(): void }>();

  function onRow(tenantId: string, row: BoardRow): void {
    const shows: Reader[] = [];
    const loses: Reader[] = [];
    for (const readerId of tenants.get(tenantId)?.readers ?? []) {
      const watch = watches.get(readerId);
      if (watch === undefined) continue;
      if (isOnBoard(row, watch.filter, watch.me)) {
        remember(watch, row.conversationId);
        shows.push(watch.reader);
      } else if (watch.shown.delete(row.conversationId)) loses.push(watch.reader);
    }
    if (shows.length > 0) deps.send(shows, 'board-row', row);
    if (loses.length > 0) deps.send(loses, 'board-row-gone', { conversationId: row.conversationId });
  }

  function remember(watch: Watch, conversationId: string): void {
    watch.shown.delete(conversationId);
    watch.shown.add(conversationId);
    if (watch.shown.size <= maxShown) return;
    const [oldest] = watch.shown;
    if (oldest !== undefined) watch.shown.delete(oldest);
  }

  function leave(reader: Reader): void {
    const watch = watches.get(reader.id);
    if (watch === undefined) return;
    watches.delete(reader.id);
    const tenant = tenants.get(watch.tenantId);
    tenant?.readers.delete(reader.id);
    if (tenant?.readers.size !== 0) return;
    tenant.close();
    tenants.delete(watch.tenantId);
  }

  return {
    async watch(reader, scope, filter, limit) {
      const { tenantId, principal } = scope;
      leave(reader);
      const watch: Watch = { reader, tenantId, me: principal.id, filter, shown: new Set() };
      watches.set(reader.id, watch);
      const tenant = tenants.get(tenantId) ?? {
        readers: new Set<string>(),
        close: deps.wakeups.subscribe(tenantTopic(tenantId), (hint) => {
          if (hint.kind === 'row') onRow(tenantId, hint.row as BoardRow);
        }),
      };
      tenants.set(tenantId, tenant);
      tenant.readers.add(reader.id);
      // Rows that this node has just told are in the answer; those of another node come with their own hint.
      await deps.rows.opened(tenantId);
      const { items } = await deps.conversations.list(tenantId, {
        filter,
        me: principal.id,
        closed: filter.mode === 'closed',
        limit,
        now: deps.clock.now(),
      });
      const rows = items.map(boardRowOf);
      for (const row of rows) remember(watch, row.conversationId);
      return rows;
    },
    leave,
  };
}
