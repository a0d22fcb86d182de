import type { ErrorCode } from '../../src/contract/errors.ts';
import type { Entry } from '../../src/contract/log/entry.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';
import type { HubHealth } from '../../src/contract/socket/health.ts';
import type { StreamKind } from '../../src/contract/socket/streams.ts';
import type { HoldTold, Mode } from '../../src/contract/values.ts';
import type { HubConnection, HubStatus } from '../shared/connection/connectHub.ts';
import { Refusal } from '../shared/connection/refusal.ts';
import { talkId } from './fixtures.ts';

type Way = 'never' | ErrorCode;

/** A hub's answers in one state of a view. */
export interface Fixture {
  rows?: readonly BoardRow[];
  health?: HubHealth;
  /** How the hub answers the board instead: not at all, or with a refusal. */
  board?: Way;
  /** How the hub answers the conversation instead. */
  opening?: Way;
  entries?: readonly Entry[];
  mode?: Mode;
  /** The home of the page where the talk began. */
  listingId?: string;
  /** Running; one with a code has ended so. */
  streams?: readonly { streamId: string; kind: StreamKind; text: string; endedWith?: ErrorCode }[];
  typing?: { kind: string; name?: string };
  /** The people who have the talk open. */
  viewers?: readonly { id: string; name: string }[];
  /** The hold: for whom Jorge waits. */
  hold?: HoldTold;
  /** `stale`: live first, lost a moment later. `unreached`: never live, and known to be so a moment later. */
  connection?: 'live' | 'stale' | 'unreached' | ErrorCode;
  /** Why it is not reached, where the hub says so. */
  heldOffBy?: ErrorCode;
  /** Commands that are refused. */
  refuse?: Readonly<Record<string, ErrorCode>>;
  /** Entries that arrive once everything above is there. */
  later?: readonly Entry[];
}

const staleAfterMs = 400;
const refusalOf = (code: ErrorCode) =>
  new Refusal({ code, message: 'The hub refused for this picture.', retryable: false });
const answerBy = <T>(way: Way | undefined, answer: () => T): Promise<T> =>
  way === undefined
    ? Promise.resolve(answer())
    : way === 'never'
      ? new Promise<T>(() => undefined)
      : Promise.reject(refusalOf(way));

/** A connection to nowhere that answers from a fixture, as the real one would from the wire. */
export function fixtureHub(fixture: Fixture): HubConnection<'/supervisor'> & HubConnection<'/widget'> {
  const { entries = [], streams = [], connection = 'live' } = fixture;
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const statusListeners = new Set<(status: HubStatus) => void>();
  const ended = connection !== 'live' && connection !== 'unreached' && connection !== 'stale';
  let status: HubStatus = ended ? 'ended' : connection === 'unreached' ? 'connecting' : 'live';
  if (connection === 'stale' || connection === 'unreached')
    setTimeout(() => {
      status = 'offline';
      for (const listener of [...statusListeners]) listener(status);
    }, staleAfterMs);

  const emit = (event: string, payload: unknown) => {
    for (const listener of [...(listeners.get(event) ?? [])]) listener(payload);
  };
  const headOf = (kind: string) => entries.filter((entry) => entry.log.startsWith(`${kind}:`)).length;
  const running = streams.map(({ streamId, kind, text }) => ({ streamId, kind, attempt: 1, length: text.length }));

  function follow() {
    for (const entry of entries) emit('entry', entry);
    for (const kind of ['public', 'internal'])
      emit('log-synced', { log: `${kind}:${talkId}`, fromSeq: 1, seq: headOf(kind) });
    for (const { streamId, kind, text, endedWith } of streams) {
      const isPublic = kind === 'reply';
      const start = { streamId, conversationId: talkId, kind, attempt: 1, basis: 'model' };
      emit('stream-start', { ...start, audience: isPublic ? 'public' : 'staff' });
      emit('stream-delta', { streamId, attempt: 1, offset: 0, text });
      if (endedWith !== undefined)
        emit('stream-end', { streamId, attempt: 1, status: 'done', length: text.length, sha256: '', code: endedWith });
    }
    if (fixture.viewers) emit('viewers-changed', { conversationId: talkId, people: fixture.viewers });
    if (fixture.typing) emit('typing-changed', { conversationId: talkId, on: true, ...fixture.typing });
    for (const entry of fixture.later ?? []) emit('entry', entry);
  }

  const answers: Record<string, () => Promise<unknown>> = {
    'board-watch': () => answerBy(fixture.board, () => ({ rows: fixture.rows ?? [] })),
    'conversation-open': () =>
      answerBy(fixture.opening, () => {
        setTimeout(follow);
        const heads = { publicHead: headOf('public'), internalHead: headOf('internal') };
        return {
          ...heads,
          mode: fixture.mode ?? 'bot',
          lead: { id: 'lead-1' },
          streams: running,
          translates: true,
          ...(fixture.listingId ? { listingId: fixture.listingId } : {}),
          ...(fixture.hold ? { hold: fixture.hold } : {}),
        };
      }),
    'chat-open': () =>
      answerBy(fixture.opening, () => {
        setTimeout(follow);
        return {
          conversationId: talkId,
          head: headOf('public'),
          mode: fixture.mode ?? 'bot',
          streams: running,
        };
      }),
  };
  return {
    get status() {
      return status;
    },
    session: connection === 'unreached' ? null : ({ principal: { id: 'agent-1' } } as never),
    endedBy: ended ? refusalOf(connection) : null,
    heldOffBy: fixture.heldOffBy === undefined ? null : refusalOf(fixture.heldOffBy),
    send(name: string) {
      const refused = fixture.refuse?.[name];
      if (refused) return Promise.reject(refusalOf(refused));
      return (answers[name]?.() ?? Promise.resolve({})) as never;
    },
    on(event: string, listener: (payload: never) => void) {
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(listener as (payload: unknown) => void));
      if (event === 'health-changed' && fixture.health) setTimeout(() => emit(event, fixture.health));
      return () => all.delete(listener as (payload: unknown) => void);
    },
    onStatus(listener) {
      statusListeners.add(listener);
      return () => statusListeners.delete(listener);
    },
    close: () => undefined,
  };
}
