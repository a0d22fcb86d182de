import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import type { StreamHeader, StreamHint } from '../../../src/features/streams/model.ts';
import type { StreamLog } from '../../../src/features/streams/ports.ts';
import { openStream, type StreamWriter } from '../../../src/features/streams/writeStream.ts';
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

interface Desk {
  clock: HeldClock;
  log: StreamLog;
  writer: StreamWriter;
  hints: StreamHint[];
  /** The texts of the deltas, in order. */
  deltas(): string[];
}

async function open(change: (log: StreamLog) => Partial<StreamLog> = () => ({})): Promise<Desk> {
  const clock = holdClock();
  const memory = createMemoryStreamLog(clock);
  const log = { ...memory, ...change(memory) };
  const wakeups = createMemoryWakeups({ log: silentLogger });
  const hints: StreamHint[] = [];
  wakeups.subscribe(conversationTopic('c1'), (hint) => hints.push(hint as StreamHint));
  const writer = await openStream({ log, wakeups, clock }, header);
  if (writer === null) throw new Error('not opened');
  await clock.pass(0);
  return {
    clock,
    log,
    writer,
    hints,
    deltas: () => hints.flatMap((hint) => (hint.kind === 'stream-grown' ? [hint.text] : [])),
  };
}

describe('a stream writer', () => {
  test('stores the first text at once, and merges what follows for 25 ms', async () => {
    const { clock, writer, deltas } = await open();
    writer.write('One');
    await clock.pass(0);
    expect(deltas()).toEqual(['One']);
    writer.write(' two');
    await clock.pass(20);
    writer.write(' three');
    await clock.pass(4);
    expect(deltas()).toEqual(['One']);
    await clock.pass(1);
    expect(deltas()).toEqual(['One', ' two three']);
  });

  test('does not wait at 80 characters or at the end of a sentence', async () => {
    const { clock, writer, deltas } = await open();
    writer.write('One');
    await clock.pass(0);
    writer.write('x'.repeat(79));
    await clock.pass(0);
    expect(deltas()).toEqual(['One']);
    writer.write('y');
    await clock.pass(0);
    expect(deltas()).toHaveLength(2);
    writer.write(' and so. ');
    await clock.pass(0);
    expect(deltas()).toEqual(['One', `${'x'.repeat(79)}y`, ' and so. ']);
  });

  test('merges everything that comes while an append runs', async () => {
    let release = (): void => {};
    const appends: string[] = [];
    const { clock, writer } = await open((memory) => ({
      append: (streamId, attempt, offset, text) => {
        appends.push(text);
        return new Promise((resolve) => {
          release = () => resolve(memory.append(streamId, attempt, offset, text));
        });
      },
    }));
    writer.write('One. ');
    for (let i = 0; i < 100; i++) writer.write('More. ');
    await clock.pass(1000);
    expect(appends).toEqual(['One. ']);
    release();
    await clock.pass(0);
    expect(appends).toEqual(['One. ', 'More. '.repeat(100)]);
  });

  test('never takes the end of another attempt for its own', async () => {
    const { writer, log } = await open();
    writer.write('Mine.');
    await log.open({ ...header, attempt: 2 }, 0);
    await log.append('s1', 2, 0, 'Another node wrote this.');
    await log.end('s1', 2, { status: 'done' });
    expect(await writer.end({ status: 'done' })).toBeNull();
  });

  test('has stored all of its text once it is flushed, also while it is being stopped', async () => {
    let release = (): void => {};
    const { clock, writer, log } = await open((memory) => ({
      append: (...args) =>
        new Promise((resolve) => {
          release = () => resolve(memory.append(...args));
        }),
    }));
    writer.write('One. ');
    writer.write('Two.');
    const flushed = writer.flush();
    release();
    await clock.pass(0);
    release();
    expect(await flushed).toBe(true);
    expect((await log.read('s1'))?.text).toBe('One. Two.');
    writer.write(' Three.');
    const both = Promise.all([writer.flush(), writer.end({ status: 'stopped' })]);
    release();
    expect(await both).toMatchObject([false, { status: 'stopped' }]);
  });

  test('says what it wrote with its place, and ends with its length and hash', async () => {
    const { clock, writer, hints, log } = await open();
    writer.write('Ärger 😀.');
    await clock.pass(0);
    writer.write(' More');
    const end = await writer.end({ status: 'done' });
    const text = 'Ärger 😀. More';
    expect(end).toEqual({ streamId: 's1', attempt: 1, status: 'done', length: text.length, sha256: sha256(text) });
    await clock.pass(0);
    expect(hints).toEqual([
      { kind: 'stream-opened', header, keep: 0 },
      { kind: 'stream-grown', streamId: 's1', attempt: 1, offset: 0, text: 'Ärger 😀.' },
      { kind: 'stream-grown', streamId: 's1', attempt: 1, offset: 9, text: ' More' },
      { kind: 'stream-ended', end },
    ]);
    expect((await log.read('s1'))?.end).toEqual(end);
  });

  test('never splits a surrogate pair, whatever the pieces, and its end matches the stored text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.string({ unit: 'binary', maxLength: 6 }), fc.nat(3), fc.nat(40))),
        async (pieces) => {
          const { clock, writer, deltas, log } = await open();
          for (const [text, cut, waitMs] of pieces) {
            const at = cut % (text.length + 1);
            writer.write(text.slice(0, at));
            writer.write(text.slice(at));
            await clock.pass(waitMs);
          }
          const end = await writer.end({ status: 'done' });
          await clock.pass(0);
          const whole = pieces
            .map(([text]) => text)
            .join('')
            .toWellFormed();
          expect(deltas().every((delta) => delta.isWellFormed())).toBe(true);
          expect(deltas().join('')).toBe(whole);
          expect(writer.text()).toBe(whole);
          expect(end).toMatchObject({ length: whole.length, sha256: sha256(whole) });
          expect((await log.read('s1'))?.end).toEqual(end);
        },
      ),
    );
  });

  test('begins again on another basis as the next attempt, without what was written', async () => {
    const { clock, writer, hints, log } = await open();
    writer.write('Half a');
    writer.restart('rules');
    writer.write('All of it.');
    const end = await writer.end({ status: 'done' });
    await clock.pass(0);
    expect(hints.filter(({ kind }) => kind === 'stream-opened').at(-1)).toEqual({
      kind: 'stream-opened',
      header: { ...header, attempt: 2, basis: 'rules' },
      keep: 0,
    });
    expect(end).toMatchObject({ attempt: 2, length: 10 });
    expect(await log.read('s1')).toMatchObject({ text: 'All of it.', header: { attempt: 2, basis: 'rules' } });
  });

  test('does not begin again on the basis it is on', async () => {
    const { writer } = await open();
    writer.restart('model');
    expect(await writer.end({ status: 'done' })).toMatchObject({ attempt: 1 });
  });

  test('stops when another attempt has taken over, and says how that stands', async () => {
    const { clock, writer, log } = await open();
    writer.write('Mine. ');
    await clock.pass(0);
    await log.open({ ...header, attempt: 2 }, 6);
    writer.write('Refused. ');
    await clock.pass(0);
    expect(writer.signal.aborted).toBe(true);
    expect(await writer.end({ status: 'done' })).toBeNull();
    expect((await log.read('s1'))?.text).toBe('Mine. ');
  });

  test('notices by its own sign of life that it may not write anymore', async () => {
    const { clock, writer, log } = await open();
    await log.end('s1', 1, { status: 'stopped' });
    await clock.pass(1500);
    expect(writer.signal.aborted).toBe(true);
    expect(await writer.end({ status: 'done' })).toMatchObject({ status: 'stopped' });
  });

  test('is nobody’s orphan while it lives, however little it writes', async () => {
    const { clock, writer, log } = await open();
    await clock.pass(60_000);
    expect(await log.listOrphans()).toEqual([]);
    await writer.end({ status: 'done' });
    expect(clock.delays()).toEqual([]);
  });

  test('fails with its code when the store is away', async () => {
    const { clock, writer } = await open(() => ({ append: () => Promise.reject(new Error('away')) }));
    writer.write('One.');
    await clock.pass(0);
    expect(writer.signal.aborted).toBe(true);
    expect(await writer.end({ status: 'done' })).toMatchObject({ status: 'failed', code: 'DEPENDENCY_DOWN' });
  });

  test('is refused when the stream has ended', async () => {
    const clock = holdClock();
    const log = createMemoryStreamLog(clock);
    const wakeups = createMemoryWakeups({ log: silentLogger });
    await log.open(header, 0);
    await log.end('s1', 1, { status: 'done' });
    expect(await openStream({ log, wakeups, clock }, { ...header, attempt: 2 })).toBeNull();
  });
});
