import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { logNameOf } from '../../../src/contract/log/logs.ts';
import type { Mode } from '../../../src/contract/values.ts';
import { dayFigures, noTalk, readLine, withEnd } from '../../../src/features/insight/dayFigures.ts';
import { dayOf } from '../../../src/features/insight/dayOf.ts';

const zone = 'America/Chicago';
const noon = Date.UTC(2026, 10, 20, 18);
const day = dayOf(noon, zone);
const minuteMs = 60_000;

type Line = [minutes: number, what: 'visitor' | 'jorge' | 'ann' | 'bo' | Mode | 'asks' | 'asks-closed' | 'goodbye'];
/** A talk as its public log has it; times in minutes from noon. */
function talk(...lines: Line[]) {
  return lines.reduce((before, [minutes, what], index) => {
    const at = noon + minutes * minuteMs;
    const frame = { v: 1, id: `${index}`, log: logNameOf('public', 'c'), seq: index + 1, conversationId: 'c' } as const;
    const actor = {
      visitor: { kind: 'visitor', id: 'v' },
      jorge: { kind: 'bot', id: 'jorge' },
      ann: { kind: 'agent', id: 'ann', name: 'Ann' },
      bo: { kind: 'supervisor', id: 'bo', name: 'Bo' },
    }[what as string] as Entry['actor'] | undefined;
    const stamped = { ...frame, at: new Date(at).toISOString() };
    const mode = what.startsWith('asks') || what === 'goodbye' ? 'waiting' : (what as Mode);
    const entry: Entry = actor
      ? {
          ...stamped,
          type: 'message-created',
          actor,
          data: { messageId: `${index}`, text: 'x', channel: 'widget', language: 'en' },
        }
      : {
          ...stamped,
          type: 'conversation-changed',
          actor: { kind: 'system', id: 'hub' },
          data: {
            mode,
            ...(what.startsWith('asks') ? { reason: 'asked-for-person' } : {}),
            ...(what === 'goodbye' ? { reason: 'goodbye', owed: 'none' } : {}),
            ...(what === 'asks-closed' ? { expectedAt: new Date(at + 600 * minuteMs).toISOString() } : {}),
          },
        };
    return readLine(before, entry, day);
  }, noTalk);
}
const figures = (...talks: ReturnType<typeof talk>[]) => dayFigures(talks, day, noon + 120 * minuteMs);

it('a day without anything has no first reply, and that is not zero', () => {
  expect(figures()).toEqual({
    date: '2026-11-20',
    conversations: 0,
    waited: 0,
    answered: 0,
    missed: 0,
    firstReplyMs: null,
    dispositions: [],
    ratings: { given: 0, mean: null },
    people: [],
  });
});

it('counts how the conversations that ended in the day were filed and rated', () => {
  const ended = (minutes: number, data: { disposition?: string; rating?: number }) =>
    withEnd(talk([0, 'visitor'], [1, 'closed']), {
      v: 1,
      id: 'e',
      log: logNameOf('internal', 'c'),
      seq: 1,
      conversationId: 'c',
      at: new Date(noon + minutes * minuteMs).toISOString(),
      type: 'conversation-ended',
      actor: { kind: 'agent', id: 'ann' },
      data,
    });
  const spam = { disposition: 'Spam' };
  expect(
    figures(
      ended(2, spam),
      ended(3, { disposition: 'Appointment set' }),
      ended(4, spam),
      ended(5, { rating: 5 }),
      ended(6, { rating: 2 }),
      ended(24 * 60, { disposition: 'Qualified', rating: 1 }),
      talk([0, 'visitor'], [1, 'closed']),
    ),
  ).toMatchObject({
    dispositions: [
      { disposition: 'Spam', conversations: 2 },
      { disposition: 'Appointment set', conversations: 1 },
    ],
    ratings: { given: 2, mean: 3.5 },
  });
});

it('a visitor who talked with Jorge alone did not wait', () => {
  expect(figures(talk([0, 'visitor'], [1, 'jorge'], [2, 'visitor'], [3, 'waiting']))).toMatchObject({
    conversations: 1,
    waited: 0,
    missed: 0,
    firstReplyMs: null,
  });
});

it('a visitor who thanks after a goodbye does not wait; one who then asks for a person does', () => {
  const thanked = [
    [0, 'visitor'],
    [1, 'jorge'],
    [2, 'goodbye'],
    [3, 'visitor'],
  ] satisfies Line[];
  expect(figures(talk(...thanked))).toMatchObject({ conversations: 1, waited: 0, answered: 0, missed: 0 });
  expect(figures(talk(...thanked, [5, 'asks']))).toMatchObject({ waited: 1, missed: 1 });
  const taken = talk(...thanked, [5, 'human'], [6, 'visitor'], [8, 'ann']);
  expect(figures(taken)).toMatchObject({ waited: 1, answered: 1, firstReplyMs: 2 * minuteMs });
});

it('the first reply counts from the request, or from the first words that a person owed an answer to', () => {
  const asked = talk([0, 'visitor'], [1, 'asks'], [2, 'visitor'], [5, 'human'], [6, 'ann'], [9, 'bo']);
  const taken = talk([0, 'visitor'], [1, 'human'], [2, 'ann'], [3, 'visitor'], [10, 'ann']);
  expect(figures(asked)).toMatchObject({ waited: 1, answered: 1, missed: 0, firstReplyMs: 5 * minuteMs });
  expect(figures(taken)).toMatchObject({ waited: 1, answered: 1, firstReplyMs: 7 * minuteMs });
  expect(figures(asked, taken)).toMatchObject({
    conversations: 2,
    firstReplyMs: 6 * minuteMs,
    people: [
      { id: 'ann', name: 'Ann', conversations: 2, messages: 3, firstReplies: 2, firstReplyMs: 6 * minuteMs },
      { id: 'bo', name: 'Bo', conversations: 1, messages: 1, firstReplies: 0, firstReplyMs: null },
    ],
  });
});

it('missed is who got no word of a person until the end, or for an hour; a later thank-you is no new wait', () => {
  expect(figures(talk([0, 'visitor'], [1, 'asks'], [2, 'closed']))).toMatchObject({ waited: 1, missed: 1 });
  expect(figures(talk([0, 'visitor'], [59, 'asks']))).toMatchObject({ waited: 1, missed: 1 });
  expect(figures(talk([0, 'visitor'], [61, 'asks']))).toMatchObject({ waited: 1, answered: 0, missed: 0 });
  const thanked = talk([0, 'visitor'], [1, 'asks'], [2, 'human'], [3, 'ann'], [4, 'visitor'], [5, 'closed']);
  expect(figures(thanked)).toMatchObject({ waited: 1, answered: 1, missed: 0 });
  expect(figures(talk([0, 'visitor'], [1, 'asks'], [2, 'bot'], [3, 'jorge']))).toMatchObject({ missed: 1 });
});

it('while closed the wait begins when the visitor was told that somebody is there', () => {
  const asked = talk([-60, 'visitor'], [-60, 'asks-closed']);
  expect(figures(asked)).toMatchObject({ waited: 1, missed: 0 });
  const early = talk([-60, 'visitor'], [-60, 'asks-closed'], [0, 'human'], [1, 'ann']);
  expect(figures(early)).toMatchObject({ answered: 1, firstReplyMs: 0 });
});

it('replies before midnight on the brokerage’s clock count for the day before', () => {
  const overnight = talk([-800, 'visitor'], [-799, 'asks'], [-790, 'human'], [-780, 'ann'], [-5, 'ann']);
  expect(figures(overnight)).toMatchObject({
    conversations: 0,
    waited: 0,
    firstReplyMs: null,
    people: [{ name: 'Ann', conversations: 1, messages: 1, firstReplies: 0 }],
  });
});

describe('a day', () => {
  const hours = ({ from, until }: { from: number; until: number }) => (until - from) / 3_600_000;
  it('is the one that the brokerage’s wall shows', () => {
    const late = Date.UTC(2026, 10, 21, 4);
    expect(dayOf(late, 'America/Chicago')).toEqual({
      date: '2026-11-20',
      from: Date.UTC(2026, 10, 20, 6),
      until: Date.UTC(2026, 10, 21, 6),
    });
    expect(dayOf(late, 'Asia/Kolkata').date).toBe('2026-11-21');
  });
  it('has 23 or 25 hours when the clocks change', () => {
    expect(hours(dayOf(Date.UTC(2026, 2, 8, 18), zone))).toBe(23);
    expect(hours(dayOf(Date.UTC(2026, 10, 1, 18), zone))).toBe(25);
  });
});
