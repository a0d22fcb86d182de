import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyStreamDelta,
  applyStreamEnd,
  applyStreamReset,
  applyStreamStart,
  applyStreamSync,
  needsSync,
  type StreamView,
  verifyStream,
} from '../../client/shared/state/streamView.ts';
import type { Answer } from '../../src/contract/socket/commands.ts';
import type { StreamDelta, StreamEnd, StreamReset, StreamStart } from '../../src/contract/socket/streams.ts';

type Frame =
  | { name: 'delta'; payload: StreamDelta }
  | { name: 'reset'; payload: StreamReset }
  | { name: 'end'; payload: StreamEnd };

const streamId = 's1';
const startOf = (attempt: number): StreamStart => ({
  streamId,
  conversationId: 'talk-1',
  kind: 'reply',
  audience: 'public',
  attempt,
  basis: 'rules',
});
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function apply(view: StreamView, frame: Frame): StreamView {
  if (frame.name === 'delta') return applyStreamDelta(view, frame.payload);
  if (frame.name === 'reset') return applyStreamReset(view, frame.payload);
  return applyStreamEnd(view, frame.payload);
}

/** A stream as its writers write it: each attempt keeps a part of the one before and goes on. */
const written = fc
  .array(fc.record({ keep: fc.nat(), chunks: fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 6 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((attempts) => {
    const frames: Frame[] = [];
    let text = '';
    attempts.forEach(({ keep, chunks }, index) => {
      const attempt = index + 1;
      if (index > 0) {
        const kept = text.length === 0 ? 0 : keep % (text.length + 1);
        text = text.slice(0, kept);
        frames.push({ name: 'reset', payload: { streamId, attempt, keep: kept } });
      }
      for (const chunk of chunks) {
        frames.push({ name: 'delta', payload: { streamId, attempt, offset: text.length, text: chunk } });
        text += chunk;
      }
    });
    const attempt = attempts.length;
    const end: StreamEnd = { streamId, attempt, status: 'done', length: text.length, sha256: sha256(text) };
    frames.push({ name: 'end', payload: end });
    return { frames, text, end };
  });

const syncAnswer = (view: StreamView, text: string, end: StreamEnd): Answer<'stream-sync'> => {
  const offset = view.attempt === end.attempt ? Math.min(view.text.length, text.length) : 0;
  return { attempt: end.attempt, offset, text: text.slice(offset), state: 'ended', end };
};

describe('the view of a stream', () => {
  it('shows the whole text when its frames come in order', async () => {
    await fc.assert(
      fc.asyncProperty(written, async ({ frames, text }) => {
        const view = frames.reduce(apply, applyStreamStart(undefined, startOf(1)));
        expect(view).toMatchObject({ text, state: 'ended' });
        expect(await verifyStream(view)).toBe('matches');
      }),
    );
  });

  it('shows the same text after any order, repeats and losses, once it has asked for what is missing', async () => {
    await fc.assert(
      fc.asyncProperty(
        written.chain((stream) =>
          fc.record({
            stream: fc.constant(stream),
            arrived: fc.shuffledSubarray([...stream.frames, ...stream.frames]),
            startAttempt: fc.integer({ min: 1, max: stream.end.attempt }),
          }),
        ),
        async ({ stream: { text, end }, arrived, startAttempt }) => {
          let view = arrived.reduce(apply, applyStreamStart(undefined, startOf(startAttempt)));
          view = apply(view, { name: 'end', payload: end });
          if (view.state === 'open') {
            expect(needsSync(view)).toBe(true);
            view = applyStreamSync(view, syncAnswer(view, text, end));
          }
          expect(view).toMatchObject({ text, state: 'ended', aside: [] });
          expect(await verifyStream(view)).toBe('matches');
        },
      ),
    );
  });

  it('takes repeats of a running stream from offset 0 without showing a word twice', () => {
    let view = applyStreamStart(undefined, startOf(1));
    view = applyStreamDelta(view, { streamId, attempt: 1, offset: 0, text: 'Good ' });
    view = applyStreamStart(view, startOf(1));
    view = applyStreamDelta(view, { streamId, attempt: 1, offset: 0, text: 'Good morning' });
    expect(view.text).toBe('Good morning');
    expect(needsSync(view)).toBe(false);
  });

  it('begins again when a start of a higher attempt comes', () => {
    let view = applyStreamStart(undefined, startOf(1));
    view = applyStreamDelta(view, { streamId, attempt: 1, offset: 0, text: 'old words' });
    view = applyStreamStart(view, startOf(2));
    expect(view).toMatchObject({ attempt: 2, text: '' });
  });

  it('notices a hole and a missed reset, and holds back what it cannot place', () => {
    const start = applyStreamStart(undefined, startOf(1));
    const hole = applyStreamDelta(start, { streamId, attempt: 1, offset: 4, text: 'late' });
    expect(hole.text).toBe('');
    expect(needsSync(hole)).toBe(true);
    const ahead = applyStreamDelta(start, { streamId, attempt: 2, offset: 0, text: 'other' });
    expect(ahead.text).toBe('');
    expect(needsSync(ahead)).toBe(true);
  });

  it('keeps none of its words past a reset that it missed, since they may be of a beginning that was dropped', () => {
    let view = applyStreamStart(undefined, startOf(1));
    view = applyStreamDelta(view, { streamId, attempt: 1, offset: 0, text: 'old words' });
    // Attempt 2 kept one character and wrote others; only attempt 3's reset comes through.
    view = applyStreamReset(view, { streamId, attempt: 3, keep: 5 });
    expect(view).toMatchObject({ attempt: 3, text: '' });
    expect(needsSync(view)).toBe(true);
  });

  it('says so when the text is not what the hub wrote', async () => {
    let view = applyStreamStart(undefined, startOf(1));
    view = applyStreamDelta(view, { streamId, attempt: 1, offset: 0, text: 'wrong' });
    view = applyStreamEnd(view, { streamId, attempt: 1, status: 'done', length: 5, sha256: sha256('right') });
    expect(await verifyStream(view)).toBe('differs');
  });

  it('holds a bounded number of deltas aside', () => {
    let view = applyStreamStart(undefined, startOf(1));
    for (let offset = 2; offset < 2_000; offset += 2)
      view = applyStreamDelta(view, { streamId, attempt: 1, offset, text: 'x' });
    expect(view.aside.length).toBe(200);
    expect(needsSync(view)).toBe(true);
  });
});
