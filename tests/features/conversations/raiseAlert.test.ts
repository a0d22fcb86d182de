import { expect, it } from 'vitest';
import { startTurnWorker } from '../../../src/app/turnWorker.ts';
import { requestHuman, takeOver } from '../../../src/features/conversations/changeSpeaker.ts';
import { assignConversation } from '../../../src/features/conversations/organise.ts';
import { answerAlert, noteUnowned, raiseLongWaits } from '../../../src/features/conversations/raiseAlert.ts';
import { sendAsStaff } from '../../../src/features/conversations/sendAsStaff.ts';
import type { StaffScope } from '../../../src/features/identity/model.ts';
import { agent, command, turnWorld, visitor } from '../turns/turnWorld.ts';

const redMs = 300_000;
const supervisor: StaffScope = {
  tenantId: 't1',
  principal: { kind: 'staff', id: 's1', role: 'supervisor', name: 'Sue' },
};

async function waitingWorld() {
  const world = await turnWorld();
  const { parts, plain, id } = world;
  await world.say('Is the roof new?');
  await world.settle();
  const stands = async () => (await plain.conversations.find('t1', id))?.board.alerts.map(({ kind }) => kind);
  const raised = async () => {
    const log = await plain.entries.read(id, 'internal', 1, 1000, 1000);
    return log.flatMap((entry) => (entry.type === 'alert-raised' ? [entry.data.kind] : []));
  };
  return { ...world, stands, raised, look: () => raiseLongWaits(parts, async () => redMs) };
}

it('a request for a person is one alert, though Jorge tells the team as well', async () => {
  const world = await waitingWorld();
  await requestHuman(world.parts, visitor, world.id, command(), 'the roof');
  await world.settle();
  expect(await world.raised()).toEqual(['asked-for-person']);
  await requestHuman(world.parts, visitor, world.id, command());
  await world.settle();
  expect(await world.raised()).toEqual(['asked-for-person']);
});

it('in words it is one alert too, and a new one after a person had the conversation', async () => {
  const world = await waitingWorld();
  await world.say('Can I talk to a person please?');
  await world.settle();
  expect(await world.stands()).toEqual(['asked-for-person']);
  await takeOver(world.parts, agent, world.id, command());
  expect(await world.stands()).toEqual([]);
  await requestHuman(world.parts, visitor, world.id, command());
  expect(await world.raised()).toEqual(['asked-for-person', 'asked-for-person']);
});

it('"hello? anyone there?" after asking for a person keeps the wait, and the wait becomes one alert, on any number of nodes', async () => {
  const world = await waitingWorld();
  await requestHuman(world.parts, visitor, world.id, command());
  await world.settle();
  const since = (await world.plain.conversations.find('t1', world.id))?.board.waitingSince;
  await world.clock.pass(60_000);
  await world.say('hello? anyone there?');
  await world.settle();
  expect(await world.plain.conversations.find('t1', world.id)).toMatchObject({
    mode: 'waiting',
    board: { waitingSince: since },
  });
  await world.look();
  expect(await world.raised()).toEqual(['asked-for-person']);
  await world.clock.pass(redMs);
  await Promise.all([world.look(), world.look(), world.look()]);
  await world.say('hello??');
  await world.settle();
  await world.look();
  expect(await world.raised()).toEqual(['asked-for-person', 'waits-long']);
  expect(await world.stands()).toEqual(['asked-for-person', 'waits-long']);
});

it('the worker looks by itself, and the answer of a person ends the alert; the next wait is a new occasion', async () => {
  const world = await waitingWorld();
  await requestHuman(world.parts, visitor, world.id, command());
  const worker = startTurnWorker({
    ...world.parts,
    streamLog: world.plain.streamLog,
    redMsOf: async () => redMs,
  });
  await world.clock.pass(redMs + 61_000);
  expect(await world.stands()).toContain('waits-long');
  await sendAsStaff(world.parts, agent, world.id, command(), 'Here I am.');
  expect(await world.stands()).toEqual([]);
  await world.clock.pass(redMs + 61_000);
  expect(await world.stands()).toEqual([]);
  await world.say('Thank you, and the roof?');
  await world.clock.pass(redMs + 61_000);
  expect(await world.stands()).toEqual(['waits-long']);
  await worker.stop(0);
});

it('an alert that was answered is gone and stays so; both of two who answer are right; a stranger’s is not found', async () => {
  const world = await waitingWorld();
  await requestHuman(world.parts, visitor, world.id, command());
  await world.clock.pass(redMs);
  await world.look();
  const alerts = (await world.plain.conversations.find('t1', world.id))?.board.alerts ?? [];
  for (const { alertId } of alerts)
    await Promise.all([1, 2].map(() => answerAlert(world.parts, supervisor, command(), alertId)));
  expect(await world.stands()).toEqual([]);
  const log = await world.plain.entries.read(world.id, 'internal', 1, 1000, 1000);
  expect(log.filter((entry) => entry.type === 'alert-answered').map((entry) => entry.data)).toEqual(
    alerts.map(({ alertId }) => ({ alertId, by: 'Sue' })),
  );
  await world.say('hello?');
  await world.settle();
  await world.look();
  expect(await world.stands()).toEqual([]);
  const elsewhere = { ...supervisor, tenantId: 't2' };
  for (const [scope, alertId] of [
    [elsewhere, alerts[0]?.alertId ?? ''],
    [supervisor, 'never-was'],
  ] as const)
    await expect(answerAlert(world.parts, scope, command(), alertId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('a hot lead is told when it becomes nobody’s, and no longer once somebody has it', async () => {
  const world = await waitingWorld();
  await world.parts.conversations.changeBoard('t1', world.id, { temperature: 'hot' });
  const place = { tenantId: 't1', conversationId: world.id };
  const owner = { id: agent.principal.id, name: 'Ana' };
  await assignConversation(world.parts, supervisor, world.id, command(), owner);
  await noteUnowned(world.parts, place, 1);
  expect(await world.stands()).toEqual([]);
  await assignConversation(world.parts, supervisor, world.id, command(), null);
  await noteUnowned(world.parts, place, 2);
  await noteUnowned(world.parts, place, 2);
  expect(await world.stands()).toEqual(['hot-lead']);
  await assignConversation(world.parts, supervisor, world.id, command(), owner);
  expect(await world.stands()).toEqual([]);
});
