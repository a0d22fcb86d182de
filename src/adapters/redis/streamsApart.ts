import { LRUCache } from 'lru-cache';
import type { StreamLog } from '../../features/streams/ports.ts';

/** Streams of an outage; a node that writes more than these at once loses the oldest while Redis is away. */
const mostApart = 5_000;

/**
 * The streams of all nodes, of which this node keeps those that it writes in `own` as well. While the shared log does not answer, a
 * stream goes on from there for this node's readers alone, and stays there to its end: the shared copy lacks words by then. Readers on
 * other nodes see it end, and read the entry that it became. `onOutage` hears of every step that the shared log did not answer.
 */
export function withStreamsApart(shared: StreamLog, own: StreamLog, onOutage: (err: unknown) => void): StreamLog {
  const apart = new LRUCache<string, true>({ max: mostApart });

  /** One step of a writer: in both, or from the first one that is not answered in `own` alone. */
  async function step(
    streamId: string,
    inShared: () => Promise<boolean>,
    inOwn: () => Promise<boolean>,
  ): Promise<boolean> {
    if (apart.has(streamId)) return inOwn();
    try {
      const done = await inShared();
      if (done) await inOwn();
      return done;
    } catch (err) {
      onOutage(err);
      apart.set(streamId, true);
      return inOwn();
    }
  }

  /** The same of the writer that has it open; one that the shared log refuses no longer writes. */
  async function write(streamId: string, attempt: number, act: (log: StreamLog) => Promise<boolean>): Promise<boolean> {
    const done = await step(
      streamId,
      () => act(shared),
      () => act(own),
    );
    if (!done) await own.end(streamId, attempt, { status: 'stopped' });
    return done;
  }

  /** The content of the shared log, or nothing while it does not answer; and what is this node's alone. */
  async function all<T>(read: (log: StreamLog) => Promise<T[]>, idOf: (one: T) => string): Promise<T[]> {
    const mine = await read(own);
    try {
      const theirs = (await read(shared)).filter((one) => !apart.has(idOf(one)));
      return [...theirs, ...mine.filter((one) => apart.has(idOf(one)))];
    } catch (err) {
      onOutage(err);
      return mine;
    }
  }

  return {
    open: (header, keep) =>
      step(
        header.streamId,
        () => shared.open(header, keep),
        () => own.open(header, keep),
      ),
    append: (streamId, attempt, ...text) => write(streamId, attempt, (log) => log.append(streamId, attempt, ...text)),
    async keepAlive(streamId, attempt, aliveForMs) {
      // The copy that nobody writes anymore is ended for the readers of other nodes as soon as it can be.
      if (apart.has(streamId))
        await shared.end(streamId, attempt, { status: 'failed', code: 'NODE_LOST' }).catch(onOutage);
      return write(streamId, attempt, (log) => log.keepAlive(streamId, attempt, aliveForMs));
    },
    end: (streamId, attempt, ending) => write(streamId, attempt, (log) => log.end(streamId, attempt, ending)),
    async read(streamId) {
      if (apart.has(streamId)) return own.read(streamId);
      try {
        return await shared.read(streamId);
      } catch (err) {
        onOutage(err);
        return own.read(streamId);
      }
    },
    running: (conversationId) =>
      all(
        (log) => log.running(conversationId),
        ({ streamId }) => streamId,
      ),
    listOrphans: () =>
      all(
        (log) => log.listOrphans(),
        ({ streamId }) => streamId,
      ),
    async forget(conversationId) {
      // First what is at hand: a deletion that the shared log does not answer is tried again as a whole.
      await own.forget(conversationId);
      await shared.forget(conversationId);
    },
  };
}
