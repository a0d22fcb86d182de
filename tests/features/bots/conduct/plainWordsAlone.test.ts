/** Without a model, plain words count and a score alone does little, for sellers, trouble and questions of a home. Costs: two seconds. */
import { expect, test } from 'vitest';
import { loadReader } from '../../../../src/app/loadReader.ts';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { BotState, StepResult } from '../../../../src/features/bots/state/protocol.ts';
import { step } from '../../../../src/features/bots/step.ts';
import { austin } from '../../../../src/features/packs/austin.ts';
import type { Pack } from '../../../../src/features/packs/model.ts';
import { readMoney } from '../../../../src/features/reading/numbers/readMoney.ts';
import { home as aHome } from '../../../support/talk.ts';

const pack = { ...austin, books: true, brokerage: 'Barton Ridge Realty', timeZone: 'America/Chicago' };
const reader = loadReader();

function said(state: BotState, text: string, given: Pack = pack): StepResult {
  const seq = state.visitorMessages + 1;
  const reading = reader({ text }, { asked: state.asked?.question ?? null, language: 'en' });
  const happened = [
    { kind: 'understood' as const, of: seq, by: 'offline' as const, reading, facts: [] },
    { kind: 'visitor-message' as const, seq, log: 'public', text },
  ];
  return step(state, { at: '2026-11-17T16:00:00.000Z', happened }, given);
}

test.each([
  'Need a bedroom on the ground floor, 4 bedrooms total, under 700k, for us + my parents. whats out there',
  'got anything like it? brick, one story, up to 475',
])('“%s” is said by a buyer', (text) => {
  expect(said(firstState(), text).state.bot).not.toBe('seller');
});

test('a gate that bangs is no trouble with money', () => {
  const text =
    'se les quedo abierta la reja de atras desde el domingo y la puerta del taller se anda azotando con el aire';
  expect(said(firstState(), text).state.situation).toBe('none');
  expect(said(firstState(), 'im 4 months behind on the mortgage and the auction is tuesday').state.situation).toBe(
    'money-trouble',
  );
});

const home = { ...aHome, status: 'active' as const };
const onPage = (text: string): StepResult => said(firstState(), text, { ...pack, listing: home });

test('a zone that is two hours behind is no trouble with money', () => {
  const text = 'Lorraine Okafor, lorraine@example.com. Please no phone, we are 2 hours behind and sleep late';
  expect(said(firstState(), text).state.situation).toBe('none');
});

test.each([
  "ok last thing what's hoa + taxes per month so i dont get surprised",
  'what would the monthly be. all of it taxes hoa everything',
  'what does the hoa cover, its 315 right',
])('"%s" on the page of a home is answered from its file', (text) => {
  const reply = onPage(text).effects.find(({ kind }) => kind === 'reply');
  expect(reply).toMatchObject({ parts: expect.arrayContaining([expect.objectContaining({ kind: 'answer' })]) });
});

test('a question about the taxes on a sale is for a person, and not answered with the taxes of the home', () => {
  const text = 'Do I owe a lot of taxes if I sell? My neighbor says the government takes a third.';
  const reply = onPage(text).effects.find(({ kind }) => kind === 'reply');
  expect(reply).not.toMatchObject({ parts: expect.arrayContaining([expect.objectContaining({ kind: 'answer' })]) });
});

test('a question about the rent that a home for sale would bring is no wish to rent one', () => {
  const text = "Wickery Lane duplex. What's the gross rent, cap rate, and is there a rental cap?";
  expect(onPage(text).state.slots.intent?.value).not.toBe('rent');
});

test('a question on the payment for the home of the page shows no other homes', () => {
  const text = "So at 825 w 25% down what's my payment at like 6.75, 30 yr, P&I only";
  expect(onPage(text).effects.some(({ kind }) => kind === 'listing-cards')).toBe(false);
});

test('a day that is refused with its reason refuses no buyers', () => {
  const sells = said(firstState(), 'I want to sell my house at 12 Oak Street').state;
  const text = 'well somebody could call me then. not before 10 and not weds thats my church day';
  const kinds = said(sells, text).effects.flatMap((effect) => (effect.kind === 'alert' ? [effect.alert] : []));
  expect(kinds).not.toContain('fair-housing');
  const excludes = said(sells, 'no christians please, and not weds').effects;
  expect(excludes).toContainEqual(expect.objectContaining({ kind: 'alert', alert: 'fair-housing' }));
});

test('somebody behind on their home who is about to sign it over, or to pay for being saved, is told to wait', () => {
  const behind = said(firstState(), 'debo 5 meses. me llego una carta que la venden el primer martes. no duermo').state;
  for (const text of [
    'un señor me hablo que si le firmo la escritura el paga lo que debo y yo le rento la casa. es bueno eso?',
    'pero me pidio 1500 por adelantado y ya casi se los doy',
  ]) {
    const { effects } = said(behind, text);
    expect(effects.find(({ kind }) => kind === 'reply')).toMatchObject({
      parts: [expect.objectContaining({ text: expect.stringMatching(/888-995-4673/) })],
    });
    expect(effects).toContainEqual(expect.objectContaining({ kind: 'alert', priority: 0 }));
  }
});

test('a father who will ask is no loss, and one who died is', () => {
  expect(onPage("what about the foundation, dad will ask. he's the worrier").state.situation).toBe('none');
  expect(said(firstState(), 'my dad died in march and left us his house').state.situation).toBe('grief');
});

test('a landlord who wants a tenant out is told of no foreclosure', () => {
  const text = 'do you do evictions? my tenant stopped paying and I want to evict him before christmas';
  expect(said(firstState(), text).state.situation).not.toBe('money-trouble');
});

test.each([
  'my husband will sign the agreement, what do you need up front',
  'do I need the bank letter before the visit or after',
])('"%s" is no trouble with money', (text) => {
  expect(onPage(text).state.situation).toBe('none');
});

test('somebody who tells at length what they came for is not asked whether they buy or sell', () => {
  const text = 'hola mi departamento no tiene calefaccion desde el domingo y el landlord no contesta, tengo un bebe';
  expect(said(firstState(), text).state.asked?.question).not.toBe('intent');
  expect(said(firstState(), 'hello there').state.asked?.question).toBe('intent');
});

test('after an offer a sum is another one, and no budget', () => {
  const offered = onPage('I offer 740 cash, close in 10 days').state;
  const { state, effects } = said(offered, 'ok 755, thats it', { ...pack, listing: home });
  expect(state.slots.budget?.value).toBeUndefined();
  expect(effects).toContainEqual(expect.objectContaining({ kind: 'alert', alert: 'offer-made' }));
});

test.each([
  'our max is like 690 but dont tell them that',
  'can we see it inside tomorrow after 5:30 first?',
  'wait scratch the 650. dont send anything!',
  'call me at 512 555 0143',
])('after an offer, "%s" is no other one', (text) => {
  const offered = onPage('I offer 740 cash, close in 10 days').state;
  const { effects } = said(offered, text, { ...pack, listing: home });
  expect(effects).not.toContainEqual(expect.objectContaining({ kind: 'flag', flag: 'offer-made' }));
});

test('after a wish for deletion no words meet silence', () => {
  const { state } = said(firstState(), 'delete my data please');
  for (const text of ["trent@example.com, and don't use it for anything else", 'and the calls. stop those too'])
    expect(said(state, text).effects.map(({ kind }) => kind)).toContain('reply');
});

test('an agent elsewhere, and nobody signed here, turns no buyer away', () => {
  const text = "My agent in California told me I need someone local. I don't have anyone signed, I'd be open to it";
  expect(onPage(text).state.told).not.toContain('has-agent');
});

test('more cash for somebody who was warned of is warned of again', () => {
  const first = said(firstState(), 'ya le mandé 800 por zelle de apartado anoche');
  const next = said(first.state, 'dice que me da las llaves hoy a las 5 si le llevo otros 1000 en efectivo');
  expect(next.effects.some(({ kind }) => kind === 'alert' || kind === 'reply')).toBe(true);
  expect(next.state.said.stopPayment).toBeGreaterThan(first.state.said.stopPayment ?? 0);
});

test('a license number is no sum', () => {
  expect(readMoney('license 0555123 if you need it', { bare: true })).toBeNull();
  expect(readMoney('0.5m', { bare: true })).not.toBeNull();
});
