import { describe, expect, it } from 'vitest';
import { createMemoryEntryStore } from '../../../src/adapters/memory/entryStore.ts';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import type { StreamEnd } from '../../../src/contract/socket/streams.ts';
import type { EntryStore } from '../../../src/features/conversations/ports.ts';
import type { StreamLog } from '../../../src/features/streams/ports.ts';
import { openStream } from '../../../src/features/streams/writeStream.ts';
import { createFeed } from '../../../src/gateway/feed.ts';
import type { Reader } from '../../../src/gateway/reader.ts';
import { HubError } from '../../../src/kernel/hubError.ts';
import { sha256 } from '../../../src/kernel/ids.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { holdClock } from '../../support/heldClock.ts';

const reader: Reader = { id: 'r1', tenantId: 't1', staff: true, isSlow: () => false };
const header = {
  streamId: 's1',
  tenantId: 't1',
  conversationId: 'c1',
  kind: 'coach',
  audience: 'staff',
  attempt: 1,
  basis: 'rules',
} as const;

function feedOn(instead: { entries?: Partial<EntryStore>; streamLog?: Partial<StreamLog> } = {}) {
  const clock = holdClock();
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const streamLog: StreamLog = { ...createMemoryStreamLog(clock), ...instead.streamLog };
  const sent: { event: string; payload: unknown }[] = [];
  const feed = createFeed({
    entries: { ...createMemoryEntryStore(), ...instead.entries },
    reads: { run: (_reader, read) => read(), charge() {} },
    streamLog,
    wakeups,
    clock,
    log: silentLogger,
    send: (_readers, event, payload) => void sent.push({ event, payload }),
  });
  const of = (event: string) => sent.filter((one) => one.event === event).map((one) => one.payload);
  return { feed, clock, wakeups, streamLog, of };
}

describe('the feed mends what went wrong on the way', () => {
  it('a conversation is followed with both its logs although the store did not answer at first', async () => {
    let failures = 1;
    const { feed, clock, of } = feedOn({
      entries: {
        async head() {
          if (failures-- > 0) throw new HubError('DEPENDENCY_DOWN');
          return 0;
        },
      },
    });
    await feed.follow(reader, 'c1', {});
    expect(of('log-synced')).toEqual([]);
    await clock.pass(1000);
    expect(of('log-synced')).toMatchObject([{ log: 'public:c1' }, { log: 'internal:c1' }]);
  });

  it('one that is left before the store answers is not followed anymore', async () => {
    const { feed, clock, of } = feedOn({ entries: { head: () => Promise.reject(new HubError('DEPENDENCY_DOWN')) } });
    await feed.follow(reader, 'c1', {});
    feed.leaveAll(reader);
    await clock.pass(10_000);
    expect(of('log-synced')).toEqual([]);
    expect(clock.delays()).toEqual([]);
  });

  it('a stream ends for its viewers although nobody told this node', async () => {
    const { feed, clock, wakeups, streamLog, of } = feedOn();
    await feed.follow(reader, 'c1', {});
    const writer = await openStream({ log: streamLog, wakeups, clock }, header);
    writer?.write('All of it.');
    await clock.pass(100);
    await streamLog.end('s1', 1, { status: 'failed', code: 'NODE_LOST' });
    feed.recheckStreams();
    await clock.pass(0);
    expect(of('stream-end')).toEqual([]);
    feed.recheckStreams();
    await clock.pass(0);
    expect(of('stream-end')).toMatchObject([{ status: 'failed', sha256: sha256('All of it.') }]);
  });

  it('a stream that was lost with all that kept it ends with what its viewers have', async () => {
    let lost = false;
    const log = createMemoryStreamLog();
    const { feed, clock, wakeups, streamLog, of } = feedOn({
      streamLog: { ...log, read: async (streamId) => (lost ? null : log.read(streamId)) },
    });
    await feed.follow(reader, 'c1', {});
    const writer = await openStream({ log: streamLog, wakeups, clock }, header);
    writer?.write('Half of');
    await clock.pass(100);
    lost = true;
    feed.recheckStreams();
    feed.recheckStreams();
    await clock.pass(0);
    expect(of('stream-end')).toMatchObject([
      { streamId: 's1', status: 'failed', code: 'NODE_LOST', length: 7, sha256: sha256('Half of') },
    ]);
  });

  it('a stream whose store failed once ends with the text that the store has', async () => {
    let failures = 1;
    const log = createMemoryStreamLog();
    const { feed, clock, wakeups, streamLog, of } = feedOn({
      streamLog: {
        ...log,
        async append(...args) {
          if (args[2] > 0 && failures-- > 0) throw new HubError('DEPENDENCY_DOWN');
          return log.append(...args);
        },
      },
    });
    await feed.follow(reader, 'c1', {});
    const writer = await openStream({ log: streamLog, wakeups, clock }, header);
    writer?.write('Kept.');
    await clock.pass(100);
    writer?.write(' Not kept.');
    await clock.pass(100);
    const end = await writer?.end({ status: 'done' });
    await clock.pass(0);
    expect(end).toMatchObject({ status: 'failed', length: 5, sha256: sha256('Kept.') });
    expect(of('stream-end') as StreamEnd[]).toEqual([end]);
  });
});
