/** What messages leave of the pace and the mood of a talk. Costs: milliseconds. */
import { expect, test } from 'vitest';
import type { Reading } from '../../../../src/contract/readings.ts';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import { type BotState, moodsKept, replyTimesKept } from '../../../../src/features/bots/state/protocol.ts';
import { step } from '../../../../src/features/bots/step.ts';
import { austin } from '../../../../src/features/packs/austin.ts';

const pack = { ...austin, books: true, brokerage: 'Barton Ridge Realty', timeZone: 'America/Chicago' };
const minuteMs = 60_000;
const startsAt = Date.parse('2026-11-17T16:00:00.000Z');

function said(state: BotState, seq: number, afterMs: number, more: Partial<Reading> = {}): BotState {
  const nothing: Reading = {
    ...{ acts: [], questions: [], slots: [], ruledOut: [], situation: 'none' as const, language: 'en' as const },
  };
  const reading = { ...nothing, ...more };
  return step(
    state,
    {
      at: new Date(startsAt + afterMs).toISOString(),
      happened: [
        { kind: 'understood', of: seq, by: 'model', reading, offline: nothing, facts: [] },
        { kind: 'visitor-message', seq, log: 'public', text: `What about the garden, ${seq}?` },
      ],
    },
    pack,
  ).state;
}

test('each reply leaves how long it took, whether it was without anger, and what it took back', () => {
  const first = said(firstState(), 1, 0, { acts: ['complains'] });
  expect(first.talk).toMatchObject({ replyTimesMs: [], moods: [false], takenBack: 0 });
  const second = said(first, 3, 90 * minuteMs, { acts: ['retracts'] });
  expect(second.talk).toMatchObject({ replyTimesMs: [90 * minuteMs], moods: [false, true], takenBack: 1 });
  const angry = said(second, 5, 100 * minuteMs, { situation: 'anger' });
  expect(angry.talk.moods).toEqual([false, true, false]);
});

test('however long a talk gets, it keeps the newest alone', () => {
  let state = firstState();
  for (let seq = 1; seq < 60; seq += 2) state = said(state, seq, seq * minuteMs);
  expect(state.talk.replyTimesMs?.length).toBeLessThanOrEqual(replyTimesKept);
  expect(state.talk.moods).toHaveLength(moodsKept);
});
