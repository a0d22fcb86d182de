import { expect, it } from 'vitest';
import type { Entry, EntryData, EntryType } from '../../../src/contract/log/entry.ts';
import { helpReportOf } from '../../../src/features/insight/helpReport.ts';

/* Costs nothing. */

const maya = { kind: 'agent', id: 'maya', name: 'Maya Torres' } as const;
const line = <T extends EntryType>(type: T, data: Partial<EntryData<T>>, of: Partial<Entry> = {}) =>
  ({ type, data, actor: { kind: 'bot', id: 'coach' }, conversationId: 'c', ...of }) as unknown as Entry;
const suggested = (suggestionId: string, strategy = 'analytical') =>
  line('suggestion-created', {
    ...{ suggestionId, strategy, stage: 'objection', basis: 'model' },
    versions: { prompt: 6, model: 'haiku', rules: 2, strategy: 1 },
  });
const seen = (suggestionId: string) => line('suggestion-seen', { suggestionId }, { actor: maya });
const cue = (cueId: string, ruleId = 'price-too-high') => line('cue-created', { cueId, ruleId });

it('counts what was shown, seen, used, said and turned down, by rule, strategy, stage, version and person', () => {
  const report = helpReportOf([
    suggested('a'),
    seen('a'),
    line('suggestion-answered', { suggestionId: 'a', action: 'edited' }, { actor: maya }),
    suggested('b', 'empathetic'),
    seen('b'),
    line('suggestion-spoken', { suggestionId: 'b' }),
    suggested('c'),
    cue('q'),
    line('cue-answered', { cueId: 'q', action: 'wrong' }, { actor: maya }),
    line('conversation-ended', { disposition: 'Appointment set' }, { actor: maya }),
  ]);
  expect(
    report.byRule.map(({ key, shown, seen, used, spoken, wrong }) => [key, shown, seen, used, spoken, wrong]),
  ).toEqual([
    ['coach by model', 3, 2, 1, 1, 0],
    ['price-too-high', 1, 1, 0, 0, 1],
  ]);
  expect(report.byStrategy.map(({ key, shown }) => [key, shown])).toEqual([
    ['analytical', 2],
    ['empathetic', 1],
  ]);
  expect(report.byStage).toMatchObject([{ key: 'objection', taken: { share: 1 }, outcomes: { 'Appointment set': 1 } }]);
  expect(report.byVersion).toMatchObject([{ key: 'prompt 6, haiku' }]);
  // Nobody saw the third.
  expect(report.byAgent).toMatchObject([{ key: 'maya', name: 'Maya Torres', shown: 3, seen: 3, comparable: false }]);
});

it('ranks nobody and nothing below thirty', () => {
  const many = (ruleId: string, count: number, used: number) =>
    Array.from({ length: count }, (_, n) => [
      cue(`${ruleId}${n}`, ruleId),
      ...(n < used ? [line('cue-answered', { cueId: `${ruleId}${n}`, action: 'used' })] : []),
    ]).flat();
  const { byRule } = helpReportOf([...many('few', 29, 29), ...many('poor', 30, 3), ...many('good', 30, 20)]);
  expect(byRule.map(({ key, comparable }) => [key, comparable])).toEqual([
    ['good', true],
    ['poor', true],
    ['few', false],
  ]);
  const [good] = byRule;
  expect(good?.taken?.from).toBeCloseTo(0.488, 2);
  expect(good?.taken?.to).toBeCloseTo(0.808, 2);
});

it('passes over an answer to what is older than what was read', () => {
  expect(helpReportOf([seen('gone'), line('cue-answered', { cueId: 'gone', action: 'used' })]).byRule).toEqual([]);
});
