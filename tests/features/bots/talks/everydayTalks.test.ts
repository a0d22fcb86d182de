import { describe, expect, test } from 'vitest';
import { watched } from '../expectations.ts';
import { answerIn, kindsOf, textOf } from '../play.ts';

function talk(...texts: string[]) {
  const chat = watched();
  for (const text of texts) chat.visitor(text);
  return chat;
}
const buyer = ['I want to buy a house', '500k'];

describe('facts that people tell of themselves are not taken for others', () => {
  test.each(['we r renting til march', 'rent comps', "I'm renting until May"])('"%s" is no wish to rent', (text) => {
    expect(answerIn(talk(text).state, 'intent')).not.toBe('rent');
  });

  test('"100k cash for down" is neither a budget nor a purchase in cash', () => {
    const { state } = talk(...buyer, 'not pre approved but i got 100k cash for down');
    expect(answerIn(state, 'budget')).toMatchObject({ maxCents: 50_000_000 });
    expect(answerIn(state, 'preApproval')).toBe('none');
  });

  test('"actually no, a house" puts the kind of home right and says nothing of a loan', () => {
    const { state } = talk('looking for a condo under 400k', "actually no, a house w yard, we're having a baby");
    expect(answerIn(state, 'preApproval')).toBeUndefined();
    expect(answerIn(state, 'propertyType')).toBe('single-family');
  });

  test('"my mom passed and left us her house" is heard as a sale', () => {
    const { state } = talk("my mom passed and left us her house, we don't know what to do with it");
    expect(answerIn(state, 'motivation')).toBe('inherited');
  });

  test('"cool cool. we r renting til march" is heard, and asks for no repair', () => {
    const chat = talk();
    expect(textOf(chat.visitor('cool cool. we r renting til march n kinda scared of rates tbh'))).not.toMatch(
      /didn't quite get|didn't understand that/,
    );
  });

  test('"like 550 maybe 575 if we luv it" is a range', () => {
    expect(answerIn(talk('I want to buy a house', 'like 550 maybe 575 if we luv it').state, 'budget')).toMatchObject({
      maxCents: 57_500_000,
    });
  });

  test('"no agent just me" is not yet the choice that Texas asks for', () => {
    expect(answerIn(talk('can I see it saturday?', 'no agent just me').state, 'showing')).toBeUndefined();
  });

  test('"nos divorciamos" is a reason', () => {
    expect(answerIn(talk('quiero vender mi casa', '1408 Larkspur Lane', 'nos divorciamos').state, 'motivation')).toBe(
      'divorce',
    );
  });
});

describe('a question in few words is answered', () => {
  test('the HOA is answered beside the wish to see the home', () => {
    expect(textOf(talk().visitor("what's the hoa and can i see it tomorrow??"))).toContain("what's the hoa");
  });

  test.each(['sq ft?', 'is this place still up?'])('"%s" is a question about the home', (text) => {
    expect(textOf(talk(...buyer).visitor(text))).toContain(`[${text}]`);
  });

  test('"se puede ver el domingo?" is a wish to see it', () => {
    const chat = talk('quiero comprar una casa', '500 mil');
    chat.visitor('se puede ver el domingo?');
    expect(answerIn(chat.state, 'visit')).toBe('viewing');
  });

  test('"can someone come tuesday" is a wish for a visit', () => {
    const chat = talk('I want to sell my house', '12 Oak Street');
    chat.visitor('can someone come tuesday');
    expect(answerIn(chat.state, 'visit')).toBe('call');
  });

  test.each(['how much down do i need', 'my credit is 590, can i qualify?'])('"%s" is for a lender', (text) => {
    expect(textOf(talk(...buyer).visitor(text))).toMatch(/lender/i);
  });

  test.each(['do u charge anything just to look at it', 'what do u charge'])('"%s" is about the fee', (text) => {
    expect(textOf(talk('I want to sell my house', '12 Oak Street').visitor(text))).toMatch(/fee/i);
  });
});

test.each([
  ['its kayla 512 555 0147', 'kayla'],
  ['when will somebody call me? im Lena 512 555 0170', 'Lena'],
  ['its cell 512 555 0147', undefined],
  ["i'm available 512 555 0147", undefined],
])('the name in "%s" is %s', (text, name) => {
  expect(answerIn(talk('I want to buy a house', text).state, 'name')).toBe(name);
});

describe('a message that a person has to look at reaches the team', () => {
  test.each(['u people called me 5 times this week wtf', 'stop it, you keep calling. how did you get my number'])(
    '"%s" is met with an apology, and the team hears of it',
    (text) => {
      const result = talk().visitor(text);
      expect(textOf(result)).toMatch(/sorry/i);
      expect(textOf(result)).toContain('STOP');
      expect(kindsOf(result)).toContain('alert');
    },
  );

  test.each(['hi im running late for my 3pm', 'i have appt with ana today', 'this is an emergency!!'])(
    '"%s" is passed on at once',
    (text) => {
      const result = talk().visitor(text);
      expect(textOf(result)).toMatch(/team/);
      expect(kindsOf(result)).toContain('alert');
    },
  );
});
