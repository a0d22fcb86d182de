import type { Redis } from 'ioredis';
import type { StreamEnd } from '../../contract/socket/streams.ts';
import type { StreamHeader } from '../../features/streams/model.ts';
import type { StreamLog } from '../../features/streams/ports.ts';
import { HubError } from '../../kernel/hubError.ts';
import { sha256 } from '../../kernel/ids.ts';
import { aliveAfterOpenMs, keptAfterEndMs } from '../memory/streamLog.ts';

// A stream is a hash {attempt, header, end?} and a string of UTF-16LE, so that a character's byte stands at its offset × 2.
// Both keys share a hash tag, and each step that changes them is one script. The list of running streams, with the time
// until which each writer counts as alive, has a key of its own (in another slot of a cluster) and may lag: a stale row is
// dropped when it is read.
const metaKey = (streamId: string): string => `hub:stream:{${streamId}}:meta`;
const textKey = (streamId: string): string => `hub:stream:{${streamId}}:text`;
const runningKey = (conversationId: string): string => `hub:running:${conversationId}`;
const aliveKey = 'hub:streams:alive';
const orphansAtOnce = 200;

// KEYS: meta, text. ARGV: attempt, header, bytes to keep, ttl.
const openScript = `
local known = redis.call('HMGET', KEYS[1], 'attempt', 'end')
if known[2] or (known[1] and tonumber(known[1]) >= tonumber(ARGV[1])) then return 0 end
local keep = tonumber(ARGV[3])
if keep > redis.call('STRLEN', KEYS[2]) then return 0 end
if keep == 0 then redis.call('DEL', KEYS[2])
else redis.call('SET', KEYS[2], redis.call('GETRANGE', KEYS[2], 0, keep - 1)) end
redis.call('HSET', KEYS[1], 'attempt', ARGV[1], 'header', ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return 1`;

const ifWritable = `
local known = redis.call('HMGET', KEYS[1], 'attempt', 'end')
if known[2] or known[1] ~= ARGV[1] then return 0 end`;

// ARGV: attempt, offset in bytes, text, ttl.
const appendScript = `${ifWritable}
if redis.call('STRLEN', KEYS[2]) ~= tonumber(ARGV[2]) then return 0 end
redis.call('APPEND', KEYS[2], ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return 1`;

// ARGV: attempt, length in bytes, end, ttl. -1: the text has grown since it was hashed.
const endScript = `${ifWritable}
if redis.call('STRLEN', KEYS[2]) ~= tonumber(ARGV[2]) then return -1 end
redis.call('HSET', KEYS[1], 'end', ARGV[3])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[4])
return 1`;

// ARGV: attempt, ttl.
const renewScript = `${ifWritable}
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return 1`;

const readScript = `
local known = redis.call('HMGET', KEYS[1], 'header', 'end')
return {known[1], known[2], redis.call('GET', KEYS[2])}`;

// The server's time, so that the nodes' clocks need not agree. KEYS: alive. ARGV: stream, for how long.
const nowMs = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)`;
const aliveScript = `${nowMs}
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
return 1`;
// ARGV: how many.
const silentScript = `${nowMs}
return redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])`;

interface Scripts {
  hubStreamOpen(
    meta: string,
    text: string,
    attempt: number,
    header: string,
    keep: number,
    ttl: number,
  ): Promise<number>;
  hubStreamAppend(meta: string, text: string, attempt: number, at: number, add: Buffer, ttl: number): Promise<number>;
  hubStreamEnd(meta: string, text: string, attempt: number, length: number, end: string, ttl: number): Promise<number>;
  hubStreamRenew(meta: string, text: string, attempt: number, ttl: number): Promise<number>;
  hubStreamReadBuffer(meta: string, text: string): Promise<[Buffer | null, Buffer | null, Buffer | null]>;
  hubStreamAlive(alive: string, streamId: string, aliveForMs: number): Promise<number>;
  hubStreamSilent(alive: string, limit: number): Promise<string[]>;
}

/** Streams that every node can read. A stream that Redis forgets is gone: `read` is null and nobody may write. */
export function createRedisStreamLog(redis: Redis): StreamLog {
  redis.defineCommand('hubStreamOpen', { lua: openScript, numberOfKeys: 2 });
  redis.defineCommand('hubStreamAppend', { lua: appendScript, numberOfKeys: 2 });
  redis.defineCommand('hubStreamEnd', { lua: endScript, numberOfKeys: 2 });
  redis.defineCommand('hubStreamRenew', { lua: renewScript, numberOfKeys: 2 });
  redis.defineCommand('hubStreamRead', { lua: readScript, numberOfKeys: 2 });
  redis.defineCommand('hubStreamAlive', { lua: aliveScript, numberOfKeys: 1 });
  redis.defineCommand('hubStreamSilent', { lua: silentScript, numberOfKeys: 1 });
  const scripts = redis as unknown as Scripts;
  const keysOf = (streamId: string): [string, string] => [metaKey(streamId), textKey(streamId)];

  async function readStored(
    streamId: string,
  ): Promise<{ header: StreamHeader; end: StreamEnd | null; text: Buffer } | null> {
    const [header, end, text] = await scripts.hubStreamReadBuffer(...keysOf(streamId));
    return (
      header && {
        header: JSON.parse(header.toString('utf8')) as StreamHeader,
        end: end && (JSON.parse(end.toString('utf8')) as StreamEnd),
        text: text ?? Buffer.alloc(0),
      }
    );
  }

  /** Of these streams the headers of those that run, and the ids of those that do not. */
  async function sortOut(streamIds: readonly string[]): Promise<{ running: StreamHeader[]; over: string[] }> {
    const running: StreamHeader[] = [];
    const over: string[] = [];
    const known = await Promise.all(streamIds.map((streamId) => redis.hmget(metaKey(streamId), 'header', 'end')));
    for (const [index, [header, end]] of known.entries()) {
      if (header && !end) running.push(JSON.parse(header) as StreamHeader);
      else over.push(streamIds[index] as string);
    }
    return { running, over };
  }

  return answering({
    async open(header, keep) {
      const { streamId, attempt, conversationId } = header;
      const keys = keysOf(streamId);
      const opened = await scripts.hubStreamOpen(...keys, attempt, JSON.stringify(header), keep * 2, keptAfterEndMs);
      if (opened !== 1) return false;
      await Promise.all([
        redis.sadd(runningKey(conversationId), streamId),
        redis.pexpire(runningKey(conversationId), 2 * keptAfterEndMs),
        scripts.hubStreamAlive(aliveKey, streamId, aliveAfterOpenMs),
      ]);
      return true;
    },
    async append(streamId, attempt, offset, text) {
      const add = Buffer.from(text, 'utf16le');
      return (await scripts.hubStreamAppend(...keysOf(streamId), attempt, offset * 2, add, keptAfterEndMs)) === 1;
    },
    async end(streamId, attempt, ending) {
      for (;;) {
        const stored = await readStored(streamId);
        if (!stored || stored.end || stored.header.attempt !== attempt) return false;
        const text = stored.text.toString('utf16le');
        const end: StreamEnd = { streamId, attempt, ...ending, length: text.length, sha256: sha256(text) };
        const bytes = stored.text.length;
        const ended = await scripts.hubStreamEnd(
          ...keysOf(streamId),
          attempt,
          bytes,
          JSON.stringify(end),
          keptAfterEndMs,
        );
        if (ended === 0) return false;
        // Otherwise its writer appended in between: a text is finite, so this is too.
        if (ended === 1) {
          // Settled either way: it has ended, and what stays behind is dropped by the next who reads it.
          await Promise.allSettled([
            redis.srem(runningKey(stored.header.conversationId), streamId),
            redis.zrem(aliveKey, streamId),
          ]);
          return true;
        }
      }
    },
    async read(streamId) {
      const stored = await readStored(streamId);
      return stored && { header: stored.header, text: stored.text.toString('utf16le'), end: stored.end };
    },
    async running(conversationId) {
      const { running, over } = await sortOut(await redis.smembers(runningKey(conversationId)));
      if (over.length > 0) await redis.srem(runningKey(conversationId), ...over);
      return running;
    },
    async keepAlive(streamId, attempt, aliveForMs) {
      if ((await scripts.hubStreamRenew(...keysOf(streamId), attempt, keptAfterEndMs)) !== 1) return false;
      await scripts.hubStreamAlive(aliveKey, streamId, aliveForMs);
      return true;
    },
    async listOrphans() {
      const { running, over } = await sortOut(await scripts.hubStreamSilent(aliveKey, orphansAtOnce));
      if (over.length > 0) await redis.zrem(aliveKey, ...over);
      return running;
    },
    async forget(conversationId) {
      // Nothing lists the ended streams of a conversation, because only a deletion asks for them.
      let cursor = '0';
      do {
        const [next, metaKeys] = await redis.scan(cursor, 'MATCH', metaKey('*'), 'COUNT', 1000);
        cursor = next;
        for (const key of metaKeys) {
          const header = await redis.hget(key, 'header');
          if (header === null) continue;
          const { streamId, conversationId: theirs } = JSON.parse(header) as StreamHeader;
          if (theirs === conversationId) await redis.del(...keysOf(streamId));
        }
      } while (cursor !== '0');
      await redis.del(runningKey(conversationId));
    },
  });
}

/** Every failure of Redis or of the way to it leaves as DEPENDENCY_DOWN; the step may have happened or not. */
function answering(log: StreamLog): StreamLog {
  const wrapped = Object.entries(log).map(([name, step]: [string, (...args: unknown[]) => Promise<unknown>]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await step(...args);
      } catch (cause) {
        throw new HubError('DEPENDENCY_DOWN', { cause });
      }
    },
  ]);
  return Object.fromEntries(wrapped) as StreamLog;
}
