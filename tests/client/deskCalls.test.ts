import { describe, expect, it } from 'vitest';
import { nextAfter } from '../../client/desk/inbox/nextAfter.ts';
import { newCalls } from '../../client/desk/inbox/waitingCalls.ts';
import { nextWords } from '../../client/shared/components/lead/NextStep.tsx';
import { conversationFacts } from '../../client/shared/state/conversationFacts.ts';
import type { Entry } from '../../src/contract/log/entry.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';

const row = (conversationId: string, more: Partial<BoardRow> = {}): BoardRow => ({
  conversationId,
  lead: { id: 'l' },
  channel: 'widget',
  stage: 'NEW',
  mode: 'waiting',
  owed: { kind: 'now', since: '2026-05-04T11:00:00Z' },
  unread: 0,
  lastText: '',
  lastAt: '2026-05-04T11:00:00Z',
  flags: [],
  language: 'en',
  ...more,
});
const me = { id: 'me', name: 'Maya' };
const other = { id: 'other', name: 'Owen' };
const now = Date.parse('2026-05-04T11:10:00Z');
const at = { me: 'me', capacity: 2, lookingAt: null, now };

describe('a person who begins to wait', () => {
  it('calls whoever it is offered to, or everybody when it is anybody’s, once', () => {
    const before = newCalls(null, [row('old')], at);
    expect(before.calls).toEqual([]);
    const rows = [row('old'), row('mine', { offered: me }), row('theirs', { offered: other }), row('anybody')];
    const first = newCalls(before.announced, rows, at);
    expect(first.calls.map((one) => one.conversationId)).toEqual(['mine', 'anybody']);
    expect(newCalls(first.announced, rows, at).calls).toEqual([]);
    const again = rows.map((one) => ({ ...one, owed: { kind: 'now' as const, since: '2026-05-04T11:05:00Z' } }));
    expect(newCalls(first.announced, again, at).calls).toHaveLength(3);
  });

  it('calls nobody while it is put aside, and once it is back', () => {
    const aside = [row('a', { snoozedUntil: '2026-05-04T12:00:00Z' })];
    const first = newCalls(new Map(), aside, at);
    expect(first.calls).toEqual([]);
    const back = newCalls(first.announced, aside, { ...at, now: now + 3_600_000 });
    expect(back.calls.map((one) => one.conversationId)).toEqual(['a']);
  });

  it('calls nobody who looks at it, and for anybody’s nobody who has as many as they take', () => {
    expect(newCalls(new Map(), [row('a')], { ...at, lookingAt: 'a' }).calls).toEqual([]);
    const full = [row('b', { mode: 'human', owner: me }), row('c', { mode: 'human', owner: me }), row('d')];
    const { calls } = newCalls(new Map(), full, at);
    expect(calls.map((one) => one.conversationId)).toEqual(['b', 'c']);
  });
});

it('after one that is closed comes who waits, else the one below, else the one above', () => {
  const order = ['a', 'b', 'c', 'd'];
  expect(nextAfter(order, 'b', (id) => id === 'd')).toBe('d');
  expect(nextAfter(order, 'b', () => false)).toBe('c');
  expect(nextAfter(order, 'd', (id) => id === 'd')).toBe('c');
  expect(nextAfter(['a'], 'a', () => true)).toBeNull();
});

describe('the rail', () => {
  const entry = (seq: number, type: string, data: object, name = 'Jorge') =>
    ({
      log: 'internal:c',
      seq,
      type,
      data,
      at: `2026-05-04T11:0${seq}:00Z`,
      actor: { kind: 'bot', id: name, name },
    }) as unknown as Entry;
  const slots = (value: unknown) => ({ budget: { value, state: 'answered', confidence: 1, evidence: [] } });
  const team = [
    entry(1, 'qualification-changed', { slots: slots(600), answered: 1, total: 3, missing: ['price'] }),
    entry(2, 'bot-turn', {
      turnNo: 1,
      bot: 'seller',
      from: 'q1',
      to: 'q2',
      questionsAnswered: 1,
      nextQuestion: 'price',
      effects: [],
    }),
    entry(
      3,
      'qualification-changed',
      { slots: slots(700), answered: 1, total: 3, missing: ['price'], corrected: { slot: 'budget', value: 700 } },
      'Maya',
    ),
  ];

  it('says what Jorge asks next and why, and why he does not', () => {
    const facts = conversationFacts([], team);
    const asked = { facts, owner: null, me: 'me' };
    expect(nextWords({ ...asked, mode: 'bot' })).toBe(
      'Jorge asks what price they expect, because that’s still missing.',
    );
    expect(nextWords({ ...asked, mode: 'human', owner: other })).toBe('Jorge stays silent while Owen answers.');
    expect(nextWords({ ...asked, mode: 'human', owner: me })).toBe('Jorge stays silent while you answer.');
  });

  const turnAsking = (nextQuestion: string) =>
    entry(4, 'bot-turn', {
      turnNo: 2,
      bot: 'seller',
      from: 'q2',
      to: 'ASK_TIME',
      questionsAnswered: 1,
      nextQuestion,
      effects: [],
    });
  const wordsFor = (entries: Entry[], mode: 'bot' | 'waiting' = 'bot') =>
    nextWords({ facts: conversationFacts([], entries), owner: null, me: 'me', mode });

  it('gives the reason for what is no fact of the deal too', () => {
    expect(wordsFor([...team, turnAsking('showing')])).toBe(
      'Jorge asks how they want to see the home, because the law requires it before a showing.',
    );
    expect(wordsFor([...team, turnAsking('contact')], 'waiting')).toBe(
      'Jorge is waiting for a person. Until then, he asks for a phone number or email so the team can reach them.',
    );
  });

  it('names the next question once the team has answered by hand what Jorge asked', () => {
    const corrected = { slot: 'price', value: 900 };
    const known = { price: { value: 900, state: 'answered', confidence: 1, evidence: [] } };
    const byHand = (missing: string[]) =>
      entry(5, 'qualification-changed', { slots: known, answered: 2, total: 3, missing, corrected }, 'Maya');
    expect(wordsFor([...team, turnAsking('price'), byHand(['condition'])])).toBe(
      'Jorge asks about the home’s condition, because that’s still missing.',
    );
    expect(wordsFor([...team, turnAsking('price'), byHand([])])).toBe(
      'Jorge is waiting for the visitor: preferred time.',
    );
  });

  it('says who corrected a fact, and its earlier value', () => {
    expect(conversationFacts([], team).corrections.get('budget')).toMatchObject({
      by: 'Maya',
      before: 600,
      value: 700,
    });
  });
});
