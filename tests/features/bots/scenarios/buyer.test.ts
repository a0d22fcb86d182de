import { describe, expect, test } from 'vitest';
import { monthlyPaymentCents } from '../../../../src/features/bots/say/monthlyPayment.ts';
import { pillarsOf } from '../../../../src/features/bots/score/readiness.ts';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import { personaOf } from '../../../../src/features/bots/track/persona.ts';
import type { MortgageFacts } from '../../../../src/features/packs/model.ts';
import { texasLaw } from '../../../../src/features/packs/texas.ts';
import { alertsOf, slotStates, tagsOf, usd, watched } from '../expectations.ts';
import { answerIn, pack, textOf } from '../play.ts';

/** A buyer at the first question; further messages come one turn each. */
function buyer(...texts: string[]) {
  const chat = watched();
  for (const text of ['I want to buy a house', ...texts]) chat.visitor(text);
  return chat;
}
const dayMs = 86_400_000;

describe('the buyer bot, scenario by scenario', () => {
  test('B01: the happy path in order, area from the first message, warm then hot, qualified', () => {
    const chat = watched();
    const turns = [
      "I'm looking to buy in Hyde Park",
      '500k',
      'pre-approved for 525k',
      '3/2 with a yard',
      'by July, lease ends',
      'mornings',
    ].map((text) => {
      chat.visitor(text);
      return [chat.state.asked?.question, chat.state.temperature];
    });
    expect(turns.map(([asked]) => asked)).toEqual(['budget', 'preApproval', 'beds', 'timeline', 'timeOfDay', 'day']);
    expect(answerIn(chat.state, 'area')).toBe('Hyde Park');
    expect([answerIn(chat.state, 'beds'), answerIn(chat.state, 'baths')]).toEqual([3, 2]);
    expect(turns.map(([, temperature]) => temperature)).toContain('warm');
    expect(chat.state.temperature).toBe('hot');
    expect(chat.results.flatMap((result) => tagsOf(result).add)).toContain('Buyer-Qualified');
    expect(textOf(chat.results[4] as never)).toMatch(/morning|afternoon/i);
  });

  test.each([
    ['a 3-bed around 450k', 45_000_000],
    ['$450k to $550k', usd(45_000_000, 55_000_000)],
    ['between 450 and 500', usd(45_000_000, 50_000_000)],
    ["we've been renting 5 years, 600k", 60_000_000],
    ['a nice house', undefined],
    ['no más de 500 mil', 50_000_000],
  ])('B02: "%s" as the budget', (text, expected) => {
    const chat = buyer();
    chat.visitor(text);
    const wanted = typeof expected === 'number' ? expect.objectContaining({ maxCents: expected }) : expected;
    expect(answerIn(chat.state, 'budget')).toEqual(wanted);
  });

  test.each(['not pre-approved yet', 'no cash'])('B03: "%s" is no financing, nor readiness, nor hot', (text) => {
    const chat = buyer('600k');
    const pillars = pillarsOf(chat.state);
    chat.visitor(text);
    expect(answerIn(chat.state, 'preApproval')).toBe('none');
    expect(pillarsOf(chat.state)).toEqual(pillars);
    chat.visitor('3 bedrooms', 'by July', 'Hyde Park');
    expect(chat.state.temperature).not.toBe('hot');
    expect(chat.results.flatMap((result) => tagsOf(result).add)).not.toContain('Buyer-Qualified');
  });

  test('B04: a short name of an area inside other words is none', () => {
    const chat = watched();
    chat.visitor('I want to purchase a home, searching since March');
    expect(chat.state.bot).toBe('buyer');
    expect(chat.state.slots.area).toBeUndefined();
  });

  test('B05: "ready to look" is no timeline', () => {
    const chat = buyer('500k', 'pre-approved', '3');
    chat.visitor("I'm ready to look");
    expect(slotStates(chat.state).timeline).toBeUndefined();
    expect(chat.state.asked?.question).toBe('timeline');
  });

  test('B06: a budget alone is not hot and pre-approval is next', () => {
    const chat = buyer('600k');
    expect([chat.state.asked?.question, chat.state.temperature]).toEqual(['preApproval', 'cold']);
  });

  test('B07: a budget, a pre-approval and a move within 60 days are qualified', () => {
    const chat = buyer('500k', "I'm pre-approved", '3');
    const result = chat.visitor('within 60 days');
    expect(tagsOf(result).add).toContain('Buyer-Qualified');
    expect(pillarsOf(chat.state).timeline).toBe('high');
    expect(chat.state.temperature).toBe('hot');
  });

  test('B08: somebody who only looks, maybe next year, is cold and not pushed', () => {
    const chat = watched();
    chat.visitor('hi');
    const result = chat.visitor('just browsing, maybe next year');
    expect(textOf(result)).not.toContain('?');
    expect(['cold', null]).toContain(chat.state.temperature);
    expect(chat.state.at).toBe('BROWSING');
  });

  test('B09: a cash investor is an investor, is not asked for a pre-approval, and has proven means', () => {
    const chat = watched();
    const result = chat.visitor('I want to buy an investment property, I am an investor paying cash, under 400k');
    expect(answerIn(chat.state, 'preApproval')).toBe('cash');
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, 40_000_000));
    expect(chat.state.asked?.question).toBe('beds');
    expect(personaOf(chat.state.persona)).toBe('Investor');
    expect(tagsOf(result).add).toContain('Investor-Buyer');
  });

  test('B10: without a lender, one is suggested and none is named', () => {
    const chat = buyer('500k');
    const text = textOf(chat.visitor('I think I can qualify, no lender yet'));
    expect(answerIn(chat.state, 'preApproval')).toBe('none');
    expect(text).toMatch(/lender (?:of your choice|you choose)/);
  });

  test('B11: a spouse who must agree is invited, authority is shared, the questions go on', () => {
    const chat = buyer('500k');
    const result = chat.visitor('my wife must agree first');
    expect(answerIn(chat.state, 'authority')).toBe('shared');
    expect(textOf(result)).toMatch(/two of you|both of you/);
    expect(chat.state.ended).toBeNull();
    expect(chat.state.asked?.question).toBe('preApproval');
  });

  test.each(['are there good schools?', 'is it a safe area?', 'what kind of people live there?'])(
    'B12: "%s" is answered neutrally and is no wish',
    (text) => {
      const chat = buyer();
      const before = slotStates(chat.state);
      const said = textOf(chat.visitor(text));
      expect(said).not.toMatch(/\[|\b(?:good|great|safe|quiet|nice) (?:area|schools?|neighbou?rhood|people)/i);
      expect(slotStates(chat.state)).toEqual(before);
    },
  );

  test('B13: after three days nothing is asked again', () => {
    const chat = buyer('500k', 'pre-approved');
    chat.later(3 * dayMs);
    chat.visitor('3 bedrooms');
    expect(chat.state.asked?.question).toBe('timeline');
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, 50_000_000));
  });

  test('B14: the time of day is asked twice at most, then it goes on', () => {
    const chat = buyer('500k', 'pre-approved', '3', 'by July', 'Hyde Park');
    expect(chat.state.asked?.question).toBe('timeOfDay');
    chat.visitor('hm');
    chat.visitor('well');
    expect(chat.state.asked?.question).not.toBe('timeOfDay');
    const morning = buyer('500k', 'pre-approved', '3', 'by July', 'Hyde Park', 'mornings', 'mornings');
    expect(morning.state.asked?.question).toBe('day');
  });

  const mortgage: MortgageFacts = {
    yearlyRate: 0.0685,
    years: 30,
    downShare: 0.2,
    yearlyTaxShare: 0.0115,
    yearlyInsuranceCents: 180_000,
    source: 'Freddie Mac',
    asOf: '2026-11-19',
  };
  test('B15: a monthly payment is worked out from the pack’s figures, labelled as an estimate with what it rests on', () => {
    expect(monthlyPaymentCents(70_000_000, mortgage)).toBe(449_028);
    expect(monthlyPaymentCents(45_000_000, mortgage)).toBe(294_018);
    const chat = watched(firstState(), { ...pack, mortgage });
    chat.visitor('I want to buy a house, my budget is 700k');
    const text = textOf(chat.visitor('what would the monthly payment be?'));
    expect(text).toMatch(
      /^Estimate: about \$4,490 a month for \$700,000 .*20% down, 6\.85% rate, 30 years.*Freddie Mac, 2026-11-19/,
    );
    const without = watched();
    without.visitor('I want to buy a house, my budget is 700k');
    expect(textOf(without.visitor('what would the monthly payment be?'))).not.toMatch(/\d/);
  });

  test('B17: an empty message sends nothing and changes nothing', () => {
    const chat = buyer();
    const before = chat.state;
    expect(chat.visitor('  \n ').effects).toEqual([]);
    expect(chat.state).toEqual(before);
  });

  test('a buyer who no longer buys but sells goes to the seller bot; one who does both stays', () => {
    const chat = buyer('500k');
    chat.visitor("actually we don't want to buy, we want to sell our house");
    expect(chat.state.bot).toBe('seller');
    expect(chat.state.handoffs.map(({ from, to }) => `${from}>${to}`)).toEqual(['lead>buyer', 'buyer>seller']);
    const both = buyer('500k');
    both.visitor('we also want to sell our house');
    expect([both.state.bot, answerIn(both.state, 'intent')]).toEqual(['buyer', 'both']);
  });

  test('a wish for a viewing is passed on with what Texas wants before a showing, and nothing is booked', () => {
    const chat = watched(undefined, { ...pack, law: texasLaw });
    const result = chat.visitor('Can I see it on Saturday at 2 pm?');
    expect(alertsOf(result)).toContain('appointment-wanted');
    expect(result.effects).toContainEqual({ kind: 'note', text: expect.stringMatching(/written buyer agreement/) });
    expect(textOf(result)).not.toMatch(/booked|confirmed/i);
  });

  test('an agent of their own is asked about; a signed agreement ends our questions, facts are still told', () => {
    const chat = buyer('500k');
    const result = chat.visitor('I already have a realtor');
    expect([chat.state.at, alertsOf(result)]).toEqual(['ASK_REPRESENTED', ['has-agent']]);
    chat.visitor('yes, we signed with her');
    expect([chat.state.at, chat.state.ended]).toEqual(['REPRESENTED', 'represented']);
    const asks = textOf(chat.visitor('how old is the roof?'));
    expect(asks).toBe('[how old is the roof?]');
    const free = buyer('500k', 'I already have a realtor');
    free.visitor('no');
    expect(free.state.asked?.question).toBe('preApproval');
  });
});
