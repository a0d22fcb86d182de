import { describe, expect, test } from 'vitest';
import { buyerQuestions } from '../../../../src/features/bots/flows/buyer/questions.ts';
import { readHomeWishes } from '../../../../src/features/reading/home/readHomeWishes.ts';
import { watched } from '../expectations.ts';
import { answerIn, replyOf, textOf } from '../play.ts';

const usd = (minK: number | null, maxK: number | null) => ({
  minCents: minK === null ? null : minK * 100_000,
  maxCents: maxK === null ? null : maxK * 100_000,
  currency: 'USD',
});
const talk = (...messages: string[]) => {
  const chat = watched();
  for (const message of messages) chat.visitor(message);
  return chat;
};
const evidenceOf = (chat: ReturnType<typeof talk>, slot: string, said: string) => {
  const [at] = chat.state.slots[slot]?.evidence ?? [];
  return said.slice(at?.start, at?.end);
};

describe('typos are understood without a model', () => {
  test('and the evidence is the words as they were written', () => {
    const said = 'I want to buy a 3 bedrom in Hyde Park, abut 4 hunderd thousand';
    const chat = talk(said, 'not pre aproved yet');
    expect(answerIn(chat.state, 'beds')).toBe(3);
    expect(answerIn(chat.state, 'area')).toBe('Hyde Park');
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, 400));
    expect(answerIn(chat.state, 'preApproval')).toBe('none');
    expect(evidenceOf(chat, 'beds', said)).toBe('3 bedrom');
    expect(evidenceOf(chat, 'area', said)).toBe('Hyde Park');
    expect(evidenceOf(chat, 'budget', said)).toBe('4 hunderd thousand');
  });

  test.each([
    ['I want to sel my house', 'seller'],
    ['quero vender mi casa', 'seller'],
    ['I am lookng to buy a hosue', 'buyer'],
  ])('%s', (said, bot) => expect(talk(said).state.bot).toBe(bot));

  test('a day', () => {
    expect(answerIn(talk('can I see it tomorow?').state, 'day')).toBe('tomorrow');
    expect(answerIn(talk('can I see it?', 'thurday is better').state, 'day')).toBe('Thursday');
  });

  test.each(['stopp by the house', 'sto the presses', 'I will step by tomorow'])(
    'none makes an opt-out: %s',
    (said) => {
      expect(talk(said).state.ended).toBeNull();
    },
  );
});

describe('a correction', () => {
  test.each([
    ['no wait, 450 not 400', 450],
    ['sorry, 450 instead of 400', 450],
    ['perdón, quise decir 450', 450],
  ])('%s', (said, budget) => {
    const chat = talk('I want to buy a house', '400k', said);
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, budget));
    // "No wait" says no to nothing.
    expect(answerIn(chat.state, 'preApproval')).toBeUndefined();
  });

  test('the number of bedrooms', () => {
    const chat = talk('I want to buy a house', '400k', 'pre-approved', '4 bedrooms', 'sorry, I meant 3 bedrooms');
    expect(answerIn(chat.state, 'beds')).toBe(3);
  });

  test('a wish that was taken back leaves the search', () => {
    const chat = talk('I want to buy a house with a garage and a pool');
    expect(answerIn(chat.state, 'features')).toEqual(['pool', 'garage']);
    chat.visitor('the garage is not that important');
    expect(answerIn(chat.state, 'features')).toEqual(['pool']);
  });

  test.each([['I want to sell my house'], ['I want to buy a house']])(
    'who would rather rent now, after "%s", neither buys nor sells, and has not opted out',
    (first) => {
      const chat = talk(first, "actually forget it, we'll rent");
      expect(chat.state.ended).toBe('changed-mind');
      expect(chat.results.at(-1)?.effects.some(({ kind }) => kind === 'suppress')).toBe(false);
    },
  );
});

describe('an owner who begins with the price', () => {
  test("keeps it: “I'd want about 900k. What is it worth?”", () => {
    const chat = talk("I'd want about 900k. What is it worth?");
    expect(answerIn(chat.state, 'price')).toEqual(usd(900, 900));
    expect(replyOf(chat.results.at(-1) as never)?.acts.map(({ act }) => act)).toContain('decline');
  });
  test('a buyer who asks whether a home is worth its price is none', () => {
    const chat = talk('My max is 500k. Is it worth the price?');
    expect(answerIn(chat.state, 'price')).toBeUndefined();
  });
});

describe('somebody else is spoken of', () => {
  test.each([
    "my wife has bad knees, she doesn't want stairs",
    "my mother can't climb stairs",
    'sin escaleras por favor',
  ])('a wish of theirs counts: %s', (said) =>
    expect(answerIn(talk('I want to buy a house', said).state, 'features')).toEqual(['one-story']),
  );
  test('a dislike is no wish', () => {
    expect(answerIn(talk('I want to buy a house', "he doesn't like pools").state, 'features')).toBeUndefined();
  });
  test('"mi esposa tiene que estar de acuerdo" is no yes to the question about a loan', () => {
    const chat = talk('quiero comprar una casa', 'unos cuatrocientos mil', 'mi esposa tiene que estar de acuerdo');
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, 400));
    expect(answerIn(chat.state, 'authority')).toBe('shared');
    expect(answerIn(chat.state, 'preApproval')).toBeUndefined();
  });
});

test('a buyer in Spanish, in everyday words', () => {
  const chat = talk(
    'quiero comprar una casa',
    'entre 300 y 350',
    'no tengo preaprobación',
    'tres recámaras',
    'para junio',
  );
  expect(answerIn(chat.state, 'budget')).toEqual(usd(300, 350));
  expect(answerIn(chat.state, 'preApproval')).toBe('none');
  expect(answerIn(chat.state, 'beds')).toBe(3);
  // 21 November 2026 to 1 June 2027.
  expect(answerIn(chat.state, 'timeline')).toEqual({ minDays: 0, maxDays: 192 });
});

describe('a message refers to earlier ones', () => {
  test('a name alone after a number is whose number it is', () => {
    expect(answerIn(talk('I want to sell my house', 'call me please, 512-555-0101', 'John').state, 'name')).toBe(
      'John',
    );
  });
  test('homes are looked for where the visitor spoke of', () => {
    const chat = talk('I want to buy a house', 'How are the schools in Hyde Park?', 'ok show me some homes');
    const search = replyOf(chat.results.at(-1) as never)?.parts.find(({ kind }) => kind === 'homes');
    expect(search).toMatchObject({ search: { wish: { areas: ['Hyde Park'] } } });
  });
  test('the day in town is the day of the visit', () => {
    const said = 'I am in town on Saturday, is it far from the airport?';
    const chat = talk(said, 'can I see the house?');
    expect(answerIn(chat.state, 'day')).toBe('Saturday');
    expect(evidenceOf(chat, 'day', said)).toBe('Saturday');
  });
  test('a bare number answers what the agent asked', () => {
    const chat = talk('I want to buy a house');
    chat.mode('human', 'staff');
    chat.agent('Happy to help. How many bedrooms do you need?');
    chat.visitor('3');
    expect(answerIn(chat.state, 'beds')).toBe(3);
    expect(textOf(chat.results.at(-1) as never)).toBe('');
  });
});

describe('every wording of a question is known to ask it', () => {
  const asking = (id: string) => Object.values(buyerQuestions.find((one) => one.id === id)?.wordings ?? {}).flat();
  test.each(asking('beds'))('%s', (said) => {
    expect(readHomeWishes('3', { areas: [], said, errand: 'search' }).beds?.value).toBe(3);
  });
  test.each(asking('area'))('%s', (said) => {
    expect(readHomeWishes('Round Rock', { areas: [], said, errand: 'search' }).area?.value).toBe('Round Rock');
  });
});
