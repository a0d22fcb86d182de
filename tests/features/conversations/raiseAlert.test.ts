import { expect, it } from 'vitest';
import { startTurnWorker } from '../../../src/app/turnWorker.ts';
import type { Entry } from '../../../src/contract/entries.ts';
import { requestHuman, takeOver } from '../../../src/features/conversations/changeSpeaker.ts';
import { offerWaiting } from '../../../src/features/conversations/offerWaiting.ts';
import { assignConversation } from '../../../src/features/conversations/organise.ts';
import {
  answerAlert,
  noteUnowned,
  raiseAlert,
  raiseLongWaits,
} from '../../../src/features/conversations/raiseAlert.ts';
import { sendAsStaff } from '../../../src/features/conversations/sendAsStaff.ts';
import type { StaffScope } from '../../../src/features/identity/model.ts';
import { agent, command, turnWorld, visitor } from '../turns/turnWorld.ts';

type World = Awaited<ReturnType<typeof turnWorld>>;
const redMs = 300_000;
const supervisor: StaffScope = {
  tenantId: 't1',
  principal: { kind: 'staff', id: 's1', role: 'supervisor', name: 'Sue' },
};

async function newestAssignment({ plain, id }: { plain: World['plain']; id: string }): Promise<Entry> {
  const newest = await plain.entries.newestOf(id, 'assignment-changed');
  if (newest === null) throw new Error('nobody was assigned');
  return newest;
}

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
  return {
    ...world,
    stands,
    raised,
    look: () =>
      raiseLongWaits(
        parts,
        async () => redMs,
        async () => undefined,
      ),
  };
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

it('a wait that cannot be judged is told, and holds up no other', async () => {
  const { parts, plain, id, clock, stands } = await waitingWorld();
  await requestHuman(parts, visitor, id, command());
  await clock.pass(redMs);
  const listWaits = async () => {
    const found = await plain.conversations.find('t1', id);
    return found === null ? [] : [{ ...found, id: 'other', tenantId: 'unread' }, found];
  };
  const look = raiseLongWaits(
    { ...parts, conversations: { ...parts.conversations, listWaits } },
    async (tenantId) => (tenantId === 'unread' ? Promise.reject(new Error('no settings')) : redMs),
    async () => undefined,
  );
  await expect(look).rejects.toThrow('1 waits could not be judged');
  expect(await stands()).toEqual(['asked-for-person', 'waits-long']);
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
  await noteUnowned(world.parts, place, await newestAssignment(world));
  expect(await world.stands()).toEqual([]);
  await assignConversation(world.parts, supervisor, world.id, command(), null);
  await noteUnowned(world.parts, place, await newestAssignment(world));
  await noteUnowned(world.parts, place, await newestAssignment(world));
  expect(await world.stands()).toEqual(['hot-lead']);
  await assignConversation(world.parts, supervisor, world.id, command(), owner);
  expect(await world.stands()).toEqual([]);
});

it('a hot lead that a supervisor sees to is not told again because it is offered to somebody', async () => {
  const world = await waitingWorld();
  const place = { tenantId: 't1', conversationId: world.id };
  await world.parts.conversations.changeBoard('t1', world.id, { temperature: 'hot' });
  await assignConversation(world.parts, supervisor, world.id, command(), null);
  await noteUnowned(world.parts, place, await newestAssignment(world));
  const raised = await world.plain.entries.newestOf(world.id, 'alert-raised');
  if (raised?.type !== 'alert-raised') throw new Error('nothing was raised');
  await answerAlert(world.parts, supervisor, command(), raised.data.alertId);
  const identity = {
    listUsers: async () => [
      {
        id: 'a1',
        tenantId: 't1',
        email: '',
        name: 'Ana',
        role: 'agent' as const,
        passwordHash: '',
        active: true,
        tokenVersion: 0,
        presence: { status: 'available' as const, capacity: 5 },
        createdAt: 0,
      },
    ],
  };
  await requestHuman(world.parts, visitor, world.id, command());
  await offerWaiting({ ...world.parts, identity }, 't1', { atDesk: new Set(['a1']), justLeft: new Set() });
  const offered = await newestAssignment(world);
  expect(offered.data).toMatchObject({ offered: { id: 'a1' } });
  await noteUnowned(world.parts, place, offered);
  expect(await world.raised()).toEqual(['hot-lead', 'asked-for-person']);
});

it('an alert whose line a crash cut off from the board comes to it when it is raised again, and one that was answered stays away', async () => {
  let crashes = true;
  const world = await turnWorld({
    conversations: (store) => ({
      changeBoard: async (...change) => {
        if (crashes && change[3]?.alerts !== undefined) throw new Error('crash');
        return store.changeBoard(...change);
      },
    }),
  });
  await world.say('hello');
  const place = { tenantId: 't1', conversationId: world.id };
  const raise = () =>
    raiseAlert(world.parts, place, { kind: 'abuse', reason: 'Insults', priority: 1, occasion: 'turn-1:3' });
  const stands = async () => (await world.plain.conversations.find('t1', world.id))?.board.alerts ?? [];
  await expect(raise()).rejects.toThrow('crash');
  expect(await stands()).toEqual([]);
  crashes = false;
  await raise();
  const [alert, ...more] = await stands();
  expect([alert?.kind, more]).toEqual(['abuse', []]);
  await answerAlert(world.parts, supervisor, command(), alert?.alertId ?? '');
  await raise();
  expect(await stands()).toEqual([]);
});
