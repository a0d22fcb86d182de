import { expect, it } from 'vitest';
import type { LeadAnswer } from '../../../src/contract/rest/leads.ts';
import { leadReport } from '../../../src/features/composing/reports/leadReport.ts';
import type { LeadRead } from '../../../src/features/composing/reports/readLeadReport.ts';
import { recordWords } from '../../../src/features/composing/reports/recordWords.ts';
import { plainText } from '../../../src/features/insight/reports/figures.ts';
import type { TeamTask } from '../../../src/features/tasks/model.ts';
import { anAppointment, aRead, aTalk, dayMs, hourMs, known, now } from './aLeadRead.ts';

/* Costs nothing. */

const partOf = (read: LeadRead, title: string): string => {
  const draft = leadReport(read, now).find((one) => one.title === title);
  return draft === undefined ? '' : plainText(draft, null);
};

it('tells what they said with the message it stands in, but not how to reach them', () => {
  const fields = { budget: known({ minCents: null, maxCents: 45_000_000 }), phone: known('512-555-0143') };
  const draft = leadReport(aRead({ missing: ['timeline', 'area'] }, { fields } as Partial<LeadAnswer>), now)[1];
  expect(draft?.figures).toMatchObject([
    { name: 'Budget', value: 'up to $450,000', source: 'their words in conversation c1, message 7' },
  ]);
  expect(draft?.advice).toEqual(['Not known yet: timeline and area.']);
});

it('tells each risk that the records show with what to do about it, and none that they don’t', () => {
  const talks = [
    aTalk(
      { unansweredSince: now - 30 * hourMs },
      { flags: [{ kind: 'objection:budget_shock', reason: '', at: now }], lastAt: now - 30 * hourMs },
    ),
  ];
  const appointments = [anAppointment({ startsAt: now - dayMs, outcome: 'no-show' })];
  expect(partOf(aRead({ talks, appointments }, { suppressed: ['text'] }), 'Risks')).toBe(
    'They have been without an answer for 30 hours. 1 appointment was a no-show. They raised: budget shock. They don’t want to be reached by text. Answer them before anything else. Confirm the next time shortly before it. Ask what is behind it before answering: budget shock. Don’t use these channels.',
  );
  expect(partOf(aRead(), 'Risks')).toBe('The records show no risk.');
  const silent = aRead({ talks: [aTalk({}, { lastAt: now - 15 * dayMs })] });
  expect(partOf(silent, 'Risks')).toContain('Nobody has written for 15 days.');
});

it('tells the due actions with their times, and the facts that an answer would depend on', () => {
  const task = { id: 'k1', text: 'Send the comps', owner: { id: 'p', name: 'Maya' } };
  const tasks = [
    { ...task, dueAt: now - 2 * hourMs },
    { ...task, text: 'Call back…', dueAt: now + 3 * dayMs },
  ] as TeamTask[];
  const read = aRead({ tasks, missing: ['timeline'], appointments: [anAppointment({})] });
  expect(partOf(read, 'Actions')).toBe(
    'Maya: Send the comps (overdue by 2 hours). Maya: Call back... (due in 3 days). To find out in the next talk: timeline.',
  );
  expect(partOf(read, 'Opportunities')).toBe('The next showing is in 2 days.');
  expect(partOf(read, 'Expected outcome')).toBe(
    '1 appointment lies ahead. No probability is given: nothing that was measured supports one. It also depends on what isn’t known: timeline.',
  );
});

it('guesses nothing of a lead of whom nothing is known', () => {
  const nothing = aRead({ talks: [] });
  expect(partOf(nothing, 'Summary')).toBe(
    'No conversation so far. Jorge hasn’t rated this lead. Nothing has been said yet.',
  );
  expect(partOf(nothing, 'Qualification')).toBe('Nothing is known yet.');
  expect(leadReport(nothing, now).every((draft) => plainText(draft, null) !== '')).toBe(true);
});

it('is bounded by what somebody can grow', () => {
  const fields = Object.fromEntries(Array.from({ length: 90 }, (_, at) => [`slot${at}`, known('x'.repeat(900))]));
  const flags = Array.from({ length: 90 }, (_, at) => ({ kind: `objection:o${at}`, reason: '', at: now }));
  const tasks = Array.from({ length: 50 }, (_, at) => ({
    ...{ id: `k${at}`, text: 'y'.repeat(900), dueAt: now, owner: { id: 'p', name: 'Maya' } },
  })) as TeamTask[];
  const drafts = leadReport(aRead({ tasks, talks: [aTalk({}, { flags })] }, { fields } as Partial<LeadAnswer>), now);
  expect(JSON.stringify(drafts).length).toBeLessThan(25_000);
});

it.each([
  ['in_progress', 'in progress'],
  [3, '3'],
  [true, 'yes'],
  [['pool', 'garage'], 'pool, garage'],
  [{ minCents: 40_000_000, maxCents: 50_000_000 }, '$400,000 to $500,000'],
  [{ minCents: 40_000_000, maxCents: null }, 'from $400,000'],
  [{ minDays: 30, maxDays: 90 }, 'in 30 to 90 days'],
  [{ minDays: 0, maxDays: 30 }, 'within 30 days'],
  [{ street: 'Oak' }, null],
  [null, null],
])('a record is printed as people read it: %j', (value, words) => {
  expect(recordWords(value)).toBe(words);
});
