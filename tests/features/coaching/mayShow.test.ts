import { expect, it } from 'vitest';
import type { CueAction } from '../../../src/contract/cues.ts';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { mayShow, mostCues } from '../../../src/features/coaching/cues/mayShow.ts';
import type { CueRule } from '../../../src/features/coaching/cues/model.ts';
import { shareSaid } from '../../../src/features/coaching/noteSpoken.ts';

/* Costs nothing. */

const rule: CueRule = {
  ...{ id: 'r', kind: 'price', on: 'lead', text: 'Ask.', priority: 2, lastsMin: 1 },
  find: () => null,
};
const second = 1000;
const at = (ms: number) => new Date(ms).toISOString();
const shown = (cueId: string, ms: number, ruleId = 'r', kind = 'price') =>
  ({ type: 'cue-created', at: at(ms), data: { cueId, kind, ruleId, expiresAt: at(ms + 60 * second) } }) as Entry;
const answered = (cueId: string, action: CueAction) => ({ type: 'cue-answered', data: { cueId, action } }) as Entry;

it('one cue of a kind is shown at a time, and again once it was answered or is over', () => {
  const one = [shown('a', 0)];
  expect(mayShow(rule, { shown: one, answered: [], now: 30 * second, level: 'normal' })).toBe('still-shown');
  expect(mayShow(rule, { shown: one, answered: [answered('a', 'used')], now: 30 * second, level: 'normal' })).toBe(
    'show',
  );
  expect(mayShow(rule, { shown: one, answered: [], now: 61 * second, level: 'normal' })).toBe('show');
});

it('two cues come no closer than six seconds, unless one can’t wait', () => {
  const other = [shown('a', 0, 'other', 'trust')];
  expect(mayShow(rule, { shown: other, answered: [], now: 5 * second, level: 'normal' })).toBe('too-soon');
  expect(mayShow({ ...rule, priority: 1 }, { shown: other, answered: [], now: 5 * second, level: 'normal' })).toBe(
    'show',
  );
  expect(mayShow(rule, { shown: other, answered: [], now: 6 * second, level: 'normal' })).toBe('show');
});

it('a rule that was dismissed twice, or called wrong, is quiet for the rest of the talk', () => {
  const both = [shown('a', 0), shown('b', 100 * second)];
  const now = 300 * second;
  expect(mayShow(rule, { shown: both, answered: [answered('a', 'dismissed')], now, level: 'normal' })).toBe('show');
  // The same one, pressed twice.
  const pressedTwice = [answered('a', 'dismissed'), answered('a', 'wrong')];
  expect(mayShow(rule, { shown: both, answered: pressedTwice, now, level: 'normal' })).toBe('show');
  const twice = [answered('a', 'dismissed'), answered('b', 'wrong')];
  expect(mayShow(rule, { shown: both, answered: twice, now, level: 'normal' })).toBe('off-for-this-talk');
  expect(mayShow({ ...rule, id: 'other' }, { shown: both, answered: twice, now, level: 'normal' })).toBe('show');
  expect(
    mayShow(rule, { shown: both, answered: [answered('a', 'used'), answered('b', 'used')], now, level: 'normal' }),
  ).toBe('show');
});

it('a talk has no more cues than somebody can take in', () => {
  const many = Array.from({ length: mostCues }, (_, n) => shown(`c${n}`, n * 100 * second));
  expect(mayShow(rule, { shown: many, answered: [], now: 1e9, level: 'normal' })).toBe('too-many');
});

it('a card counts as said by the share of its words that were spoken', () => {
  expect(shareSaid('What range would feel comfortable?', 'so what range would, uh, feel comfortable')).toBe(1);
  expect(shareSaid('What range would feel comfortable?', 'nice weather')).toBe(0);
  expect(shareSaid('¿', 'x')).toBe(0);
});
