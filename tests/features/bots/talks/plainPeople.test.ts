import { describe, expect, test } from 'vitest';
import type { Pack } from '../../../../src/features/packs/model.ts';
import { alertsOf, watched } from '../expectations.ts';
import { answerIn, kindsOf, pack, replyOf, textOf } from '../play.ts';

const market: Pack = {
  ...pack,
  areas: ['Round Rock', 'Mueller', 'Leander', 'Cedar Park'],
  market: { state: 'TX', cities: ['Austin', 'Kyle'], zipsBegin: ['787'] },
};
function talk(...texts: string[]) {
  const chat = watched(undefined, market);
  for (const text of texts) chat.visitor(text);
  return chat;
}
const said = (...texts: string[]) => {
  const chat = talk(...texts.slice(0, -1));
  return { result: chat.visitor(texts.at(-1) as string), state: chat.state };
};
const buyer = ['I want to buy a house', 'up to 400k'];
const seller = ['I want to sell my house', '12 Oak Street'];

describe('a remark by the way is no answer to the question', () => {
  test.each([
    ['what they earn is no budget', ['I want to buy a house', 'no idea, we make like 95k together'], 'budget'],
    ['"ok talk later" says nothing of a loan', [...buyer, 'ok talk later'], 'preApproval'],
    ['"actually leander also ok" says nothing of a loan', [...buyer, 'actually leander also ok'], 'preApproval'],
    [
      '"mornings or afternoons both fine" says nothing of a loan',
      [...buyer, 'mornings or afternoons both fine'],
      'preApproval',
    ],
    ['"no, back to 350" says nothing of a loan', [...buyer, 'hmm no back to 350'], 'preApproval'],
    [
      '"a la 1 está bien" says nothing of a loan',
      ['quiero comprar casa', '300 mil', 'a la 1 está bien'],
      'preApproval',
    ],
    ['"start work march 1" is no day for a visit', ['moving to austin, start work march 1'], 'day'],
    ['"probably rough" agrees to no date', [...seller, 'we inherited it', 'probably rough inside'], 'timeline'],
    ['"is short term rental allowed" is no wish to rent', ['is short term rental allowed here'], 'intent'],
    [
      '"its a condo in good shape" is no search',
      [...seller, 'we outgrew it', 'yes', 'its a condo in good shape'],
      'area',
    ],
    ['"we rent out 3 houses" is no wish to rent', ['we rent out 3 houses'], 'intent'],
    ['"call me about this house" is no name', ['can someone call me about this house'], 'name'],
  ] as const)('%s', (_, texts, slot) => {
    expect(answerIn(talk(...texts).state, slot)).toBeUndefined();
  });

  test.each(['We already bought a house, so we can close any time', 'we just bought a house in Dallas'])(
    '"%s" ends no sale',
    (text) => {
      expect(talk(...seller, text).state.ended).toBeNull();
    },
  );

  test('"we already bought a house" ends a search', () =>
    expect(talk(...buyer, 'we already bought a house').state.ended).toBe('changed-mind'));

  test.each(['No preference', 'any', 'depende'])('asked for the area, "%s" is any', (text) => {
    const { state } = talk(...buyer, 'pre-approved', '3 beds', 'in 2 months', text);
    expect(answerIn(state, 'area')).toBe('any');
  });

  test('the sum that a bank would lend moves no budget that was named', () => {
    const { state } = talk(...buyer, 'preapproved for 450 but dont wanna go there');
    expect(answerIn(state, 'budget')).toMatchObject({ maxCents: 400_000_00 });
    expect(answerIn(state, 'preApproval')).toBe('pre-approved');
  });

  test('"not signed anything with her" binds nobody to an agent', () => {
    const { state } = talk('can i see it saturday', "we're with our own realtor", 'not signed anything w her');
    expect(answerIn(state, 'represented')).toBe(false);
  });

  test('"ok but today?" agrees to no calls', () => {
    const { result } = said('I want a real person', '737-555-0110', 'Ana', 'ok but today?');
    expect(kindsOf(result)).not.toContain('consent');
  });
});

describe('people say it in other words', () => {
  test.each([
    [[...buyer, 'hmm no back to 350'], 'budget', { maxCents: 350_000_00 }],
    [[...buyer, 'we could stretch to 450'], 'budget', { maxCents: 450_000_00 }],
    [[...buyer, 'no havent talked to anybody. should we?'], 'preApproval', 'none'],
    [[...buyer, 'not preapproved but talking to wells fargo'], 'preApproval', 'in-progress'],
    [[...buyer, 'we talked to the bank, all good, approved up to 420'], 'preApproval', 'pre-approved'],
    [[...buyer, 'what about San Marcos'], 'area', 'San Marcos'],
    [['need 3/2 under 500 78745'], 'area', '78745'],
    [[...buyer, 'no', '2 maybe 3 bedrooms'], 'beds', 2],
    [['quiero comprar casa', '300 mil', 'pa marzo o abril'], 'timeline', {}],
    [['thinking of unloading it, a rental duplex'], 'intent', 'sell'],
    [['need cash offer for 1200 Broadmoor Dr'], 'intent', 'sell'],
    [['want something smaller, one story', 'we would have to sell our house first'], 'intent', 'both'],
    [[...seller, 'tenants are a headache'], 'motivation', 'investment'],
    [[...seller, 'we outgrew it', 'yes', 'pretty good, new AC'], 'condition', 'move_in_ready'],
    [['can i c it satrday mornin'], 'day', 'Saturday'],
    [['call me 5125550133 sam'], 'name', 'sam'],
    [[...buyer, 'no', 'actually leander also ok'], 'area', 'Leander'],
    [['I want to sell my house', 'wait no I meant buy, sorry'], 'intent', 'buy'],
    [['I own 4 rentals in Killeen and want to liquidate two of them'], 'intent', 'sell'],
    [['want to buy but might rent first'], 'intent', 'buy'],
    [['looking for another rental property, 4plex ideally'], 'propertyType', 'multi-family'],
    [[...buyer, 'yes', 'my budget is really 375'], 'budget', { maxCents: 375_000_00 }],
    [['sell my house fast, 90 days max, 2113 Teri Rd needs roof'], 'address', '2113 Teri Rd'],
    [['I want to sell my condo at 1800 Lavaca, unit 610'], 'address', '1800 Lavaca, unit 610'],
    [['Sell 1500 W 9th, needs work, want 700'], 'address', '1500 W 9th'],
    [['need 2 sell b4 xmas'], 'intent', 'sell'],
    [['I want to sell my house by christmas'], 'timeline', { minDays: 0, maxDays: 34 }],
    [['quiero vender mi casa', 'me urge vender'], 'timeline', { minDays: 0, maxDays: 30 }],
    [['can I see it next Thursday at 10 in the morning'], 'timeOfDay', '10 am'],
    [['Me la podrían mostrar el domingo'], 'visit', 'viewing'],
    [[...buyer, 'we can move whenever really'], 'timeline', { maxDays: null }],
    [['quiero vender rapido mi casa'], 'timeline', { maxDays: 30 }],
    [['need something under 300k with a fenced yard'], 'budget', { maxCents: 300_000_00 }],
    [['Buying, 450-500, pre-approved'], 'budget', { maxCents: 500_000_00 }],
    [['cash buyer, under 250, any area'], 'area', 'any'],
    [[...buyer, 'i pay all the money, no loan'], 'preApproval', 'cash'],
    [['i just want a quick peek'], 'visit', 'viewing'],
    [['sat 10am tour pls'], 'day', 'Saturday'],
    [[...seller, 'we outgrew it', 'yes', 'it needs un chingo de trabajo'], 'condition', 'needs_work'],
    [['condo with locker and parking in downtown'], 'intent', 'buy'],
    [['houses between 500k and 900k in Mueller'], 'intent', 'buy'],
    [['$900k townhouse'], 'intent', 'buy'],
  ] as const)('%j', (texts, slot, value) => {
    const found = answerIn(talk(...texts).state, slot);
    if (typeof value === 'object') expect(found).toMatchObject(value);
    else expect(found).toBe(value);
  });
});

describe('the person behind a message', () => {
  test.each(['not sure if we sell or rent it out, me and my sisters', 'i am alone no agent'])(
    '"%s" is no vendor and no agent',
    (text) => {
      expect(alertsOf(said('my dad passed and i have his house', text).result)).not.toContain('not-a-client');
    },
  );
  test.each([
    'We help realtors get 30+ exclusive leads per month',
    "Do you co-broke? I'm with Compass",
    'Showing request: buyer agent Kim Tran with eXp, Sat 2pm',
    'I have a contract on 905 Vargas Rd and want to assign it',
    'Hi, this is Dana with Keller Williams, I have a buyer for 2214 Alder',
  ])('"%s" is not asked what they would like to buy', (text) => {
    expect(alertsOf(said(text).result)).toContain('not-a-client');
  });
  test('"lose my info, dont wanna hear from yall" ends every message', () => {
    expect(said(...seller, 'nah lose my info, dont wanna hear from yall').state.ended).toBe('opted-out');
  });
  test('somebody who complains of messages is not asked whether they buy', () => {
    expect(textOf(said('why do you people keep texting me').result)).not.toContain('?');
  });
  test.each(['hoa n taxes', "I'd like to know more about 2214 Alder"])('"%s" is a question', (text) => {
    expect(textOf(said('hi', text).result)).toContain(`[${text}]`);
  });
  test('a complaint about a call that never came reaches the team', () => {
    const { result } = said('I asked for a call YESTERDAY and nobody called');
    expect(alertsOf(result)).toContain('for-the-team');
  });
  test('the team hears of a visitor who stands at the door', () => {
    const { result } = said('im outside the house right now can somebody let me in');
    expect(alertsOf(result)).toContain('for-the-team');
  });
});

test('nonsense is answered with a request to clarify, not with thanks', () => {
  const { result } = said(...buyer, 'blorp zint kwax flim');
  expect(textOf(result)).not.toMatch(/thank/i);
  expect(replyOf(result)?.acts.map(({ act }) => act)).toContain('clarify');
});
