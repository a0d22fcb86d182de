import { describe, expect, test } from 'vitest';
import { machineOf } from '../../../../src/features/bots/flows/machines.ts';
import {
  bandOf,
  judgeHandoff,
  learnedShift,
  noteHandoff,
  retryAt,
} from '../../../../src/features/bots/handoff/handoffs.ts';
import { commitmentParts, pcsOf, recencyOf, velocityOf } from '../../../../src/features/bots/score/commitment.ts';
import { isReadyForAgent, jorgePercentOf, jorgeScoreOf } from '../../../../src/features/bots/score/jorgeScore.ts';
import { frsOf } from '../../../../src/features/bots/score/readiness.ts';
import { scoreOf, temperatureOf } from '../../../../src/features/bots/score/score.ts';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { BotEvent, Handoff } from '../../../../src/features/bots/state/protocol.ts';
import { alertsOf, slotStates, tagsOf, usd, watched } from '../expectations.ts';
import { answerIn, at, kindsOf, textOf } from '../play.ts';

const minutesAfter = (minutes: number): string => new Date(Date.parse(at) + minutes * 60_000).toISOString();

describe('the lead bot and hand-overs, scenario by scenario', () => {
  test('L01: a greeting asks buying or selling, qualifies nobody and has no score', () => {
    const chat = watched();
    const result = chat.visitor('hi');
    expect([chat.state.at, chat.state.temperature]).toEqual(['ASK_INTENT', null]);
    expect(tagsOf(result).add.filter((tag) => /Qualified/.test(tag))).toEqual([]);
    expect(kindsOf(result)).toEqual(['reply']);
  });

  test('L02: sell, a few months, afternoon, next Tuesday, thanks; qualified only at the day', () => {
    const chat = watched();
    chat.visitor('hi');
    const turns = ['sell', 'a few months', 'afternoon', 'next Tuesday', 'thanks'].map((text) => {
      const result = chat.visitor(text);
      return [chat.state.at, tagsOf(result).add.includes('Lead-Qualified')];
    });
    expect(turns).toEqual([
      ['ASK_TIMELINE', false],
      ['ASK_TIME', false],
      ['ASK_DAY', false],
      ['CONFIRMED', true],
      ['DONE', false],
    ]);
  });

  test('L03: words inside other words set nothing', () => {
    const chat = watched();
    chat.visitor("I don't know", 'already told you on Monday', 'just listening');
    expect(slotStates(chat.state)).toEqual({});
    expect(chat.state.bot).toBe('lead');
  });

  test('L04: a buyer with facts goes to the buyer bot at once, with the tags changed and nothing asked twice', () => {
    const chat = watched();
    const result = chat.visitor("I want to buy, I'm pre-approved for 500k");
    expect(tagsOf(result)).toMatchObject({
      add: expect.arrayContaining(['Buyer-Lead', 'Handoff-Lead-to-Buyer']),
      remove: expect.arrayContaining(['Needs Qualifying']),
    });
    expect(result.effects).toContainEqual(
      expect.objectContaining({ kind: 'handoff', data: expect.objectContaining({ from: 'lead', to: 'buyer' }) }),
    );
    expect(answerIn(chat.state, 'budget')).toEqual(usd(null, 50_000_000));
    expect(chat.state.asked?.question).toBe('beds');
  });

  test('L05: an urgent sale goes to the seller bot', () => {
    const chat = watched();
    chat.visitor('need to sell my house ASAP, it is urgent');
    expect([chat.state.bot, chat.state.asked?.question]).toEqual(['seller', 'address']);
    expect(answerIn(chat.state, 'timeline')).toEqual({ minDays: 0, maxDays: 30 });
  });

  test('L06: both wishes: which first, that one to its end, then one single hand-over to the other', () => {
    const chat = watched();
    chat.visitor('I want to sell my house and buy another one');
    expect(chat.state.at).toBe('ASK_WHICH_FIRST');
    for (const text of ['sell first', '12 Oak Street', 'downsizing', 'yes', 'great condition']) chat.visitor(text);
    const sold = chat.visitor('650k');
    expect(chat.state.bot).toBe('buyer');
    // The team hears of a hot seller before the buyer's questions begin, where nothing is known yet.
    expect(tagsOf(sold).add).toEqual(expect.arrayContaining(['Hot-Seller', 'Seller-Qualified']));
    expect(alertsOf(sold)).toContain('hot-lead');
    chat.visitor('400k');
    for (const text of ['pre-approved', '3', 'by July', 'Hyde Park', 'mornings', 'Tuesday', 'ana@example.com'])
      chat.visitor(text);
    expect(chat.state.handoffs.map(({ from, to }) => `${from}>${to}`)).toEqual(['lead>seller', 'seller>buyer']);
  });

  const judge = (from: 'lead' | 'buyer' | 'seller', to: 'lead' | 'buyer' | 'seller', confidence: number) =>
    judgeHandoff({ from, to, confidence, at, before: [] }).pass;
  test('L07: thresholds by route; the own bot never passes, and of two equal wishes none does', () => {
    expect(judge('seller', 'buyer', 0.65)).toBe(true);
    expect(judge('buyer', 'seller', 0.75)).toBe(false);
    expect(judge('buyer', 'seller', 0.85)).toBe(true);
    expect(judge('lead', 'buyer', 0.5)).toBe(false);
    expect(judge('lead', 'seller', 0.7)).toBe(true);
    expect(judge('buyer', 'buyer', 1)).toBe(false);
    const chat = watched();
    chat.visitor('I want to buy a house and to sell mine');
    expect([chat.state.bot, chat.state.at, chat.state.handoffs]).toEqual(['lead', 'ASK_WHICH_FIRST', []]);
  });

  test('L08: the same way again within 30 minutes is blocked, later or for somebody else it is not', () => {
    const before: Handoff[] = [{ from: 'lead', to: 'buyer', at }];
    const again = (minutes: number, known: Handoff[]) =>
      judgeHandoff({ from: 'lead', to: 'buyer', confidence: 0.9, at: minutesAfter(minutes), before: known });
    expect(again(29, before)).toEqual({ pass: false, reason: 'circular' });
    expect(again(30, before)).toEqual({ pass: true });
    expect(again(29, [])).toEqual({ pass: true });
  });

  test('L09: the fourth in an hour and the eleventh in a day are blocked, for that one conversation', () => {
    let before: Handoff[] = [];
    const routes = [
      ['lead', 'seller'],
      ['seller', 'buyer'],
      ['buyer', 'seller'],
    ] as const;
    for (const [index, [from, to]] of routes.entries())
      before = noteHandoff(before, { from, to, at: minutesAfter(index) });
    const wanted = { from: 'lead', to: 'buyer', confidence: 0.9 } as const;
    expect(judgeHandoff({ ...wanted, at: minutesAfter(50), before })).toEqual({ pass: false, reason: 'hourly-limit' });
    expect(judgeHandoff({ ...wanted, at: minutesAfter(50), before: [] })).toEqual({ pass: true });
    let many: Handoff[] = [];
    for (let n = 0; n < 10; n++) many = noteHandoff(many, { from: 'buyer', to: 'seller', at: minutesAfter(n * 120) });
    expect(judgeHandoff({ ...wanted, at: minutesAfter(1300), before: many })).toEqual({
      pass: false,
      reason: 'daily-limit',
    });
    expect(judgeHandoff({ ...wanted, at: minutesAfter(1500), before: many })).toEqual({ pass: true });
  });

  test('L11: a target that fails or is late is put off by 30 minutes, three times; unknown health passes', () => {
    expect([bandOf({ errors: 0.12, p95OfGoal: 1 }), bandOf({ errors: 0, p95OfGoal: 1.3 })]).toEqual([
      'unwell',
      'unwell',
    ]);
    expect([bandOf({ errors: 0.08, p95OfGoal: 0.9 }), bandOf({ errors: 0, p95OfGoal: 1.1 })]).toEqual(['warn', 'warn']);
    expect(bandOf({ errors: 0.04, p95OfGoal: 1 })).toBe('well');
    const wanted = { from: 'lead', to: 'buyer', confidence: 0.9, at, before: [] } as const;
    expect(judgeHandoff({ ...wanted, isUnwell: true })).toEqual({ pass: false, reason: 'target-unwell' });
    expect(judgeHandoff(wanted)).toEqual({ pass: true });
    expect([retryAt(at, 0), retryAt(at, 2), retryAt(at, 3)]).toEqual([minutesAfter(30), minutesAfter(30), null]);
  });

  test('L12: outcomes move a threshold only with ten samples, and never further', () => {
    expect(learnedShift({ samples: 9, success: 0.9 })).toBe(0);
    expect(learnedShift({ samples: 10, success: 0.9 })).toBe(-0.05);
    expect(learnedShift({ samples: 10, success: 0.4 })).toBe(0.1);
    expect(learnedShift({ samples: 10, success: 0.7 })).toBe(0);
    const wanted = { from: 'lead', to: 'buyer', confidence: 0.66, at, before: [] } as const;
    expect(judgeHandoff({ ...wanted, shift: -0.05 }).pass).toBe(true);
    expect(judgeHandoff(wanted).pass).toBe(false);
    // A wish that was told twice, clearly, passes even where hand-overs go badly.
    expect(judgeHandoff({ ...wanted, from: 'buyer', to: 'seller', confidence: 0.9, shift: 0.1 }).pass).toBe(true);
  });

  test('L18: a referral is asked what for; a realtor, a vendor and an applicant are let go politely', () => {
    const referred = watched();
    referred.visitor('My friend Joe referred me to you');
    expect(referred.state.asked?.question).toBe('intent');
    for (const [text, reason] of [
      ["I'm a realtor with a buyer for this one", 'NOT_CONSUMER'],
      ['We offer SEO services to grow your business', 'NOT_CONSUMER'],
      ['are you hiring? I can send my resume', 'NOT_CONSUMER'],
    ] as const) {
      const chat = watched();
      const result = chat.visitor(text);
      expect([text, chat.state.at]).toEqual([text, reason]);
      expect(textOf(result)).not.toContain('?');
      expect(alertsOf(result)).toContain('not-a-client');
      expect(kindsOf(result)).toContain('wait');
    }
  });

  test('L19: the count of Jorge, 0 to 7, with its share; five make a lead ready for an agent', () => {
    const chat = watched();
    const counts = [
      'I want to buy, my budget is 500k',
      'in Hyde Park',
      'by July',
      '3 beds 2 baths',
      'pre-approved',
    ].map((text) => {
      chat.visitor(text);
      return jorgeScoreOf(chat.state);
    });
    expect(counts).toEqual([1, 2, 3, 4, 5]);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(jorgePercentOf)).toEqual([5, 15, 30, 50, 65, 75, 85, 100]);
    expect([isReadyForAgent(4), isReadyForAgent(5)]).toEqual([false, true]);
    expect(chat.results.flatMap((result) => tagsOf(result).add)).toEqual(
      expect.arrayContaining(['AI-Qualified', 'Ready-For-Agent']),
    );
    const all = { ...chat.state.slots };
    for (const slot of ['motivation', 'condition'])
      all[slot] = { value: 'x', state: 'answered', confidence: null, evidence: [] };
    expect(jorgeScoreOf({ ...chat.state, slots: all })).toBe(7);
  });

  test('nobody is qualified by one message, whatever it says', () => {
    const chat = watched();
    const first = chat.visitor('I want to buy a house, 500k, pre-approved, by July');
    expect(tagsOf(first).add.filter((tag) => tag.endsWith('-Qualified') && tag !== 'AI-Qualified')).toEqual([]);
    expect(tagsOf(chat.visitor('3 bedrooms')).add).toContain('Buyer-Qualified');
  });

  test.each([
    ['seller', { motivation: 'x', condition: 'x', price: 'x', timeline: { minDays: 0, maxDays: 60 } }],
    ['buyer', { budget: 'x', timeline: 'x', preApproval: 'pre-approved' }],
  ] as const)('a %s lacks for hot whatever is not answered, and refusing is no answer', (bot, values) => {
    const { lacksForHot } = machineOf(bot);
    const all = Object.fromEntries(
      Object.entries(values).map(([slot, value]) => [
        slot,
        { value, state: 'answered' as const, confidence: null, evidence: [] },
      ]),
    );
    expect(lacksForHot({ ...firstState(), slots: all })).toEqual([]);
    for (const [slot, known] of Object.entries(all))
      expect(
        lacksForHot({ ...firstState(), slots: { ...all, [slot]: { ...known, value: null, state: 'declined' } } }),
        slot,
      ).toHaveLength(1);
  });

  test('L20: readiness: neutral 50, highest 86.5, lowest 24.5, motivation and timeline 74.25', () => {
    const none = { motivation: null, timeline: null, condition: null, price: null } as const;
    const high = { motivation: 'high', timeline: 'high', condition: 'high', price: 'high' } as const;
    expect(frsOf(none)).toBeCloseTo(50, 6);
    expect(frsOf(high)).toBeCloseTo(86.5, 6);
    expect(frsOf({ motivation: 'low', timeline: 'low', condition: 'low', price: null })).toBeCloseTo(24.5, 6);
    expect(frsOf({ ...none, motivation: 'high', timeline: 'high' })).toBeCloseTo(74.25, 6);
  });
  test('L20: nothing observed is no score at all, and the bot’s own words count for nothing', () => {
    const chat = watched();
    chat.visitor('hello');
    expect(scoreOf(chat.state, machineOf('lead'), at)).toMatchObject({ score: null, temperature: null });
    expect(chat.state.talk).toMatchObject({ messages: 1, words: 1, asking: 0, wantsContact: false });
  });

  test('L21: commitment: the three worked examples, and no speed before the first reply', () => {
    const base = { velocity: 80, objection: 60, questions: 0, contact: 0 };
    expect(pcsOf({ ...base, length: 4 })).toBeCloseTo(31.6, 6);
    expect(pcsOf({ ...base, length: 40, questions: 25 })).toBeCloseTo(42, 6);
    expect(pcsOf({ ...base, length: 100, questions: 100, contact: 100 })).toBeCloseTo(86, 6);
    const chat = watched();
    expect(commitmentParts(chat.state.talk)).toBeNull();
    chat.visitor('hello');
    expect(commitmentParts(chat.state.talk)?.velocity).toBeNull();
    chat.later(30 * 60_000);
    chat.visitor('I want to buy a house');
    expect(commitmentParts(chat.state.talk)?.velocity).toBe(80);
    expect([5, 60, 360, 1440, 4320, 4321].map((minutes) => velocityOf(minutes * 60_000))).toEqual([
      100, 80, 60, 40, 20, 0,
    ]);
    const { talk } = chat.state;
    const objected = (objectionsRaised: number, objectionsResolved: number) =>
      commitmentParts({ ...talk, objectionsRaised, objectionsResolved })?.objection;
    expect([objected(0, 0), objected(2, 1), objected(2, 2)]).toEqual([60, 50, 100]);
    const daysLater = (days: number) => recencyOf(at, new Date(Date.parse(at) + days * 86_400_000).toISOString());
    expect([0, 1, 3, 7, 30, 31].map(daysLater)).toEqual([100, 100, 80, 60, 30, 0]);
  });

  test('L22: the labels that the bot set raise no score of their own, and a lead who must not be contacted is asked for no number', () => {
    const chat = watched();
    for (const text of ['I want to sell 12 Oak Street', 'relocating', 'in 30 days', 'move-in ready', '650k'])
      chat.visitor(text);
    expect(chat.results.flatMap((result) => tagsOf(result).add)).toContain('Hot-Seller');
    const { score } = scoreOf(chat.state, machineOf('seller'), at);
    expect(scoreOf({ ...chat.state, temperature: null, told: [] }, machineOf('seller'), at).score).toBe(score);
    const known: BotEvent = { kind: 'person-known', slots: {}, consented: [], suppressedAt: at };
    const suppressed = watched();
    const first = suppressed.happen(known, {
      kind: 'visitor-message',
      seq: 1,
      log: 'public:c',
      text: 'Can you call me?',
    });
    expect(first.effects).toContainEqual(expect.objectContaining({ kind: 'flag', flag: 'opted-out' }));
    for (const text of ['morning', 'Friday', 'thanks']) suppressed.visitor(text);
    expect(suppressed.results.map(textOf).join(' ')).not.toMatch(/number|email/);
  });

  test('a label is dropped only five points below its cut, and hot needs its facts', () => {
    const facts = { known: 4, isHotEnough: true, hasLongHorizon: false };
    expect(temperatureOf(70, null, facts)).toBe('hot');
    expect(temperatureOf(69, null, facts)).toBe('warm');
    expect(temperatureOf(65, 'hot', facts)).toBe('hot');
    expect(temperatureOf(64.9, 'hot', facts)).toBe('warm');
    expect(temperatureOf(35, 'warm', facts)).toBe('warm');
    expect(temperatureOf(34.9, 'warm', facts)).toBe('cold');
    expect(temperatureOf(99, 'hot', { ...facts, isHotEnough: false })).toBe('warm');
  });
});
