import { describe, expect, it } from 'vitest';
import { createMemoryStreamLog } from '../../src/adapters/memory/streamLog.ts';
import { createRedisStreamLog } from '../../src/adapters/redis/streamLog.ts';
import { withStreamsApart } from '../../src/adapters/redis/streamsApart.ts';
import { aStream, streamLogSuite } from '../suites/streamLogSuite.ts';
import { holdClock } from '../support/heldClock.ts';
import { openRedis } from './openRedis.ts';

streamLogSuite('memory', async () => ({ log: createMemoryStreamLog(), close: async () => {} }));
streamLogSuite('Redis', async () => {
  const redis = await openRedis();
  return { log: createRedisStreamLog(redis.commands), close: redis.close };
});

streamLogSuite('Redis, with what this node writes kept here as well', async () => {
  const redis = await openRedis();
  const shared = createRedisStreamLog(redis.commands);
  const log = withStreamsApart(shared, createMemoryStreamLog(), (err) => expect(err).toBeUndefined());
  return { log, close: redis.close };
});

describe('how long a stream is kept', () => {
  it('in memory: an hour after its end, and no longer', async () => {
    const clock = holdClock();
    const log = createMemoryStreamLog(clock);
    const { streamId } = aStream();
    await log.open(aStream({ streamId }), 0);
    await clock.pass(2 * 3_600_000);
    expect(await log.read(streamId)).not.toBeNull();
    await log.end(streamId, 1, { status: 'done' });
    await clock.pass(3_599_999);
    expect(await log.read(streamId)).not.toBeNull();
    await clock.pass(1);
    expect(await log.read(streamId)).toBeNull();
  });

  it('in memory: at most the newest 5,000 that ended', async () => {
    const log = createMemoryStreamLog(holdClock());
    const headers = Array.from({ length: 5_001 }, () => aStream());
    for (const header of headers) {
      await log.open(header, 0);
      await log.end(header.streamId, 1, { status: 'done' });
    }
    expect(await log.read(headers[0]!.streamId)).toBeNull();
    expect(await log.read(headers[1]!.streamId)).not.toBeNull();
  });

  it('in memory: a writer that says nothing after opening is an orphan’s after 4 s', async () => {
    const clock = holdClock();
    const log = createMemoryStreamLog(clock);
    const header = aStream();
    await log.open(header, 0);
    await clock.pass(3_999);
    expect(await log.listOrphans()).toEqual([]);
    await clock.pass(1);
    expect(await log.listOrphans()).toEqual([header]);
  });

  it('in Redis: an hour after the last step, text and header alike', async () => {
    const redis = await openRedis();
    const log = createRedisStreamLog(redis.commands);
    const header = aStream();
    await log.open(header, 0);
    await log.append(header.streamId, 1, 0, 'text');
    await log.end(header.streamId, 1, { status: 'done' });
    for (const part of ['meta', 'text']) {
      const left = await redis.commands.pttl(`hub:stream:{${header.streamId}}:${part}`);
      expect(left).toBeGreaterThan(3_000_000);
      expect(left).toBeLessThanOrEqual(3_600_000);
    }
    expect(await redis.commands.zscore('hub:streams:alive', header.streamId)).toBeNull();
    expect(await redis.commands.exists(`hub:running:${header.conversationId}`)).toBe(0);
    await redis.close();
  });

  it('in Redis: a list of what runs drops what Redis forgot', async () => {
    const redis = await openRedis();
    const log = createRedisStreamLog(redis.commands);
    const header = aStream();
    await log.open(header, 0);
    await redis.commands.del(`hub:stream:{${header.streamId}}:meta`);
    await redis.commands.zadd('hub:streams:alive', 1, header.streamId);
    expect(await log.running(header.conversationId)).toEqual([]);
    expect((await log.listOrphans()).map(({ streamId }) => streamId)).not.toContain(header.streamId);
    expect(await redis.commands.zscore('hub:streams:alive', header.streamId)).toBeNull();
    expect(await redis.commands.exists(`hub:running:${header.conversationId}`)).toBe(0);
    await redis.close();
  });
});
