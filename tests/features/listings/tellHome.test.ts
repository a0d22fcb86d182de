import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readListings } from '../../../src/features/listings/readListings.ts';
import { lookUpHome } from '../../../src/features/listings/tellHome.ts';

const root = resolve(import.meta.dirname, '../../..');
const csv = readFileSync(resolve(root, 'docs/demo-homes.csv'), 'utf8');
const { listings } = readListings(csv, { source: 'Barton Ridge Realty', asOf: '2026-11-16' });
const home = listings.find(({ listingId }) => listingId === 'demo-zilker-bungalow');
if (!home) throw new Error('the demo home is missing');
const told = (question: string, language: 'en' | 'es' = 'en') => {
  const { told: sentences, lacking } = lookUpHome(question, home, language);
  return [...sentences.map(({ text }) => text), ...lacking.map((what) => `? ${what}`)];
};

describe('the home of the demo page', () => {
  it.each([
    ['when is the open house?', ['Open house: Saturday, 11 AM to 1 PM.']],
    ['is there an open house sunday', ["There's no open house on Sunday. The next one is Saturday, 11 AM to 1 PM."]],
    ['open house saturday?', ['Open house: Saturday, 11 AM to 1 PM.']],
    ['dogs allowed?', ["There's no HOA, so no HOA rule on pets."]],
    ['who is the listing agent', ['The listing agent is Dana Whitfield.']],
    [
      'the 2nd one',
      ['The asking price is $689,000.', 'It has 3 bedrooms and 2 bathrooms.', 'It has 1,640 square feet.'],
    ],
    ['how big is the house', ['It has 1,640 square feet.']],
    ['when was it listed', ['It was listed on November 6, 2026.']],
    ['how long has it been on the market?', ['It was listed on November 6, 2026.']],
    ['are there steps at the door', ['? steps']],
    ['can I rent it out on airbnb?', ['? rental rules']],
    ['what are the HOA rules', ["There's no HOA, so no HOA fee."]],
    ['is there an HOA?', ["There's no HOA, so no HOA fee."]],
    ['how much are the taxes', ['The property taxes are $12,470 a year.']],
    ['what does that come to per square foot?', ['The asking price comes to about $420 per square foot.']],
    ['how many bedrooms and baths this house has?', ['It has 3 bedrooms and 2 bathrooms.']],
  ])('%s', (question, answer) => expect(told(question)).toEqual(answer));

  it('is told of in Spanish, the file’s own words quoted', () => {
    expect(told('cuándo es el open house', 'es')).toEqual(['Open house, según la ficha: "Saturday, 11 AM to 1 PM".']);
    expect(told('quién es el agente de la casa?', 'es')).toEqual(['La casa la lleva Dana Whitfield.']);
  });

  it('a wish to hear more of a home is met with its price, rooms, and size, and a joke is none', () => {
    expect(lookUpHome('tell me more about the second one', home, 'en').told).toHaveLength(3);
    expect(lookUpHome('tell me a joke about HOAs', home, 'en').told).not.toHaveLength(3);
  });

  it('says what its steps and its rules are where they are on file', () => {
    const full = { ...home, steps: 'two at the front door', rentalRules: 'no rentals under 30 days' };
    expect(lookUpHome('any steps?', full, 'en').told.map(({ text }) => text)).toEqual([
      'Steps: two at the front door.',
    ]);
    expect(lookUpHome('could i airbnb it', full, 'en').told.map(({ text }) => text)).toEqual([
      'Rental rules: no rentals under 30 days.',
    ]);
  });

  it('takes nobody’s next steps for stairs', () => {
    for (const question of ['what are the next steps', 'what is the first step?', 'what steps do I take to buy'])
      expect(told(question)).not.toContain('? steps');
  });

  it.each([
    [
      'demo-downtown-highrise',
      'which way does the balcony face, afternoons hot?',
      ['The listing says: A corner unit on the nineteenth floor with a balcony facing south and west.', '? the rest'],
    ],
    ['demo-round-rock-two-story', 'VA loan ok on sorrel gate?', []],
    ['demo-cherrywood-duplex', 'Whats the showing procedure for Wickery, lockbox?', []],
    ['demo-oak-hill-limestone', 'How many bedrooms are there?', ['It has 4 bedrooms.']],
    [
      'demo-oak-hill-limestone',
      'How many bedrooms on the ground floor?',
      ['The listing says: Two bedrooms downstairs.', '? the rest'],
    ],
    ['demo-mueller-condo', 'does it have a patio?', ['The listing says: Patio of 80 sqft.']],
    // A list of names asks for each of them.
    ['demo-mueller-yard-house', 'beds baths sqft', ['It has 4 bedrooms and 3 bathrooms.', 'It has 2,460 square feet.']],
    ['demo-mueller-yard-house', '2 bed 2 bath?', ['It has 4 bedrooms and 3 bathrooms.']],
    [
      'demo-mueller-yard-house',
      'solar panels, owned or leased. and whats the hoa for',
      ['The listing says: Solar panels, 6.1 kW, owned.', 'The HOA fee is $98 a month.', '? what the fee covers'],
    ],
    ['demo-cherrywood-duplex', 'tenants in place?', ['The listing says: Both sides will be vacant at closing.']],
    // Where the bedrooms are is not how many there are.
    ['demo-avery-ranch-two-story', 'bedrooms upstairs?', ['? which floor the bedrooms are on']],
    // One word in common is no answer.
    ['demo-downtown-highrise', 'Any special assessments or litigation in the building?', []],
    ['demo-mueller-yard-house', 'does it get loud with the park right there', []],
    [
      'demo-holly-condo',
      'and 1600 Cypress Yard?',
      ['The asking price is $369,000.', 'It has 1 bedroom and 1 bathroom.', 'It has 742 square feet.'],
    ],
    ['demo-holly-condo', 'is the cypress yard one pet friendly', ['Yes, pets are allowed.']],
  ])('%s: "%s" is answered with what is on file, and no more is claimed', (listingId, question, answer) => {
    const asked = listings.find((one) => one.listingId === listingId);
    if (!asked) throw new Error('the demo home is missing');
    const { told: sentences, lacking } = lookUpHome(question, asked, 'en');
    expect([...sentences.map(({ text }) => text), ...lacking.map((what) => `? ${what}`)]).toEqual(answer);
  });

  it('tells the size of a part that the file measures, and not that of the home', () => {
    const said = told('how big is the studio and does it have heat').join(' ');
    expect(said).toMatch(/180[- ]sq/);
    expect(said).not.toContain('1,640');
  });

  it('tells of floors to a question on stairs, and of a large lot in acres', () => {
    expect(told('is it a lot of stairs?').join(' ')).toContain('one-story');
    const ranch = { ...home, lotSqft: 46_609 };
    expect(lookUpHome('how big is the lot', ranch, 'en').told[0]?.text).toBe(
      'The lot has 46,609 square feet, about 1.07 acres.',
    );
  });

  it('finds a part that only the description names', () => {
    const kitchen = {
      ...home,
      features: [],
      description: 'A bungalow of 1940 with the original kitchen and new floors.',
    };
    expect(
      lookUpHome('is the kitchen original', kitchen, 'en')
        .told.map(({ text }) => text)
        .join(' '),
    ).toContain('original kitchen');
  });

  it('agrees with the page that shows it', () => {
    const page = readFileSync(resolve(root, 'client/demo/index.html'), 'utf8');
    expect(page).toContain('<dt>Open house</dt><dd>Saturday, 11 AM to 1 PM</dd>');
    expect(home.openHouses).toEqual(['Saturday, 11 AM to 1 PM']);
    expect(page).toContain(`<h2 id="agent-name">${home.listingAgent}</h2>`);
    expect(page).toContain('Listed November 6, 2026');
    expect(home.listedOn).toBe('2026-11-06');
    expect(page).toContain('$12,470 a year');
    expect(listings.every(({ lat, lng }) => lat !== undefined && lng !== undefined)).toBe(true);
  });
});
