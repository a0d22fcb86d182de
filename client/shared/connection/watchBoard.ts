import type { BoardRow } from '../../../src/contract/socket/board.ts';
import type { Payload } from '../../../src/contract/socket/commands.ts';
import type { ServerEvent } from '../../../src/contract/socket/events.ts';
import type { Live } from '../state/live.ts';
import { type Refusal, refusalIn } from './refusal.ts';

export interface BoardState {
  /** `loading`: nothing was ever here. `stale`: the rows shown are from `asOf`. */
  phase: 'loading' | 'live' | 'stale' | 'refused';
  refusal: Refusal | null;
  rows: ReadonlyMap<string, BoardRow>;
  /** Colleagues that are known: they own a conversation, or have told that they are here. */
  people: ReadonlyMap<string, Colleague>;
  /** When the connection was lost, in ms since 1970. */
  asOf: number | null;
}
export interface Colleague {
  id: string;
  name: string;
  status: ServerEvent<'presence-changed'>['status'] | null;
}

/** The part of a connection that the board needs. */
export interface BoardHub {
  readonly status: string;
  send(name: 'board-watch', payload: Payload<'board-watch'>): Promise<{ rows: BoardRow[] }>;
  on(event: 'board-row', listener: (row: BoardRow) => void): () => void;
  on(event: 'board-row-gone', listener: (gone: { conversationId: string }) => void): () => void;
  on(event: 'presence-changed', listener: (presence: ServerEvent<'presence-changed'>) => void): () => void;
  onStatus(listener: (status: string) => void): () => void;
}

const retryDelayMs = 2_000;
const maxRows = 500;
const maxOver = 200;

/** The rows with one added or changed. A page is open for days: the oldest closed rows make room. */
function withRow(rows: ReadonlyMap<string, BoardRow>, row: BoardRow): ReadonlyMap<string, BoardRow> {
  const next = new Map(rows).set(row.conversationId, row);
  if (row.mode !== 'closed') return next;
  const over = [...next.values()].filter(({ mode }) => mode === 'closed');
  over.sort((a, b) => a.lastAt.localeCompare(b.lastAt));
  for (const old of over.slice(0, -maxOver)) next.delete(old.conversationId);
  return next;
}

/**
 * All rows of the tenant's board, kept true over reconnects. A conversation that ends stays in sight as closed; `keep`
 * adds ones that ended before.
 */
export function watchBoard(
  hub: BoardHub,
): Live<BoardState> & { retry(): void; keep(over: readonly BoardRow[]): void; close(): void } {
  const listeners = new Set<() => void>();
  let state: BoardState = { phase: 'loading', refusal: null, rows: new Map(), people: new Map(), asOf: null };
  let closed = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;
  /** Rows that came while the answer to `board-watch` was on its way are newer than it. */
  let since: Map<string, BoardRow> | null = null;

  function update(change: Partial<BoardState>): void {
    if (closed) return;
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  }

  function withOwner(people: ReadonlyMap<string, Colleague>, row: BoardRow): ReadonlyMap<string, Colleague> {
    if (!row.owner || people.get(row.owner.id)?.name === row.owner.name) return people;
    const status = people.get(row.owner.id)?.status ?? null;
    return new Map(people).set(row.owner.id, { ...row.owner, status });
  }

  async function watch(): Promise<void> {
    if (closed || hub.status !== 'live') return;
    clearTimeout(retryTimer);
    asked += 1;
    const mine = asked;
    since = new Map();
    try {
      const { rows } = await hub.send('board-watch', { limit: maxRows });
      if (mine !== asked || closed) return;
      const over = [...state.rows.values()].filter((row) => row.mode === 'closed').slice(-maxOver);
      const next = new Map([...over, ...rows].map((row) => [row.conversationId, row]));
      for (const [id, row] of since) next.set(id, row);
      since = null;
      let { people } = state;
      for (const row of next.values()) people = withOwner(people, row);
      update({ phase: 'live', refusal: null, rows: next, people, asOf: null });
    } catch (error) {
      if (mine !== asked || closed) return;
      const refusal = refusalIn(error);
      if (refusal && !refusal.retryable) update({ phase: 'refused', refusal });
      else if (refusal?.code !== 'OFFLINE') retryTimer = setTimeout(watch, refusal?.retryAfterMs ?? retryDelayMs);
    }
  }

  const offs = [
    hub.on('board-row', (row) => {
      since?.set(row.conversationId, row);
      update({ rows: withRow(state.rows, row), people: withOwner(state.people, row) });
    }),
    hub.on('board-row-gone', ({ conversationId }) => {
      // Everything that is open is watched, so a conversation that leaves the board is closed.
      const { waitingSince: _, owed: __, ...row } = state.rows.get(conversationId) ?? {};
      if (!('conversationId' in row)) return;
      const over: BoardRow = { ...row, mode: 'closed' };
      since?.set(conversationId, over);
      update({ rows: withRow(state.rows, over) });
    }),
    hub.on('presence-changed', ({ userId, name, status }) => {
      update({ people: new Map(state.people).set(userId, { id: userId, name, status }) });
    }),
    hub.onStatus((status) => {
      if (status === 'live') void watch();
      else if (state.phase === 'live') update({ phase: 'stale', asOf: Date.now() });
    }),
  ];
  void watch();

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => void watch(),
    keep: (over) =>
      update({ rows: new Map([...over.map((row) => [row.conversationId, row] as const), ...state.rows]) }),
    close() {
      closed = true;
      clearTimeout(retryTimer);
      for (const off of offs) off();
      listeners.clear();
    },
  };
}
