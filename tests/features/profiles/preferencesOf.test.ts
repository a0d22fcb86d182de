import { expect, test } from 'vitest';
import type { PreferenceName } from '../../../src/contract/rest/preferences.ts';
import { preferencesOf, type Talked } from '../../../src/features/profiles/preferences/preferencesOf.ts';
import { answered, linesFrom } from '../../support/talk.ts';

const of = (change: Partial<Talked>) => preferencesOf({ slots: {}, language: 'en', lines: [], ...change });
const one = (name: PreferenceName, change: Partial<Talked>) => of(change).find((found) => found.name === name) ?? null;
/** The words that the evidence of a preference points at. */
const wordsOf = (name: PreferenceName, lines: Talked['lines']) =>
  one(name, { lines })?.evidence.map(({ seq, start, end }) =>
    lines.find((line) => line.seq === seq)?.text.slice(start, end),
  );

test('of somebody who said nothing, and of one polite question, nothing is preferred', () => {
  expect(of({})).toEqual([]);
  expect(of({ lines: linesFrom('bot: Hi, how much can you spend?', 'agent: Too expensive?') })).toEqual([]);
  expect(of({ lines: linesFrom('lead: ok') })).toEqual([]);
  expect(one('price', { lines: linesFrom('lead: how much is it?') })).toBeNull();
});

test('who asks about price first is told so by the count of their questions, each with its words', () => {
  const lines = linesFrom(
    'lead: Hi. How much is it?',
    'bot: $549,000.',
    'lead: What are the taxes?',
    'lead: Does it have a garage?',
    'lead: Is there an HOA fee?',
  );
  expect(one('price', { lines })).toMatchObject({
    value: 'Asks about price first',
    why: '3 of 4 questions were about price or costs, the first one too.',
  });
  expect(wordsOf('price', lines)).toEqual(['How much is it?', 'What are the taxes?', 'Is there an HOA fee?']);
});

test('questions on price that are the fewer half are nobody’s preference, and half of them that came later are often', () => {
  const others = ['lead: Does it have a garage?', 'lead: How many bedrooms?', 'lead: When was it built?'];
  const onPrice = ['lead: How much is it?', 'lead: What are the taxes?'];
  expect(one('price', { lines: linesFrom(...others, ...onPrice) })).toBeNull();
  expect(one('price', { lines: linesFrom(...others.slice(1), ...onPrice) })).toMatchObject({
    value: 'Often asks about price',
    why: '2 of 4 questions were about price or costs.',
  });
});

test('the tone is read from four written messages on, and not from what was spoken', () => {
  const brief = linesFrom('lead: ok', 'lead: 3 beds', 'lead: yes', 'lead: by spring');
  expect(one('tone', { lines: brief.slice(1) })).toBeNull();
  expect(one('tone', { lines: brief })).toMatchObject({
    value: 'Brief',
    why: '4 of their 4 messages have at most 2 words.',
    adapts: 'Messages to them stay short.',
  });
  expect(one('tone', { lines: brief.map((line) => ({ ...line, log: 'internal:c1' })) })).toBeNull();
  const long = `lead: ${'we have been looking for a while '.repeat(5)}`;
  expect(one('tone', { lines: linesFrom(long, long, long, long) })?.value).toBe('Detailed');
  const plain = 'lead: we would like to see it on Saturday if that works';
  expect(one('tone', { lines: linesFrom(plain, plain, plain, plain) })).toBeNull();
});

test('the way, the hours, and the must-haves are those that they named, with their words', () => {
  const evidence = [{ log: 'public:c1', seq: 2, start: 0, end: 4 }];
  const slots = {
    contactBy: answered('text', evidence),
    timeOfDay: answered('evening', evidence),
    limits: answered('after 17:00', evidence),
    features: answered(['pool', 'wood-floors'], evidence),
  };
  expect(of({ slots }).map(({ name, value }) => [name, value])).toEqual([
    ['channel', 'Text'],
    ['hours', 'Evening; after 17:00'],
    ['must-haves', 'Pool, wood floors'],
  ]);
  expect(one('channel', { slots })?.evidence).toEqual(evidence);
  const declined = { contactBy: { ...answered(null), state: 'declined' as const } };
  expect(of({ slots: declined })).toEqual([]);
});

test('what they object to is named once each, with how often it was raised', () => {
  const lines = linesFrom('lead: that is too expensive', 'lead: not ready yet', 'lead: still too expensive');
  expect(one('objections', { lines })).toMatchObject({
    value: 'What homes cost; timing',
    why: 'Raised 3 times.',
  });
  expect(wordsOf('objections', lines)).toEqual(['too expensive', 'not ready yet', 'too expensive']);
});

test('the language is the one that their words are in', () => {
  const lines = linesFrom('lead: hola, busco una casa', 'lead: 512-555-0143');
  expect(one('language', { language: 'es', lines })).toMatchObject({ value: 'Spanish', evidence: [{ seq: 1 }] });
  expect(one('language', { language: 'es', lines: lines.slice(1) })).toBeNull();
});

/** Each pair differs in nothing but who somebody is. */
const pairs: readonly (readonly [string, string])[] = [
  ['We are looking for a home', 'We are a Hispanic family looking for a home'],
  ['Is it quiet?', 'My son has autism, is it quiet?'],
  ['Can I see it Saturday?', 'After church, can I see it Saturday?'],
  ['I have to run it by my brother', 'I have to run it by my wife'],
  ['How much is it? I have savings', 'How much is it? I have a Section 8 voucher'],
];
test.each(pairs)('“%s” and “%s” make the same preferences', (plain, telling) => {
  const listOf = (text: string) =>
    of({
      lines: linesFrom(
        `lead: ${text}`,
        'lead: What are the taxes on this one in a year?',
        'lead: Is there an HOA, and what is its monthly fee?',
        'lead: Does it have a garage, or parking on the street?',
      ),
    }).map(({ name, value, why }) => [name, value, why]);
  expect(listOf(telling)).toEqual(listOf(plain));
});

test('a wish that can stand for a disability or age, or that names a place of worship, is no must-have', () => {
  const wishes = ['one-story', 'main-downstairs', 'elevator', 'near a mosque', 'no kids around'];
  expect(of({ slots: { features: answered(wishes) } })).toEqual([]);
  expect(one('must-haves', { slots: { features: answered([...wishes, 'pool']) } })?.value).toBe('Pool');
});
