/** Limits on being reached, as a reader quotes them, are kept and obeyed. Costs: milliseconds. */
import { expect, test } from 'vitest';
import type { Reading } from '../../../../src/contract/readings.ts';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { BotEvent, BotState, Effect } from '../../../../src/features/bots/state/protocol.ts';
import { step } from '../../../../src/features/bots/step.ts';
import { austin } from '../../../../src/features/packs/austin.ts';
import { readLimits } from '../../../../src/features/reading/optOut/readLimits.ts';

const pack = { ...austin, books: true, brokerage: 'Barton Ridge Realty', timeZone: 'America/Chicago' };
const nothing: Reading = {
  acts: [],
  questions: [],
  slots: [],
  ruledOut: [],
  situation: 'none',
  language: 'en',
};

function said(
  state: BotState,
  seq: number,
  text: string,
  more: Partial<Reading> = {},
): { state: BotState; effects: Effect[] } {
  const understood: BotEvent = {
    kind: 'understood',
    of: seq,
    by: 'model',
    reading: { ...nothing, ...more },
    offline: nothing,
    facts: [],
  };
  const message: BotEvent = { kind: 'visitor-message', seq, log: 'public', text };
  return step(state, { at: '2026-11-17T16:00:00.000Z', happened: [understood, message] }, pack);
}
const limits = (value: string, quote: string, op: 'set' | 'correct' = 'set') => ({
  name: 'limits' as const,
  op,
  value,
  quote,
});

test('a call is looked for only in the hours and on the days that they left', () => {
  const text =
    'I want to sell my house. Can you call me at 512 555 0143, but only after 6 and never on sundays, my boss must not know';
  const { state, effects } = said(firstState(), 1, text, {
    acts: ['wants-call'],
    slots: [
      { name: 'intent', op: 'set', value: 'sell', quote: 'sell my house' },
      limits('after 18:00; not on sunday; note: their boss must not know', 'only after 6 and never on sundays'),
    ],
  });
  expect(state.slots.limits).toMatchObject({
    value: 'after 18:00; not on sunday; note: their boss must not know',
    state: 'answered',
    evidence: [{ seq: 1 }],
  });
  const times = effects.find((effect) => effect.kind === 'find-times');
  expect(times?.wish).toMatchObject({ from: 18 * 60, weekdays: [0, 1, 2, 3, 4, 5] });
});

test('a way that they rule out is closed, for this talk and for the person', () => {
  const { state, effects } = said(firstState(), 1, 'email is the only thing that works for me', {
    slots: [limits('only email', 'email is the only thing')],
  });
  expect(state.closedChannels).toEqual(['call', 'text']);
  expect(effects).toContainEqual(expect.objectContaining({ kind: 'suppress', channels: ['call', 'text'] }));
});

test('hours in which nobody may call close no calls for good, however they are spelled', () => {
  const text = 'dont call b4 2 im asleep. txt is fine whenever';
  const { state, effects } = said(firstState(), 1, text, { slots: [limits('after 14:00', 'dont call b4 2')] });
  expect(state.slots.limits?.value).toBe('after 14:00');
  expect(state.closedChannels).not.toContain('call');
  expect(effects.filter(({ kind }) => kind === 'suppress')).toEqual([]);
});

test.each([
  ['no calls at all, and no texts before 2', 'not call; after 14:00', 'no calls at all'],
  ['Please don’t call me, and no Saturdays for the showing', 'not on saturday', 'no Saturdays for the showing'],
  ['text only, after 5', 'after 17:00', 'text only, after 5'],
])('calls that are ruled out stay ruled out beside a limit of hours or days: %s', (text, value, quote) => {
  const { state } = said(firstState(), 1, text, { slots: [limits(value, quote)] });
  expect(state.closedChannels).toContain('call');
});

test('a complaint is not answered with a question, nor with consent to calls', () => {
  const first = said(firstState(), 1, 'Your agent was to show me a home on Wednesday and nobody came', {
    acts: ['complains', 'tells'],
    situation: 'anger',
  });
  const second = said(first.state, 3, 'And since then I had six calls. I want a house, not to be harassed', {
    acts: ['complains', 'tells'],
    slots: [{ name: 'intent', op: 'set', value: 'buy', quote: 'I want a house' }],
    situation: 'anger',
  });
  expect([first.state.asked, second.state.asked]).toEqual([null, null]);
  expect(second.state.slots.intent?.value).toBe('buy');
});

test('a corrected limit takes the place of the one before', () => {
  const before = said(firstState(), 1, 'not before noon', { slots: [limits('after 12:00', 'not before noon')] }).state;
  const { state } = said(before, 3, 'i meant not before two', {
    acts: ['corrects'],
    slots: [limits('after 14:00', 'not before two', 'correct')],
  });
  expect(state.slots.limits?.value).toBe('after 14:00');
});

const number = (text: string) => ({ name: 'phone' as const, op: 'set' as const, value: '512 555 0143', quote: text });

test('nobody who complains is shown times for a call', () => {
  const first = said(firstState(), 1, 'your agent never showed on Saturday, unacceptable', {
    acts: ['complains'],
    situation: 'anger',
  }).state;
  const { state, effects } = said(first, 3, 'Denise, 512 555 0143. call me', {
    acts: ['tells', 'wants-call'],
    slots: [number('512 555 0143')],
  });
  expect(state.slots.phone?.state).toBe('answered');
  expect(effects.some(({ kind }) => kind === 'find-times')).toBe(false);
});

test('a complaint does not drop a time that they name themselves', () => {
  const { effects } = said(firstState(), 1, 'unacceptable. I am selling, call me at 512 555 0143 tomorrow at 3 pm', {
    acts: ['complains', 'wants-call'],
    situation: 'anger',
    slots: [
      number('512 555 0143'),
      { name: 'day', op: 'set', value: 'tomorrow', quote: 'tomorrow' },
      { name: 'timeOfDay', op: 'set', value: '3 pm', quote: '3 pm' },
    ],
  });
  expect(effects.some(({ kind }) => kind === 'find-times')).toBe(true);
});

test('a person who is asked for in plain words is called, whatever the model read', () => {
  const { effects } = said(firstState(), 1, 'I want to talk to a real person', { acts: ['tells'] });
  expect(effects.some(({ kind }) => kind === 'wait' || kind === 'alert')).toBe(true);
});

test('words that sound like a wish are none where a model read them otherwise', () => {
  const { effects } = said(firstState(), 1, 'no showing this Saturday, I just want to see it on a map', {
    acts: ['tells'],
  });
  expect(effects.some(({ kind }) => kind === 'find-times')).toBe(false);
});

test.each([
  ['text 737-555-0222, meetings all day so no calls before 6', 'after 18:00'],
  ['no calls before 10 am', 'after 10:00'],
  ['text only, and not after 8', 'before 20:00'],
  ['call me after 5', 'after 17:00'],
  ["don't call after 7:30 pm, I have kids", 'before 19:30'],
  ['no me llamen antes de las 9', 'after 09:00'],
  ['llámeme después de las 4', 'after 16:00'],
  ['mornings are dead to me, and no saturdays', 'not on saturday'],
  ['call me, not before 10 and not weds thats my church day', 'after 10:00; not on wednesday'],
  ['puede ser entre semana, no los sábados', 'not on saturday'],
  ['no, Saturday works', null],
  ['I saw it after 5 months', null],
  ['no offers after 3', null],
  ['can someone call tonight after 8', 'after 20:00'],
  ['call me after 9 in the morning, I work in the evening', 'after 09:00'],
  ['no me llamen antes de las 9 por favor. trabajo en la noche', 'after 09:00'],
])('without a model, "%s" leaves %s', (text, left) => expect(readLimits(text)?.value ?? null).toBe(left));

test('a showing keeps to the days that they left, at any hour of them', () => {
  const { effects } = said(firstState(), 1, 'can I see 12 Oak Street? not Saturdays, and no calls before 6 pm', {
    acts: ['wants-visit'],
    slots: [limits('not on saturday; after 18:00', 'not Saturdays, and no calls before 6 pm')],
  });
  const times = effects.find((effect) => effect.kind === 'find-times');
  expect(times?.wish).toMatchObject({ weekdays: [0, 1, 2, 3, 4, 6] });
  expect(times?.wish.from).toBeUndefined();
});

test('times offered in place of a closed day leave out the day that they refused', () => {
  const text = 'can I see 12 Oak Street on Sunday? Saturday he works';
  const { effects } = said(firstState(), 1, text, {
    acts: ['wants-visit'],
    slots: [
      { name: 'day', op: 'set', value: 'Sunday', quote: 'on Sunday' },
      limits('not on saturday', 'Saturday he works'),
    ],
  });
  const times = effects.find((effect) => effect.kind === 'find-times');
  expect(times?.wish).toMatchObject({ day: 'Sunday', weekdays: [0, 1, 2, 3, 4, 6] });
});

test('without a model, a second limit stands beside the first', () => {
  const says = (state: BotState, seq: number, text: string) =>
    step(
      state,
      { at: '2026-11-17T16:00:00.000Z', happened: [{ kind: 'visitor-message', seq, log: 'public', text }] },
      pack,
    ).state;
  const first = says(firstState(), 1, 'I want to sell my house, no calls before 10 am');
  expect(says(first, 3, "don't call after 7:30 pm, I have kids").slots.limits?.value).toBe('after 10:00; before 19:30');
});

test.each([
  ['Tomasz Wierzbicki 512 555 0129. after 6 only', 'after 18:00'],
  ['call me but only in the mornings. Eleanor Voss, 512-555-0176', 'before 12:00'],
  ['soy Amalia, 737 555 0131, despues de las 4 por favor', 'after 16:00'],
  ['Danielle 512 555 0195, between 9 and 2', 'after 09:00; before 14:00'],
])('beside a number, "%s" says when to use it', (text, value) => expect(readLimits(text)?.value).toBe(value));

test('an hour that nobody can be reached by is no limit', () => {
  expect(readLimits('can we see it after 5?')).toBeNull();
  expect(readLimits('Priya Raman 512 555 0117, can we see it Monday after 3?')).toBeNull();
  expect(readLimits('512 555 0117, can you call after 6?')?.value).toBe('after 18:00');
  expect(readLimits('512 555 0117, after 6 only, and what are the HOA fees?')?.value).toBe('after 18:00');
  expect(readLimits('only the evenings get too hot in there')).toBeNull();
});
