import type { Entry } from '../contract/log/entry.ts';
import type { LogKind } from '../contract/log/logs.ts';
import { logNameOf } from '../contract/log/logs.ts';
import type { ServerEvent } from '../contract/socket/events.ts';
import { limits } from '../contract/values.ts';
import { callPartialHint } from '../features/calls/hearSegment.ts';
import type { EntryStore } from '../features/conversations/ports.ts';
import type { StreamHint } from '../features/streams/model.ts';
import type { StreamLog } from '../features/streams/ports.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Logger } from '../kernel/observe.ts';
import { conversationTopic, type Hint, type Wakeups } from '../kernel/wakeups.ts';
import type { Reader, Send } from './reader.ts';
import { slowBytes } from './readerOf.ts';
import { readPage } from './readPage.ts';
import type { Reads } from './reads.ts';
import { createStreamFeed, type StreamFeed } from './streamFeed.ts';

export interface Feed {
  /**
   * Begins to follow a conversation: first what comes, then what was (the newest 200 after what it has), then
   * `log-synced`, and from its beginning every stream that runs or has begun since the call. Goes on trying while the store does not
   * answer.
   */
  follow(
    reader: Reader,
    conversationId: string,
    has: Partial<Record<LogKind, number>>,
    toldStreams?: readonly string[],
  ): Promise<void>;
  leave(reader: Reader, conversationId: string): void;
  leaveAll(reader: Reader): void;
  /** The reader's connection has room again. */
  drained(reader: Reader): void;
  /** Brings everyone level with the logs as they stand, and tells each reader the heads of what it follows. */
  tellHeads(): Promise<void>;
  /** Ends what has ended or was lost without a word of it having come here. */
  recheckStreams(): void;
  isReadByStaff(conversationId: string): boolean;
  /** Calls `listener` for each entry that somebody of this node reads, once, whichever node wrote it. */
  onEntry(listener: (tenantId: string, entry: Entry) => void): void;
}

export interface FeedDeps {
  entries: Pick<EntryStore, 'head' | 'read'>;
  reads: Pick<Reads, 'run' | 'charge'>;
  streamLog: StreamLog;
  wakeups: Wakeups;
  clock: Clock;
  log: Logger;
  send: Send;
}

interface Follower {
  reader: Reader;
  /** By log: the last seq that was sent. A log that is not here is not followed. */
  sent: Map<LogKind, number>;
  /** Logs that are being read for this follower, one read at a time. */
  reading: Set<LogKind>;
  /** The numbers that `log-synced` will name for a log, once all of it was sent. */
  past: Map<LogKind, { fromSeq: number; seq: number }>;
}

interface Room {
  conversationId: string;
  followers: Map<string, Follower>;
  known: Record<LogKind, number>;
  streams: StreamFeed;
  close(): void;
}

/** Another node's hint may have come before this node's subscription to the topic held: one more look mends that. */
const recheckMs = 1000;

/**
 * Feeds the sockets of this node: one room for each conversation that somebody here has open, a cursor per
 * follower, and reads of the log. A hint only says that there is more; a lost one costs time, never words.
 */
export function createFeed(deps: FeedDeps): Feed {
  const { entries, reads, wakeups, log, send } = deps;
  const rooms = new Map<string, Room>();
  const listeners: ((tenantId: string, entry: Entry) => void)[] = [];
  const roomsOf = new Map<string, Set<string>>();

  function openRoom(conversationId: string): Room {
    const found = rooms.get(conversationId);
    if (found !== undefined) return found;
    const room: Room = {
      conversationId,
      followers: new Map(),
      known: { public: 0, internal: 0 },
      streams: createStreamFeed({ conversationId, streamLog: deps.streamLog, log, send }),
      close: wakeups.subscribe(conversationTopic(conversationId), (hint) => onHint(room, hint)),
    };
    rooms.set(conversationId, room);
    return room;
  }

  function onHint(room: Room, hint: Hint): void {
    if (hint.kind === 'entry') onEntry(room, hint.entry as Entry);
    else if (hint.kind === callPartialHint) sendPartial(room, hint.partial as ServerEvent<'call-partial'>);
    else if (hint.kind.startsWith('stream-')) room.streams.onHint(hint as StreamHint);
  }

  function sendPartial(room: Room, partial: ServerEvent<'call-partial'>): void {
    const readers = [...room.followers.values()].map(({ reader }) => reader).filter(({ staff }) => staff);
    if (readers.length > 0) send(readers, 'call-partial', partial);
  }

  function onEntry(room: Room, entry: Entry): void {
    const kind: LogKind = entry.log.startsWith('public:') ? 'public' : 'internal';
    room.known[kind] = Math.max(room.known[kind], entry.seq);
    const level: Reader[] = [];
    for (const follower of room.followers.values()) {
      const sent = follower.sent.get(kind);
      if (sent === undefined || sent >= entry.seq || follower.reading.has(kind)) continue;
      if (sent === entry.seq - 1 && !follower.reader.isSlow()) {
        follower.sent.set(kind, entry.seq);
        level.push(follower.reader);
      } else void bringLevel(room, follower, kind);
    }
    if (level.length > 0) send(level, 'entry', entry);
    const [anyone] = room.followers.values();
    if (anyone !== undefined) for (const listener of listeners) listener(anyone.reader.tenantId, entry);
  }

  const follows = (room: Room, follower: Follower): boolean => room.followers.get(follower.reader.id) === follower;

  async function bringLevel(room: Room, follower: Follower, kind: LogKind): Promise<void> {
    try {
      await readOn(room, follower, kind);
    } catch (err) {
      log.warn('a log could not be read for a follower', { err });
    }
  }

  /**
   * Reads on from the follower's cursor until it has what is known, in order, and no faster than it takes it: `drained` goes
   * on where this stops.
   */
  async function readOn(room: Room, follower: Follower, kind: LogKind): Promise<void> {
    if (follower.reading.has(kind)) return;
    const { reader } = follower;
    const { conversationId } = room;
    follower.reading.add(kind);
    try {
      for (;;) {
        const sent = follower.sent.get(kind);
        if (sent === undefined || !follows(room, follower)) return;
        const past = follower.past.get(kind);
        if (past !== undefined && sent >= past.seq) {
          follower.past.delete(kind);
          send([reader], 'log-synced', { log: logNameOf(kind, conversationId), ...past });
        }
        if (sent >= room.known[kind] || reader.isSlow()) return;
        const range = { conversationId, kind, fromSeq: sent + 1, toSeq: room.known[kind] };
        const missing = await reads.run(reader, () => readPage(entries, range, slowBytes));
        reads.charge(reader, missing.length);
        if (missing.length === 0 || !follows(room, follower)) return;
        for (const entry of missing) {
          if (entry.seq !== (follower.sent.get(kind) ?? 0) + 1) continue;
          follower.sent.set(kind, entry.seq);
          send([reader], 'entry', entry);
        }
      }
    } finally {
      follower.reading.delete(kind);
    }
  }

  async function sendPast(room: Room, follower: Follower, kind: LogKind, has: number): Promise<void> {
    const head = await reads.run(follower.reader, () => entries.head(room.conversationId, kind));
    room.known[kind] = Math.max(room.known[kind], head);
    const fromSeq = Math.max(Math.min(has, head) + 1, head - limits.fetchEntries + 1, 1);
    follower.past.set(kind, { fromSeq, seq: head });
    follower.sent.set(kind, fromSeq - 1);
    await readOn(room, follower, kind);
  }

  async function recheck(room: Room, follower: Follower): Promise<void> {
    for (const kind of follower.sent.keys()) {
      if (!follows(room, follower)) return;
      try {
        const head = await reads.run(follower.reader, () => entries.head(room.conversationId, kind));
        room.known[kind] = Math.max(room.known[kind], head);
      } catch (err) {
        log.warn('a log could not be read for a follower', { err });
      }
      await bringLevel(room, follower, kind);
    }
    try {
      if (follows(room, follower)) await room.streams.join(follower.reader);
    } catch (err) {
      log.warn('the streams of a conversation could not be read for a follower', { err });
    }
  }

  function leave(reader: Reader, conversationId: string): void {
    const room = rooms.get(conversationId);
    if (room === undefined) return;
    room.followers.delete(reader.id);
    room.streams.leave(reader);
    roomsOf.get(reader.id)?.delete(conversationId);
    if (room.followers.size > 0) return;
    room.close();
    rooms.delete(conversationId);
  }

  async function follow(
    reader: Reader,
    conversationId: string,
    has: Partial<Record<LogKind, number>>,
    toldStreams: readonly string[] = [],
  ): Promise<void> {
    const room = openRoom(conversationId);
    const kinds: LogKind[] = reader.staff ? ['public', 'internal'] : ['public'];
    const follower: Follower = { reader, sent: new Map(), reading: new Set(), past: new Map() };
    room.followers.set(reader.id, follower);
    room.streams.expect(reader);
    const mine = roomsOf.get(reader.id) ?? new Set();
    roomsOf.set(reader.id, mine.add(conversationId));
    try {
      for (const kind of kinds) await sendPast(room, follower, kind, has[kind] ?? 0);
      if (!follows(room, follower)) return;
      await room.streams.join(reader, toldStreams);
      deps.clock.after(recheckMs, () => void recheck(room, follower));
    } catch (err) {
      // Its ack has left, and it waits for `log-synced`: from the beginning, until the store answers. Twice does no harm.
      log.warn('a conversation could not be followed yet', { err });
      deps.clock.after(recheckMs, () => {
        if (follows(room, follower)) void follow(reader, conversationId, has, toldStreams);
      });
    }
  }

  return {
    follow,
    leave,
    leaveAll(reader) {
      for (const conversationId of [...(roomsOf.get(reader.id) ?? [])]) leave(reader, conversationId);
      roomsOf.delete(reader.id);
    },
    drained(reader) {
      for (const conversationId of roomsOf.get(reader.id) ?? []) {
        const room = rooms.get(conversationId);
        const follower = room?.followers.get(reader.id);
        if (room === undefined || follower === undefined) continue;
        // After every frame that went out: hardly anybody is behind then.
        for (const [kind, sent] of follower.sent)
          if (sent < room.known[kind] || follower.past.has(kind)) void bringLevel(room, follower, kind);
        room.streams.drained(reader);
      }
    },
    async tellHeads() {
      const told = new Map<Reader, Record<string, number>>();
      for (const room of [...rooms.values()]) {
        for (const kind of ['public', 'internal'] as const) {
          const followers = [...room.followers.values()].filter((follower) => follower.sent.has(kind));
          if (followers.length === 0) continue;
          const head = await entries.head(room.conversationId, kind);
          room.known[kind] = Math.max(room.known[kind], head);
          for (const follower of followers) {
            const heads = told.get(follower.reader) ?? {};
            told.set(follower.reader, heads);
            heads[logNameOf(kind, room.conversationId)] = head;
            void bringLevel(room, follower, kind);
          }
        }
      }
      for (const [reader, heads] of told) send([reader], 'heads', { heads });
    },
    recheckStreams() {
      for (const room of rooms.values()) room.streams.recheck();
    },
    onEntry(listener) {
      listeners.push(listener);
    },
    isReadByStaff(conversationId) {
      for (const follower of rooms.get(conversationId)?.followers.values() ?? [])
        if (follower.reader.staff) return true;
      return false;
    },
  };
}
