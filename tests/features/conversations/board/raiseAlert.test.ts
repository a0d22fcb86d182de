import { expect, it } from 'vitest';
import type { Entry } from '../../../../src/contract/log/entry.ts';
import { flagKinds } from '../../../../src/contract/teamVocabulary.ts';
import { botActor, systemActor } from '../../../../src/features/conversations/actors.ts';
import { createBoardProjection } from '../../../../src/features/conversations/board/projectBoard.ts';
import {
  alertUnassignedHotLead,
  answerAlert,
  raiseAlert,
} from '../../../../src/features/conversations/board/raiseAlert.ts';
import { alertsStanding } from '../../../../src/features/conversations/board/rowAfter.ts';
import { createFolds } from '../../../../src/features/conversations/log/folds.ts';
import { flagsKept } from '../../../../src/features/conversations/model.ts';
import { reviewLateMs } from '../../../../src/features/conversations/owed.ts';
import { assignConversation } from '../../../../src/features/conversations/speaker/assignConversation.ts';
import { requestHuman, takeOver } from '../../../../src/features/conversations/speaker/changeSpeaker.ts';
import { offerWaiting } from '../../../../src/features/conversations/speaker/offerWaiting.ts';
import { sendAsStaff } from '../../../../src/features/conversations/speaker/sendAsStaff.ts';
import type { StaffScope } from '../../../../src/features/identity/model.ts';
import { isoOf } from '../../../../src/kernel/clock.ts';
import { silentLogger } from '../../../../src/kernel/observe.ts';
import { startNode } from '../../../support/startNode.ts';
import { agent, command, turnWorld, visitor } from '../../turns/turnWorld.ts';

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

/** The bot finds that the lead is hot. */
async function becomesHot({ parts, id }: Pick<World, 'parts' | 'id'>): Promise<void> {
  const none = { display10: null, confidence: null, basis: 'rules', calibrated: false, components: {}, version: '1' };
  const data = { ...none, score: 90, temperature: 'hot' as const, reasons: [], evidence: [] };
  const draft = { type: 'score-changed' as const, data, actor: botActor, onceKey: 'hot' };
  await parts.appender.append({ tenantId: 't1', conversationId: id }, draft);
}

async function waitingWorld() {
  const world = await turnWorld();
  const { plain, id } = world;
  await world.say('Is the roof new?');
  await world.settle();
  const stands = async () => {
    const found = await plain.conversations.find('t1', id);
    return found === null ? [] : alertsStanding(found.board).map(({ kind }) => kind);
  };
  const raised = async () => {
    const log = await plain.entries.read(id, 'internal', 1, 1000, 1000);
    return log.flatMap((entry) => (entry.type === 'alert-raised' ? [entry.data.kind] : []));
  };
  return {
    ...world,
    stands,
    raised,
    look: () => world.runJobs({ redMs }),
  };
}

it('a request for a person is one alert, though Jorge tells the team as well', async () => {
  const world = await waitingWorld();
  await requestHuman(world.parts, visitor, command(), { conversationId: world.id, topic: 'the roof' });
  await world.settle();
  expect(await world.raised()).toEqual(['asked-for-person']);
  await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
  await world.settle();
  expect(await world.raised()).toEqual(['asked-for-person']);
});

it('in words it is one alert too, and a new one after a person had the conversation', async () => {
  const world = await waitingWorld();
  await world.say('Can I talk to a person please?');
  await world.settle();
  expect(await world.stands()).toEqual(['asked-for-person']);
  await takeOver(world.parts, agent, command(), { conversationId: world.id });
  expect(await world.stands()).toEqual([]);
  await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
  expect(await world.raised()).toEqual(['asked-for-person', 'asked-for-person']);
});

it('"hello? anyone there?" after asking for a person keeps the wait, and the wait becomes one alert, on any number of nodes', async () => {
  const world = await waitingWorld();
  await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
  await world.settle();
  const since = (await world.plain.conversations.find('t1', world.id))?.unansweredSince;
  await world.clock.pass(60_000);
  await world.say('hello? anyone there?');
  await world.settle();
  expect(await world.plain.conversations.find('t1', world.id)).toMatchObject({
    mode: 'waiting',
    unansweredSince: since,
  });
  await world.look();
  expect(await world.raised()).toEqual(['asked-for-person']);
  await world.clock.pass(redMs);
  await world.look();
  await world.say('hello??');
  await world.settle();
  await world.look();
  expect(await world.raised()).toEqual(['asked-for-person', 'waits-long']);
  expect(await world.stands()).toEqual(['asked-for-person', 'waits-long']);
});

it('the job looks by itself, and the answer of a person ends the alert; the next wait is a new occasion', async () => {
  const world = await waitingWorld();
  await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
  const node = startNode(world, { redMs });
  await world.clock.pass(redMs + 61_000);
  expect(await world.stands()).toContain('waits-long');
  await sendAsStaff(world.parts, agent, command(), { conversationId: world.id, text: 'Here I am.' });
  expect(await world.stands()).toEqual([]);
  await world.clock.pass(redMs + 61_000);
  expect(await world.stands()).toEqual([]);
  await world.say('Thank you, and the roof?');
  await world.clock.pass(redMs + 61_000);
  expect(await world.stands()).toEqual(['waits-long']);
  await node.stop();
});

it('an alert that was answered is gone and stays so; both of two who answer are right; a stranger’s is not found', async () => {
  const world = await waitingWorld();
  await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
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
  await becomesHot(world);
  const place = { tenantId: 't1', conversationId: world.id };
  const owner = { id: agent.principal.id, name: 'Ana' };
  await assignConversation(world.parts, supervisor, command(), { conversationId: world.id, owner });
  await alertUnassignedHotLead(world.parts, place, await newestAssignment(world));
  expect(await world.stands()).toEqual([]);
  await assignConversation(world.parts, supervisor, command(), { conversationId: world.id, owner: null });
  await alertUnassignedHotLead(world.parts, place, await newestAssignment(world));
  await alertUnassignedHotLead(world.parts, place, await newestAssignment(world));
  expect(await world.stands()).toEqual(['hot-lead']);
  await assignConversation(world.parts, supervisor, command(), { conversationId: world.id, owner });
  expect(await world.stands()).toEqual([]);
});

it('a hot lead that a supervisor sees to is not told again because it is offered to somebody', async () => {
  const world = await waitingWorld();
  const place = { tenantId: 't1', conversationId: world.id };
  await becomesHot(world);
  await assignConversation(world.parts, supervisor, command(), { conversationId: world.id, owner: null });
  await alertUnassignedHotLead(world.parts, place, await newestAssignment(world));
  const raised = await world.plain.entries.newestOf(world.id, 'alert-raised');
  if (raised?.type !== 'alert-raised') throw new Error('nothing was raised');
  await answerAlert(world.parts, supervisor, command(), raised.data.alertId);
  await requestHuman(world.parts, visitor, command(), { conversationId: world.id });
  await offerWaiting({ ...world.parts, ...world.tenants }, 't1', { atDesk: new Set(['a1']), justLeft: new Set() });
  const offered = await newestAssignment(world);
  expect(offered.data).toMatchObject({ offered: { id: 'a1' } });
  await alertUnassignedHotLead(world.parts, place, offered);
  expect(await world.raised()).toEqual(['hot-lead', 'asked-for-person']);
});

it('an alert whose line a crash cut off from the board comes to it when the conversation is next touched, and one that was answered stays away', async () => {
  let crashes = true;
  const world = await turnWorld({
    conversations: (store) => ({
      writeRow: async (...row) => (crashes ? Promise.reject(new Error('crash')) : store.writeRow(...row)),
    }),
  });
  await world.say('hello');
  const place = { tenantId: 't1', conversationId: world.id };
  const raise = () =>
    raiseAlert(world.parts, place, { kind: 'abuse', reason: 'Insults', priority: 1, occasion: 'turn-1:3' });
  const stands = async () => (await world.plain.conversations.find('t1', world.id))?.board.alerts ?? [];
  await raise();
  expect(await stands()).toEqual([]);
  crashes = false;
  // Another process, which was told nothing of it.
  const { conversations, entries, wakeups, clock } = world.parts;
  const deps = { conversations, entries, wakeups, clock };
  const after = createBoardProjection({ ...deps, folds: createFolds(deps), log: silentLogger });
  after.touch('t1', world.id, 'lags');
  await after.settle();
  const [alert, ...more] = await stands();
  expect([alert?.kind, more]).toEqual(['abuse', []]);
  await raise();
  expect(await stands()).toHaveLength(1);
  await answerAlert(world.parts, supervisor, command(), alert?.alertId ?? '');
  await raise();
  expect(await stands()).toEqual([]);
});

it('nine newer flags steer nothing: a held-back reply is reported in time, the wait alarms, and an agent is offered it', async () => {
  const review = { scoreOver: 90, valueOverCents: 120_000_000 };
  const world = await turnWorld({ pack: () => ({ review }) });
  await world.say('I want to sell my house at 12 Oak Street, I hope for $1,500,000');
  await world.settle();
  const newer = flagKinds.filter((kind) => kind !== 'hitl-review' && kind !== 'waiting').slice(0, flagsKept + 1);
  const flags = newer.map((kind) => ({ add: { kind, reason: 'x' } }));
  const place = { tenantId: 't1', conversationId: world.id };
  const note = {
    type: 'note-created',
    data: { text: 'A busy day', flags },
    actor: systemActor,
    onceKey: 'nine',
  } as const;
  await world.parts.appender.append(place, note);
  const held = await world.plain.conversations.find('t1', world.id);
  expect(held?.board.flags.map(({ kind }) => kind)).not.toContain('hitl-review');
  expect(held).toMatchObject({ mode: 'waiting', wait: { reason: 'review' }, review: { since: expect.any(Number) } });
  const here = { atDesk: new Set(['a1']), justLeft: new Set<string>() };
  await offerWaiting({ ...world.parts, ...world.tenants }, 't1', here);
  expect((await world.plain.conversations.find('t1', world.id))?.offer?.to.id).toBe('a1');
  await world.clock.pass(reviewLateMs);
  await world.runJobs({ redMs });
  const late = await world.plain.entries.newestOf(world.id, 'review-overdue');
  expect(late?.data).toEqual({ since: isoOf(held?.review?.since ?? 0) });
  const kinds = (await world.plain.conversations.find('t1', world.id))?.board.alerts.map(({ kind }) => kind);
  expect(kinds).toContain('waits-long');
});
