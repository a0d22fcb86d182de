import { describe, expect, it, test } from 'vitest';
import type { InterventionState } from '../../../src/contract/interventions.ts';
import { type CoolingLead, dayMs, type ProposalPolicy, usualHours } from '../../../src/features/interventions/model.ts';
import { barrierTo, plan, stepAt, tierOf } from '../../../src/features/interventions/plan.ts';
import { noLimits } from '../../../src/features/reading/optOut/contactLimits.ts';
import { wallTimeAt, weekdayOf } from '../../../src/kernel/zonedTime.ts';

/* Pure: a second in all, nearly all of it the 100,000 simulated days. */

const policy: ProposalPolicy = { ...usualHours, zone: 'America/Chicago' };
/** Ten in the morning, on a Tuesday. */
const now = Date.parse('2026-11-17T16:00:00Z');
const silentFor = (days: number, over: Partial<CoolingLead> = {}): CoolingLead => ({
  ...{
    leadId: 'l1',
    conversationId: 'c1',
    lastWordsAt: now - days * dayMs,
    promisedAt: null,
    risk: 0.65,
    evidence: [],
  },
  ...{ isOptedOut: false, way: 'sms', limits: noLimits, isTalking: false, appointmentAt: null, proposals: [] },
  ...over,
});
const made = (daysAgo: number, over: Partial<CoolingLead['proposals'][number]> = {}) => ({
  ...{ id: `p${daysAgo}`, step: 7 as const, silentSince: 0, state: 'sent' as const },
  ...{ createdAt: now - daysAgo * dayMs, ...over },
});

describe('a lead who went silent', () => {
  it.each([
    [6.9, null],
    [7, 7],
    [13.9, 7],
    [14, 14],
    [21, 21],
    [30, 30],
    [45, 45],
    [59.9, 45],
    [60, null],
    [400, null],
  ])('after %d days has reached step %s of the ladder', (days, step) => {
    expect(stepAt(days)).toBe(step);
    expect(plan(silentFor(days), policy, now)?.step ?? null).toBe(step);
  });

  it.each([
    [0.29, null],
    [0.3, 'medium'],
    [0.6, 'high'],
    [0.8, 'critical'],
    [1, 'critical'],
  ])('at a risk of %d is of tier %s', (risk, tier) => {
    expect(tierOf(risk)).toBe(tier);
    expect(plan(silentFor(10, { risk }), policy, now)?.tier ?? null).toBe(tier);
  });

  it('without a reading of churn goes by the silence alone, and the proposal says so', () => {
    expect(plan(silentFor(10, { risk: null }), policy, now)).toMatchObject({
      ...{ tier: 'medium', tierBy: 'silence', risk: null },
    });
    expect(plan(silentFor(40, { risk: null }), policy, now)).toMatchObject({ tier: 'critical', tierBy: 'silence' });
    expect(plan(silentFor(10), policy, now)).toMatchObject({ tierBy: 'churn', risk: 0.65 });
  });

  it('is silent from a date that was promised, and not before it', () => {
    expect(plan(silentFor(20, { promisedAt: now - 8 * dayMs }), policy, now)).toMatchObject({
      ...{ step: 7, silentSince: now - 8 * dayMs },
    });
    expect(plan(silentFor(20, { promisedAt: now - 3 * dayMs }), policy, now)).toBeNull();
    expect(plan(silentFor(20, { promisedAt: now + dayMs }), policy, now)).toBeNull();
    expect(plan(silentFor(20, { lastWordsAt: null }), policy, now)).toBeNull();
  });

  it('has one proposal for each step, the same one each time, and never two that are open', () => {
    const first = plan(silentFor(7.2), policy, now);
    expect(plan(silentFor(7.2), policy, now)).toEqual(first);
    const known = { ...made(8), id: first?.id ?? '' };
    expect(plan(silentFor(7.2, { proposals: [known] }), policy, now)).toBeNull();
    expect(plan(silentFor(15, { proposals: [made(8)] }), policy, now)).toMatchObject({ step: 14 });
    for (const state of ['open', 'approving'] as const)
      expect(plan(silentFor(15, { proposals: [made(8, { state })] }), policy, now)).toBeNull();
  });
});

const night = Date.parse('2026-11-17T09:00:00Z');
const gates: [string, Partial<CoolingLead>, number?][] = [
  ['opted-out', { isOptedOut: true }],
  ['no-consent', { way: null }],
  ['quiet-hours', {}, night],
  ['capped', { proposals: [made(6.9)] }],
  ['talking', { isTalking: true }],
  ['appointment', { appointmentAt: now + 40 * dayMs }],
  ['promised', { promisedAt: now + 40 * dayMs }],
  ['wrote-since', { lastWordsAt: now - 1 }],
];

test.each(gates.map((gate, at) => ({ gate, rest: gates.slice(at + 1) })))(
  'the gates are asked in their order, and none lets through what one before it stops: $gate.0',
  ({ gate: [barrier, closed, at = now], rest }) => {
    const asked = { since: now - dayMs };
    expect(barrierTo(silentFor(20, closed), policy, at, asked)).toBe(barrier);
    for (const [, alsoClosed, alsoAt = at] of rest) {
      const both = silentFor(20, { ...alsoClosed, ...closed });
      const when = barrier === 'opted-out' || barrier === 'no-consent' ? alsoAt : at;
      expect(barrierTo(both, policy, when, asked)).toBe(barrier);
      expect(plan(both, policy, when)).toBeNull();
    }
  },
);

it('hours and days that they asked for narrow the window', () => {
  const within = (limits: Partial<CoolingLead['limits']>) =>
    barrierTo(silentFor(20, { limits: { ...noLimits, ...limits } }), policy, now);
  expect(within({ from: 10 * 60 })).toBeNull();
  expect(within({ from: 10 * 60 + 1 })).toBe('quiet-hours');
  expect(within({ until: 10 * 60 })).toBe('quiet-hours');
  expect(within({ weekdays: [1] })).toBeNull();
  expect(within({ weekdays: [0, 2] })).toBe('quiet-hours');
});

it('on Sundays nobody is contacted before noon', () => {
  const sunday = (time: string) => barrierTo(silentFor(20), policy, Date.parse(`2026-11-22T${time}:00-06:00`));
  expect(sunday('11:59')).toBe('quiet-hours');
  expect(sunday('12:00')).toBeNull();
  expect(sunday('19:59')).toBeNull();
  expect(sunday('20:00')).toBe('quiet-hours');
});

it('at most one proposal in a week and three in thirty days; a proposal does not count against itself', () => {
  expect(barrierTo(silentFor(40, { proposals: [made(7), made(14), made(29.9)] }), policy, now)).toBe('capped');
  expect(barrierTo(silentFor(40, { proposals: [made(7), made(14), made(30)] }), policy, now)).toBeNull();
  expect(barrierTo(silentFor(40, { proposals: [made(3)] }), policy, now, { own: 'p3' })).toBeNull();
});

/** A small generator with a seed (Mulberry32), so that the runs are the same each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

it('in 100,000 simulated days of leads no cap, no opt-out, no hour, and no gate is ever passed over', () => {
  const random = seeded(20_261_117);
  const chance = (share: number): boolean => random() < share;
  const between = (from: number, to: number): number => from + random() * (to - from);
  const days = 200;
  const looks = 1;
  const counts = { proposals: 0, optedOut: 0, replies: 0 };
  for (let at = 0; at < 100_000 / days; at += 1) {
    let lead = silentFor(0, { leadId: `l${at}`, risk: chance(0.2) ? null : between(0, 1) });
    const zone = chance(0.5) ? 'America/Chicago' : 'America/New_York';
    const rules = { ...policy, zone };
    const times: number[] = [];
    for (let day = 0; day < days; day += 1) {
      if (chance(0.02)) {
        lead = { ...lead, lastWordsAt: now + day * dayMs };
        counts.replies += 1;
      }
      if (chance(0.001)) lead = { ...lead, isOptedOut: true };
      if (chance(0.005)) lead = { ...lead, way: lead.way === null ? 'call' : null };
      if (chance(0.02)) lead = { ...lead, isTalking: !lead.isTalking };
      if (chance(0.01)) lead = { ...lead, appointmentAt: now + (day + between(0, 10)) * dayMs };
      if (chance(0.01)) lead = { ...lead, promisedAt: now + (day + between(0, 20)) * dayMs };
      for (let look = 0; look < looks; look += 1) {
        const when = now + (day + between(0, 1)) * dayMs;
        const planned = plan(lead, rules, when);
        if (planned === null) continue;
        counts.proposals += 1;
        const wall = wallTimeAt(when, zone);
        const fromHour = weekdayOf(wall) === 6 ? 12 : 9;
        const broken = [
          lead.isOptedOut,
          lead.way === null,
          wall.hour < fromHour || wall.hour >= 20,
          times.filter((time) => Math.abs(when - time) < 7 * dayMs).length > 0,
          times.filter((time) => Math.abs(when - time) < 30 * dayMs).length > 2,
          lead.isTalking,
          (lead.appointmentAt ?? 0) > when,
          (lead.promisedAt ?? 0) > when,
          when - (lead.lastWordsAt ?? when) < 7 * dayMs,
          lead.proposals.some(({ id, state }) => id === planned.id || state === 'open'),
        ];
        if (broken.includes(true)) expect.fail(`gate ${broken.indexOf(true)} was passed over on day ${day}`);
        times.push(when);
        const state: InterventionState = chance(0.5) ? 'sent' : chance(0.5) ? 'rejected' : 'open';
        lead = { ...lead, proposals: [...lead.proposals, { ...planned, state }].slice(-50) };
      }
      // Somebody decides on it, or it expires.
      if (chance(0.2)) {
        const decided = lead.proposals.map((one) => ({ ...one, state: 'sent' as const }));
        lead = { ...lead, proposals: decided };
      }
      if (lead.isOptedOut) counts.optedOut += 1;
    }
  }
  // That it means something: there was much to go wrong.
  expect(counts.proposals).toBeGreaterThan(500);
  expect(counts.optedOut).toBeGreaterThan(1_000);
  expect(counts.replies).toBeGreaterThan(1_000);
});
