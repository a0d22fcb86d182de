import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { listRunning } from '../../../src/features/streams/listRunning.ts';
import type { StreamHeader, StreamHint } from '../../../src/features/streams/model.ts';
import { stopStream } from '../../../src/features/streams/stopStream.ts';
import { sweepOrphans } from '../../../src/features/streams/sweepOrphans.ts';
import { syncStream } from '../../../src/features/streams/syncStream.ts';
import { openStream, type StreamDeps } from '../../../src/features/streams/writeStream.ts';
import { sha256 } from '../../../src/kernel/ids.ts';
import { silentLogger } from '../../../src/kernel/observe.ts';
import { conversationTopic } from '../../../src/kernel/wakeups.ts';
import { type HeldClock, holdClock } from '../../support/heldClock.ts';

const header: StreamHeader = {
  streamId: 's1',
  tenantId: 't1',
  conversationId: 'c1',
  kind: 'coach',
  audience: 'staff',
  attempt: 1,
  basis: 'model',
};

let clock: HeldClock;
let deps: StreamDeps;
let ends: StreamHint[];
beforeEach(() => {
  clock = holdClock();
  deps = { clock, log: createMemoryStreamLog(clock), wakeups: createMemoryWakeups({ log: silentLogger }) };
  ends = [];
  deps.wakeups.subscribe(conversationTopic('c1'), (hint) => {
    if (hint.kind === 'stream-ended') ends.push(hint as StreamHint);
  });
});

describe('stopping a stream', () => {
  test('reaches its writer, keeps what was stored, and resolves with the stored end', async () => {
    const writer = await openStream(deps, header);
    writer?.write('Offer two');
    await clock.pass(0);
    writer?.write(' times');
    const end = await stopStream(deps, header);
    expect(writer?.signal.aborted).toBe(true);
    expect(end).toMatchObject({ status: 'stopped', length: 9, sha256: sha256('Offer two') });
    expect((await deps.log.read('s1'))?.end).toEqual(end);
    // A later end from the use case changes nothing.
    expect(await writer?.end({ status: 'done' })).toEqual(end);
    await clock.pass(0);
    expect(ends).toEqual([{ kind: 'stream-ended', end }]);
    expect(clock.delays()).toEqual([]);
  });

  test('says why when something newer took its place', async () => {
    await openStream(deps, header);
    expect(await stopStream(deps, header, 'SUPERSEDED')).toMatchObject({ status: 'stopped', code: 'SUPERSEDED' });
  });

  test('does it itself when the writer is gone, within 500 ms', async () => {
    await deps.log.open(header, 0);
    const stopping = stopStream(deps, header);
    await clock.pass(500);
    expect(await stopping).toMatchObject({ status: 'stopped', length: 0 });
    expect(ends).toHaveLength(1);
  });

  test('of one that has ended says how it ended', async () => {
    await deps.log.open(header, 0);
    await deps.log.end('s1', 1, { status: 'done' });
    const stopping = stopStream(deps, header);
    await clock.pass(500);
    expect(await stopping).toMatchObject({ status: 'done' });
  });
});

describe('a stream whose writer died', () => {
  test('ends as failed with NODE_LOST within six seconds, once', async () => {
    const writer = await openStream(deps, header);
    writer?.write('Half');
    await clock.pass(1600);
    // The node dies: nothing of it runs anymore, only the log's clock does.
    const died = clock.now();
    const log = deps.log;
    const sweeps: number[] = [];
    clock.loseTimers();
    while (sweeps.length === 0 && clock.now() - died <= 10_000) {
      await clock.pass(1000);
      if ((await sweepOrphans(deps)) === 1) sweeps.push(clock.now() - died);
    }
    expect(sweeps[0]).toBeLessThanOrEqual(6000);
    expect((await log.read('s1'))?.end).toMatchObject({
      status: 'failed',
      code: 'NODE_LOST',
      length: 4,
      sha256: sha256('Half'),
    });
    expect(await sweepOrphans(deps)).toBe(0);
    await clock.pass(0);
    expect(ends).toHaveLength(1);
  });
});

describe('stream-sync', () => {
  beforeEach(async () => {
    await deps.log.open(header, 0);
    await deps.log.append('s1', 1, 0, 'Offer two times.');
  });
  const all = () => true;

  test('gives what is missing to a client that knows the attempt', async () => {
    expect(await syncStream(deps.log, { streamId: 's1', attempt: 1, length: 6 }, all)).toEqual({
      attempt: 1,
      offset: 6,
      text: 'two times.',
      state: 'open',
    });
  });

  test('gives everything to one that followed another attempt, or has more than there is', async () => {
    await deps.log.open({ ...header, attempt: 2 }, 5);
    for (const known of [
      { attempt: 1, length: 3 },
      { attempt: 2, length: 99 },
    ]) {
      expect(await syncStream(deps.log, { streamId: 's1', ...known }, all)).toMatchObject({
        attempt: 2,
        offset: 0,
        text: 'Offer',
      });
    }
  });

  test('tells of the end', async () => {
    await deps.log.end('s1', 1, { status: 'done' });
    expect(await syncStream(deps.log, { streamId: 's1', attempt: 1, length: 16 }, all)).toMatchObject({
      text: '',
      state: 'ended',
      end: { status: 'done', length: 16 },
    });
  });

  test('knows nothing of what is gone or not theirs', async () => {
    await expect(syncStream(deps.log, { streamId: 'gone', attempt: 1, length: 0 }, all)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(syncStream(deps.log, { streamId: 's1', attempt: 1, length: 0 }, () => false)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

test('running streams are listed with their length, for whom they are', async () => {
  await deps.log.open(header, 0);
  await deps.log.append('s1', 1, 0, 'Offer');
  await deps.log.open({ ...header, streamId: 's2', kind: 'reply', audience: 'public' }, 0);
  expect(await listRunning(deps.log, 'c1', ['public'])).toEqual([
    { streamId: 's2', kind: 'reply', attempt: 1, length: 0 },
  ]);
  expect(await listRunning(deps.log, 'c1', ['public', 'staff'])).toHaveLength(2);
});
