import { describe, expect, test } from 'vitest';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import { type Effect, handoffsKept, type StepResult } from '../../../../src/features/bots/state/protocol.ts';
import type { Pack } from '../../../../src/features/packs/model.ts';
import { alertsOf, tagsOf, watched } from '../expectations.ts';
import { pack, textOf } from '../play.ts';

const minuteMs = 60_000;
const outcomesOf = (results: readonly StepResult[]) =>
  results
    .flatMap(({ effects }) => effects)
    .filter((effect): effect is Effect & { kind: 'handoff-outcome' } => effect.kind === 'handoff-outcome')
    .map(({ from, to, outcome }) => `${from}>${to}: ${outcome}`);
const blockedIn = (result: StepResult): string[] =>
  result.effects.flatMap((effect) =>
    effect.kind === 'handoff' && effect.data.state === 'blocked' ? [effect.data.reason] : [],
  );

describe('a hand-over between bots', () => {
  test('L11: to a bot that is unwell it is put off three times by half an hour, then for good, and the present bot goes on', () => {
    const given: Pack = { ...pack, handoffs: { unwell: ['buyer'], shifts: {} } };
    const chat = watched(firstState(), given);
    const first = chat.visitor('I want to buy a house');
    expect([chat.state.bot, chat.state.deferred?.times]).toEqual(['lead', 1]);
    expect(blockedIn(first)).toEqual(['target-unwell']);
    expect(first.effects.some(({ kind }) => kind === 'reply')).toBe(true);
    expect(tagsOf(first).add).not.toContain('Buyer-Lead');
    chat.later(29 * minuteMs);
    chat.visitor('my budget is 500k');
    expect(chat.state.deferred?.times).toBe(1);
    for (const [times, text] of [
      [2, 'three bedrooms'],
      [3, 'in Hyde Park'],
    ] as const) {
      chat.later(31 * minuteMs);
      expect(blockedIn(chat.visitor(text))).toEqual([]);
      expect([chat.state.bot, chat.state.deferred?.times]).toEqual(['lead', times]);
    }
    chat.later(31 * minuteMs);
    const last = chat.visitor('pre-approved');
    expect(chat.state.deferred).toEqual({ to: 'buyer', times: 4, until: null });
    expect(tagsOf(last).add).toContain('Handoff-Deferred-Buyer-Performance');
    expect(alertsOf(last)).toContain('handoff-deferred');
    chat.later(24 * 60 * minuteMs);
    chat.visitor('is there anything new?');
    expect(chat.state.bot).toBe('lead');
    expect(chat.state.slots.budget?.state).toBe('answered');
  });

  test('L11: once the other bot is well again it takes over after the half hour, with all that was said', () => {
    const handoffs = { unwell: ['buyer'] as ('buyer' | 'seller')[], shifts: {} };
    const chat = watched(firstState(), { ...pack, handoffs });
    chat.visitor('I want to buy a house, my budget is 500k');
    expect(chat.state.bot).toBe('lead');
    handoffs.unwell = [];
    chat.visitor('hello?');
    expect(chat.state.bot).toBe('lead');
    chat.later(31 * minuteMs);
    chat.visitor('hello?');
    expect([chat.state.bot, chat.state.deferred]).toEqual(['buyer', null]);
  });
  test('L11: a change of mind that was put off is not forgotten', () => {
    const handoffs = { unwell: [] as 'seller'[], shifts: {} };
    const chat = watched(firstState(), { ...pack, handoffs });
    chat.visitor('I want to buy a house');
    handoffs.unwell = ['seller'];
    chat.visitor("I don't want to buy, I want to sell my house");
    expect([chat.state.bot, chat.state.deferred?.to]).toEqual(['buyer', 'seller']);
    handoffs.unwell = [];
    chat.later(31 * minuteMs);
    chat.visitor('so how does it work?');
    expect(chat.state.bot).toBe('seller');
  });

  test('L12: the lesson from a route’s outcomes lets a likely wish stay with the lead bot, never a clear one', () => {
    const taught: Pack = { ...pack, handoffs: { unwell: [], shifts: { 'lead>buyer': 0.1 } } };
    const likely = ['hi', 'buy', 'in 2 months', 'mornings', 'Friday', 'ana@example.com', "I'm Ana"];
    const [learned, plain] = [watched(firstState(), taught), watched()];
    for (const text of likely) {
      learned.visitor(text);
      plain.visitor(text);
    }
    expect([learned.state.bot, plain.state.bot]).toEqual(['lead', 'buyer']);
    const clear = watched(firstState(), taught);
    clear.visitor('I want to buy a house');
    expect(clear.state.bot).toBe('buyer');
  });

  test('went well once the new bot got an answer, or the talk stayed with it for ten minutes', () => {
    const chat = watched();
    chat.visitor('I want to buy a house');
    expect(outcomesOf(chat.results)).toEqual([]);
    chat.visitor('is it quiet there?');
    expect(outcomesOf(chat.results)).toEqual([]);
    chat.visitor('500k');
    chat.visitor('pre-approved');
    expect(outcomesOf(chat.results)).toEqual(['lead>buyer: successful']);
    const stays = watched();
    stays.visitor('I want to buy a house');
    stays.later(11 * minuteMs);
    stays.visitor('is it quiet there?');
    expect(outcomesOf(stays.results)).toEqual(['lead>buyer: successful']);
  });

  test('was wrong when the visitor goes back within ten minutes; later it is another wish', () => {
    for (const [minutes, outcomes] of [
      [5, ['seller>buyer: reverted']],
      [15, []],
    ] as const) {
      const chat = watched();
      chat.visitor('I want to sell my house');
      chat.visitor('actually I would rather buy a house instead, no selling');
      expect(chat.state.bot).toBe('buyer');
      chat.later(minutes * minuteMs);
      chat.visitor("no, I don't want to buy, I want to sell my house");
      expect(chat.state.bot).toBe('seller');
      expect(outcomesOf(chat.results).filter((one) => one.startsWith('seller>buyer'))).toEqual(outcomes);
    }
  });

  const toSelling = "I don't want to buy, I want to sell my house";
  const toBuying = 'actually I would rather buy a house instead, no selling';

  test.each([
    [['I want to buy a house', toSelling, toBuying], toSelling, /you're selling/],
    [['I want to sell my house', toBuying, toSelling], toBuying, /you're buying/],
    [
      ['Quiero comprar una casa', 'ya no quiero comprar, quiero vender mi casa', 'ya no quiero vender, quiero comprar'],
      'ya no quiero comprar, quiero vender mi casa',
      /la venta/,
    ],
  ])(
    'to and fro within half an hour ends with a person who knows what they want now, not with the bot they left',
    (before, again, told) => {
      const chat = watched();
      for (const text of before) chat.visitor(text);
      const { bot } = chat.state;
      const result = chat.visitor(again);
      expect(blockedIn(result)).toEqual(['circular']);
      expect(textOf(result)).toMatch(told);
      expect(textOf(result)).toMatch(/person|persona/);
      expect(textOf(result)).not.toMatch(/let(?:'| u)s|[?]/i);
      expect(chat.state).toMatchObject({ bot, mode: 'waiting', escalation: 'requested', asked: null });
      expect(alertsOf(result)).toContain('changes-sides');
      expect(textOf(chat.visitor('12 Oak Street'))).not.toMatch(/lender|loan|price|[?]/i);
    },
  );

  test('that the other bot cannot take is not announced', () => {
    const handoffs = { unwell: [] as 'seller'[], shifts: {} };
    const chat = watched(firstState(), { ...pack, handoffs });
    chat.visitor('I want to buy a house');
    handoffs.unwell = ['seller'];
    expect(textOf(chat.visitor(toSelling))).not.toMatch(/your sale|with the sale|lender/i);
  });

  describe('of somebody who sells first and then buys', () => {
    const hotSeller = () => {
      const chat = watched();
      for (const text of ['I want to sell my house', 'we also want to buy', '12 Oak Street', 'downsizing'])
        chat.visitor(text);
      for (const text of ['30 days is fine', 'great condition']) chat.visitor(text);
      return { chat, last: chat.visitor('650k') };
    };
    const scoresIn = (result: StepResult) =>
      result.effects.flatMap((effect) => (effect.kind === 'score' ? [effect.data] : []));
    const removedIn = (results: readonly StepResult[]) => results.flatMap((result) => tagsOf(result).remove);

    test('leaves a hot seller hot: the score, the alert and the tags say the same while the buyer’s answers come', () => {
      const { chat, last } = hotSeller();
      expect([chat.state.bot, chat.state.temperature]).toEqual(['buyer', 'hot']);
      expect(alertsOf(last)).toContain('hot-lead');
      expect(tagsOf(last).add).toContain('Hot-Seller');
      expect(scoresIn(last)).toMatchObject([{ temperature: 'hot', reasons: expect.arrayContaining(['price: known']) }]);
      expect(scoresIn(last)[0]!.score).toBeGreaterThanOrEqual(70);
      const rest = ['500k', 'three bedrooms'].map((text) => chat.visitor(text));
      expect(chat.state.temperature).toBe('hot');
      expect(rest.flatMap((result) => tagsOf(result).add).filter((tag) => /Cold|Warm/.test(tag))).toEqual([]);
      expect([...removedIn([last, ...rest])]).not.toContain('Hot-Seller');
    });

    test('a buyer who is as hot in the end has that label, and is not hot by the slack of the seller’s', () => {
      const { chat } = hotSeller();
      const told = ['500k', 'cash', 'three bedrooms', 'in two months', 'Hyde Park'].map((text) => chat.visitor(text));
      const last = told.findIndex((result) => tagsOf(result).add.includes('Hot-Buyer'));
      expect(last).toBeGreaterThanOrEqual(0);
      const [score] = scoresIn(told[last]!);
      expect(score).toMatchObject({ temperature: 'hot', reasons: expect.arrayContaining(['budget: known']) });
      expect(score!.score).toBeGreaterThanOrEqual(70);
      expect(chat.state.labelOf).toBe('buyer');
    });

    test('takes the label away with the sale: a lead who no longer sells is as warm as what they said of buying', () => {
      const { chat } = hotSeller();
      const result = chat.happen({ kind: 'slot-corrected', seq: 99, slot: 'intent', value: 'buy' });
      expect(chat.state.temperature).toBe('cold');
      expect(tagsOf(result)).toMatchObject({
        add: expect.arrayContaining(['Cold-Buyer']),
        remove: expect.arrayContaining(['Hot-Seller']),
      });
      expect(scoresIn(result)).toMatchObject([{ temperature: 'cold' }]);
    });
  });

  test('that a person of the team chose counts for no route', () => {
    const chat = watched();
    chat.visitor('hi');
    chat.happen({ kind: 'bot-chosen', seq: 90, bot: 'buyer', reason: 'knows this better' });
    chat.visitor('500k');
    expect(chat.state.handoffs).toMatchObject([{ from: 'lead', to: 'buyer', byStaff: true, outcome: 'successful' }]);
    expect(outcomesOf(chat.results)).toEqual([]);
  });
});

test('a talk of both wishes that the team moves to and fro a hundred times remembers no more than after four', () => {
  const chat = watched();
  chat.visitor('I want to sell my house and buy another one');
  const sizes: number[] = [];
  for (let seq = 100; seq < 200; seq += 1) {
    chat.happen({ kind: 'bot-chosen', seq, bot: seq % 2 === 0 ? 'buyer' : 'seller', reason: 'knows this better' });
    sizes.push(chat.state.told.length);
  }
  expect(sizes.at(-1)).toBe(sizes[3]);
  expect(chat.state.handoffs.length).toBeLessThanOrEqual(handoffsKept);
});
