import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../src/features/reading/dialogue/readQuestion.ts';
import { readRequests } from '../../../src/features/reading/dialogue/readRequests.ts';
import { readSpeechAct, tellsOfThemselves } from '../../../src/features/reading/dialogue/readSpeechAct.ts';
import { readYesNo } from '../../../src/features/reading/dialogue/readYesNo.ts';
import { readAskedFacts } from '../../../src/features/reading/home/readAskedFacts.ts';
import { readBeds } from '../../../src/features/reading/home/readBeds.ts';
import { readCondition } from '../../../src/features/reading/home/readCondition.ts';
import { readErrand } from '../../../src/features/reading/home/readErrand.ts';
import { readHomeKind } from '../../../src/features/reading/home/readHomeKind.ts';
import { readHomeSearch } from '../../../src/features/reading/home/readHomeSearch.ts';
import { readHomeWishes } from '../../../src/features/reading/home/readHomeWishes.ts';
import { readMoney } from '../../../src/features/reading/numbers/readMoney.ts';
import { readOptOut } from '../../../src/features/reading/optOut/readOptOut.ts';
import { readContact } from '../../../src/features/reading/person/readContact.ts';
import { readFinancing } from '../../../src/features/reading/person/readFinancing.ts';
import { readIntent } from '../../../src/features/reading/person/readIntent.ts';
import { readMotivation } from '../../../src/features/reading/person/readMotivation.ts';
import { isSpam } from '../../../src/features/reading/person/readRole.ts';
import { readShowingPath } from '../../../src/features/reading/person/readShowingPath.ts';
import { readTenure } from '../../../src/features/reading/person/readTenure.ts';
import { readAddress } from '../../../src/features/reading/place/readAddress.ts';
import { readArea } from '../../../src/features/reading/place/readArea.ts';
import { readWantedPlaces } from '../../../src/features/reading/place/readWantedPlaces.ts';
import { readLanguage } from '../../../src/features/reading/text/readLanguage.ts';
import { readDay } from '../../../src/features/reading/time/readDay.ts';
import { callsOff, movesTime, plansTime, prefersTime } from '../../../src/features/reading/time/readPlans.ts';
import { readTimeline } from '../../../src/features/reading/time/readTimeline.ts';
import { readTimeOfDay } from '../../../src/features/reading/time/readTimeOfDay.ts';
import { growthOf } from '../../support/growthOf.ts';

const areas = ['Hyde Park', 'East Austin', 'RC', 'Round Rock'];

describe('yes and no', () => {
  test.each([
    ['yes', true],
    ['S06: no problem', true],
    ['that works for me', true],
    ['sí, 30 días está bien', true],
    ['no', false],
    ['not yet', false],
    ["can't do 30", false],
    ['too fast for us', false],
    ["I don't know", null],
    ['maybe', null],
    ['the kitchen is blue', null],
  ])('%s', (text, expected) => expect(readYesNo(text)?.value ?? null).toBe(expected));
});

describe('financing', () => {
  test.each([
    ['pre-approved for 525k', 'pre-approved'],
    ['B03: not pre-approved yet', 'none'],
    ['B03: no cash', null],
    ['we pay cash', 'cash'],
    ['B09: cash investor under 400k', 'cash'],
    ['B10: I think I can qualify, no lender yet', 'none'],
    ['getting pre-approved this week', 'in-progress'],
    ['do I need to be pre-approved?', null],
  ])('%s', (text, expected) => expect(readFinancing(text)?.value ?? null).toBe(expected));
  test('a bare yes or no answers only the question about a lender', () => {
    expect(readFinancing('yes')).toBeNull();
    expect(readFinancing('yes', { asked: true })?.value).toBe('pre-approved');
    expect(readFinancing('nope', { asked: true })?.value).toBe('none');
    expect(readFinancing('pets ok? got a cat', { asked: true })).toBeNull();
    for (const text of [
      'yes please, book it',
      'yeah i can do saturday',
      'credit score is 640 is that ok',
      "he's got a va loan",
    ])
      expect(readFinancing(text, { asked: true }), text).toBeNull();
  });
});

describe('area', () => {
  test.each([['B04: wants to purchase'], ['B04: searching in March'], ['researching']])('%s holds no RC', (text) =>
    expect(readArea(text, areas)).toBeNull(),
  );
  test('a listed area in any case, with its span', () => {
    const text = 'something in hyde park please';
    const read = readArea(text, areas);
    expect(read?.value).toBe('Hyde Park');
    expect(read && text.slice(read.start, read.end)).toBe('hyde park');
  });
  test.each([
    ['we like the east side', 'East Austin'],
    ['en el este de Austin', 'East Austin'],
    ['far east please', 'East Austin'],
    ['not the east side', null],
  ])('"%s" is the part of town that the list calls so', (text, expected) =>
    expect(readArea(text, areas)?.value ?? null).toBe(expected),
  );
  test('own words count only when asked', () => {
    expect(readArea('near downtown', areas)).toBeNull();
    expect(readArea('near downtown', areas, { asked: true })?.value).toBe('downtown');
    expect(readArea('yes', areas, { asked: true })).toBeNull();
  });
});

describe('intent', () => {
  test.each([
    ['sell', 'sell'],
    ['Hi, I want to sell my house', 'sell'],
    ['I want to sell in Hyde Park', 'sell'],
    ["what's my home worth?", 'sell'],
    ['I just want to know what my house is worth for a refinance', null],
    ['quiero vender mi casa', 'sell'],
    ['I want to buy', 'buy'],
    ["I'm looking for a 3 bedroom house", 'buy'],
    ['L06: I need to sell my house and buy a bigger one', 'both'],
    ['both', 'both'],
    ['looking to rent an apartment', 'rent'],
    ['just looking', 'browse'],
    ['can I see your listings?', null],
    ['why are they selling?', null],
    ['is the seller motivated?', null],
    ["I'm not selling", null],
    ["I don't know", null],
    ['L03: just listening', null],
    ['try another day, time or both', null],
  ])('%s → %s', (text, expected) => expect(readIntent(text)?.value ?? null).toBe(expected));
});

describe('beds', () => {
  test.each([
    ['3/2 with a yard', 3, 2],
    ['three bedroom', 3, null],
    ['2-3 beds and 2.5 baths', 2, 2.5],
    ['a studio', 0, null],
    ['3 recámaras', 3, null],
    ['nice house', null, null],
    ['by 3/15', null, null],
  ])('%s', (text, beds, baths) => {
    const read = readBeds(text);
    expect([read.beds?.value ?? null, read.baths?.value ?? null]).toEqual([beds, baths]);
  });
  test('a bare number only when asked', () => {
    expect(readBeds('3').beds).toBeNull();
    expect(readBeds('at least 3', { asked: true }).beds?.value).toBe(3);
  });
});

describe('S07 condition', () => {
  test.each([
    ['good shape', 'move_in_ready'],
    ['great, renovated kitchen', 'move_in_ready'],
    ['a fixer, needs everything', 'major_repairs'],
    ['updated kitchen but the roof leaks', 'needs_work'],
    ['recently divorced', null],
    ['the owner is 70 years old', null],
    ['no work needed', 'move_in_ready'],
    ["it's pretty beat up", 'needs_work'],
    ['it needs new carpet', 'needs_work'],
    ['the kitchen is from the 70s', 'needs_work'],
    ['necesita pintura y alfombra nueva', 'needs_work'],
    ['está en buen estado', 'move_in_ready'],
    ['está bien cuidada', 'move_in_ready'],
  ])('%s → %s', (text, expected) => expect(readCondition(text)?.value ?? null).toBe(expected));
});

describe('motivation', () => {
  test.each([
    ['S10: counsel for the estate asks for disclosure', null],
    ['S10: I work in real estate', null],
    ["S10: we sell my late father's estate", 'inherited'],
    ['S10: it is in probate', 'inherited'],
    ['S02: thinking about selling', null],
    ['es de mis papás, fallecieron', 'inherited'],
    ['I might lose the house', 'financial'],
    ['my mom moves into assisted living', 'downsizing'],
    ['to be closer to the grandkids', 'relocation'],
    ['relocating for work', 'relocation'],
    ['second baby, the house is too small', 'upgrading'],
    ['S25: we are getting divorced', 'divorce'],
  ])('%s → %s', (text, expected) => expect(readMotivation(text)?.value ?? null).toBe(expected));
});

describe('address', () => {
  test.each([
    ['123 Maple Street', '123 Maple Street'],
    ['it is 1204 E 7th St, Austin', '1204 E 7th St, Austin'],
    ['Calle 5 número 220', 'Calle 5 número 220'],
    ['Calle Hidalgo #45', 'Calle Hidalgo #45'],
    ['we are at 4521 FM 812', '4521 FM 812'],
    ['1180 County Road 200', '1180 County Road 200'],
    ['S05: 78704', null],
    ['100 people stand here', null],
    ['30 days is a long way', null],
  ])('%s', (text, expected) => expect(readAddress(text)?.value ?? null).toBe(expected));
});

describe('day and time of day', () => {
  test.each([
    ['next Tuesday', 'next Tuesday'],
    ['Saturday at 9am', 'Saturday'],
    ['already told you on Monday', null],
    ["I have a wedding on Friday, let's do Saturday", 'Saturday'],
    ['this week works', 'this week'],
    ['el martes', 'Tuesday'],
    ['the day after tomorrow', 'the day after tomorrow'],
    ['Monday is everyday life', 'Monday'],
    ["I don't know", null],
  ])('%s → %s', (text, expected) => expect(readDay(text)?.value ?? null).toBe(expected));
  test.each([
    ['Good morning!', null],
    ['mornings', 'morning'],
    ['at 1 pm', '1 pm'],
    ['around 13:30', '13:30'],
    ['por la tarde', 'afternoon'],
    ['any time', 'any time'],
  ])('%s → %s', (text, expected) => expect(readTimeOfDay(text)?.value ?? null).toBe(expected));
});

describe('C01 opt-outs', () => {
  test.each([
    ['STOP'],
    ['stop'],
    ['Stop!!'],
    [' S T O P '],
    ['stop 🛑'],
    ['please stop'],
    ['Unsubscribe'],
    ['opt out'],
    ['OPT-OUT'],
    ['quit'],
    ['PARAR'],
    ['alto'],
    ['baja'],
    ['C04: fuck off and stop messaging me'],
    ['stop texting me'],
    ["don't contact me again"],
    ['remove me from your list'],
    ['leave me alone'],
    ['no more messages'],
    ['no me escriban'],
    ['wrong number'],
  ])('%j', (text) => expect(readOptOut(text)).not.toBeNull());
  test.each([
    ['C02: stop by Tuesday'],
    ['C02: no more than 600k'],
    ['C02: no más de 500 mil'],
    ['C02: cancel my lease'],
    ['C02: this weekend'],
    ['C02: November'],
    ['C02: best option'],
    ['C02: kitchen oven'],
    ['C02: not interested in fixers'],
    ["I can't stop thinking about that house"],
    ["don't call me before 5"],
    ['is it a one-stop shop?'],
  ])('%j is none', (text) => expect(readOptOut(text)).toBeNull());
  test('C28: "cancel" means the appointment once one stands', () => {
    expect(readOptOut('cancel')).not.toBeNull();
    expect(readOptOut('cancel', { cancelIsAppointment: true })).toBeNull();
    expect(readOptOut('stop', { cancelIsAppointment: true })).not.toBeNull();
  });
});

describe('requests', () => {
  test.each([
    ['C10: can I talk to a real person?'],
    ['can I get someone on the phone tonight?'],
    ['I want to speak with someone'],
    ['human please'],
    ['agent'],
    ['quiero hablar con una persona'],
    ['are you a bot or can I talk to a real person?'],
    ['Are you a robot? I want a real person'],
  ])('%s asks for a person', (text) => expect(readRequests(text).person).toBe(true));
  test.each([
    ['I will talk to my husband'],
    ['is there an agent fee?'],
    ['are you a bot?'],
    ['a real kitchen'],
    ['Are you a robot or a real person?'],
    ['am I talking to a bot or a real human'],
    ['¿Eres un robot o una persona real?'],
  ])('%s does not', (text) => expect(readRequests(text).person).toBe(false));
  test.each([['are you a bot?'], ['Am I talking to a real person?'], ['is this an AI'], ['¿eres un robot?'], ['bot?']])(
    'C09: %s is a question about the AI',
    (text) => expect(readRequests(text).isAi).toBe(true),
  );
  test.each([['you seem like a robot'], ['robot vacuum included?'], ['is it real wood?']])('C09: %s is none', (text) =>
    expect(readRequests(text).isAi).toBe(false),
  );
  test('C08: a wish to have data deleted', () => expect(readRequests('please delete my data').deletion).toBe(true));
  test.each([
    ['I would like to schedule a viewing'],
    ['can I see it Saturday?'],
    ['can I stop by on Tuesday to see the house?'],
  ])('%s wants a viewing', (text) => expect(readRequests(text).viewing).toBe(true));
});

describe('question, contact, language', () => {
  const none = () => false;
  test.each([
    ['how old is the roof?', 'how old is the roof?'],
    ['Looks nice. Is it still available', 'Is it still available'],
    ['hello?', null],
    ['how are you?', null],
    ['I want to buy', null],
    ['HOA?', 'HOA?'],
  ])('%s', (text, expected) => expect(readQuestion(text, none)?.value ?? null).toBe(expected));
  test('contact details as they were given', () => {
    const read = readContact("I'm Ana Ruiz, 512-555-0101 or ana@example.com");
    expect([read.name?.value, read.phone?.value, read.email?.value]).toEqual([
      'Ana Ruiz',
      '512-555-0101',
      'ana@example.com',
    ]);
  });
  test.each([["I'm looking"], ["I'm Looking For A House"], ['I am not sure'], ['this is great']])(
    '%s is no name',
    (text) => expect(readContact(text).name).toBeNull(),
  );
  test('the language is sticky: "ok" does not turn it', () => {
    expect(readLanguage('hola, quiero vender mi casa', 'en', true)).toBe('es');
    expect(readLanguage('ok', 'es', false)).toBe('es');
    expect(readLanguage('I would like to know what the house is like', 'es', false)).toBe('en');
    expect(readLanguage('Es que mi mamá no habla inglés.', 'es', false)).toBe('es');
    expect(readLanguage("My mother doesn't speak Spanish", 'en', false)).toBe('en');
    expect(readLanguage('¿Habla inglés?', 'es', false)).toBe('en');
    expect(readLanguage('Do you not speak Spanish?', 'en', false)).toBe('es');
    expect(readLanguage("I don't speak Spanish, English please", 'es', false)).toBe('en');
    expect(readLanguage('Do you speak Spanish?', 'en', false)).toBe('es');
  });
});

test('the cost of every reader grows with the length of hostile text, not with its square', () => {
  const hostile = [
    'a '.repeat(2000),
    '1'.repeat(4000),
    '1,'.repeat(2000),
    '$'.repeat(4000),
    '1 a '.repeat(1000),
    'no '.repeat(1333),
    'can you '.repeat(500),
    'want a '.repeat(570),
    '1 maple '.repeat(500),
    'i have on '.repeat(400),
    'a@a.'.repeat(1000),
    '512-'.repeat(1000),
    ' '.repeat(4000),
    '?!.'.repeat(1333),
    'Aa Bb '.repeat(660),
    'stop messaging '.repeat(266),
    'talk to a '.repeat(400),
    'talk to to to to '.repeat(230),
    '1-1-1-'.repeat(666),
    'x'.repeat(4000),
    '!'.repeat(4000),
    'is it there '.repeat(330),
    'want to see '.repeat(330),
    'how are you '.repeat(330),
    'the 1st of '.repeat(360),
    'i have not before '.repeat(220),
    'show the trend of '.repeat(220),
  ];
  const readers: ((text: string) => unknown)[] = [
    (text) => readMoney(text, { bare: true }),
    (text) => readBeds(text, { asked: true }),
    (text) => readTimeline(text, { at: '2026-11-21T15:00:00.000Z', asked: true }),
    readYesNo,
    (text) => readFinancing(text, { asked: true }),
    (text) => readArea(text, areas, { asked: true }),
    readIntent,
    readTimeOfDay,
    readDay,
    readRequests,
    readOptOut,
    (text) => readContact(text),
    (text) => readQuestion(text, () => false),
    (text) => readMotivation(text, { asked: true }),
    (text) => readCondition(text, { asked: true }),
    readAddress,
    (text) => readLanguage(text, 'en', true),
    (text) => readHomeWishes(text, { areas, said: text, errand: 'search' }),
    (text) => readErrand(text, { before: 'search', said: text }),
    readAskedFacts,
    readTenure,
    readSpeechAct,
    tellsOfThemselves,
    isSpam,
    readHomeSearch,
    readHomeKind,
    readShowingPath,
    callsOff,
    movesTime,
    plansTime,
    prefersTime,
    (text) => readWantedPlaces(text, { cities: areas, asked: true }),
  ];
  const steep: string[] = [];
  for (const [number, read] of readers.entries()) {
    for (const text of hostile) {
      const growth = growthOf(read, text, 8);
      if (growth >= 24) steep.push(`reader ${number} on ${text.slice(0, 12)}: ${growth.toFixed(0)} times`);
    }
  }
  expect(steep).toEqual([]);
});
