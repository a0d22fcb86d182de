import { describe, expect, it } from 'vitest';
import { createMemoryStreamLog } from '../../../src/adapters/memory/streamLog.ts';
import { tasksOfConversation, tasksOfPerson } from '../../../src/contract/taskLimits.ts';
import { listTasks } from '../../../src/features/tasks/listTasks.ts';
import { addTask, changeTask } from '../../../src/features/tasks/writeTask.ts';
import { eraseConversation } from '../../../src/features/turns/eraseConversation.ts';
import { newId } from '../../../src/kernel/ids.ts';
import { agent, command, turnWorld } from '../turns/turnWorld.ts';

type World = Awaited<ReturnType<typeof turnWorld>>;
const hourMs = 3_600_000;
const foreign = { ...agent, tenantId: 't2' };

const depsOf = (of: World) => ({ ...of.parts, tasks: of.stores.tasks, identity: of.stores.identity });
const inHours = (of: World, hours: number) => new Date(of.clock.now() + hours * hourMs).toISOString();
const add = (of: World, more: object = {}, by = command(), scope = agent) =>
  addTask(depsOf(of), scope, by, { conversationId: of.id, text: 'Call Dana', dueAt: inHours(of, 2), ...more });
const change = (of: World, taskId: string, given: object, by = command(), scope = agent) =>
  changeTask(depsOf(of), scope, by, { conversationId: of.id, taskId, ...given });
const lines = async (of: World) =>
  (await of.plain.entries.read(of.id, 'internal', 1, 1000, 1000)).flatMap((entry) =>
    entry.type === 'task-changed' ? [entry] : [],
  );
const states = async (of: World) => (await lines(of)).map(({ data }) => data.state);
const listed = (of: World, query: object = {}) =>
  listTasks(
    {
      tasks: of.stores.tasks,
      rowOf: async () => ({ lead: { id: 'l1', name: 'Dana' } }),
      talksOf: async (_, leadId) => (leadId === 'l1' ? [{ id: of.id }] : []),
      timeZoneOf: async () => 'America/Chicago',
    },
    agent,
    { state: 'open', limit: 10, ...query },
  );

describe('a task of the team', () => {
  it('stands in the team’s log and in the list of its owner, is done, and is taken up again', async () => {
    const of = await turnWorld();
    const { taskId } = await add(of);
    expect((await lines(of))[0]).toMatchObject({
      actor: { kind: 'agent' },
      data: { taskId, text: 'Call Dana', state: 'open', owner: { id: 'a1', name: 'Ana' } },
    });
    expect((await listed(of, { userId: 'a1' })).items).toMatchObject([{ taskId, lead: { name: 'Dana' } }]);
    expect((await listed(of, { userId: 'a2' })).items).toEqual([]);
    expect((await listed(of, { leadId: 'l1' })).items).toHaveLength(1);
    expect((await listed(of, { leadId: 'l2' })).items).toEqual([]);
    await change(of, taskId, { done: true });
    expect((await listed(of)).items).toEqual([]);
    expect((await listed(of, { state: 'done' })).items).toMatchObject([{ taskId, done: { by: { name: 'Ana' } } }]);
    await change(of, taskId, { done: false });
    expect((await listed(of)).items[0]).not.toHaveProperty('done');
    expect(await states(of)).toEqual(['open', 'done', 'open']);
  });

  it('is one however often the command comes', async () => {
    const of = await turnWorld();
    const by = command();
    const dueAt = inHours(of, 2);
    expect(await add(of, { dueAt }, by)).toEqual(await add(of, { dueAt }, by));
    expect(await states(of)).toEqual(['open']);
  });

  it('is told in the log once its time has come, once for each time it was given, and never when it is done', async () => {
    const of = await turnWorld();
    const { taskId } = await add(of);
    const done = await add(of);
    await change(of, done.taskId, { done: true });
    await of.clock.pass(hourMs);
    await of.runJobs();
    expect(await states(of)).not.toContain('due');
    await change(of, taskId, { dueAt: inHours(of, 3) });
    await of.clock.pass(2 * hourMs);
    await of.runJobs();
    expect(await states(of)).not.toContain('due');
    await of.clock.pass(2 * hourMs);
    await of.runJobs();
    await of.runJobs();
    const due = (await lines(of)).filter(({ data }) => data.state === 'due');
    expect(due).toMatchObject([{ actor: { kind: 'system' }, data: { taskId } }]);
    await change(of, taskId, { dueAt: inHours(of, 1) });
    await of.clock.pass(2 * hourMs);
    await of.runJobs();
    expect((await states(of)).filter((state) => state === 'due')).toHaveLength(2);
  });

  it('is refused for a time that has passed, for nobody of the team, and for what is not there', async () => {
    const of = await turnWorld();
    const { taskId } = await add(of);
    await expect(add(of, { dueAt: inHours(of, -1) })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(add(of, { dueAt: inHours(of, 24 * 800) })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(add(of, { userId: 'nobody' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(add(of, {}, command(), foreign)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(change(of, taskId, { done: true }, command(), foreign)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(change(of, 'never', { done: true })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(change(of, taskId, {})).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(listed(of, { cursor: 'nothing' })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('a conversation has so many open ones, in words; a done one makes room', async () => {
    const of = await turnWorld();
    const { taskId } = await add(of);
    for (let no = 1; no < tasksOfConversation; no += 1) await add(of);
    const more = add(of);
    await expect(more).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('50 open tasks') });
    await change(of, taskId, { done: true });
    await add(of);
    await expect(change(of, taskId, { done: false })).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('a person has so many open ones and no more, whoever gives them another', async () => {
    const of = await turnWorld();
    const ana = { id: 'a1', name: 'Ana' };
    for (let no = 0; no < tasksOfPerson; no += 1)
      await of.stores.tasks.add({
        ...{ id: newId(), tenantId: 't1', conversationId: newId(), text: 'x', dueAt: 1, owner: ana, by: ana },
        ...{ createdAt: 1, done: null },
      });
    await expect(add(of)).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringContaining('Ana already has 500'),
    });
  });

  it('is gone with the words of the conversation, and none is written after', async () => {
    const of = await turnWorld();
    await add(of, { text: 'Brings her mother' });
    const streamLog = createMemoryStreamLog(of.clock);
    await eraseConversation({ ...of.parts, ...of.stores, appender: of.parts.appender, streamLog }, 't1', of.id);
    expect((await listed(of)).items).toEqual([]);
    expect(JSON.stringify(await lines(of))).not.toContain('mother');
    await of.clock.pass(3 * hourMs);
    await of.runJobs();
    expect(await states(of)).toEqual(['open']);
    await expect(add(of)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
