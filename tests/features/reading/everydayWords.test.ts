import { describe, expect, test } from 'vitest';
import { readSpeechAct } from '../../../src/features/reading/dialogue/readSpeechAct.ts';
import { type Errand, readErrand } from '../../../src/features/reading/home/readErrand.ts';
import { readHomeWishes } from '../../../src/features/reading/home/readHomeWishes.ts';
import { readIntent } from '../../../src/features/reading/person/readIntent.ts';

const areas = ['Concord', 'Fremont', 'Oakland', 'Berkeley', 'San Jose'];
const beds = 'How many bedrooms do you need?';
const baths = 'How many bathrooms would you like?';
const more = 'Any other needs?';
const found = 'There is Oak Terrace in Concord, the rent is $2,300.';
const offer = 'Would you like to schedule a visit?';

/** The words said to them, their own words, their wishes, and what they are after then. */
const turns: [said: string, text: string, wishes: Record<string, unknown>, errand: Errand, before?: Errand][] = [
  ['', "hey, i'm after a 2 bed flat in Oakland", { area: 'Oakland', beds: 2 }, 'search'],
  ['', 'first time home buyer here, 3 bedrooms in Fremont', { area: 'Fremont', beds: 3 }, 'search'],
  ['', '1br furnished, san jose', { area: 'San Jose', beds: 1, furnished: true }, 'search'],
  ['', '3 bedrooms, two and a half baths', { beds: 3, baths: 2.5 }, 'search'],
  ['', 'Any furnished apartments in Oakland?', { area: 'Oakland', furnished: true }, 'search'],
  ['', 'Not Oakland, Berkeley please', { area: 'Berkeley' }, 'search'],
  ['', 'we rent now and our lease is up, we want to buy', {}, 'search'],
  [beds, 'just the one', { beds: 1 }, 'search'],
  [beds, 'A pair of bedrooms', { beds: 2 }, 'search'],
  [beds, "We'd be happy with 2", { beds: 2 }, 'search'],
  [beds, '2 beds and as many baths', { beds: 2, baths: 2 }, 'search'],
  [beds, 'we have 2 kids', {}, 'search'],
  [beds, 'that one is fine', {}, 'search'],
  ['', 'Looking 4 a 3 bdrm place', { beds: 3 }, 'search'],
  ['Does it need to have a garage?', 'it does', { garage: true }, 'search'],
  [found, 'Is it unfurnished?', {}, 'search'],
  [found, 'Please arrange for me to view it on the 4th', { day: 'the 4th' }, 'visit'],
  [baths, 'idk maybe three', { baths: 3 }, 'search'],
  [baths, 'one and a half', { baths: 1.5 }, 'search'],
  ['Which city?', "I'd like to live in Seattle", { area: 'Seattle' }, 'search'],
  ['In which area?', 'chicago would be great', { area: 'chicago' }, 'search'],
  ['In which area?', 'that would be great', {}, 'search'],
  ['Do you need a garage?', 'Yep', { garage: true }, 'search'],
  ['Do you need a garage?', 'Not necessary', { garage: false }, 'search'],
  ['Should laundry be in the unit?', 'not really', { laundry: false }, 'search'],
  ['Do you need pets to be allowed?', 'No, not needed', { pets: false }, 'search'],
  [more, 'My bulldog comes with me', { pets: true }, 'search'],
  [more, "no furniture, I've got my own stuff", { furnished: false }, 'search'],
  [more, 'Garage is not important', { garage: false }, 'search'],
  [more, "it doesn't need to be furnished", { furnished: false }, 'search'],
  [found, 'does that one have a garage?', {}, 'search'],
  [found, 'is there one with a garage', { garage: true }, 'search'],
  [found, 'hm, any that allow pets?', { pets: true }, 'search'],
  [found, 'can i pop by on the 3rd of march to look at it', { day: 'the 3rd of march' }, 'visit'],
  [found, 'could someone show me around tomorrow', { day: 'tomorrow' }, 'visit'],
  [found, 'I would like to check the place out in person', {}, 'visit'],
  [offer, 'no thanks, maybe some other time', {}, 'none'],
  [offer, "I'd rather not", {}, 'none'],
  [offer, 'Not yet. Got others?', {}, 'search'],
  ['When do you want to visit?', 'the twelfth', { day: 'the twelfth' }, 'visit', 'visit'],
  ['What day works?', 'this coming Saturday', { day: 'this coming Saturday' }, 'visit', 'visit'],
  ['What else?', 'nothing else, thanks', {}, 'none'],
  // Also once a visit is set, a wish that is asked for or said outright counts.
  [beds, '3', { beds: 3 }, 'visit', 'visit'],
  ['Done, the visit is booked.', 'we need 4 bedrooms, by the way', { beds: 4 }, 'visit', 'visit'],
  ['Done, the visit is booked.', 'the 3 bedroom one in Concord, right?', {}, 'visit', 'visit'],
];

describe('wishes and errands in everyday words', () => {
  test.each(turns)('%s | %s', (said, text, wishes, errand, before = said === '' ? undefined : 'search') => {
    const heard = readErrand(text, { before, said });
    expect(heard).toBe(errand);
    const read = readHomeWishes(text, { areas, said, errand: heard });
    const values = Object.entries({ ...read, ...read.amenities, amenities: null }).flatMap(([name, one]) => {
      if (one === null || one === undefined) return [];
      return [[name, name === 'day' ? text.slice(one.start, one.end) : one.value]];
    });
    expect(Object.fromEntries(values)).toEqual(wishes);
  });
});

describe('buying, selling or neither, in everyday words', () => {
  test.each([
    ['what could I get for my condo?', 'sell'],
    ['need to unload a property fast', 'sell'],
    ["can you sell my mom's house for us", 'sell'],
    ['I inherited a duplex and want it sold', 'sell'],
    ['what would my townhome go for?', 'sell'],
    ["can you tell me my home's value", 'sell'],
    ['could you come value my property?', 'sell'],
    ['thinking about putting it on the market', 'sell'],
    ['looking to upgrade to a 4 bedroom house', 'buy'],
    ['quisiera poner mi casa en venta', 'sell'],
    ['¿cuánto me darían por mi casa?', 'sell'],
    ['my husband and I are in the market for a bigger house', 'buy'],
    ['my daughter needs a condo near campus', 'buy'],
    ['we saw your listing and would like to put in an offer', 'buy'],
    ["I'd like to tour some homes this weekend", 'buy'],
    ['We need to sell our current home before we can buy the next one', 'both'],
    ["never mind, we'll just rent for now", 'rent'],
    ['do you have rentals?', 'rent'],
    ["forget selling, we'll keep it", undefined],
    ['we rent now and our lease is up in March', undefined],
    ['why are the owners selling?', undefined],
    ["we're not buying right now", undefined],
    ['just listening', undefined],
  ])('%s → %s', (text, intent) => expect(readIntent(text)?.value).toBe(intent));
});

describe('the acts of a message in everyday words', () => {
  test.each([
    ['not very helpful', 'opinion'],
    ['great chatbot', 'opinion'],
    ['hi, nice meeting you', 'greeting'],
    ['any flats available in nha trang?', 'search'],
    ['yessir', 'yes'],
    ['not really', 'no'],
    ['around 5 bedrooms', 'statement'],
    ['tonight at 8', 'appointment'],
  ])('%s → %s', (text, act) => expect(readSpeechAct(text)).toBe(act));
});
