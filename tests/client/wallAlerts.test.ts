import { expect, it } from 'vitest';
import { alertsOf, holdAlerts } from '../../client/wall/alertList.ts';
import { anyOf, narrows } from '../../client/wall/NarrowBy.tsx';
import type { BoardRow } from '../../src/contract/socket/board.ts';

type Alert = NonNullable<BoardRow['alerts']>[number];
const alert = (alertId: string, priority: number, minute: number): Alert => ({
  alertId,
  kind: 'hot-lead',
  reason: `reason of ${alertId}`,
  priority,
  at: `2026-11-20T18:0${minute}:00.000Z`,
});
const row = (conversationId: string, over: Partial<BoardRow> = {}): BoardRow => ({
  conversationId,
  lead: { id: `l-${conversationId}`, name: `Name ${conversationId}` },
  channel: 'widget',
  stage: 'NEW',
  mode: 'waiting',
  unread: 0,
  lastText: 'Hi',
  lastAt: '2026-11-20T18:00:00.000Z',
  flags: [],
  language: 'en',
  ...over,
});

it('a conversation with several alerts is one line: its most urgent reason, how many more, and the age of the oldest', () => {
  const [first, second] = alertsOf([
    row('a', { alerts: [alert('a2', 3, 1)] }),
    row('b', { alerts: [alert('b1', 2, 5), alert('b2', 1, 7), alert('b3', 2, 3)] }),
    row('c', { mode: 'closed', alerts: [alert('c1', 1, 0)] }),
  ]);
  expect(first).toMatchObject({
    conversationId: 'b',
    reason: 'reason of b2',
    more: ['reason of b3', 'reason of b1'],
    alertIds: ['b2', 'b3', 'b1'],
    at: '2026-11-20T18:03:00.000Z',
  });
  expect(second).toMatchObject({ conversationId: 'a', more: [] });
});

it('while the strip is held, an alert that another joined stays in its place, and one that ended is marked', () => {
  const before = alertsOf([row('a', { alerts: [alert('a1', 2, 1)] }), row('b', { alerts: [alert('b1', 2, 2)] })]);
  const after = alertsOf([row('b', { alerts: [alert('b1', 2, 2), alert('b2', 1, 3)] })]);
  expect(holdAlerts(before, after)).toMatchObject([
    { conversationId: 'a', gone: true },
    { conversationId: 'b', gone: false, reason: 'reason of b2' },
  ]);
});

it('cards narrow to a person, a home and a language, and to those that nobody has', () => {
  const maya = row('m', { owner: { id: 'maya', name: 'Maya' }, listingTitle: '508 Pecan Bend', language: 'es' });
  const free = row('f');
  expect(narrows(anyOf, maya) && narrows(anyOf, free)).toBe(true);
  expect([maya, free].map((one) => narrows({ ...anyOf, owner: 'maya' }, one))).toEqual([true, false]);
  expect([maya, free].map((one) => narrows({ ...anyOf, owner: 'nobody' }, one))).toEqual([false, true]);
  expect([maya, free].map((one) => narrows({ ...anyOf, home: '508 Pecan Bend', language: 'es' }, one))).toEqual([
    true,
    false,
  ]);
});
