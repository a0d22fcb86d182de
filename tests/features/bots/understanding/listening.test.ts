import { describe, expect, test } from 'vitest';
import { watched } from '../expectations.ts';
import { answerIn, kindsOf, replyOf, textOf } from '../play.ts';

const usd = (minCents: number | null, maxCents: number) => ({ minCents, maxCents, currency: 'USD' });
const seller = () => {
  const chat = watched();
  chat.visitor('I want to sell my house');
  chat.visitor('12 Oak Street');
  return chat;
};
const buyer = () => {
  const chat = watched();
  chat.visitor('I want to buy a house');
  return chat;
};

describe('a price said beside a question', () => {
  test.each([
    "I'd want about 900k. What is it worth?",
    'I would like 900k, is that realistic?',
    'What is it worth? I was hoping for 900k',
    'Quisiera 900 mil. ¿Cuánto vale?',
  ])('is kept, and the question is answered: %s', (words) => {
    const chat = seller();
    const result = chat.visitor(words);
    expect(answerIn(chat.state, 'price')).toEqual(usd(90_000_000, 90_000_000));
    const acts = replyOf(result)?.acts.map(({ act }) => act) ?? [];
    const isLookedUp = replyOf(result)?.parts.some(({ kind }) => kind === 'answer');
    expect(isLookedUp || acts.some((act) => act === 'decline' || act === 'not-on-file' || act === 'answer')).toBe(true);
  });

  test.each(['Would you list it at 900k?', 'Is 900k realistic around here?', 'Why is it listed for 900k?'])(
    'is no price of theirs where they only ask about it: %s',
    (words) => {
      const chat = seller();
      chat.visitor(words);
      expect(answerIn(chat.state, 'price')).toBeUndefined();
    },
  );

  test('is a budget, whatever the question is about', () => {
    const chat = buyer();
    chat.visitor('My max is 500k. Is it worth the price?');
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, 50_000_000));
  });

  test('is no budget where it is an offer for the home at hand', () => {
    const chat = buyer();
    chat.visitor('Would they take 500k for it?');
    expect(answerIn(chat.state, 'budget')).toBeUndefined();
  });
});

describe('"by spring"', () => {
  test('is the days until the first of March', () => {
    const chat = watched();
    chat.visitor('I want to buy a house by spring');
    // 21 November 2026 to 1 March 2027.
    expect(answerIn(chat.state, 'timeline')).toEqual({ minDays: 0, maxDays: 100 });
  });

  test('is no area, even when the area is asked for', () => {
    const chat = buyer();
    for (const words of ['up to 500k', 'cash', '3', 'in 2 months']) chat.visitor(words);
    expect(chat.state.asked?.question).toBe('area');
    chat.visitor('by spring would be fine');
    expect(answerIn(chat.state, 'area')).toBeUndefined();
  });
});

test('"not yet" to the lender gives less than a pre-approval, and more than no answer', () => {
  const scoreAfter = (words: string): number => {
    const chat = buyer();
    chat.visitor('up to 500k');
    const result = chat.visitor(words);
    const told = result.effects.find((effect) => effect.kind === 'score');
    return told?.data.score ?? chat.state.scored ?? 0;
  };
  const [no, started, yes] = ['Not yet', 'I am talking to my bank', "I'm pre-approved"].map(scoreAfter);
  expect(no).toBeLessThan(started as number);
  expect(started).toBeLessThan(yes as number);
});

describe('a question that got no answer', () => {
  test('is not taken for refused after messages about something else', () => {
    const chat = buyer();
    chat.visitor('what are the taxes?');
    chat.visitor('hello?');
    chat.visitor('thanks');
    chat.visitor('and is there a pool?');
    expect(chat.state.slots.budget).toBeUndefined();
  });

  test('is not asked a third time once two were passed over', () => {
    const chat = buyer();
    for (const text of [
      'it is a lovely street',
      'we walked by',
      'the tree out front is pretty',
      'my sister lives two streets over',
      'she likes the coffee place on the corner',
      'it gets busy on weekends',
      'we had breakfast there',
    ])
      chat.visitor(text);
    expect(chat.state.slots.budget).toBeUndefined();
    expect(chat.state.said['q:budget']).toBeLessThanOrEqual(2);
    expect(chat.state.asked).toBeNull();
  });

  test('is declined at once when they say so, with their words', () => {
    const chat = buyer();
    chat.visitor('rather not say');
    expect(chat.state.slots.budget).toMatchObject({ state: 'declined', evidence: [{ start: 0, end: 14 }] });
  });
});

describe('somebody who waits for a person', () => {
  test('and calls out is told that nobody has answered yet, and asked nothing', () => {
    const chat = buyer();
    chat.visitor('can I talk to a person?');
    for (const words of ['hello? anyone there?', 'hello??', 'are you there?']) {
      const result = chat.visitor(words);
      expect(textOf(result)).toMatch(/[Nn]o one|only me/);
      expect(textOf(result)).not.toContain('?');
    }
    expect(chat.state.slots.budget).toBeUndefined();
  });

  test('gets help where they say something of use', () => {
    const chat = buyer();
    chat.visitor('can I talk to a person?');
    const result = chat.visitor('meanwhile: my budget is 500k');
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, 50_000_000));
    expect(kindsOf(result)).toContain('reply');
  });
});
