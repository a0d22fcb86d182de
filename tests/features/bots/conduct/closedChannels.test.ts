import { expect, test } from 'vitest';
import { allMessagesQuestion } from '../../../../src/features/bots/say/contactTexts.ts';
import type { Effect, StepResult } from '../../../../src/features/bots/state/protocol.ts';
import { readOptOut } from '../../../../src/features/reading/optOut/readOptOut.ts';
import { conversation, textOf } from '../play.ts';

const effectsOf = <K extends Effect['kind']>(result: StepResult, kind: K) =>
  result.effects.filter((effect): effect is Effect & { kind: K } => effect.kind === kind);

test.each([
  ['no calls', ['call'], /no one will call|No calls/],
  ["I don't need email", ['email'], /no emails/i],
  ['no quiero llamadas', ['call'], /nadie le llamará|Sin llamadas/],
  ['no me llamen', ['call'], /nadie le llamará|Sin llamadas/],
])('"%s" closes that way at once and asks once whether all messages should stop', (text, closed, told) => {
  const talk = conversation();
  talk.visitor(/[ñáé]|quiero|llamen/.test(text) ? 'hola, quiero comprar una casa' : 'hi');
  const result = talk.visitor(text);
  expect(effectsOf(result, 'suppress').map(({ channels }) => channels)).toEqual([closed]);
  expect(textOf(result)).toMatch(told);
  expect(talk.state.asked?.question).toBe('allMessages');
  expect(talk.state.ended).toBeNull();
  expect(textOf(talk.visitor('no'))).not.toContain('?');
  talk.visitor(text);
  expect(talk.state.asked?.question).not.toBe('allMessages');
});

const refusesCalls = () => {
  const talk = conversation();
  talk.visitor('hi');
  talk.visitor('no calls');
  return talk;
};

test('a yes to "should I stop here too?" is an opt-out', () => {
  const talk = refusesCalls();
  talk.visitor('yes please');
  expect(talk.state.ended).toBe('opted-out');
});

test.each(['ok thanks', 'okay', 'fine', 'thank you', 'great'])('"%s" after it is none', (text) => {
  const talk = refusesCalls();
  talk.visitor(text);
  expect(talk.state.ended).not.toBe('opted-out');
});

test('its button stops all messages, also when it is pressed after something else was said', () => {
  for (const between of [[], ['is there a pool?']]) {
    const talk = refusesCalls();
    for (const text of between) talk.visitor(text);
    talk.choose('stop', 'Stop all messages');
    expect(talk.state.ended).toBe('opted-out');
  }
  const words = Object.values(allMessagesQuestion.choices?.find(({ id }) => id === 'stop')?.label ?? {});
  expect(words.map((label) => readOptOut(label) !== null)).toEqual([true, true]);
});

test.each(['take 512-555-0147 off your list', 'stop texting 512-555-0147'])(
  '"%s" is an opt-out, though it names a number',
  (text) => {
    const talk = conversation();
    talk.visitor('hi');
    talk.visitor(text);
    expect(talk.state.ended).toBe('opted-out');
  },
);

test('"dont call me" with a number is no consent to calls, and names nobody', () => {
  const talk = conversation();
  talk.visitor('I want to sell my house, can somebody help me?');
  talk.visitor('12 Oak Street');
  const result = talk.visitor('dont call me, 512-555-0147');
  expect(effectsOf(result, 'consent').flatMap(({ channels }) => channels)).not.toContain('call');
  expect(effectsOf(result, 'suppress').map(({ channels }) => channels)).toEqual([['call']]);
  expect(talk.state.slots.name?.value ?? null).toBeNull();
  expect(talk.state.slots.phone?.value).toContain('512');
  expect(talk.state.closedChannels).toEqual(['call']);
});

test('a lead who ruled out calls is offered no time for one, until they ask for a call themselves', () => {
  const talk = conversation();
  for (const text of ['I want to sell my house', 'no calls please', 'no', '12 Oak Street', 'downsizing', 'in March'])
    talk.visitor(text);
  for (const text of ['great shape', '550k', 'just me']) talk.visitor(text);
  expect(talk.results.map(textOf).join(' ')).not.toMatch(/short call|could the team call|mornings or afternoons/i);
  talk.visitor('actually please call me tomorrow');
  expect(talk.state.closedChannels).toEqual([]);
});

test('"can u just text me instead" rules out nothing', () => {
  const talk = conversation();
  talk.visitor('hi');
  const result = talk.visitor('can u just text me instead');
  expect(effectsOf(result, 'suppress')).toEqual([]);
  expect(talk.state.slots.contactBy?.value).toBe('text');
});

test.each([
  'I am reachable at 737-555-0172, extension 4, until six, and prefer not to be texted.',
  'my cell is 512-555-0147, please dont text',
])('"%s" leaves a way to be reached, and is no opt-out', (text) => {
  const talk = conversation();
  talk.visitor('hi');
  talk.visitor(text);
  expect(talk.state.ended).not.toBe('opted-out');
});
