import { expect, it } from 'vitest';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { addNote } from '../../../src/features/conversations/log/addNote.ts';
import { changeNote } from '../../../src/features/conversations/log/changeNote.ts';
import type { StaffScope } from '../../../src/features/identity/model.ts';
import { notifyOfReport } from '../../../src/features/notifications/notifyOfReport.ts';
import { notificationTopic, notifies, notifyPeople } from '../../../src/features/notifications/notifyPeople.ts';
import { listNotifications, markNotificationsRead } from '../../../src/features/notifications/readNotifications.ts';
import { eraseConversation } from '../../../src/features/turns/eraseConversation.ts';
import { isoOf } from '../../../src/kernel/clock.ts';
import { agent, command, turnWorld } from '../turns/turnWorld.ts';

const maya: StaffScope = { tenantId: 't1', principal: { kind: 'staff', id: 'm1', role: 'agent', name: 'Maya' } };

async function team() {
  const of = await turnWorld();
  const { notifications } = of.stores;
  const people = [{ id: 'a1' }, { id: 'm1' }];
  const deps = { ...of.parts, notifications, peopleOf: async () => people };
  const reading = { ...deps, rowOf: async () => ({ lead: { id: 'l1', name: 'Dana' } }) };
  const heard: string[] = [];
  for (const id of ['a1', 'm1']) of.parts.wakeups.subscribe(notificationTopic(id), () => heard.push(id));
  async function tell(): Promise<void> {
    const team = await of.plain.entries.read(of.id, 'internal', 1, 1000, 1000);
    for (const entry of team) if (notifies(entry as Entry)) await notifyPeople(deps, 't1', entry as Entry);
  }
  return { of, deps, reading, heard, tell, list: (scope = maya) => listNotifications(reading, scope, 30) };
}

it('whom a note mentions is notified once, also of its other words, and the author of their own mention never', async () => {
  const { of, deps, reading, heard, tell, list } = await team();
  const note = { conversationId: of.id, text: '@Maya see this', mentions: ['m1', 'm1', 'a1'] };
  const seq = await addNote(deps, agent, command(), note);
  await tell();
  await tell();
  expect(await list()).toMatchObject({
    unread: 1,
    items: [
      { kind: 'mention', by: { id: 'a1', name: 'Ana' }, text: '@Maya see this', lead: { name: 'Dana' }, read: false },
    ],
  });
  expect(await list(agent)).toEqual({ items: [], unread: 0 });
  expect(heard).toContain('m1');
  expect(heard).not.toContain('a1');
  await markNotificationsRead(reading, maya, { conversationId: of.id });
  await changeNote(deps, agent, command(), { conversationId: of.id, note: seq, text: '@Maya look', mentions: ['m1'] });
  await tell();
  expect(await list()).toMatchObject({ unread: 0, items: [{ text: '@Maya look', read: true }] });
});

it('a note that no longer mentions somebody is for them no more', async () => {
  const { of, deps, tell, list } = await team();
  const note = await addNote(deps, agent, command(), { conversationId: of.id, text: '@Maya see', mentions: ['m1'] });
  await tell();
  await changeNote(deps, agent, command(), { conversationId: of.id, note, pinned: true });
  expect(await list()).toMatchObject({ unread: 1, items: [{ text: '@Maya see' }] });
  await changeNote(deps, agent, command(), { conversationId: of.id, note, text: 'Done' });
  expect(await list()).toEqual({ unread: 0, items: [] });
});

it('a report of one’s schedule is told once beside what is of conversations, and read by itself', async () => {
  const { of, deps, reading, heard, tell, list } = await team();
  await addNote(deps, agent, command(), { conversationId: of.id, text: '@Maya see this', mentions: ['m1'] });
  await tell();
  const told = { tenantId: 't1', userId: 'm1', reportId: 'r1', title: 'Weekly team report', at: of.clock.now() + 1 };
  for (let times = 0; times < 2; times += 1) await notifyOfReport(deps, told);
  expect(heard).toContain('m1');
  const [report, mention, ...more] = (await list()).items;
  expect(more).toEqual([]);
  expect(report).toEqual({
    ...{ notificationId: report?.notificationId, kind: 'report', reportId: 'r1', title: 'Weekly team report' },
    ...{ at: isoOf(told.at), read: false },
  });
  expect(mention?.kind).toBe('mention');
  await markNotificationsRead(reading, maya, { reportId: 'r1' });
  expect((await list()).items.map(({ kind, read }) => [kind, read])).toEqual([
    ['report', true],
    ['mention', false],
  ]);
});

it('nobody of another brokerage can be mentioned', async () => {
  const { of, deps } = await team();
  const note = { conversationId: of.id, text: '@Eve', mentions: ['eve'] };
  await expect(addNote(deps, agent, command(), note)).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    field: 'mentions',
  });
});

it('nothing of it stays when the conversation is erased', async () => {
  const { of, deps, tell, list } = await team();
  await addNote(deps, agent, command(), { conversationId: of.id, text: '@Maya quokka', mentions: ['m1'] });
  await tell();
  const streamLog = createMemoryStreamLog(of.clock);
  await eraseConversation({ ...of.parts, ...of.stores, appender: of.parts.appender, streamLog }, 't1', of.id);
  expect(await list()).toEqual({ items: [], unread: 0 });
});
