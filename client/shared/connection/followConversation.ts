import type { Entry } from '../../../src/contract/log/entry.ts';
import type { LogKind } from '../../../src/contract/log/logs.ts';
import type { Answer, Namespace } from '../../../src/contract/socket/commands.ts';
import type { RunningStream } from '../../../src/contract/socket/streams.ts';
import {
  applyEntries,
  applyEntry,
  applyHead,
  applySynced,
  earlierRange,
  emptyLogView,
  type LogView,
  lastSeqOf,
  missingRange,
} from '../state/logView.ts';
import {
  applyStreamDelta,
  applyStreamEnd,
  applyStreamReset,
  applyStreamStart,
  applyStreamSync,
  emptied,
  needsSync,
  type StreamView,
  verifyStream,
} from '../state/streamView.ts';
import type { HubConnection } from './connectHub.ts';
import { type Refusal, refusalIn } from './refusal.ts';

export interface Typing {
  kind: string;
  name?: string;
}

/** One open conversation as it is known now. A new object after each change. */
export interface ConversationState<A> {
  readonly conversationId: string | null;
  /** `opening`: the held lines may be old. `live`: followed. `refused`: the hub would not open it; see `refusal`. */
  readonly phase: 'opening' | 'live' | 'refused';
  readonly refusal: Refusal | null;
  /** The answer to the last open. */
  readonly answer: A | null;
  /** Whether all entries that the hub announced at the open are here. */
  readonly synced: boolean;
  readonly logs: Readonly<Partial<Record<LogKind, LogView>>>;
  /** By streamId, oldest first: running ones and the last ended ones. */
  readonly streams: ReadonlyMap<string, StreamView>;
  readonly typing: Typing | null;
}

export interface FollowedConversation<A> {
  get(): ConversationState<A>;
  subscribe(listener: () => void): () => void;
  /** Opens again, as after a reconnect: for a chat that was closed, this makes a new one. */
  reopen(): void;
  close(): void;
}

type OpenAnswer = { streams: RunningStream[] };
interface Opener<A> {
  kinds: readonly LogKind[];
  conversationId: string | null;
  /** Asks the hub to open it, saying up to which seq each log is held. */
  open(have: Record<LogKind, number>): Promise<A>;
  conversationIdOf(answer: A): string;
  headsOf(answer: A): Partial<Record<LogKind, number>>;
  /** Whether it is over, so that a reconnect must not open the next one by itself. */
  isOver(state: ConversationState<A>): boolean;
}

/** The visitor's own conversation, whichever it is. */
export function followChat(connection: HubConnection<'/widget'>): FollowedConversation<Answer<'chat-open'>> {
  return follow(connection, {
    kinds: ['public'],
    conversationId: null,
    open: (have) => connection.send('chat-open', { sinceSeq: have.public }),
    conversationIdOf: (answer) => answer.conversationId,
    headsOf: (answer) => ({ public: answer.head }),
    isOver: ({ logs }) =>
      logs.public?.entries.findLast((entry) => entry.type === 'conversation-changed')?.data.mode === 'closed',
  });
}

/** A conversation as staff see it: both logs. `close` leaves it. */
export function followConversation(
  connection: HubConnection<'/agent'> | HubConnection<'/supervisor'>,
  conversationId: string,
): FollowedConversation<Answer<'conversation-open'>> {
  // The two namespaces share these commands; a union of their generic `send`s cannot be called.
  const staff = connection as HubConnection<'/agent'>;
  const followed = follow(staff, {
    kinds: ['public', 'internal'],
    conversationId,
    open: (have) =>
      staff.send('conversation-open', { conversationId, publicSeq: have.public, internalSeq: have.internal }),
    conversationIdOf: () => conversationId,
    headsOf: (answer) => ({ public: answer.publicHead, internal: answer.internalHead }),
    isOver: () => false,
  });
  return {
    ...followed,
    close() {
      followed.close();
      // Nobody waits for the answer: a hub that is not reachable has forgotten the socket, and with it what it had open.
      staff.send('conversation-leave', { conversationId }).catch((error: unknown) => refusalIn(error));
    },
  };
}

const repairDelayMs = 120;
const retryDelayMs = 1_500;
const typingShownMs = 8_000;
const keptEndedStreams = 20;
/** Beyond this many entries the start of a talk stays away: nobody scrolls up that far, and a phone has to hold it. */
const maxEntriesHeld = 2_000;

function follow<A extends OpenAnswer, N extends Namespace>(
  connection: HubConnection<N>,
  opener: Opener<A>,
): FollowedConversation<A> {
  const listeners = new Set<() => void>();
  const offs: (() => void)[] = [];
  let state: ConversationState<A> = begin(opener.conversationId);
  let closed = false;
  let opening = 0;
  /** Events that arrive before the conversation’s id is known. */
  let early: (() => void)[] = [];
  let repairing = false;
  let repairAgain = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let repairTimer: ReturnType<typeof setTimeout> | undefined;
  let typingTimer: ReturnType<typeof setTimeout> | undefined;
  const unverified = new Set<string>();

  function begin(conversationId: string | null): ConversationState<A> {
    return {
      conversationId,
      phase: 'opening',
      refusal: null,
      answer: null,
      synced: false,
      logs: conversationId === null ? {} : emptyLogs(conversationId),
      streams: new Map(),
      typing: null,
    };
  }
  function emptyLogs(conversationId: string) {
    return Object.fromEntries(opener.kinds.map((kind) => [kind, emptyLogView(`${kind}:${conversationId}`)]));
  }

  function update(change: Partial<ConversationState<A>>) {
    if (closed) return;
    state = { ...state, ...change };
    for (const listener of [...listeners]) listener();
  }

  function setLog(kind: LogKind, next: LogView) {
    if (next !== state.logs[kind]) update({ logs: { ...state.logs, [kind]: next } });
  }

  function setStream(next: StreamView) {
    if (next === state.streams.get(next.streamId)) return;
    const streams = new Map(state.streams).set(next.streamId, next);
    const ended = [...streams.values()].filter((stream) => stream.state === 'ended');
    for (const old of ended.slice(0, -keptEndedStreams)) streams.delete(old.streamId);
    update({ streams });
    if (next.state === 'ended') void verify(next);
    else if (needsSync(next)) repairSoon();
  }

  function dropStream(streamId: string) {
    const streams = new Map(state.streams);
    if (streams.delete(streamId)) update({ streams });
  }

  async function open() {
    if (closed || connection.status !== 'live') return;
    const no = ++opening;
    clearTimeout(retryTimer);
    const before = [...state.streams.values()].filter((stream) => stream.state === 'open');
    update({ phase: 'opening', synced: false });
    let answer: A;
    try {
      answer = await opener.open({ public: haveOf('public'), internal: haveOf('internal') });
    } catch (error) {
      if (no !== opening || closed) return;
      const refusal = refusalIn(error);
      if (refusal && !refusal.retryable) update({ phase: 'refused', refusal });
      else if (refusal?.code !== 'OFFLINE') retryTimer = setTimeout(open, refusal?.retryAfterMs ?? retryDelayMs);
      return;
    }
    if (no !== opening || closed) return;
    const conversationId = opener.conversationIdOf(answer);
    if (conversationId !== state.conversationId) state = begin(conversationId);
    update({ phase: 'live', refusal: null, answer });
    const replay = early;
    early = [];
    for (const event of replay) event();
    for (const [kind, head] of Object.entries(opener.headsOf(answer)) as [LogKind, number][]) {
      const view = state.logs[kind];
      if (view) setLog(kind, applyHead(view, head));
    }
    checkSynced();
    // Streams that ran when we lost the connection and run no more: we ask for their end; without an end they are dropped.
    const running = new Set(answer.streams.map((stream) => stream.streamId));
    for (const stream of before) if (!running.has(stream.streamId)) void syncStream(stream.streamId);
    repairSoon();
  }

  function haveOf(kind: LogKind): number {
    return state.logs[kind] ? lastSeqOf(state.logs[kind]) : 0;
  }

  function checkSynced() {
    if (state.synced || state.phase !== 'live') return;
    const whole = opener.kinds.every((kind) => state.logs[kind] && missingRange(state.logs[kind]) === null);
    if (whole) update({ synced: true });
  }

  function repairSoon(delayMs = repairDelayMs) {
    clearTimeout(repairTimer);
    repairTimer = setTimeout(() => void repair(), delayMs);
  }

  /** Fetches what is missing, the newest hole first, then what was said before; one call at a time. */
  async function repair() {
    repairAgain = repairing;
    if (repairing || closed || state.phase !== 'live') return;
    repairing = true;
    try {
      for (const stream of state.streams.values()) if (needsSync(stream)) await syncStream(stream.streamId);
      for (const kind of opener.kinds) {
        for (;;) {
          const view = state.logs[kind];
          const range =
            view && (missingRange(view) ?? (view.entries.length < maxEntriesHeld ? earlierRange(view) : null));
          if (!view || !range || closed) break;
          const { entries, head } = await connection.send('log-fetch', { log: view.log, ...range });
          const now = state.logs[kind];
          if (now?.log !== view.log) break;
          const fetched = applyHead(applyEntries(now, entries as Entry[]), head);
          setLog(kind, fetched);
          // An answer that brings nothing new would be asked for again at once, forever; after a pause it may do better.
          const unseen = fetched.entries.length + fetched.aside.length === now.entries.length + now.aside.length;
          if (unseen && missingRange(fetched)?.fromSeq === missingRange(now)?.fromSeq) throw new Error('nothing new');
        }
      }
      checkSynced();
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal?.code !== 'OFFLINE') repairSoon(refusal?.retryAfterMs ?? retryDelayMs);
    } finally {
      repairing = false;
      if (repairAgain) repairSoon();
    }
  }

  async function syncStream(streamId: string) {
    const view = state.streams.get(streamId);
    if (!view || view.state === 'ended') return;
    const asked = { streamId, attempt: view.attempt, length: view.text.length };
    try {
      const sync = await connection.send('stream-sync', asked);
      const now = state.streams.get(streamId);
      if (now) setStream(applyStreamSync(now, sync));
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal && !refusal.retryable) dropStream(streamId);
      else if (refusal?.code !== 'OFFLINE') repairSoon(refusal?.retryAfterMs ?? retryDelayMs);
    }
  }

  /** A text that differs from what was written is fetched once more from the start, then not shown at all. */
  async function verify(stream: StreamView) {
    if ((await verifyStream(stream)) !== 'differs' || closed) return;
    const seenBefore = unverified.has(stream.streamId);
    unverified.add(stream.streamId);
    if (seenBefore) return dropStream(stream.streamId);
    setStream(emptied(stream));
  }

  function setTyping(typing: Typing | null) {
    clearTimeout(typingTimer);
    if (typing) typingTimer = setTimeout(() => update({ typing: null }), typingShownMs);
    if (typing || state.typing) update({ typing });
  }

  /** Runs an event of a conversation: now, if it is ours; after the answer to the open, if only that tells which conversation is ours. */
  function when(conversationId: string | null, event: () => void) {
    if (closed) return;
    if (conversationId === null || conversationId === state.conversationId) event();
    else if (opener.conversationId === null && state.phase === 'opening' && early.length < 1_000) {
      early.push(() => conversationId === state.conversationId && event());
    }
  }

  function onStream(streamId: string, change: (stream: StreamView) => StreamView) {
    const apply = () => {
      const stream = state.streams.get(streamId);
      if (stream) setStream(change(stream));
    };
    if (early.length > 0 && !state.streams.has(streamId)) early.push(apply);
    else when(null, apply);
  }

  function onLog(log: string, change: (view: LogView) => LogView) {
    const at = log.indexOf(':');
    const kind = log.slice(0, at) as LogKind;
    when(log.slice(at + 1), () => {
      const view = state.logs[kind];
      if (!view) return;
      const next = change(view);
      setLog(kind, next);
      if (missingRange(next) || earlierRange(next)) repairSoon();
      else checkSynced();
    });
  }

  offs.push(
    connection.on('entry', (entry) => {
      onLog(entry.log, (view) => applyEntry(view, entry));
      if (entry.type === 'message-created' && entry.actor.kind !== 'visitor')
        when(entry.conversationId, () => setTyping(null));
    }),
    connection.on('log-synced', (synced) => onLog(synced.log, (view) => applySynced(view, synced))),
    connection.on('heads', ({ heads }) => {
      for (const [log, head] of Object.entries(heads)) onLog(log, (view) => applyHead(view, head));
    }),
    connection.on('stream-start', (start) =>
      when(start.conversationId, () => setStream(applyStreamStart(state.streams.get(start.streamId), start))),
    ),
    connection.on('stream-delta', (delta) => onStream(delta.streamId, (stream) => applyStreamDelta(stream, delta))),
    connection.on('stream-reset', (reset) => onStream(reset.streamId, (stream) => applyStreamReset(stream, reset))),
    connection.on('stream-end', (end) => onStream(end.streamId, (stream) => applyStreamEnd(stream, end))),
    connection.on('typing-changed', ({ conversationId, kind, name, on }) =>
      when(conversationId, () => setTyping(on ? { kind, ...(name === undefined ? {} : { name }) } : null)),
    ),
    connection.onStatus((status) => {
      if (status !== 'live') {
        if (state.phase === 'live') update({ phase: 'opening', synced: false, typing: null });
      } else if (!opener.isOver(state)) void open();
    }),
  );
  void open();

  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reopen: () => void open(),
    close() {
      closed = true;
      clearTimeout(retryTimer);
      clearTimeout(repairTimer);
      clearTimeout(typingTimer);
      for (const off of offs) off();
      listeners.clear();
    },
  };
}
