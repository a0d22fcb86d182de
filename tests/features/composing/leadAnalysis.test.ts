import { expect, it } from 'vitest';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { LeadAnswer } from '../../../src/contract/rest/leads.ts';
import { report } from '../../../src/contract/rest/reports.ts';
import { leadAnalysis } from '../../../src/features/composing/reports/leadAnalysis.ts';
import type { TeamTask } from '../../../src/features/tasks/model.ts';
import { isoOf } from '../../../src/kernel/clock.ts';
import { anAppointment, aRead, aTalk, dayMs, hourMs, known, now } from './aLeadRead.ts';

/* Costs nothing. */

const aLine = (type: Entry['type'], seq: number, data: object, over: Partial<Entry> = {}): Entry =>
  ({
    ...{ v: 1, id: `e${seq}`, log: 'public:c1', seq, type, conversationId: 'c1', at: isoOf(now - 30 * hourMs) },
    ...{ actor: { kind: 'visitor', id: 'v' }, data },
    ...over,
  }) as Entry;
const priorities = (actions: { text: string; priority: string }[]) =>
  actions.map(({ text, priority }) => `${priority}: ${text}`);

it('asks for an answer that is owed, with the first words that wait, and alerts the supervisors once', () => {
  const talks = [aTalk({ unansweredSince: now - 30 * hourMs })];
  const lines = [
    aLine('message-created', 3, { text: 'Hello' }, { at: isoOf(now - 40 * hourMs) }),
    aLine('message-created', 4, { text: 'Is it still for sale?' }),
    aLine('message-created', 5, { text: 'Anybody there?' }, { at: isoOf(now - 29 * hourMs) }),
  ];
  const { analysis, alerts } = leadAnalysis(aRead({ talks, lines }), now);
  const evidence = [{ conversationId: 'c1', log: 'public:c1', seq: 4, start: 0, end: 21 }];
  expect(analysis.actions).toEqual([
    {
      ...{ text: 'Answer what they are waiting for', priority: 'high', conversationId: 'c1', evidence },
      dueAt: isoOf(now + hourMs),
    },
  ]);
  expect(analysis.risks).toMatchObject([
    { severity: 'high', mitigation: 'Answer them before anything else', evidence },
  ]);
  const told = { kind: 'waits-long', conversationId: 'c1', reason: 'Waiting for an answer for over a day' };
  // The same occasion as the alert that the hub raises by itself.
  expect(alerts).toMatchObject([{ ...told, occasion: `c1:waits-long:${now - 30 * hourMs}` }]);
  expect(leadAnalysis(aRead({ talks, lines }), now + hourMs).alerts[0]?.occasion).toBe(alerts[0]?.occasion);
});

it('alarms nobody for somebody who has left', () => {
  const left = aTalk({ unansweredSince: now - 30 * hourMs }, { visitorLeftAt: now - 29 * hourMs });
  const { analysis, alerts } = leadAnalysis(aRead({ talks: [left] }), now);
  expect(analysis.risks).toMatchObject([{ severity: 'medium' }]);
  expect(alerts).toEqual([]);
});

it('tells the supervisors of a hot lead that nobody has, and offers what the budget is', () => {
  const talks = [aTalk({ mode: 'bot' }, { temperature: 'hot' })];
  const fields = { budget: known({ minCents: null, maxCents: 45_000_000 }) };
  const score = aLine('score-changed', 9, {}, { log: 'internal:c1' });
  const read = aRead({ talks, lines: [score] }, { fields } as Partial<LeadAnswer>);
  const { analysis, alerts } = leadAnalysis(read, now);
  const cited = { conversationId: 'c1', log: 'internal:c1', seq: 9, start: 0, end: 0 };
  expect(priorities(analysis.actions)).toEqual(['high: Offer them a time for a showing or a call']);
  expect(analysis.opportunities).toEqual([
    {
      ...{ text: 'Jorge rates this lead hot', value: 'up to $450,000' },
      evidence: [cited, { conversationId: 'c1', log: 'public:c1', seq: 7, start: 0, end: 4 }],
    },
  ]);
  expect(analysis.confidence).toBe(1);
  expect(alerts).toMatchObject([{ kind: 'hot-lead', occasion: 'c1:hot-lead' }]);
  const taken = [aTalk({ mode: 'human', owner: { id: 'p', name: 'Maya' } }, { temperature: 'hot' })];
  expect(leadAnalysis(aRead({ talks: taken }), now).alerts).toEqual([]);
});

it('alerts to appointments missed again and again, once for each more', () => {
  const missed = [2, 1].map((days) =>
    anAppointment({ id: `a${days}`, startsAt: now - days * dayMs, outcome: 'no-show' }),
  );
  const noted = aLine('appointment-noted', 8, { appointmentId: 'a1', outcome: 'no-show' }, { log: 'internal:c1' });
  const { analysis, alerts } = leadAnalysis(aRead({ appointments: missed, lines: [noted] }), now);
  expect(analysis.risks).toMatchObject([
    { text: 'They missed 2 appointments', severity: 'high', evidence: [{ seq: 8 }] },
  ]);
  expect(alerts).toMatchObject([{ kind: 'no-shows', occasion: 'l1:no-shows:a1', priority: 2 }]);
  expect(priorities(analysis.actions)).toEqual(['medium: Offer a new time for the showing they missed']);
  const once = leadAnalysis(aRead({ appointments: missed.slice(1) }), now);
  expect([once.analysis.risks[0]?.severity, once.alerts]).toEqual(['medium', []]);
});

it('lists what is pressing first, confirms before an appointment, and asks for what isn’t known', () => {
  const flags = [{ kind: 'objection:budget_shock', reason: '', at: now }];
  const talks = [aTalk({ unansweredSince: now - hourMs }, { flags })];
  const lines = [
    aLine('alert-raised', 6, { kind: 'objection:budget_shock' }, { log: 'internal:c1' }),
    aLine('qualification-changed', 7, {}, { log: 'internal:c1' }),
    aLine('appointment-changed', 8, { appointmentId: 'a1' }),
  ];
  const read = aRead({ talks, lines, missing: ['timeline', 'area'], appointments: [anAppointment({})] });
  const { analysis } = leadAnalysis(read, now);
  expect(priorities(analysis.actions)).toEqual([
    'high: Answer what they are waiting for',
    'medium: Confirm the showing with them',
    'medium: Ask what is behind it before answering: budget shock',
    'low: Find out: timeline and area',
  ]);
  expect(analysis.actions.map(({ evidence }) => evidence.map(({ seq }) => seq))).toEqual([[], [8], [6], [7]]);
  expect(analysis.actions[1]?.dueAt).toBe(isoOf(now + 2 * dayMs - 3 * hourMs));
  expect(analysis.risks).toMatchObject([{ text: 'They raised: budget shock', severity: 'medium' }]);
});

it('presses nobody who wants to be left alone', () => {
  const talks = [aTalk({}, { temperature: 'hot', lastAt: now - 20 * dayMs })];
  const missed = [anAppointment({ startsAt: now - dayMs, outcome: 'no-show' })];
  const { analysis } = leadAnalysis(aRead({ talks, appointments: missed }, { suppressed: ['text'] }), now);
  expect(analysis.actions).toEqual([]);
  expect(analysis.risks.map(({ mitigation }) => mitigation)).toContain('Don’t use these channels');
});

it('guesses nothing of a lead of whom nothing is known', () => {
  expect(leadAnalysis(aRead({ talks: [] }), now)).toEqual({
    analysis: { confidence: null, actions: [], risks: [], opportunities: [] },
    alerts: [],
  });
  expect(leadAnalysis(aRead(), now).analysis.opportunities).toEqual([]);
});

it('is bounded by what somebody can grow, and keeps to the contract', () => {
  const flags = Array.from({ length: 90 }, (_, at) => ({ kind: `objection:o${at}`, reason: '', at: now }));
  const talks = Array.from({ length: 50 }, (_, at) =>
    aTalk({ id: `c${at}`, unansweredSince: now - 2 * dayMs }, { flags }),
  );
  const appointments = Array.from({ length: 200 }, (_, at) =>
    anAppointment({ id: `a${at}`, startsAt: now - dayMs, outcome: 'no-show' }),
  );
  const lines = appointments.map(({ id }, at) =>
    aLine('appointment-noted', at, { appointmentId: id, outcome: 'no-show' }),
  );
  const missing = Array.from({ length: 40 }, () => 'timeline' as const);
  const tasks = [] as TeamTask[];
  const { analysis, alerts } = leadAnalysis(aRead({ talks, appointments, lines, missing, tasks }), now);
  report.shape.analysis.parse(analysis);
  expect(JSON.stringify(analysis).length).toBeLessThan(10_000);
  expect(alerts.length).toBeLessThanOrEqual(3);
});
