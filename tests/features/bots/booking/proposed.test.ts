/** The one time that Jorge spoke of is the one that an answer means. Costs: milliseconds. */
import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../../src/contract/readings.ts';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { BotEvent } from '../../../../src/features/bots/state/protocol.ts';
import { step } from '../../../../src/features/bots/step.ts';
import { bookingPack, withCalendar } from '../withCalendar.ts';
import { kinds, said } from './buyers.ts';

const nothing: Reading = { acts: [], questions: [], slots: [], ruledOut: [], situation: 'none', language: 'en' };

/** A buyer with three open times on the screen, whom Claude asked whether the second is to be booked; `says` answers it. */
function asked() {
  const chat = withCalendar();
  chat.says('Can I see it on Saturday?');
  const slots = chat.state.booking.offer?.slots ?? [];
  expect(slots).toHaveLength(3);
  const [, second] = slots;
  if (second === undefined) throw new Error('nothing was offered');
  const spoke: BotEvent = { kind: 'spoke', asked: 'slot', slotId: second.slotId };
  return {
    chat,
    second,
    says: (text: string) => chat.happens(spoke, { kind: 'visitor-message', seq: 900, log: 'public', text }),
    reads: (text: string, reading: Partial<Reading>) => chat.happens(spoke, ...reads(text, reading)),
  };
}
const reads = (text: string, reading: Partial<Reading>): BotEvent[] => [
  { kind: 'understood', of: 900, by: 'model', reading: { ...nothing, ...reading }, offline: nothing, facts: [] },
  { kind: 'visitor-message', seq: 900, log: 'public', text },
];

describe('one time that was spoken of', () => {
  test.each(['yes please', 'ok, book it', 'Ted Marchetti 512-555-0221'])('"%s" takes it', (text) => {
    const { chat, second, says } = asked();
    const answer = says(text);
    expect(chat.state.asked?.question).toBe('showing');
    expect(chat.state.booking.chosen?.slotId).toBe(second.slotId);
    expect(said(answer)).toMatch(/isn't booked yet|Nothing is booked/);
    expect(kinds(chat.chooses('unrepresented', 'Without representation'))).toContain('book');
    expect(chat.state.booking.appointment?.startsAt).toBe(second.startsAt);
  });

  test.each(['Ted', 'is there a garage?', 'no', 'Ted Marchetti 512-555-0221, but is it still for sale?'])(
    '"%s" does not',
    (text) => {
      const { chat, says } = asked();
      says(text);
      expect(chat.state.booking.chosen ?? null).toBeNull();
    },
  );

  test('words that a model reads as that time take it, and words that name another do not', () => {
    for (const [text, isTaken] of [
      ['no keep that one, he just goes along', true],
      ['keep it but sunday', false],
    ] as const) {
      const talk = asked();
      const { chat, second } = talk;
      talk.reads(text, { acts: ['answers'], choice: { id: second.slotId, quote: text } });
      expect((chat.state.booking.chosen ?? null) !== null, text).toBe(isTaken);
    }
  });

  test('a number with a note on how to be called takes it, and one with a limit of days does not', () => {
    for (const [value, isTaken] of [
      ['note: speak slowly on the phone', true],
      ['not on saturday', false],
    ] as const) {
      const talk = asked();
      const slots = [
        { name: 'phone' as const, op: 'set' as const, value: '512 555 0121', quote: '512-555-0121' },
        { name: 'limits' as const, op: 'set' as const, value, quote: 'despacio' },
      ];
      talk.reads('Beatriz Olmedo, 512-555-0121. Si me llaman, despacio', { acts: ['answers', 'tells'], slots });
      expect((talk.chat.state.booking.chosen ?? null) !== null, value).toBe(isTaken);
    }
  });

  test('a name and a number with something else in them take nothing where a model read more', () => {
    const readings: [Partial<Reading>, boolean][] = [
      [{ acts: ['answers'] }, true],
      [{ acts: ['answers', 'asks'], questions: [{ about: 'home', quote: 'roof age' }] }, false],
      [{ acts: ['refuses'] }, false],
    ];
    for (const [more, isTaken] of readings) {
      const talk = asked();
      const { chat } = talk;
      const slots = [{ name: 'phone' as const, op: 'set' as const, value: '512 555 0221', quote: '512-555-0221' }];
      talk.reads('Ted, 512-555-0221, roof age', { slots, ...more });
      expect((chat.state.booking.chosen ?? null) !== null, JSON.stringify(more)).toBe(isTaken);
    }
  });
});

test('a day and an hour that rules and model read alike are taken, however each writes the hour', () => {
  const text = 'Saturday at 2 would be fine, can I see it then';
  for (const [value, isTaken] of [
    ['2:00 PM', true],
    ['2 PM', true],
    ['3 PM', false],
  ] as const) {
    const chat = withCalendar();
    const slots = [
      { name: 'day' as const, op: 'set' as const, value: 'Saturday', quote: 'Saturday' },
      { name: 'timeOfDay' as const, op: 'set' as const, value, quote: 'at 2' },
    ];
    chat.happens(...reads(text, { acts: ['wants-visit'], slots }));
    expect((chat.state.booking.chosen ?? null) !== null, value).toBe(isTaken);
  }
});

test('a booked visit moves to the day that a model reads, and to the hour that it has', () => {
  const { chat, says } = asked();
  says('yes please');
  chat.chooses('unrepresented', 'Without representation');
  const before = chat.state.booking.appointment;
  expect(before).not.toBeNull();
  const text = 'and if it were Monday instead, same hour?';
  const slots = [{ name: 'day' as const, op: 'correct' as const, value: 'Monday', quote: 'Monday' }];
  const questions = [{ about: 'process' as const, quote: text }];
  chat.happens(...reads(text, { acts: ['corrects', 'asks'], slots, questions }));
  // It stands until one of the Monday's times is taken.
  expect(chat.state.booking).toMatchObject({ moving: true, appointment: before });
  const days = (chat.state.booking.offer?.slots ?? []).map(({ startsAt }) => new Date(startsAt).getUTCDay());
  expect(days.length).toBeGreaterThan(0);
  expect(new Set(days)).toEqual(new Set([1]));
});

test('a day that is ruled out is no day to come, and a visit is looked for on the others', () => {
  const text = 'mornings are dead to me and no saturdays. can I see it after 3';
  const chat = withCalendar();
  const slots = [
    { name: 'day' as const, op: 'set' as const, value: 'not Saturday', quote: 'no saturdays' },
    { name: 'limits' as const, op: 'set' as const, value: 'not on saturday', quote: 'no saturdays' },
    { name: 'timeOfDay' as const, op: 'set' as const, value: 'after 3 PM', quote: 'after 3' },
  ];
  chat.happens(...reads(text, { acts: ['wants-visit'], slots }));
  const days = (chat.state.booking.offer?.slots ?? []).map(({ startsAt }) => new Date(startsAt).getUTCDay());
  expect(days.length).toBeGreaterThan(0);
  expect(days).not.toContain(6);
});

test('the latest of a day is one time, and is taken', () => {
  const text = 'Tuesday, the latest you have please';
  const chat = withCalendar();
  const slots = [
    { name: 'day' as const, op: 'set' as const, value: 'Tuesday', quote: 'Tuesday' },
    { name: 'timeOfDay' as const, op: 'set' as const, value: 'latest', quote: 'the latest' },
  ];
  chat.happens(...reads(text, { acts: ['wants-visit'], slots }));
  expect(chat.state.booking.offer?.slots).toHaveLength(1);
  expect(chat.state.booking.chosen ?? null).not.toBeNull();
});

test('a call that somebody asks for is given a time, where a model reads no wish for a person', () => {
  const text = 'can somebody call me after 5, 512 555 0173';
  for (const [acts, isCall] of [
    [['wants-call'], true],
    [['wants-call', 'wants-person'], false],
  ] as const) {
    const chat = withCalendar();
    const slots = [{ name: 'phone' as const, op: 'set' as const, value: '512 555 0173', quote: '512 555 0173' }];
    const results = chat.happens(...reads(text, { acts: [...acts], slots }));
    expect(kinds(results).includes('offer-slots'), acts.join()).toBe(isCall);
  }
});

test('a way to a showing is chosen beside a name and a number', () => {
  const chat = withCalendar();
  chat.says('Can I see it on Saturday?');
  chat.says('the first one');
  expect(kinds(chat.says('Without. Dana Cole, 512 555 0143'))).toContain('book');
});

test('a day without an hour is no time that was named, and nothing is booked for it', () => {
  const chat = withCalendar();
  chat.says('I want to sell my house, my number is 512 555 0143');
  chat.says('can somebody call me on Friday?');
  expect(chat.state.booking.isNamed).toBe(false);
  expect(chat.state.booking.appointment).toBeNull();
});

test('a takeover drops the reply that waited for the calendar, with the introduction that nobody read', () => {
  const text = 'Can I see it on Saturday at 3?';
  const at = '2026-11-21T15:00:00.000Z';
  const message: BotEvent = { kind: 'visitor-message', seq: 1, log: 'public', text };
  const waiting = step(firstState(), { at, happened: [message] }, bookingPack).state;
  expect([waiting.carried === null, waiting.disclosed]).toEqual([false, true]);
  const taken = step(
    waiting,
    { at, happened: [{ kind: 'mode-changed', seq: 2, mode: 'human', by: 'staff' }] },
    bookingPack,
  );
  expect([taken.state.carried, taken.state.disclosed, taken.state.said.disclosure]).toEqual([null, false, undefined]);
  expect(taken.state.booking.isNamed).toBe(false);
});

test.each(['la mas pronto', 'la más próxima por favor', 'the soonest', 'the earliest'])(
  '"%s" to the times on the screen is the first of them, and looks for no others',
  (text) => {
    const chat = withCalendar();
    chat.says('Can I see it on Saturday?');
    const first = chat.state.booking.offer?.slots[0];
    chat.says(text);
    expect(chat.state.booking.chosen?.slotId).toBe(first?.slotId);
  },
);

test('another day at "the same time" is taken at the hour that stood', () => {
  const chat = withCalendar();
  const at = (day: string, quote: string, hour: string, op: 'set' | 'correct') => [
    { name: 'day' as const, op, value: day, quote },
    { name: 'timeOfDay' as const, op: 'set' as const, value: '10:00 AM', quote: hour },
  ];
  chat.happens(
    ...reads('can I see it Tuesday at 10 am', {
      acts: ['wants-visit'],
      slots: at('Tuesday', 'Tuesday', '10 am', 'set'),
    }),
  );
  expect(chat.state.booking.offer?.slots).toHaveLength(1);
  const text = 'sorry, Wednesday instead. Same time';
  chat.happens(...reads(text, { acts: ['corrects'], slots: at('Wednesday', 'Wednesday', 'Same time', 'correct') }));
  const { chosen, offer } = chat.state.booking;
  const slot = offer?.slots.find(({ slotId }) => slotId === chosen?.slotId);
  expect(slot?.startsAt).toBe('2026-11-25T16:00:00.000Z');
});
