import { describe, expect, test } from 'vitest';
import { readRequests } from '../../../src/features/reading/dialogue/readRequests.ts';
import { readYesNo } from '../../../src/features/reading/dialogue/readYesNo.ts';
import { readBeds } from '../../../src/features/reading/home/readBeds.ts';
import { readCondition } from '../../../src/features/reading/home/readCondition.ts';
import { readMoney } from '../../../src/features/reading/numbers/readMoney.ts';
import { readFinancing } from '../../../src/features/reading/person/readFinancing.ts';
import { readIntent } from '../../../src/features/reading/person/readIntent.ts';
import { readMotivation } from '../../../src/features/reading/person/readMotivation.ts';
import { readArea } from '../../../src/features/reading/place/readArea.ts';
import { readDay } from '../../../src/features/reading/time/readDay.ts';
import { readTimeline } from '../../../src/features/reading/time/readTimeline.ts';
import { readTimeOfDay } from '../../../src/features/reading/time/readTimeOfDay.ts';

const at = '2026-11-21T15:00:00.000Z';
const dollars = (text: string, meaning: { bare?: boolean; rent?: boolean } = {}) => {
  const money = readMoney(text, meaning)?.value;
  const whole = (cents: number | null) => (cents === null ? null : cents / 100);
  return money ? [whole(money.minCents), whole(money.maxCents)] : null;
};
const days = (text: string, asked = false) => {
  const read = readTimeline(text, { at, asked })?.value;
  return read ? [read.minDays, read.maxDays] : null;
};

describe('money', () => {
  test.each([
    ['S22: what the neighbor got is not what is asked', 'my neighbor sold for 800k so 850', [850_000, 850_000]],
    ['an offer of others', 'they offered 500k, I want 580k', [580_000, 580_000]],
    ['what was paid once', 'we paid 320k in 2015', null],
    ['what is owed', 'I owe 300k but want 450k', [450_000, 450_000]],
    ['a down payment', 'I have 50k down and want to spend 400k', [400_000, 400_000]],
    ['a loan', 'how much income needed for a 250k mortgage', null],
    ['dues', 'a condo with maintenance under $500', null],
    ['a salary', 'I make 120k a year', null],
    ['S08: rather not say', "I'd rather not say", null],
    ['not less than', 'not less than 700k', [700_000, null]],
    ['not over', 'not over 550k', [null, 550_000]],
    ['no more, in other words', "we don't want to spend more than 700k", [null, 700_000]],
    ['no less, in other words', "I won't sell for less than 700k", [700_000, null]],
    ['and above', '700k and above', [700_000, null]],
    ['mill', 'under 1.1 mill', [null, 1_100_000]],
    ['low 700s', 'something in the low 700s', [700_000, 735_000]],
    ['hundred thousand', '4 hundred thousand', [400_000, 400_000]],
    ['C12: a number in JSON', '{"price": 650000}', [650_000, 650_000]],
    ['Spanish words', 'quinientos mil', [500_000, 500_000]],
    ['Spanish half', 'medio millón', [500_000, 500_000]],
    ['Spanish range', 'entre 450 y 500 mil', [450_000, 500_000]],
    ['Spanish limit', 'hasta 600 mil', [null, 600_000]],
    ['Spanish about', 'unos 450 mil', [450_000, 450_000]],
    ['a rent is no price', 'I pay $2,400 a month', null],
  ])('%s', (_name, text, expected) => expect(dollars(text)).toEqual(expected));
  test.each([
    ['rent under 2500/month', [null, 2500]],
    ['apartments between $1500 and $2000', [1500, 2000]],
    ['no more than 2k', [null, 2000]],
    ['2 bedrooms', null],
  ])('by the month: %s', (text, expected) => expect(dollars(text, { rent: true })).toEqual(expected));
});

describe('beds and baths', () => {
  test.each([
    ['3bd/2ba', 3, 2],
    ['3/2/2', 3, 2],
    ['3x2', 3, 2],
    ['24/7', null, null],
    ['open 9/5', null, null],
    ['3 recámaras y 2 baños y medio', 3, 2.5],
    ['una recámara y un baño', 1, 1],
    ['a room for my mother', null, null],
    ['two bed rooms and one bath', 2, 1],
  ])('%s', (text, beds, baths) => {
    const read = readBeds(text);
    expect([read.beds?.value ?? null, read.baths?.value ?? null]).toEqual([beds, baths]);
  });
  test.each([
    ['I think three would be enough', 3],
    ['2 kids', null],
    ['2 bathrooms', null],
  ])('asked for bedrooms: %s', (text, beds) => expect(readBeds(text, { asked: true }).beds?.value ?? null).toBe(beds));
});

describe('timeline', () => {
  test.each([
    ['not before March', [100, null]],
    ["we won't be ready for 6 months", [180, null]],
    ['6 months or more', [180, null]],
    ['half a year', [180, 180]],
    ['en seis semanas', [42, 42]],
    ['en cincuenta días', [50, 50]],
    ['in thirteen months', [390, 390]],
    ['once a month', null],
    ['dentro de 30 días', [0, 30]],
    ['no tengo prisa', [null, null]],
    ['a fin de año', [0, 40]],
    ['no sé todavía', null],
    ['ready to look', null],
    ['flexible', null],
  ])('%s', (text, expected) => expect(days(text)).toEqual(expected));
  test('asked for a time, "flexible" is no hurry', () => expect(days('flexible', true)).toEqual([null, null]));
});

describe('yes and no', () => {
  test.each([
    ['of course not', false],
    ["that's a problem", false],
    ["that's not a problem", true],
    ['probably not', false],
    ['I guess so', true],
    ['no but maybe later', false],
    ['no sé', null],
    ['creo que no', false],
    ['claro que sí', true],
    ['dale', true],
    ['november', null],
  ])('%s', (text, expected) => expect(readYesNo(text)?.value ?? null).toBe(expected));
});

describe('condition', () => {
  test.each([
    ['sell my house, I need a cash offer', null],
    ['we need a bigger place', null],
    ['needs new paint and a little work', 'needs_work'],
    ['we sell it as-is, no repairs needed', 'needs_work'],
    ["nothing's been updated", 'needs_work'],
    ['none of it has been renovated', 'needs_work'],
    ["nothing's wrong with it, it was just updated", 'move_in_ready'],
    ['not in good shape', 'needs_work'],
    ["isn't move-in ready", 'needs_work'],
    ['never updated', 'needs_work'],
    ['no major repairs needed', null],
    ['perfect except the roof', 'needs_work'],
    ['could use some updating', 'needs_work'],
    ['hay que cambiar el techo', 'needs_work'],
  ])('S07: %s → %s', (text, expected) => expect(readCondition(text)?.value ?? null).toBe(expected));
  test('a bare "pretty good" or "not great" answers only the question', () => {
    expect(readCondition('pretty good')).toBeNull();
    expect(readCondition('pretty good', { asked: true })?.value).toBe('move_in_ready');
    expect(readCondition('not great', { asked: true })?.value).toBe('needs_work');
  });
});

describe('motivation', () => {
  test.each([
    ['my neighbor got divorced', null],
    ['tired of being a landlord', 'investment'],
    ['la casa nos queda chica', 'upgrading'],
  ])('%s → %s', (text, expected) => expect(readMotivation(text)?.value ?? null).toBe(expected));
});

describe('financing', () => {
  test.each([
    ['not approved', 'none'],
    ["I'm not sure if I'm pre-approved", null],
    ['still need to talk to a lender', 'none'],
    ["we don't need a mortgage", 'cash'],
    ['waiting for approval', 'in-progress'],
    ['no estoy preaprobado', 'none'],
    ['necesito un préstamo', 'none'],
  ])('B03: %s → %s', (text, expected) => expect(readFinancing(text)?.value ?? null).toBe(expected));
});

describe('intent', () => {
  test.each([
    ['I need to get rid of my house', 'sell'],
    ['do you buy houses for cash?', 'sell'],
    ['how much could I get for my place', 'sell'],
    ['¿cuánto vale mi casa?', 'sell'],
    ['me interesa esta casa', 'buy'],
    ['looking for investment properties', 'buy'],
    ['comprar y vender', 'both'],
    ['no quiero vender', null],
    ['are you serious about selling or wasting our time?', null],
  ])('%s → %s', (text, expected) => expect(readIntent(text)?.value ?? null).toBe(expected));
});

test.each([
  ['delete all data you have on me'],
  ['please erase everything about me'],
  ['remove my information'],
  ['I want you to forget my details'],
  ['borra mis datos'],
])('C08: %s', (text) => expect(readRequests(text).deletion).toBe(true));

describe('area, day and time of day', () => {
  const areas = ['Hyde Park', 'Zilker'];
  test.each([
    ['not hyde park', null],
    ['anywhere but Zilker, maybe Hyde Park', 'Hyde Park'],
    ['I want to live in Hyde Park', 'Hyde Park'],
    ['we live in Zilker', null],
  ])('%s → %s', (text, expected) => expect(readArea(text, areas)?.value ?? null).toBe(expected));
  test('a ZIP code is a place where one was asked for', () => {
    expect(readArea('78704', areas)).toBeNull();
    expect(readArea('78704', areas, { asked: true })?.value).toBe('78704');
  });
  test.each([
    ['the 8th of March', 'the 8th of March'],
    ['Monday of next week', 'next Monday'],
    ['later today', 'today'],
    ["that's all for today", null],
    ['I originally wanted Wednesday, but is Thursday free?', 'Thursday'],
    ['I sat down', null],
    ['the 2nd floor', null],
    ['el 5 de marzo', '5 de marzo'],
  ])('%s → %s', (text, expected) => expect(readDay(text)?.value ?? null).toBe(expected));
  test('a time that is taken is not the one proposed', () =>
    expect(readTimeOfDay('I have a job interview at 6pm, can we try 4 pm?')?.value).toBe('4 pm'));
});

test('the words after "I am" decide: "I am typing slowly here" answers nothing', () => {
  expect(readYesNo('I am typing slowly here')).toBeNull();
  expect(readYesNo('Yes, I am')?.value).toBe(true);
  expect(readYesNo('I am.')?.value).toBe(true);
  expect(readYesNo('we have already')?.value).toBe(true);
});
