import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { createMemoryWakeups } from '../../../src/adapters/memory/wakeups.ts';
import { createAppender } from '../../../src/features/conversations/log/appendEntry.ts';
import { createFolds } from '../../../src/features/conversations/log/folds.ts';
import { nothingFollows } from '../../../src/features/conversations/log/writtenEntries.ts';
import { eraseConversation } from '../../../src/features/turns/eraseConversation.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { openVisitor, post } from '../../support/hubClient.ts';
import { noJobs } from '../../support/noJobs.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { codeOf, demoPerson, tokenOf } from '../people.ts';

let hub: OpenHub;
beforeAll(async () => {
  hub = await openHub();
});
afterAll(() => hub.close());

/** As `npm run admin` does it: in another process, of which the hub hears nothing. */
async function erase(conversationId: string): Promise<void> {
  const { stores } = hub;
  const parts = { ...stores, clock: systemClock, wakeups: createMemoryWakeups({ log: silentLogger }) };
  const given = { ...parts, folds: createFolds(parts), jobs: noJobs, meter: silentMeter, ...nothingFollows };
  await eraseConversation(
    { ...parts, appender: createAppender(given), streamLog: createMemoryStreamLog() },
    'demo',
    conversationId,
  );
}

it('once the words of a conversation were deleted, neither the team nor the visitor writes any into it', async () => {
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await visitor.command('chat-send', { text: 'CANARY: I want to buy a home' });
  await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  const agent = await demoPerson(hub.url, 'agent');
  const supervisor = await demoPerson(hub.url, 'supervisor');
  const noted = await agent.command('note-add', { conversationId, text: 'CANARY: brings her mother' });
  const task = await agent.command('task-add', {
    conversationId,
    text: 'CANARY: call her mother',
    dueAt: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await agent.command('conversation-close', { conversationId, disposition: 'other' });
  await erase(conversationId);

  const lines = async () =>
    JSON.stringify([
      await hub.stores.entries.read(conversationId, 'public', 1, 1_000, 1_000),
      await hub.stores.entries.read(conversationId, 'internal', 1, 1_000, 1_000),
    ]);
  const before = await lines();
  expect(before).not.toContain('CANARY');
  const text = 'CANARY: her mother again';
  const sent = { commandId: randomUUID(), conversationId };
  const dueAt = new Date(Date.now() + 7_200_000).toISOString();
  const ofAgent = [
    ['note-add', { text }],
    ['note-change', { seq: noted.seq, text }],
    ['slot-correct', { slot: 'name', value: text }],
    ['appointment-note', { appointmentId: randomUUID(), note: text }],
    ['task-add', { text, dueAt }],
    ['task-change', { taskId: task.taskId, text }],
    ['ask-start', { question: text }],
    ['conversation-prioritise', { priority: 'high' }],
  ] as const;
  const answered: Record<string, string> = {};
  for (const [name, body] of ofAgent)
    answered[name] = await codeOf(agent, name, { ...sent, commandId: randomUUID(), ...body });
  for (const [name, body] of [
    ['whisper-send', { to: 'agent', text }],
    ['monitor-start', { mode: 'silent', reason: text }],
  ] as const)
    answered[name] = await codeOf(supervisor, name, { ...sent, commandId: randomUUID(), ...body });
  expect(answered).toEqual(Object.fromEntries(Object.keys(answered).map((name) => [name, 'NOT_FOUND'])));

  // A command that needs an open conversation says so, as for every closed conversation.
  for (const [name, body] of [
    ['message-send', { text }],
    ['message-schedule', { text, at: dueAt }],
  ] as const)
    expect([name, await codeOf(agent, name, { ...sent, commandId: randomUUID(), ...body })]).toEqual([
      name,
      'CONFLICT',
    ]);
  const rating = { commandId: randomUUID(), rating: 1, comment: text };
  expect(await codeOf(visitor, 'chat-end', rating)).toBe('NOT_FOUND');

  const headers = { authorization: `Bearer ${await tokenOf(hub.url, 'agent')}` };
  const block = { conversationId, kind: 'visitor', reason: text, hours: 24 };
  expect((await post(hub.url, '/blocks', block, headers)).status).toBe(404);
  expect(await lines()).toBe(before);
  expect(JSON.stringify(await hub.stores.blocks.list('demo', Date.now()))).not.toContain('CANARY');
  for (const client of [visitor, agent, supervisor]) client.close();
});
