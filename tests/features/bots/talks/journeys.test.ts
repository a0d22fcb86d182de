import { describe, expect, test } from 'vitest';
import { replayed } from '../expectations.ts';
import { answerIn, kindsOf, replyOf, textOf } from '../play.ts';

const usd = (minCents: number | null, maxCents: number | null) => ({ minCents, maxCents, currency: 'USD' });

describe('the lead bot', () => {
  test('L01: a greeting is answered with the disclosure and the question of buying or selling', () => {
    const chat = replayed();
    const result = chat.visitor('hi');
    expect(textOf(result)).toMatch(
      /^Hi, I'm Jorge, the AI assistant at Barton Ridge Realty, and .*person at any time\./,
    );
    expect(replyOf(result)?.choices?.map(({ id }) => id)).toEqual(['buy', 'sell', 'browse']);
    expect(chat.state.at).toBe('ASK_INTENT');
    expect(result.state.temperature).toBeNull();
    expect(kindsOf(result)).toEqual(['reply']);
  });

  test('L02: sell, timeline, time, day, thanks', () => {
    const chat = replayed();
    chat.visitor('hi');
    const states = ['sell', 'a few months', 'afternoon', 'next Tuesday', 'thanks'].map((text) => {
      chat.visitor(text);
      return chat.state.at;
    });
    expect(states).toEqual(['ASK_TIMELINE', 'ASK_TIME', 'ASK_DAY', 'CONFIRMED', 'DONE']);
    expect(chat.results[4]?.effects).toContainEqual({ kind: 'wait', reason: 'appointment-wanted' });
    expect(chat.state.slots.day?.evidence).toEqual([{ log: 'public:c', seq: 5, start: 0, end: 12 }]);
  });

  test('L03: words that hold other words set nothing', () => {
    const chat = replayed();
    chat.visitor("I don't know", 'already told you on Monday', 'just listening');
    expect(chat.state.slots).toEqual({});
  });

  test('L04: a clause of intent with facts hands over at once, and the buyer bot does not ask for what is known', () => {
    const chat = replayed();
    const result = chat.visitor("I want to buy, I'm pre-approved for 500k");
    expect(chat.state.bot).toBe('buyer');
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, 50_000_000));
    expect(answerIn(chat.state, 'preApproval')).toBe('pre-approved');
    expect(chat.state.asked?.question).toBe('beds');
    expect(result.effects).toContainEqual({
      kind: 'tag',
      add: ['Buyer-Lead', 'Handoff-Lead-to-Buyer'],
      remove: ['Needs Qualifying'],
    });
  });

  test('L05: an urgent wish to sell hands over to the seller bot, which asks for the address', () => {
    const chat = replayed();
    chat.visitor('We need to sell our house ASAP');
    expect([chat.state.bot, chat.state.asked?.question]).toEqual(['seller', 'address']);
    expect(answerIn(chat.state, 'timeline')).toEqual({ minDays: 0, maxDays: 30 });
  });

  test('L06: both wishes: asks which comes first, serves one, then the other', () => {
    const chat = replayed();
    chat.visitor('I want to sell my house and buy another one');
    expect(chat.state.at).toBe('ASK_WHICH_FIRST');
    chat.visitor('sell first');
    expect(chat.state.bot).toBe('seller');
  });

  test('a chosen button fills the slot as typed words would', () => {
    const chat = replayed();
    chat.visitor('hi');
    chat.choose('sell', 'Sell');
    expect(answerIn(chat.state, 'intent')).toBe('sell');
    expect(chat.state.at).toBe('ASK_TIMELINE');
  });

  test('somebody who only looks is not pressed', () => {
    const chat = replayed();
    chat.visitor('hi');
    const result = chat.choose('browse', 'Just looking');
    expect(textOf(result)).not.toContain('?');
    expect(textOf(chat.visitor('how old is the roof?'))).toContain('[how old is the roof?]');
  });
});

describe('the buyer bot', () => {
  test('B01: the happy path in order, the area kept from the first message', () => {
    const chat = replayed();
    const asked = [
      "I'm looking to buy in Hyde Park",
      '500k',
      'pre-approved for it',
      '3/2 with a yard',
      'by July, lease ends',
      'mornings',
      'Saturday',
    ].map((text) => {
      chat.visitor(text);
      return chat.state.asked?.question;
    });
    expect(asked).toEqual(['budget', 'preApproval', 'beds', 'timeline', 'timeOfDay', 'day', 'contact']);
    expect(chat.state.temperature).toBe('hot');
    chat.visitor('ana@example.com');
    expect(chat.state.asked?.question).toBe('name');
    chat.visitor('Ana Ruiz');
    expect(answerIn(chat.state, 'name')).toBe('Ana Ruiz');
    expect([chat.state.at, chat.state.ended]).toEqual(['DONE', 'answers-complete']);
  });

  test('B03: "not pre-approved yet" is no pre-approval, and nobody is hot for it', () => {
    const chat = replayed();
    chat.visitor('I want to buy a house', '600k', 'not pre-approved yet', 'by July', '3 bedrooms', 'Hyde Park');
    expect(answerIn(chat.state, 'preApproval')).toBe('none');
    expect(chat.state.temperature).toBe('warm');
  });

  test('B06: a budget alone is cold and pre-approval is asked next', () => {
    const chat = replayed();
    chat.visitor('my budget is 600k');
    expect([chat.state.bot, chat.state.asked?.question, chat.state.temperature]).toEqual([
      'buyer',
      'preApproval',
      'cold',
    ]);
  });

  test('a wish to see the home gets a time before the qualifying questions', () => {
    const chat = replayed();
    chat.visitor('Can I see it on Saturday?');
    expect([chat.state.bot, chat.state.at]).toEqual(['buyer', 'ASK_TIME']);
    const result = chat.visitor('2 pm');
    expect(result.effects).toContainEqual(
      expect.objectContaining({
        kind: 'alert',
        alert: 'appointment-wanted',
        reason: 'Would like a showing: Saturday, November 28, 2:00 PM',
      }),
    );
  });

  test('C28: cancelling a named time cancels the time, not the messages', () => {
    const chat = replayed();
    chat.visitor('Can I see it on Saturday at 2 pm?');
    const result = chat.visitor('cancel');
    expect(chat.state.ended).toBeNull();
    expect(kindsOf(result)).not.toContain('suppress');
    expect(answerIn(chat.state, 'day')).toBeUndefined();
  });
});

describe('the seller bot', () => {
  test('S01: the happy path', () => {
    const chat = replayed();
    const asked = [
      'Hi, I want to sell my house',
      '1204 Maple Street, Austin',
      'relocating for work',
      'within the next 2 months',
      'great condition, kitchen renovated',
      'around 650k',
    ].map((text) => {
      chat.visitor(text);
      return chat.state.asked?.question;
    });
    expect(asked).toEqual(['address', 'motivation', 'timeline', 'condition', 'price', 'timeOfDay']);
    expect(answerIn(chat.state, 'price')).toEqual(usd(65_000_000, 65_000_000));
    expect(chat.state.temperature).toBe('hot');
  });

  test('S05: a ZIP code is no address and no price; the question comes in other words', () => {
    const chat = replayed();
    const first = textOf(chat.visitor('I want to sell my house'));
    const second = textOf(chat.visitor('78704'));
    expect(chat.state.asked?.question).toBe('address');
    expect(answerIn(chat.state, 'price')).toBeUndefined();
    expect(first.endsWith(second)).toBe(false);
  });

  test.each([
    ['yes', { minDays: 30, maxDays: 45, accepted: true }],
    ['no problem', { minDays: 30, maxDays: 45, accepted: true }],
    ['no', { minDays: null, maxDays: null, accepted: false }],
    ["can't do 30", { minDays: null, maxDays: null, accepted: false }],
    ['6 months', { minDays: 180, maxDays: 180 }],
    ['not sure about the timeline', undefined],
  ])('S06: "%s" to 30 to 45 days', (text, expected) => {
    const chat = replayed();
    chat.visitor('I want to sell my house', '12 Oak Street', 'we are downsizing');
    expect(chat.state.asked?.question).toBe('timeline');
    chat.visitor(text);
    expect(answerIn(chat.state, 'timeline')).toEqual(expected);
  });

  test('S11: two misses decline the question, invent nothing and move on', () => {
    const chat = replayed();
    chat.visitor('I want to sell my house', '12 Oak Street', 'downsizing', '30 days is fine');
    expect(chat.state.asked?.question).toBe('condition');
    chat.visitor('blue');
    chat.visitor('purple');
    expect(chat.state.slots.condition).toMatchObject({ state: 'declined', value: null });
    chat.visitor('650k');
    expect(chat.state.temperature).not.toBe('hot');
  });

  test('S12: a price first leaves the timeline unknown', () => {
    const chat = replayed();
    chat.visitor('I want to sell my house for 700k, it needs nothing else');
    expect(answerIn(chat.state, 'price')).toEqual(usd(70_000_000, 70_000_000));
    expect(chat.state.slots.timeline).toBeUndefined();
  });

  test('S13: at two vague turns a nudge, at five an honest end, then silence', () => {
    const chat = replayed();
    chat.visitor('I want to sell my house');
    for (let turn = 0; turn < 4; turn++) chat.visitor("I don't know");
    expect(chat.state.ended).toBeNull();
    const last = chat.visitor("I don't know");
    expect(chat.state.at).toBe('EXHAUSTED');
    expect(kindsOf(last).slice(0, 2)).toEqual(['reply', 'wait']);
    expect(chat.visitor("I don't know").effects).toEqual([]);
  });

  test('S15: an enthusiastic price as the last slot confirms no appointment', () => {
    const chat = replayed();
    chat.visitor('I want to sell my house', '12 Oak Street', 'downsizing', '30 days is fine', 'great condition');
    chat.visitor('650k would be great');
    expect([chat.state.temperature, chat.state.at]).toEqual(['hot', 'ASK_TIME']);
  });

  test('S08: "rather not say" declines at once', () => {
    const chat = replayed();
    chat.visitor('I want to sell my house', '12 Oak Street', 'downsizing', '30 days is fine', 'great condition');
    chat.visitor('rather not say');
    expect(chat.state.slots.price?.state).toBe('declined');
  });

  test('S27: a changed mind ends politely, without a question and without an opt-out', () => {
    const chat = replayed();
    chat.visitor('I want to sell my house');
    const result = chat.visitor('good, we are not selling any more');
    expect([chat.state.at, chat.state.ended]).toEqual(['CLOSED_LOST', 'changed-mind']);
    expect(textOf(result)).not.toContain('?');
    expect(kindsOf(result)).not.toContain('suppress');
  });

  test('C15: a Spanish seller is asked and read in Spanish', () => {
    const chat = replayed();
    const first = chat.visitor('hola, quiero vender mi casa');
    expect(textOf(first)).toContain('asistente de IA');
    chat.visitor('Calle Roble 12', 'nos mudamos por trabajo');
    chat.visitor('sí, 30 días está bien');
    chat.visitor('está en buen estado');
    chat.visitor('600 mil');
    expect(chat.state.temperature).toBe('hot');
    expect(answerIn(chat.state, 'price')).toEqual(usd(60_000_000, 60_000_000));
  });
});
