import { expect, it } from 'vitest';
import type { WaitReason } from '../../../src/contract/teamVocabulary.ts';
import { judgeAlerts } from '../../../src/features/conversations/judgeAlerts.ts';
import { flagsKept } from '../../../src/features/conversations/model.ts';
import {
  followUpDueAt,
  owedOf,
  owedToldOf,
  reviewLateMs,
  waitFromFlags,
} from '../../../src/features/conversations/owed.ts';
import { aConversation } from '../../suites/conversationStoreSuite.ts';

const standing = { mode: 'bot', unansweredSince: null, wait: null, review: null, board: {} } as const;
const hourMs = 3_600_000;
const waits = (reason: WaitReason) => ({ ...standing, mode: 'waiting', wait: { reason, since: 5 } }) as const;

it('a word is owed from the first that nobody answered until somebody does, whoever speaks', () => {
  expect(owedOf(standing)).toEqual({ kind: 'none' });
  expect(owedOf({ ...standing, unansweredSince: 7 })).toEqual({ kind: 'now', since: 7 });
  expect(owedOf({ ...standing, mode: 'human', unansweredSince: 7 })).toEqual({ kind: 'now', since: 7 });
  expect(owedOf({ ...standing, mode: 'human' })).toEqual({ kind: 'none' });
  expect(owedOf({ ...standing, mode: 'closed', unansweredSince: 7 })).toEqual({ kind: 'none' });
});

it('a visitor who waits for a person is owed one, even before they write; a held-back answer is late after a quarter of an hour', () => {
  expect(owedOf(waits('unassigned'))).toEqual({ kind: 'now', reason: 'unassigned' });
  const held = { ...waits('review'), unansweredSince: 7, review: { since: 7 } };
  expect(owedOf(held)).toEqual({ kind: 'now', since: 7, dueAt: 7 + reviewLateMs, reason: 'review' });
  expect(owedToldOf(owedOf(held))).toEqual({
    kind: 'now',
    since: '1970-01-01T00:00:00.007Z',
    dueAt: '1970-01-01T00:15:00.007Z',
    reason: 'review',
  });
});

it('a visitor who said goodbye is owed nothing, and their later words are seen to without an alarm', () => {
  expect(owedOf(waits('goodbye'))).toEqual({ kind: 'none', reason: 'goodbye' });
  const back = { ...waits('goodbye'), unansweredSince: 7 };
  expect(owedOf(back)).toEqual({ kind: 'follow-up', since: 7, dueAt: 7 + hourMs, reason: 'goodbye' });
  expect(judgeAlerts({ ...aConversation(), ...back }, { temperature: null, redMs: 1, now: 1_000 })).toEqual([]);
});

it('a visitor who left is owed a follow-up by a time, and no clock alarms until they are back', () => {
  const left = { visitorLeftAt: 20, followUpBy: 90 };
  const waiting = { ...waits('asked-for-person'), unansweredSince: 7 };
  const gone = { ...waiting, board: left };
  expect(owedOf(gone)).toEqual({ kind: 'follow-up', since: 7, dueAt: 90, reason: 'asked-for-person' });
  expect(judgeAlerts({ ...aConversation(), ...gone }, { temperature: null, redMs: 1, now: 1_000 })).toEqual([]);
  const back = { ...waiting, board: { visitorLeftAt: null, followUpBy: null } };
  expect(owedOf(back)).toEqual({ kind: 'now', since: 7, reason: 'asked-for-person' });
  expect(judgeAlerts({ ...aConversation(), ...back }, { temperature: null, redMs: 1, now: 1_000 })).toHaveLength(1);
  const answering = { ...standing, mode: 'human', unansweredSince: 7, board: left } as const;
  expect(owedOf(answering)).toEqual({ kind: 'follow-up', since: 7, dueAt: 90 });
  expect(owedOf({ ...answering, board: { visitorLeftAt: 20 } }).dueAt).toBe(20 + hourMs);
});

it('a visitor who left and is owed nothing gets no follow-up, and Jorge still answers visitors who left', () => {
  const board = { visitorLeftAt: 20, followUpBy: 90 };
  expect(owedOf({ ...waits('goodbye'), board }).kind).toBe('none');
  expect(owedOf({ ...standing, mode: 'human', board }).kind).toBe('none');
  expect(owedOf({ ...standing, unansweredSince: 7, board })).toEqual({ kind: 'now', since: 7 });
});

it('the team owes an answer from when it was told, even while Jorge answers', () => {
  const awaited = { reason: 'Mentions a death', since: 5 };
  expect(owedOf(standing, awaited)).toEqual({ kind: 'now', ...awaited });
  expect(owedOf({ ...standing, unansweredSince: 7 }, awaited)).toEqual({ kind: 'now', ...awaited });
  const board = { visitorLeftAt: 20, followUpBy: 90 };
  expect(owedOf({ ...standing, board }, awaited)).toEqual({ kind: 'follow-up', ...awaited, dueAt: 90 });
});

it('a follow-up is due within an hour of the time that the brokerage is open, and within a day where it has no hours', () => {
  expect(followUpDueAt(20, null)).toBe(20 + hourMs);
  expect(followUpDueAt(20, { opensAt: 500 })).toBe(500 + hourMs);
  expect(followUpDueAt(20, { opensAt: null })).toBe(20 + 24 * hourMs);
});

it('of a conversation that an older version kept, the newest reason among its flags counts, and none is needed', () => {
  const flag = (kind: string, reason = '') => ({ kind, reason });
  const read = (...flags: ReturnType<typeof flag>[]) =>
    waitFromFlags({ mode: 'waiting', unansweredSince: 7 }, flags, 99);
  expect(read(flag('asked-for-person'), flag('waiting', 'goodbye')).wait).toEqual({ reason: 'goodbye', since: 7 });
  expect(read(flag('waiting', 'goodbye'), flag('asked-for-person')).wait?.reason).toBe('asked-for-person');
  expect(read(flag('hitl-review'), flag('waiting', 'review')).review).toEqual({ since: 7 });
  const pushedOut = Array.from({ length: flagsKept }, (_, no) => flag(`newer-${no}`));
  expect(read(...pushedOut)).toEqual({ wait: { reason: 'not-known', since: 7 }, review: null });
  const quiet = waitFromFlags({ mode: 'waiting', unansweredSince: null }, [flag('waiting', 'goodbye')], 99);
  expect(quiet.wait).toEqual({ reason: 'goodbye', since: 99 });
  expect(waitFromFlags({ mode: 'bot', unansweredSince: 7 }, [flag('waiting', 'goodbye')], 99)).toEqual({
    wait: null,
    review: null,
  });
});
