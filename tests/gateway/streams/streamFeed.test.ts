import { describe, expect, it } from 'vitest';
import { createMemoryEntryStore } from '../../../src/adapters/memory/entryStore.ts';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import type { StreamDelta, StreamEnd } from '../../../src/contract/socket/streams.ts';
import type { StreamHeader, StreamHint, StreamView } from '../../../src/features/streams/model.ts';
import type { StreamLog } from '../../../src/features/streams/ports.ts';
import { createFeed } from '../../../src/gateway/feed.ts';
import type { Reader, Send } from '../../../src/gateway/reader.ts';
import { createStreamFeed } from '../../../src/gateway/streamFeed.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { conversationTopic } from '../../../src/kernel/wakeups.ts';
import { holdClock } from '../../support/heldClock.ts';

const header: StreamHeader = {
  streamId: 's1',
  tenantId: 't1',
  conversationId: 'c1',
  kind: 'coach',
  audience: 'staff',
  attempt: 1,
  basis: 'model',
};
const readerNamed = (id: string, more: Partial<Reader> = {}): Reader => ({
  id,
  tenantId: 't1',
  staff: true,
  isSlow: () => false,
  ...more,
});

/** Keeps what each reader was sent. */
function inbox() {
  const sent: { to: string; event: string; payload: unknown }[] = [];
  const send: Send = (readers, event, payload) => {
    for (const { id } of readers) sent.push({ to: id, event, payload });
  };
  const of = <P>(to: string, event: string): P[] =>
    sent.flatMap((one) => (one.to === to && one.event === event ? [one.payload as P] : []));
  return {
    send,
    text: (to: string) =>
      of<StreamDelta>(to, 'stream-delta').reduce((whole, { offset, text }) => whole.slice(0, offset) + text, ''),
    ends: (to: string) => of<StreamEnd>(to, 'stream-end'),
    starts: (to: string) => of<unknown>(to, 'stream-start'),
  };
}

const turns = async (): Promise<void> => {
  for (let i = 0; i < 30; i += 1) await Promise.resolve();
};

describe('the feed of streams', () => {
  it('words and the end that come while an older state is being read are not lost', async () => {
    const log = createMemoryStreamLog();
    const held: (() => void)[] = [];
    // Reads what stands there now, and answers when the test says so.
    const slowLog: StreamLog = {
      ...log,
      async read(streamId): Promise<StreamView | null> {
        const view = await log.read(streamId);
        await new Promise<void>((resolve) => held.push(resolve));
        return view;
      },
    };
    const { send, text, ends } = inbox();
    const feed = createStreamFeed({ conversationId: 'c1', streamLog: slowLog, log: silentLogger, send });
    await log.open(header, 0);
    await log.append('s1', 1, 0, 'one ');
    const joined = feed.join(readerNamed('a'));
    await turns();
    expect(held).toHaveLength(1);
    await log.append('s1', 1, 4, 'two ');
    feed.onHint({ kind: 'stream-grown', streamId: 's1', attempt: 1, offset: 4, text: 'two ' });
    await log.append('s1', 1, 8, 'three');
    feed.onHint({ kind: 'stream-grown', streamId: 's1', attempt: 1, offset: 8, text: 'three' });
    await log.end('s1', 1, { status: 'done' });
    const { end } = (await log.read('s1')) as StreamView;
    feed.onHint({ kind: 'stream-ended', end: end as StreamEnd });
    while (held.length > 0) {
      held.shift()?.();
      await turns();
    }
    await joined;
    expect(text('a')).toBe('one two three');
    expect(ends('a')).toEqual([end]);
  });

  it('a stream that a join has read is not begun again when its hint comes late', async () => {
    const log = createMemoryStreamLog();
    const { send, text, starts, ends } = inbox();
    const feed = createStreamFeed({ conversationId: 'c1', streamLog: log, log: silentLogger, send });
    await log.open(header, 0);
    await log.append('s1', 1, 0, 'hello');
    await feed.join(readerNamed('a'));
    feed.onHint({ kind: 'stream-opened', header, keep: 0 });
    feed.onHint({ kind: 'stream-grown', streamId: 's1', attempt: 1, offset: 0, text: 'hello' });
    await log.end('s1', 1, { status: 'done' });
    const { end } = (await log.read('s1')) as StreamView;
    feed.onHint({ kind: 'stream-ended', end: end as StreamEnd });
    expect(starts('a')).toHaveLength(1);
    expect(text('a')).toBe('hello');
    expect(ends('a')).toHaveLength(1);
  });

  it('a reader that is slow is sent nothing, and all it missed in one piece when it has room', async () => {
    const log = createMemoryStreamLog();
    const { send, text, ends } = inbox();
    const feed = createStreamFeed({ conversationId: 'c1', streamLog: log, log: silentLogger, send });
    let slow = true;
    const reader = readerNamed('slow', { isSlow: () => slow });
    await feed.join(reader);
    await feed.join(readerNamed('quick'));
    await log.open(header, 0);
    feed.onHint({ kind: 'stream-opened', header, keep: 0 });
    let whole = '';
    for (let i = 0; i < 500; i += 1) {
      const piece = `word ${i} `;
      await log.append('s1', 1, whole.length, piece);
      feed.onHint({ kind: 'stream-grown', streamId: 's1', attempt: 1, offset: whole.length, text: piece });
      whole += piece;
    }
    await log.end('s1', 1, { status: 'done' });
    const { end } = (await log.read('s1')) as StreamView;
    feed.onHint({ kind: 'stream-ended', end: end as StreamEnd });
    expect([text('slow'), text('quick')]).toEqual(['', whole]);
    slow = false;
    feed.drained(reader);
    expect(text('slow')).toBe(whole);
    expect(ends('slow')).toEqual([end]);
  });

  it('a stream that began and ended while a reader was given the logs reaches that reader whole, and once', async () => {
    const streamLog = createMemoryStreamLog();
    const wakeups = createMemoryWakeups({ log: silentLogger });
    const { send, text, starts, ends } = inbox();
    let answer = (): void => {};
    const slow = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const feed = createFeed({
      entries: createMemoryEntryStore(),
      reads: { run: (_reader, read) => slow.then(read), charge() {} },
      streamLog,
      wakeups,
      clock: holdClock(),
      log: silentLogger,
      send,
    });
    const following = feed.follow(readerNamed('a'), 'c1', {});
    const visitor = feed.follow(readerNamed('visitor', { staff: false }), 'c1', {});
    const tell = (hint: StreamHint) => wakeups.publish(conversationTopic('c1'), hint);
    await streamLog.open(header, 0);
    tell({ kind: 'stream-opened', header, keep: 0 });
    await streamLog.append('s1', 1, 0, 'all of it');
    tell({ kind: 'stream-grown', streamId: 's1', attempt: 1, offset: 0, text: 'all of it' });
    await streamLog.end('s1', 1, { status: 'done' });
    const { end } = (await streamLog.read('s1')) as StreamView;
    tell({ kind: 'stream-ended', end: end as StreamEnd });
    await turns();
    expect(starts('a')).toEqual([]);
    answer();
    await Promise.all([following, visitor]);
    expect([starts('a').length, text('a'), ends('a')]).toEqual([1, 'all of it', [end]]);
    expect(starts('visitor')).toEqual([]);
  });

  it('a stream whose beginning was told before this node could hear is found a second later', async () => {
    const clock = holdClock();
    const streamLog = createMemoryStreamLog(clock);
    const { send, text } = inbox();
    // Deaf, as a node is whose subscription does not hold yet.
    const wakeups = { publish() {}, subscribe: () => () => {} };
    const feed = createFeed({
      entries: createMemoryEntryStore(),
      reads: { run: (_reader, read) => read(), charge() {} },
      streamLog,
      wakeups,
      clock,
      log: silentLogger,
      send,
    });
    await feed.follow(readerNamed('a'), 'c1', {});
    await streamLog.open(header, 0);
    await streamLog.append('s1', 1, 0, 'already said');
    await clock.pass(1000);
    expect(text('a')).toBe('already said');
  });
});

describe('a stream that an ack named', () => {
  it('reaches the reader with its end, also when it ended before the reader was there', async () => {
    const log = createMemoryStreamLog();
    const { send, text, starts, ends } = inbox();
    const feed = createStreamFeed({ conversationId: 'c1', streamLog: log, log: silentLogger, send });
    await log.open(header, 0);
    await log.append('s1', 1, 0, 'all of it');
    await log.end('s1', 1, { status: 'done' });
    await feed.join(readerNamed('a'), ['s1', 'never']);
    await feed.join(readerNamed('visitor', { staff: false }), ['s1']);
    expect([starts('a').length, text('a'), ends('a').length]).toEqual([1, 'all of it', 1]);
    expect([starts('visitor').length, text('visitor')]).toEqual([0, '']);
  });
});

describe('the feed of logs', () => {
  it('tells every reader the heads of what it follows, and of nothing else', async () => {
    const clock = holdClock();
    const entries = createMemoryEntryStore();
    const wakeups = createMemoryWakeups({ log: silentLogger });
    const sent: [string, unknown][] = [];
    const send: Send = (readers, event, payload) => {
      if (event === 'heads') for (const { id } of readers) sent.push([id, payload]);
    };
    const feed = createFeed({
      entries,
      reads: { run: (_reader, read) => read(), charge() {} },
      streamLog: createMemoryStreamLog(clock),
      wakeups,
      clock,
      log: silentLogger,
      send,
    });
    const visitor = readerNamed('visitor', { staff: false });
    await feed.follow(visitor, 'c1', {});
    const agent = readerNamed('agent');
    await feed.follow(agent, 'c1', {});
    await feed.follow(agent, 'c2', {});
    await feed.tellHeads();
    expect(Object.fromEntries(sent)).toEqual({
      visitor: { heads: { 'public:c1': 0 } },
      agent: { heads: { 'public:c1': 0, 'internal:c1': 0, 'public:c2': 0, 'internal:c2': 0 } },
    });
    feed.leaveAll(visitor);
    sent.length = 0;
    await feed.tellHeads();
    expect(sent.map(([id]) => id)).toEqual(['agent']);
  });

  it('when all have left, nothing of the conversation stays: no room, no subscription', async () => {
    const clock = holdClock();
    const wakeups = createMemoryWakeups({ log: silentLogger });
    let open = 0;
    const counting = {
      publish: wakeups.publish,
      subscribe(topic: string, listener: Parameters<typeof wakeups.subscribe>[1]) {
        open += 1;
        const close = wakeups.subscribe(topic, listener);
        return () => {
          open -= 1;
          close();
        };
      },
    };
    const { send, starts } = inbox();
    const feed = createFeed({
      entries: createMemoryEntryStore(),
      reads: { run: (_reader, read) => read(), charge() {} },
      streamLog: createMemoryStreamLog(clock),
      wakeups: counting,
      clock,
      log: silentLogger,
      send,
    });
    for (let i = 0; i < 200; i += 1) {
      const reader = readerNamed(`r${i}`);
      const following = feed.follow(reader, `c${i % 7}`, {});
      if (i % 3 === 0) feed.leave(reader, `c${i % 7}`);
      await following;
      feed.leaveAll(reader);
    }
    await clock.pass(2000);
    expect(open).toBe(0);
    const hint: StreamHint = { kind: 'stream-opened', header, keep: 0 };
    wakeups.publish(conversationTopic('c1'), hint);
    await turns();
    expect(starts('r1')).toEqual([]);
  });
});
