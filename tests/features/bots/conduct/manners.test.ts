import { describe, expect, test } from 'vitest';
import { remarkTexts } from '../../../../src/features/bots/say/remarkTexts.ts';
import type { ListingFacts } from '../../../../src/features/packs/model.ts';
import { home } from '../../../support/talk.ts';
import { usd, watched } from '../expectations.ts';
import { answerIn, kindsOf, pack, textOf } from '../play.ts';
import { withCalendar } from '../withCalendar.ts';

const listing: ListingFacts = { ...home, status: 'pending' };
const said = (...texts: string[]) => {
  const chat = watched();
  let last = '';
  for (const text of texts) last = textOf(chat.visitor(text));
  return { chat, last };
};

describe('Jorge as the person in the chat meets him', () => {
  test('"call me tomorrow at 10" is English, and so is what follows', () => {
    const { chat, last } = said('call me tomorrow at 10');
    expect(chat.state.language).toBe('en');
    expect(last).toMatch(/AI assistant/);
    expect(said('me llamo Ana, busco casa').chat.state.language).toBe('es');
  });

  test.each(['ok show me', 'show me something similar', 'can you show me some?'])(
    'after homes like one that is gone, "%s" shows homes and is no wish for a viewing',
    (text) => {
      const chat = watched(undefined, { ...pack, listing });
      chat.visitor('is this still available?');
      expect(kindsOf(chat.visitor(text))).toContain('listing-cards');
      expect(answerIn(chat.state, 'visit')).toBeUndefined();
    },
  );

  test('"the second one looks nice" is the home that is spoken of from then on', () => {
    const chat = watched(undefined, { ...pack, listing });
    chat.visitor('is this still available?');
    const items = ['a', 'b'].map((listingId) => ({ listingId, title: `${listingId} Street` }));
    chat.happen({ kind: 'cards-shown', seq: 50, items });
    chat.visitor('the second one looks nice');
    expect(chat.state.homes.about?.listingId).toBe('b');
  });

  test.each(['who are you?', 'what is this', "i don't understand", 'no entiendo'])(
    '"%s" is told what Jorge does',
    (text) => {
      const { last } = said('hello', text);
      expect(last).not.toContain('[');
      expect(last).toMatch(/showing/i);
    },
  );

  test('somebody who looks around and says something that asks for nothing is not shown the door', () => {
    const { chat, last } = said('just looking', 'i want something for my mom');
    expect(last).toMatch(/person|agent/);
    expect(chat.state.ended).toBeNull();
    expect(textOf(chat.visitor('no thanks'))).toMatch(/write here again/);
  });

  test.each([
    ['are there a lot of families with kids?', /who lives where/i],
    ['is it good for muslims?', /who lives where/i],
    ["we don't want to live near section 8", /who lives where/i],
    ['can you recommend a lender?', /choice is yours/],
    ['what would you say its worth?', /The team knows/],
    ['how long does it take to sell usually', /depends/],
    ['is the price negotiable?', /agent/],
  ])('"%s" has an answer of its own and is not put off with "not on file"', (text, expected) => {
    const { last } = said('hi', text);
    expect(last).toMatch(expected);
    expect(last).not.toContain('[');
  });

  test.each(['is a real person reading this?', 'do you use chatgpt?'])('"%s" is told that this is an AI', (text) => {
    const { chat, last } = said('hi', text);
    expect(last).toMatch(/\bAI\b/);
    expect(chat.state.mode).toBe('bot');
  });

  test('a visitor who waits for a person and asks how long hears the truth and no question of ours', () => {
    const chat = watched();
    chat.visitor('can I talk to a person please');
    for (const text of ['hello? anyone?', 'how long will it take']) {
      const words = textOf(chat.visitor(text));
      expect(words).toMatch(/no one|not picked|do not know|can't say/);
      expect(words).not.toContain('?');
    }
  });

  test('in Spanish too', () => {
    const chat = watched();
    chat.visitor('hola, quiero hablar con una persona');
    expect(textOf(chat.visitor('¿cuándo me contestará alguien?'))).toMatch(/nadie|no lo sé|asistente|Ninguna/);
  });

  test('a visitor whose messages cannot be read is not taken for somebody who looks around', () => {
    const chat = watched();
    for (const text of ['hello', '😀😀']) chat.visitor(text);
    expect(textOf(chat.visitor('🤷'))).toMatch(/AGENT|person/);
  });

  test('an invitation to leave a number is short; the consent words come with the number', () => {
    const { chat, last } = said('hi', 'can I talk to a person please');
    expect(last).toMatch(/leave a phone number/);
    expect(last).not.toMatch(/STOP/);
    chat.visitor('512-555-0177');
    expect(textOf(chat.visitor('Maria'))).toMatch(/STOP/);
    chat.visitor('in the evening');
    expect(answerIn(chat.state, 'bestTime')).toBe('evening');
  });

  test('"great, see you then" is no consent to calls by a machine; "yes" is', () => {
    const asked = () => {
      const chat = watched();
      for (const text of ['can I talk to a person', '512-555-0177', 'Maria']) chat.visitor(text);
      expect(chat.state.asked?.question).toBe('mayCall');
      return chat;
    };
    expect(kindsOf(asked().visitor('great, see you then'))).not.toContain('consent');
    expect(kindsOf(asked().visitor('yes, that is fine'))).toContain('consent');
  });

  test('a seller who would rather buy goes to the buying questions, and it is said', () => {
    const { chat, last } = said('I want to sell my house', '12 Oak Street', 'actually no, we decided to buy instead');
    expect(chat.state.bot).toBe('buyer');
    expect(last).toMatch(/home you'd like to buy.*price range/);
  });

  test('a visitor who sells first and then buys is told where one ends and the other begins', () => {
    const { last } = said(
      'we need to sell our condo and buy something bigger',
      'sell first',
      '1600 Cypress Yard unit 12',
      'the family is growing',
      'yes',
      'good shape',
      '450k',
    );
    expect(last).toMatch(/Now, about the home you'd like to buy\. What price range/);
  });

  test('a number and a name are an address where the address was asked for, and nowhere else', () => {
    expect(answerIn(said('I want to sell my house', '1600 Cypress Yard unit 12').chat.state, 'address')).toBe(
      '1600 Cypress Yard unit 12',
    );
    for (const text of ['78704', '3 bedrooms', 'not sure, maybe 30 days', '2 units'])
      expect(answerIn(said('I want to sell my house', text).chat.state, 'address'), text).toBeUndefined();
  });

  test('a lone sum is a price, a lone season a time, a day that suits a day, whatever was asked', () => {
    const { chat } = said('buy', '500');
    expect(answerIn(chat.state, 'budget')).toMatchObject({ maxCents: 50_000_000 });
    chat.visitor('summer');
    expect(answerIn(chat.state, 'timeline')).toMatchObject({ minDays: expect.any(Number) });
    chat.visitor('she says afternoons are better');
    expect(answerIn(chat.state, 'timeOfDay')).toBe('afternoon');
    chat.visitor('ok saturday');
    expect(answerIn(chat.state, 'day')).toBe('Saturday');
  });

  test('a month alone is a time, whatever was asked; "whatever I can get" is no misunderstanding', () => {
    const { chat } = said('I want to sell my house', '12 Oak Street', 'downsizing', 'it depends', 'april');
    expect(answerIn(chat.state, 'timeline')).toMatchObject({ maxDays: expect.any(Number) });
    expect(answerIn(said('I am looking to rent', 'may 1st').chat.state, 'timeline')).toMatchObject({
      minDays: expect.any(Number),
    });
    const price = said(
      'I want to sell my house',
      '12 Oak Street',
      'downsizing',
      'yes',
      'good shape',
      'whatever I can get',
    );
    expect(price.last).not.toMatch(/get that|understood|understand that/);
  });

  test('"can someone come look at it?" is a wish for a person’s time, and rentals asked for are not "not on file"', () => {
    const { chat, last } = said('I want to sell my house', 'can someone come look at it?');
    expect(answerIn(chat.state, 'visit')).toBe('call');
    expect(last).not.toContain('[');
    expect(said('do you have apartments for rent?').last).not.toContain('[');
  });

  test('a price is put right in a word', () => {
    const chat = watched();
    for (const text of ['I want to sell my house', '12 Oak Street', 'downsizing', 'yes', 'good shape', 'around 500k'])
      chat.visitor(text);
    chat.visitor('hmm, make that 600');
    expect(answerIn(chat.state, 'price')).toEqual(usd(60_000_000, 60_000_000));
  });

  test('a rent by the month is no time, and part cash is no cash purchase', () => {
    expect(
      answerIn(said('do you have apartments for rent', '2 bedrooms 1800 a month').chat.state, 'timeline'),
    ).toBeUndefined();
    expect(
      answerIn(said('I want to buy a house', 'paying part cash part loan').chat.state, 'preApproval'),
    ).toBeUndefined();
  });

  test('a question about the home’s parts is no small talk', () => {
    expect(said('hi', "how's the foundation?").last).not.toMatch(/asking|Doing well/);
  });

  test('times that nobody asked for say what they are for; a closed day is not called taken', () => {
    const chat = withCalendar();
    for (const text of ['I want to buy in Hyde Park', 'up to 500k', 'pre-approved', '3 bedrooms']) chat.says(text);
    expect(chat.says('within 60 days').map(textOf).join(' ')).toMatch(/call with the team/);
    const viewing = withCalendar();
    const told = viewing.says('Can I see this house on Sunday?').map(textOf).join(' ');
    expect(told).toMatch(/outside our office hours|isn't open then/);
    expect(told).not.toMatch(/taken|team (?:confirms|will confirm)/);
  });

  test('"any" takes the first time; "I have to cancel" calls it off; thanks at the end are answered once', () => {
    const chat = withCalendar();
    chat.says('Can I see this house on Saturday?');
    const picked = chat.state.booking.offer?.slots[0]?.startsAt;
    chat.says('any');
    chat.says('without representation');
    expect(chat.state.booking.appointment?.startsAt).toBe(picked);
    expect(chat.state.booking.appointment).not.toBeNull();
    const off = chat.says('I have to cancel');
    expect(chat.state.booking.appointment).toBeNull();
    expect(off.map(textOf).join(' ')).toMatch(/canceled|is off/);
    expect(off.map(textOf).join(' ')).not.toContain('?');
    const seller = withCalendar();
    for (const text of ['I want to sell my house', '12 Oak Street', 'downsizing', 'yes', 'good shape', '650k'])
      seller.says(text);
    for (const text of ['the first', '512-555-0101', 'Ana Ruiz']) seller.says(text);
    expect(seller.says('ok thanks, bye').map(textOf).join(' ')).toMatch(/until then|anything changes/i);
    expect(seller.says('thanks').map(textOf).join('')).toBe('');
  });
});

test('several words that no rule reads go to a person, and a few are asked about again', () => {
  const chat = watched();
  chat.visitor('hi');
  const told = chat.visitor('and dont tell the sellers my number yet');
  expect(remarkTexts.told.en.some((words) => textOf(told).includes(words))).toBe(true);
  expect(told.effects).toContainEqual(
    expect.objectContaining({
      alert: 'question-open',
      reason: 'For a person to read: “and dont tell the sellers my number yet”',
    }),
  );
  expect(textOf(chat.visitor('xyzzy'))).not.toMatch(/passed that/);
});

test('the team hears once of a wish for a person beside a visit', () => {
  const chat = watched();
  chat.visitor('hi');
  const { effects } = chat.visitor('I want to see it tomorrow at 10, and I want a human to call me about the roof');
  const told = effects.filter(
    (effect) => (effect.kind === 'alert' || effect.kind === 'note') && JSON.stringify(effect).includes('roof'),
  );
  expect(told).toEqual([expect.objectContaining({ alert: 'asked-for-person' })]);
});

test('a number that comes with the wish for a call is thanked for', () => {
  const chat = watched();
  expect(textOf(chat.visitor('Can someone call me? 512 555 0188'))).toContain('the team has your number');
  expect(answerIn(chat.state, 'phone')).toBe('512 555 0188');
});

test('a question beside the wish for a person is answered too', () => {
  const chat = watched();
  const words = textOf(chat.visitor('I would like to talk to a person please, what is the HOA?'));
  expect(words).toContain('what is the HOA?');
  expect(words).toContain("I've let the team know");
});
