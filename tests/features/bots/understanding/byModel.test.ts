/** What Claude read of a message holds where the rules would have read something else. Costs: milliseconds. */
import { expect, test } from 'vitest';
import type { Reading } from '../../../../src/contract/readings.ts';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { BotEvent, BotState, Effect } from '../../../../src/features/bots/state/protocol.ts';
import { step } from '../../../../src/features/bots/step.ts';
import { austin } from '../../../../src/features/packs/austin.ts';
import { home } from '../../../support/talk.ts';

const pack = { ...austin, books: true, brokerage: 'Barton Ridge Realty', timeZone: 'America/Chicago' };
const nothing: Reading = { acts: [], questions: [], slots: [], ruledOut: [], situation: 'none', language: 'en' };
const cards = [
  { listingId: 'l1', title: '9 Elm Street' },
  { listingId: 'l2', title: '12 Oak Lane' },
];

function said(
  state: BotState,
  text: string,
  more: Partial<Reading>,
  before: readonly BotEvent[] = [],
): { state: BotState; effects: Effect[] } {
  const seq = state.visitorMessages * 10 + 5;
  const reading = { ...nothing, ...more };
  const happened: BotEvent[] = [
    ...before,
    { kind: 'understood', of: seq, by: 'model', reading, offline: nothing, facts: [] },
    { kind: 'visitor-message', seq, log: 'public', text },
  ];
  return step(state, { at: '2026-11-17T16:00:00.000Z', happened }, pack);
}

test('"not ready to talk to a person yet" asks for none', () => {
  const { state } = said(firstState(), 'not ready to talk to a person yet, its a lot', { acts: ['refuses', 'tells'] });
  expect(state.told).not.toContain('asked-for-person');
});

test.each([
  ['say 2100 rent, 5% vacancy. net?', ['asks']],
  ['that one is bigger. whats mine worth then', ['asks']],
] as const)('of “%s” nobody is taken to rent or to sell where Claude says nothing of it', (text, acts) => {
  const { state } = said(firstState(), text, { acts: [...acts] });
  expect(state.slots.intent?.state ?? 'unknown').toBe('unknown');
  expect(state.slots.first?.state ?? 'unknown').toBe('unknown');
});

test('of several numbers the one that Claude reads as theirs is kept', () => {
  const { state } = said(firstState(), 'he wrote from 512-555-0199, mine is 512-555-0142', {
    acts: ['tells'],
    slots: [{ name: 'phone', op: 'set', value: '512-555-0142', quote: '512-555-0142' }],
  });
  expect(state.slots.phone?.value).toBe('512-555-0142');
});

test('a place where they only live is none that they look in', () => {
  const { state } = said(firstState(), 'i rent in dallas and my condo is selling, can i offer 322?', {
    acts: ['makes-offer', 'asks'],
    questions: [{ about: 'process', quote: 'can i offer 322?' }],
  });
  expect(state.slots.notServed).toBeUndefined();
  expect(state.slots.intent?.state ?? 'unknown').toBe('unknown');
});

test('somebody who takes back what they wanted is asked for no order of it', () => {
  const sells = said(firstState(), 'I want to sell my house', {
    acts: ['tells'],
    slots: [{ name: 'intent', op: 'set', value: 'sell', quote: 'sell my house' }],
  }).state;
  const { state } = said(sells, 'just curious, not selling', {
    acts: ['corrects'],
    slots: [{ name: 'intent', op: 'clear', value: '', quote: 'not selling' }],
  });
  expect(state.slots.first?.state ?? 'unknown').toBe('unknown');
});

test('"leave the visit for now" takes the wish and the times back where Claude says so', () => {
  const wants = said(firstState(), 'could i see it on a weekday', {
    acts: ['wants-visit'],
    slots: [{ name: 'day', op: 'set', value: 'a weekday', quote: 'a weekday' }],
  }).state;
  expect(wants.slots.visit?.state).toBe('answered');
  const { state, effects } = said(wants, 'leave the visit for now. just repeat how ur going to reach me', {
    acts: ['asks', 'retracts'],
    slots: [{ name: 'day', op: 'clear', value: '', quote: 'leave the visit for now' }],
  });
  expect(state.slots.visit?.state).toBe('declined');
  expect(state.booking.offer).toBeNull();
  expect(effects.map(({ kind }) => kind)).not.toContain('find-times');
});

test('words after a talk that ended are answered where Claude reads more in them than a nod', () => {
  const ended = said(firstState(), 'we get realtors 40+ leads a month, who does your marketing?', {
    acts: ['vendor', 'asks'],
  });
  expect(ended.state.ended).toBe('not-a-client');
  const replies = (one: { effects: Effect[] }) => one.effects.filter(({ kind }) => kind === 'reply');
  expect(replies(said(ended.state, 'ok just put me down for tues 10am demo w Dana', { acts: ['tells'] }))).toHaveLength(
    1,
  );
  expect(replies(said(ended.state, 'k', { acts: ['small-talk'] }))).toHaveLength(0);
});

test('"the 1st one" is a home only where Claude says so', () => {
  const shown: BotEvent = { kind: 'cards-shown', seq: 3, items: cards };
  const text = 'do we lose the earnest money if the 1st one closes?';
  const question = { about: 'process' as const, quote: text };
  expect(said(firstState(), text, { acts: ['asks'], questions: [question] }, [shown]).state.homes.picked).toBeNull();
  const meant = said(
    firstState(),
    'is the 1st one on one level?',
    {
      acts: ['asks'],
      questions: [{ about: 'home', quote: 'is the 1st one on one level?' }],
      homeId: 'l1',
    },
    [shown],
  );
  expect(meant.state.homes.picked?.listingId).toBe('l1');
});

test('"the 389 one" is the card with that price', () => {
  const priced = cards.map((card, at) => ({
    ...card,
    address: card.title,
    priceCents: at === 0 ? 38_900_000 : 45_900_000,
  }));
  const happened: BotEvent[] = [
    { kind: 'cards-shown', seq: 3, items: priced },
    { kind: 'visitor-message', seq: 5, text: 'la de 389 se ve bien, puedo verla?', log: 'public' },
  ];
  const { state } = step(firstState(), { at: '2026-11-17T16:00:00.000Z', happened }, pack);
  expect(state.homes.picked?.listingId).toBe('l1');
});

test('a visit is suggested once on the page of a home, with the second answer, for Claude to choose the moment', () => {
  const onPage = { ...pack, listing: home };
  let state = firstState();
  const asked = ['is there an hoa', 'how old is it', 'how big is it', 'taxes?'].map((text, at) => {
    const seq = at * 10 + 5;
    const reading: Reading = { ...nothing, acts: ['asks'], questions: [{ about: 'home', quote: text }] };
    const happened: BotEvent[] = [
      { kind: 'understood', of: seq, by: 'model', reading, offline: nothing, facts: [] },
      { kind: 'visitor-message', seq, text, log: 'public' },
    ];
    ({ state } = step(state, { at: '2026-11-17T16:00:00.000Z', happened }, onPage));
    return state.asked?.question ?? null;
  });
  expect(asked.filter((question) => question === 'visit')).toHaveLength(1);
  expect(asked[1]).toBe('visit');
});

test('the language that Claude read is the one that is answered in, and stays until it reads another', () => {
  const first = said(firstState(), 'ola, la casa esta disponible todavia', { acts: ['asks'], language: 'es' });
  expect(first.state.language).toBe('es');
  const second = said(first.state, 'ok 512-555-0142', { acts: ['answers'], language: 'es' });
  expect(second.state.language).toBe('es');
  expect(said(second.state, 'can we do this in english', { acts: ['asks'], language: 'en' }).state.language).toBe('en');
});

test('terms of an offer, income, papers, and the end of a lease or an agreement are kept in their words', () => {
  const text = '640 cash in 21 days, we make 9k a month, send the survey, lease ends jan 31, our broker is done dec 15';
  const { state } = said(firstState(), text, {
    acts: ['makes-offer', 'tells'],
    slots: [
      { name: 'offer', op: 'set', value: '$640,000, cash, 21 days', quote: '640 cash in 21 days' },
      { name: 'funds', op: 'set', value: '$9,000 a month', quote: '9k a month' },
      { name: 'documents', op: 'set', value: 'survey', quote: 'the survey' },
      { name: 'leaseEnd', op: 'set', value: 'January 31', quote: 'lease ends jan 31' },
      { name: 'agencyEnd', op: 'set', value: 'December 15', quote: 'our broker is done dec 15' },
    ],
  });
  expect(state.slots).toMatchObject({
    offer: { value: '$640,000, cash, 21 days', state: 'answered' },
    funds: { value: '$9,000 a month' },
    documents: { value: 'survey' },
    leaseEnd: { value: 'January 31' },
    agencyEnd: { value: 'December 15' },
  });
});

test('a wish for a visit that Claude read needs no word for a showing', () => {
  const { state } = said(firstState(), 'my wife would die for that porch, we free up around noon saturday', {
    acts: ['wants-visit'],
    slots: [{ name: 'day', op: 'set', value: 'Saturday', quote: 'saturday' }],
  });
  expect(state.slots.visit?.value).toBe('viewing');
});

test('"delete what you have on me" opens a request, and so do words that only Claude reads so', () => {
  const asks = (text: string, acts: Reading['acts']) =>
    said(firstState(), text, { acts }).effects.some(({ kind }) => kind === 'deletion-request');
  expect(asks('please delete what you have on me', [])).toBe(true);
  expect(asks('i want no trace of me at your shop', ['wants-deletion'])).toBe(true);
  expect(asks('i want no trace of smoke in the house', ['tells'])).toBe(false);
});

test('"which ones bigger?" compares those on the screen and looks for no others', () => {
  const shown: BotEvent = { kind: 'cards-shown', seq: 1, items: cards };
  const { effects } = said(firstState(), 'anything bigger of the two', { acts: ['asks'] }, [shown]);
  expect(effects.some(({ kind }) => kind === 'listing-cards')).toBe(false);
});

test.each([
  ["im 15 but my mom said it's fine", []],
  ['tengo 16 años, puedo ir a verla?', []],
  ['my mom drives me cause no license till next year', ['underage']],
] as const)('to somebody who says “%s” no visit is offered, and the team knows', (text, acts) => {
  const first = said(firstState(), 'can i see it saturday', { acts: ['wants-visit'] });
  const { state, effects } = said(first.state, text, { acts: [...acts] });
  expect(state.told).toContain('minor');
  expect(state.booking.offer).toBeNull();
  expect(effects.some(({ kind }) => kind === 'find-times')).toBe(false);
  const reply = effects.find((effect) => effect.kind === 'reply');
  expect(reply?.brief?.careful).toContain('minor');
  expect(reply?.brief?.mayAsk).toEqual([]);
});

test("“i'm 15 minutes away” says no age", () => {
  expect(said(firstState(), "i'm 15 minutes away", { acts: ['tells'] }).state.told).not.toContain('minor');
});

test('the place of a parent’s house makes nobody a buyer', () => {
  const { state } = said(firstState(), 'mi papá falleció y nos dejó su casa por montopolis, no sabemos qué sigue', {
    acts: ['tells', 'asks'],
    questions: [{ about: 'process', quote: 'no sabemos qué sigue' }],
    slots: [{ name: 'area', op: 'set', value: 'Montopolis', quote: 'por montopolis' }],
    situation: 'grief',
    language: 'es',
  });
  expect(state.slots.intent?.value ?? null).not.toBe('buy');
  expect(state.bot).not.toBe('buyer');
});

test('an agent elsewhere, and nobody signed here, turns no buyer away where Claude reads that they have none', () => {
  const text = 'our agent in California said to find somebody local, I don’t have anyone signed here';
  const { state } = said(firstState(), text, {
    acts: ['tells'],
    slots: [{ name: 'represented', op: 'set', value: 'no', quote: 'don’t have anyone signed here' }],
  });
  expect(state.told).not.toContain('has-agent');
  expect(state.slots.represented?.value).not.toBe(true);
  expect(state.at).not.toBe('REPRESENTED');
});

test('an offer that is taken back is passed on as taken back, and not as an offer', () => {
  const offer = { name: 'offer' as const, op: 'set' as const, value: '$650,000', quote: 'offer 650' };
  const made = said(firstState(), 'I offer 650 for 12 Oak Street', { acts: ['makes-offer'], slots: [offer] });
  expect(made.effects).toContainEqual(expect.objectContaining({ kind: 'flag', flag: 'offer-made' }));
  const text = 'scratch the 650, don’t send anything';
  const { effects } = said(made.state, text, {
    acts: ['retracts'],
    slots: [{ name: 'offer', op: 'clear', value: '', quote: 'scratch the 650' }],
  });
  expect(effects).toContainEqual({ kind: 'unflag', flag: 'offer-made' });
  expect(effects).toContainEqual(
    expect.objectContaining({ kind: 'alert', reason: expect.stringMatching(/^Takes back their offer/) }),
  );
  expect(effects).not.toContainEqual(expect.objectContaining({ kind: 'flag', flag: 'offer-made' }));
});

test('a day and an hour alone, on the page of a home, ask for a visit, whatever act they were taken for', () => {
  const slots: Reading['slots'] = [
    { name: 'day', op: 'set', value: 'Tuesday', quote: 'tue' },
    { name: 'timeOfDay', op: 'set', value: '5:30 pm', quote: '530' },
  ];
  const seq = 5;
  const happened: BotEvent[] = [
    {
      kind: 'understood',
      of: seq,
      by: 'model',
      reading: { ...nothing, acts: ['tells'], slots },
      offline: nothing,
      facts: [],
    },
    { kind: 'visitor-message', seq, log: 'public', text: 'tue 530' },
  ];
  const { state, effects } = step(
    firstState(),
    { at: '2026-11-17T16:00:00.000Z', happened },
    { ...pack, listing: home },
  );
  expect(state.slots.visit?.value).toBe('viewing');
  expect(effects.map(({ kind }) => kind)).toContain('find-times');
});
