import { expect, it } from 'vitest';
import type { WaitReason } from '../../../src/contract/teamVocabulary.ts';
import { boardRowOf } from '../../../src/features/conversations/board/boardRowOf.ts';
import { judgeAlerts, settledKinds } from '../../../src/features/conversations/judgeAlerts.ts';
import type { BoardFields, Conversation } from '../../../src/features/conversations/model.ts';
import { aConversation } from '../../suites/conversationStoreSuite.ts';

const redMs = 300_000;
const now = 10_000_000;
const judged = (over: Partial<Conversation>, board: Partial<BoardFields>) =>
  judgeAlerts(aConversation({ id: 'c', ...over }), { temperature: board.temperature ?? null, redMs, now }).map(
    ({ kind, reason }) => [kind, reason],
  );
const ann = { id: 'ann', name: 'Ann Lee' };

it('a wait is too long from the tenant’s red limit on, and says for whom', () => {
  expect(judged({ mode: 'waiting', unansweredSince: now - redMs + 1 }, {})).toEqual([]);
  expect(judged({ mode: 'waiting', unansweredSince: now - redMs }, {})).toEqual([
    ['waits-long', 'Waiting for a person for over 5 min'],
  ]);
  expect(judged({ mode: 'human', owner: ann, unansweredSince: now - redMs }, {})).toEqual([
    ['waits-long', 'Waiting for Ann Lee for over 5 min'],
  ]);
  expect(judged({ mode: 'bot', unansweredSince: 0 }, {})).toEqual([['waits-long', 'Waiting for Jorge for over 5 min']]);
});

it('a visitor who was told that the team knows waits until a person takes over, and bears no lead label', () => {
  const alert = { alertId: 'a', kind: 'distress:grief', reason: 'Mentions a death', priority: 1, at: now };
  const row = (over: Partial<Conversation>, board: Partial<BoardFields> = {}) =>
    boardRowOf(aConversation(over, { alerts: [alert], pressed: true, temperature: 'cold', ...board }));
  expect(row({}).awaits).toEqual({ reason: 'Mentions a death', since: '1970-01-01T02:46:40.000Z' });
  expect(row({}).temperature).toBeUndefined();
  expect(row({ mode: 'human', owner: ann }).awaits).toBeUndefined();
  expect(row({}, { alerts: [{ ...alert, kind: 'question-open' }] }).awaits).toBeUndefined();
  expect(row({}, { pressed: false }).temperature).toBe('cold');
  expect(settledKinds).toContain('distress:grief');
});

it('a visitor who said goodbye or opted out is owed no answer until they ask for a person', () => {
  const waits = (reason: WaitReason) => judged({ mode: 'waiting', unansweredSince: 0, wait: { reason, since: 0 } }, {});
  expect(waits('goodbye')).toEqual([]);
  expect(waits('opted-out')).toEqual([]);
  expect(waits('asked-for-person')).toHaveLength(1);
});

it('a hot lead without an owner raises an alert, one with an owner does not, and a closed one never does', () => {
  expect(judged({}, { temperature: 'hot' })).toEqual([['hot-lead', 'Hot lead that no one has taken']]);
  expect(judged({ owner: ann }, { temperature: 'hot' })).toEqual([]);
  expect(judged({}, { temperature: 'warm' })).toEqual([]);
  expect(judged({ mode: 'closed', unansweredSince: 0 }, { temperature: 'hot' })).toEqual([]);
});
