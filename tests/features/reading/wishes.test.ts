import { describe, expect, test } from 'vitest';
import { readRequests } from '../../../src/features/reading/dialogue/readRequests.ts';
import { readSpeechAct } from '../../../src/features/reading/dialogue/readSpeechAct.ts';
import { readAmenities } from '../../../src/features/reading/home/readAmenities.ts';
import { readAskedFacts } from '../../../src/features/reading/home/readAskedFacts.ts';
import { readErrand } from '../../../src/features/reading/home/readErrand.ts';
import { readHomeSearch } from '../../../src/features/reading/home/readHomeSearch.ts';
import { readHomeWishes } from '../../../src/features/reading/home/readHomeWishes.ts';
import { readTenure } from '../../../src/features/reading/person/readTenure.ts';

const wishes = (text: string) =>
  Object.fromEntries(Object.entries(readAmenities(text)).map(([amenity, read]) => [amenity, read.value]));

describe('amenities', () => {
  test.each([
    ['I need a garage and in-unit laundry', { garage: true, laundry: true }],
    ['can you find me a furnished place?', { furnished: true }],
    ['are there any other homes that allow pets?', { pets: true }],
    ['we have two dogs', { pets: true }],
    ['busco casa con cochera', { garage: true }],
    ['no pets', { pets: false }],
    ['an unfurnished one, please', { furnished: false }],
    ['is it furnished?', {}],
    ['I have a cat. Are pets allowed?', {}],
    ['can you check whether it has a garage', {}],
    ['something in Los Gatos', {}],
    ['a quiet street', {}],
  ])('%s', (text, expected) => expect(wishes(text)).toEqual(expected));
  test('the span is the word that says it', () => {
    const text = 'Hello! A home with a washer.';
    const { laundry } = readAmenities(text);
    expect(laundry && text.slice(laundry.start, laundry.end)).toBe('washer');
  });
});

describe('facts asked for', () => {
  test.each([
    ['is it still available?', ['available']],
    ['what are the taxes and the HOA?', ['taxes', 'hoa']],
    ['Is it still available? What are the taxes? HOA?', ['available', 'taxes', 'hoa']],
    ['how much are the taxes?', ['taxes']],
    ['how much is the insurance?', []],
    ['how old is the roof?', []],
    ['how big is the lot, and when was it built?', ['lot', 'year']],
    ['¿Sigue disponible? ¿Cuánto son los impuestos y la cuota de la HOA?', ['available', 'taxes', 'hoa']],
    ['¿De qué año es? ¿Tiene aire acondicionado?', ['year', 'heating']],
    ['Great. How many bathrooms, and does it have a garage?', ['baths', 'garage']],
    ["what's the address", ['address']],
    ['could you give me their phone number', ['phone']],
    ['how old is it?', ['year']],
    ['¿cuánto cuesta?', ['price']],
    ['I need three bathrooms', []],
    ['my phone is 512-555-0101', []],
    ['thanks', []],
    ['how much is it and is there an HOA?', ['price', 'hoa']],
    ['how much is the HOA?', ['hoa']],
  ])('%s', (text, expected) => expect(readAskedFacts(text)).toEqual(expected));
});

describe('buying or renting, said outright', () => {
  test.each([
    ['I want to buy', 'buy'],
    ['first time home buyer here, 3 bedrooms in Fremont', 'buy'],
    ['we rent now and our lease is up, we want to buy', 'buy'],
    ['a place to rent', 'rent'],
    ["I can't afford to buy, I need to rent", 'rent'],
    ['we are tired of renting and want to own', 'buy'],
    ['an apartment for $2,500 a month', 'rent'],
    ['how much is the rent?', null],
    ['rent or buy, either', null],
    ['I own a rental', null],
    ['looking for a house', null],
    ['is it for sale?', null],
    ['quiero rentar', 'rent'],
  ])('%s → %s', (text, expected) => expect(readTenure(text)?.value ?? null).toBe(expected));
});

describe('the errand of a visitor', () => {
  const errandOf = (text: string, before?: 'search' | 'visit' | 'none', said = '') =>
    readErrand(text, { before, said });
  test.each([
    ["I'd like to see it on Saturday", 'search', '', 'visit'],
    ['yes please', 'search', 'Would you like to schedule a visit?', 'visit'],
    ['no, not now', 'search', 'Would you like to schedule a visit?', 'none'],
    ['no, show me another one', 'search', 'Would you like to schedule a visit?', 'search'],
    ['no, thanks', 'visit', 'Anything else I can help you with?', 'none'],
    ['no, I want to book the visit', 'search', 'Anything else I can help you with?', 'visit'],
    ['is it furnished?', 'search', 'It has two bedrooms.', 'search'],
    ['thank you so much', 'visit', 'Your visit is scheduled.', 'visit'],
    ['actually, can you find me another house?', 'visit', 'Your visit is scheduled.', 'search'],
    ['Friday', 'search', 'When would you like to go?', 'visit'],
    ["I'd like to see other homes", 'search', '', 'search'],
  ] as const)('%s (after %s, told %j) → %s', (text, before, said, expected) =>
    expect(errandOf(text, before, said)).toBe(expected),
  );
  test('the first words of a talk look for homes unless they say otherwise', () => {
    expect(errandOf('I need a two bedroom')).toBe('search');
    expect(errandOf('can I schedule a showing?')).toBe('visit');
  });
});

describe('a wish to see a home in person', () => {
  test.each([
    "let's schedule a walk through",
    'I need a property visit scheduled on the 8th',
    "Yes, I'd like to visit.",
    'I would like to take a look at it on the 3rd please',
    "I'm interested in setting up a visit next Wednesday",
  ])('"%s" is one', (text) => expect(readRequests(text).viewing).toBe(true));
  test.each([
    "No thanks, I don't want to schedule it now.",
    "I'll schedule it later",
    'what should we bring to the visit?',
    'I am not ready to schedule it right now',
  ])('"%s" is none', (text) => expect(readRequests(text).viewing).toBe(false));
});

describe('wishes for a home', () => {
  const areas = ['Hyde Park', 'Zilker'];
  test('one message, everything in it', () => {
    const read = readHomeWishes('A 3 bed 2 bath in Hyde Park with a garage, to buy', { areas, errand: 'search' });
    expect([read.area?.value, read.beds?.value, read.baths?.value]).toEqual(['Hyde Park', 3, 2]);
    expect(read.amenities.garage?.value).toBe(true);
    expect(read.day).toBeNull();
  });
  test('a bare number answers the question that was asked', () => {
    const bare = (said: string) => {
      const { beds, baths } = readHomeWishes('at least 2', { areas, errand: 'search', said });
      return [beds?.value ?? null, baths?.value ?? null];
    };
    expect(bare('How many bedrooms do you need?')).toEqual([2, null]);
    expect(bare('How many bathrooms do you want?')).toEqual([null, 2]);
    expect(bare('Sounds good.')).toEqual([null, null]);
  });
  test.each([
    ['We would like to buy in the next 2 months, pre-approved up to $650k, 3 bedrooms, Hyde Park'],
    ['our budget is 650k, 3 bedrooms, Hyde Park'],
  ])('who sets a visit and says what they look for is heard: %s', (text) => {
    const { beds, area } = readHomeWishes(text, { areas, errand: 'visit' });
    expect([beds?.value, area?.value]).toEqual([3, 'Hyde Park']);
  });
  test('a visitor who sets a visit names its day and wishes for no rooms', () => {
    const read = readHomeWishes('does it have 2 bedrooms? I can come on the 8th of March', { areas, errand: 'visit' });
    expect([read.beds, read.day?.value]).toEqual([null, 'the 8th of March']);
  });
});

describe('the acts of a message', () => {
  test.each([
    ['good morning', 'greeting'],
    ["hey, how's it going?", 'how-are-you'],
    ['thank you very much', 'thanks'],
    ['talk to you later', 'goodbye'],
    ['yes please', 'yes'],
    ['sounds good', 'agree'],
    ['not really', 'no'],
    ['great service', 'opinion'],
    ['do you have other options?', 'more'],
    ['show me houses near the lake', 'search'],
    ['tomorrow at 5 pm', 'appointment'],
    ['can I talk to the owner', 'person'],
    ['how is the market?', 'market'],
    ['no more than 400k', 'statement'],
    ['three please', 'statement'],
  ])('%s → %s', (text, expected) => expect(readSpeechAct(text)).toBe(expected));
});

describe('a question of what is available means homes or times', () => {
  test.each([
    ["what's available in Hyde Park?", 'search'],
    ["what's available Saturday?", null],
    ['what is available this weekend', null],
  ])('%s', (text, expected) => expect(readHomeSearch(text)).toBe(expected));
});

describe('a question about the home at hand in Spanish is no search for homes', () => {
  test.each([
    ['¿Cuántas recámaras tiene esta casa?', null],
    ['¿Tiene la casa cochera?', null],
    ['¿Hay otras casas en la zona?', 'search'],
    ['¿Tienen casas parecidas a esta casa?', 'search'],
  ])('%s', (text, expected) => expect(readHomeSearch(text)).toBe(expected));
});
