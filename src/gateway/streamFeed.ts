import type { StreamEnd } from '../contract/socket/streams.ts';
import type { StreamHeader, StreamHint } from '../features/streams/model.ts';
import type { StreamLog } from '../features/streams/ports.ts';
import { sha256 } from '../kernel/ids.ts';
import type { Logger } from '../kernel/observe.ts';
import type { Reader, Send } from './reader.ts';

/** The streams of one conversation, as the sockets of this node see them. */
export interface StreamFeed {
  onHint(hint: StreamHint): void;
  /** Notes what begins from here on, for a reader that joins once it has the logs: by then it may have ended. */
  expect(reader: Reader): void;
  /** Sends every running stream from offset 0 and what comes after; of those `told` to run or begun since it was expected, also what ended meanwhile. */
  join(reader: Reader, told?: readonly string[]): Promise<void>;
  leave(reader: Reader): void;
  drained(reader: Reader): void;
  /** Reads again what runs and was not heard of since the last call: the hint that would have ended it may be lost. */
  recheck(): void;
}

/** A stream as this node knows it, and how far each reader has been sent. Dropped when all have its end. */
interface Followed {
  header: StreamHeader;
  text: string;
  end: StreamEnd | null;
  /** A hint was missed: the text is being read again. */
  reading: boolean;
  /** A hint came since the last `recheck`. */
  heard: boolean;
  /** Another hint came that the read under way may not have seen. */
  readOnceMore: boolean;
  readers: Map<string, Position>;
}
interface Position {
  reader: Reader;
  attempt: number;
  sent: number;
}

const unread = (header: StreamHeader): Followed => ({
  header,
  text: '',
  end: null,
  reading: false,
  heard: true,
  readOnceMore: false,
  readers: new Map(),
});

/**
 * A cursor per reader into one growing text. Readers who are level share one encoded frame; a slow one is left where it is
 * and gets all that it missed as one piece when it has room: the missed text costs no memory.
 */
export function createStreamFeed(deps: {
  conversationId: string;
  streamLog: StreamLog;
  log: Logger;
  send: Send;
}): StreamFeed {
  const { streamLog, log, send } = deps;
  const joined = new Map<string, Reader>();
  /** By reader that is expected: the streams that it was not told of. */
  const begun = new Map<string, Set<string>>();
  const streams = new Map<string, Followed>();

  const mayRead = (reader: Reader, header: StreamHeader): boolean => reader.staff || header.audience === 'public';

  function announce(followed: Followed, readers: Position[], keep: number): void {
    const { streamId, conversationId, kind, audience, attempt, basis } = followed.header;
    const again = readers.filter((position) => position.attempt > 0);
    if (again.length > 0)
      send(
        again.map((position) => position.reader),
        'stream-reset',
        { streamId, attempt, keep },
      );
    send(
      readers.map((position) => position.reader),
      'stream-start',
      { streamId, conversationId, kind, audience, attempt, basis },
    );
    for (const position of readers) {
      position.sent = position.attempt === 0 ? 0 : Math.min(position.sent, keep);
      position.attempt = attempt;
    }
  }

  function begin(header: StreamHeader, keep: number): Followed {
    const known = streams.get(header.streamId);
    const followed = known ?? unread(header);
    followed.header = header;
    followed.text = followed.text.slice(0, keep);
    followed.end = null;
    for (const reader of joined.values()) {
      if (mayRead(reader, header) && !followed.readers.has(reader.id))
        followed.readers.set(reader.id, { reader, attempt: 0, sent: 0 });
    }
    streams.set(header.streamId, followed);
    if (followed.readers.size > 0) announce(followed, [...followed.readers.values()], keep);
    if (followed.text.length < keep) void readAgain(followed);
    return followed;
  }

  /** Sends everyone who has room what they lack; those at the same place share a frame. */
  function pump(followed: Followed): void {
    const { header, text, end } = followed;
    const { streamId, attempt } = header;
    /** By where they are: nearly always all at one place. */
    const from: { offset: number; readers: Reader[] }[] = [];
    const ended: Reader[] = [];
    for (const position of followed.readers.values()) {
      if (position.attempt !== attempt || position.reader.isSlow()) continue;
      if (position.sent < text.length) {
        const { sent, reader } = position;
        const group = from.find(({ offset }) => offset === sent);
        if (group === undefined) from.push({ offset: sent, readers: [reader] });
        else group.readers.push(reader);
        position.sent = text.length;
      }
      if (end !== null && position.sent === end.length) ended.push(position.reader);
    }
    for (const { offset, readers } of from)
      send(readers, 'stream-delta', { streamId, attempt, offset, text: text.slice(offset) });
    if (end === null) return;
    if (ended.length > 0) send(ended, 'stream-end', end);
    for (const reader of ended) followed.readers.delete(reader.id);
    if (followed.readers.size === 0) streams.delete(streamId);
  }

  /** The store has lost the stream: it ends here with what this node knows of it. */
  function endLost(followed: Followed): void {
    const { header, text } = followed;
    if (followed.end?.length === text.length) return;
    const { streamId, attempt } = header;
    followed.end = {
      streamId,
      attempt,
      status: 'failed',
      length: text.length,
      sha256: sha256(text),
      code: 'NODE_LOST',
    };
  }

  async function readAgain(followed: Followed): Promise<void> {
    if (followed.reading) {
      followed.readOnceMore = true;
      return;
    }
    followed.reading = true;
    try {
      const view = await streamLog.read(followed.header.streamId);
      if (view === null) endLost(followed);
      else {
        if (view.header.attempt > followed.header.attempt) begin(view.header, 0);
        if (view.header.attempt === followed.header.attempt && view.text.length >= followed.text.length)
          followed.text = view.text;
        followed.end = view.end ?? followed.end;
      }
      pump(followed);
    } catch (err) {
      log.warn('a stream could not be read again', { err });
    } finally {
      followed.reading = false;
    }
    if (!followed.readOnceMore) return;
    followed.readOnceMore = false;
    await readAgain(followed);
  }

  return {
    onHint(hint) {
      if (hint.kind === 'stream-opened') {
        for (const [readerId, streamIds] of begun) if (!joined.has(readerId)) streamIds.add(hint.header.streamId);
        // A part that a join has read already may be told once more.
        const known = streams.get(hint.header.streamId);
        if (known === undefined || known.header.attempt < hint.header.attempt) begin(hint.header, hint.keep);
        return;
      }
      const streamId = hint.kind === 'stream-grown' ? hint.streamId : hint.end.streamId;
      const followed = streams.get(streamId);
      if (followed === undefined) return;
      followed.heard = true;
      if (hint.kind === 'stream-grown') {
        if (hint.attempt !== followed.header.attempt) return;
        if (hint.offset > followed.text.length) {
          void readAgain(followed);
          return;
        }
        if (hint.offset + hint.text.length > followed.text.length)
          followed.text = followed.text.slice(0, hint.offset) + hint.text;
      } else {
        followed.end = hint.end;
        if (followed.text.length < hint.end.length) {
          void readAgain(followed);
          return;
        }
      }
      pump(followed);
    },
    expect(reader) {
      if (!joined.has(reader.id) && !begun.has(reader.id)) begun.set(reader.id, new Set());
    },
    async join(reader, told = []) {
      joined.set(reader.id, reader);
      const mayBeOver = new Set([...told, ...(begun.get(reader.id) ?? [])]);
      const running = await streamLog.running(deps.conversationId);
      const over = [...mayBeOver].filter((streamId) => !running.some((header) => header.streamId === streamId));
      const ended = await Promise.all(over.map((streamId) => streamLog.read(streamId)));
      for (const header of [...running, ...ended.flatMap((view) => view?.header ?? [])]) {
        if (!mayRead(reader, header) || joined.get(reader.id) !== reader) continue;
        const followed = streams.get(header.streamId) ?? unread(header);
        streams.set(header.streamId, followed);
        if (!followed.readers.has(reader.id)) {
          const position: Position = { reader, attempt: 0, sent: 0 };
          followed.readers.set(reader.id, position);
          announce(followed, [position], 0);
        }
        await readAgain(followed);
      }
      begun.delete(reader.id);
    },
    leave(reader) {
      joined.delete(reader.id);
      begun.delete(reader.id);
      for (const [streamId, followed] of streams) {
        followed.readers.delete(reader.id);
        if (followed.end !== null && followed.readers.size === 0) streams.delete(streamId);
      }
    },
    drained(reader) {
      for (const followed of streams.values()) {
        const position = followed.readers.get(reader.id);
        if (position !== undefined && (position.sent < followed.text.length || followed.end !== null)) pump(followed);
      }
    },
    recheck() {
      for (const followed of streams.values()) {
        if (!followed.heard && followed.end === null) void readAgain(followed);
        followed.heard = false;
      }
    },
  };
}
