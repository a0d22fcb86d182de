import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createMemoryStreamLog } from '../../src/adapters/memory/streamLog.ts';
import type { EntryData, EntryType } from '../../src/contract/log/entry.ts';
import type { Actor } from '../../src/contract/log/parts.ts';
import { experiment, experimentReading, experimentsAnswer } from '../../src/contract/rest/experiments.ts';
import { coachActor } from '../../src/features/coaching/actor.ts';
import { lookAtExperiment } from '../../src/features/experiments/countExposures.ts';
import { exposeLead } from '../../src/features/experiments/exposeLead.ts';
import { eraseConversation } from '../../src/features/turns/eraseConversation.ts';
import { newId } from '../../src/kernel/ids.ts';
import { type HeldClock, holdClock } from '../support/heldClock.ts';
import { type RunningRest, startRest } from '../support/startRest.ts';

/* One hub on memory stores and a clock that stands: two seconds in all. */

let clock: HeldClock;
let hub: RunningRest;
let tenantId: string;
let supervisor: string;
let agent: string;
let foreign: string;

const path = '/api/v1/experiments';
const asked = { name: 'Facts or feelings', strategies: ['empathetic', 'analytical'], metric: 'replied' };
const add = (body: object, token = supervisor) => hub.call('POST', path, { token, body });
const started = async (body: object = {}) => experiment.parse((await add({ ...asked, ...body })).json);
const read = async (id: string) =>
  experimentReading.parse((await hub.call('GET', `${path}/${id}`, { token: supervisor })).json);
const stop = (id: string, token = supervisor) => hub.call('POST', `${path}/${id}/stop`, { token });
const dayMs = 86_400_000;

let signIn: () => Promise<void>;
const passDays = async (days: number) => {
  clock.jump(days * dayMs);
  await signIn();
};

beforeAll(async () => {
  clock = holdClock();
  hub = await startRest({ clock });
  const [own, other] = [await hub.addTenant('Barton Ridge Realty'), await hub.addTenant('Other')];
  tenantId = own.tenantId;
  const tokenOf = async (email: string) => (await hub.signIn(email)).accessToken;
  signIn = async () => {
    supervisor = await tokenOf(own.emailOf('supervisor'));
    agent = await tokenOf(own.emailOf('agent'));
    foreign = await tokenOf(other.emailOf('admin'));
  };
});
afterAll(() => hub.stop());
beforeEach(async () => {
  await passDays(90);
});

const lead: Actor = { kind: 'visitor', id: 'v' };
async function write<T extends EntryType>(conversationId: string, type: T, data: EntryData<T>, actor: Actor) {
  const draft = { type, data, actor, onceKey: newId() };
  return (await hub.deps.appender.append({ tenantId, conversationId }, draft)).entry;
}
const says = (conversationId: string, text = 'And the garage?') =>
  write(conversationId, 'message-created', { messageId: newId(), text, channel: 'widget', language: 'en' }, lead);

/** A lead whose coach wrote a card by the strategy of its arm. */
async function exposed(experimentId: string, strategy: string) {
  const talk = await hub.addConversation(tenantId);
  await says(talk.id, 'Is it too expensive?');
  const words = { suggestionId: newId(), streamId: newId(), say: 'Ask for the range.', urgency: 'low' } as const;
  const data = { ...words, strategy, experimentId, evidence: [], basis: 'model' as const };
  const card = await write(talk.id, 'suggestion-created', data, coachActor);
  for (let twice = 0; twice < 2; twice += 1)
    await exposeLead({ experiments: hub.stores.experiments, conversations: hub.stores.conversations }, tenantId, card);
  return talk;
}

test('a supervisor starts one and is told how many leads each arm needs; a second waits until the first is over', async () => {
  const { status, json } = await add(asked);
  expect(status).toBe(201);
  const made = experiment.parse(json);
  expect(made).toMatchObject({
    ...{ name: 'Facts or feelings', state: 'running', metric: 'replied', minimumPerArm: 291 },
    arms: [
      { strategy: 'empathetic', weight: 0.5 },
      { strategy: 'analytical', weight: 0.5 },
    ],
    plan: { baseRate: 0.2, lift: 0.1, leadsPerArm: 291 },
    by: { name: 'The supervisor' },
  });
  expect(Date.parse(made.endsAt) - Date.parse(made.startedAt)).toBe(14 * dayMs);
  expect((await add(asked)).json.error).toMatchObject({
    code: 'CONFLICT',
    message: 'An experiment is running. Stop it, or wait until it ends.',
  });
  await passDays(14);
  const next = await started({ plan: { baseRate: 0.2, lift: 0.05 }, weights: [0.7, 0.3], days: 1, minimumPerArm: 50 });
  expect(next).toMatchObject({
    plan: { leadsPerArm: 1_091 },
    minimumPerArm: 50,
    arms: [{ weight: 0.7 }, { weight: 0.3 }],
  });
  const { items } = experimentsAnswer.parse((await hub.call('GET', path, { token: supervisor })).json);
  expect(items.slice(0, 2).map(({ id, state }) => [id, state])).toEqual([
    [next.id, 'running'],
    [made.id, 'over'],
  ]);
});

test('an experiment that is stopped stays on the list, is never compared, and another may start', async () => {
  const { id: experimentId } = await started();
  expect((await stop(experimentId)).json).toMatchObject({ state: 'stopped' });
  expect((await stop(experimentId)).json.error.code).toBe('CONFLICT');
  await passDays(20);
  expect(await read(experimentId)).toMatchObject({
    ...{ state: 'stopped', verdict: 'stopped', comparisons: null, winner: null },
    says: 'Stopped before its planned end, so the groups aren’t compared.',
  });
  expect((await add(asked)).status).toBe(201);
});

test('an experiment is neither an agent’s nor another brokerage’s', async () => {
  const { id: experimentId } = await started();
  const codeOf = async (call: Promise<{ json: { error: { code: string } } }>) => (await call).json.error.code;
  for (const [token, code] of [
    [agent, 'FORBIDDEN'],
    [foreign, 'NOT_FOUND'],
  ] as const) {
    expect(await codeOf(hub.call('GET', `${path}/${experimentId}`, { token }))).toBe(code);
    expect(await codeOf(stop(experimentId, token))).toBe(code);
  }
  expect(await codeOf(add(asked, agent))).toBe('FORBIDDEN');
  expect(await codeOf(hub.call('GET', path, { token: agent }))).toBe('FORBIDDEN');
  expect((await hub.call('GET', path, { token: foreign })).json).toEqual({ items: [] });
  expect(await codeOf(hub.call('GET', `${path}/nothing`, { token: supervisor }))).toBe('NOT_FOUND');
});

test.each([
  [{ name: '' }, 'name'],
  [{ name: 'x'.repeat(81) }, 'name'],
  [{ strategies: ['empathetic'] }, 'strategies'],
  [{ strategies: ['empathetic', 'empathetic'] }, 'strategies'],
  [{ strategies: ['empathetic', 'rude'] }, 'strategies.1'],
  [{ weights: [0.6, 0.5] }, 'weights'],
  [{ weights: [1] }, 'weights'],
  [{ weights: [0.99, 0.01] }, 'weights.1'],
  [{ metric: 'sales' }, 'metric'],
  [{ days: 0 }, 'days'],
  [{ days: 91 }, 'days'],
  [{ minimumPerArm: 19 }, 'minimumPerArm'],
  [{ minimumPerArm: 5_001 }, 'minimumPerArm'],
  [{ plan: { baseRate: 0.9, lift: 0.2 } }, 'plan.lift'],
  [{ plan: { baseRate: 0.5, lift: 0.01 } }, 'plan.lift'],
])('what is no experiment is refused by name: %j', async (over, field) => {
  expect((await add({ ...asked, ...over })).json.error).toMatchObject({ code: 'VALIDATION_FAILED', field });
});

test('each lead’s outcome is read from the log, counted once, and only after its card', async () => {
  const { id: experimentId } = await started({ minimumPerArm: 20 });
  const warm = await exposed(experimentId, 'empathetic');
  const quiet = await exposed(experimentId, 'analytical');
  clock.jump(1_000);
  for (let times = 0; times < 3; times += 1) await says(warm.id);
  await write(
    quiet.id,
    'message-created',
    { messageId: 'm', text: 'Hi', channel: 'widget', language: 'en' },
    {
      kind: 'agent',
      id: 'a',
    },
  );
  const reading = await read(experimentId);
  expect(reading).toMatchObject({
    ...{ verdict: 'early', comparisons: null, winner: null },
    says: 'Too early to tell: 1 of 20 leads in each group, and 14 days left.',
    arms: [
      { strategy: 'empathetic', exposed: 1, outcomes: 1, rate: { share: 1 }, optOuts: 0, complaints: 0 },
      { strategy: 'analytical', exposed: 1, outcomes: 0, rate: { share: 0 } },
    ],
    sampleRatio: { p: null, mismatch: false },
  });
  // In another talk of the same lead, and what was said after the end doesn't count.
  const again = await hub.addConversation(tenantId, { leadId: quiet.leadId });
  await passDays(13);
  await says(again.id);
  expect((await read(experimentId)).arms[1]).toMatchObject({ exposed: 1, outcomes: 1 });
  const late = await exposed(experimentId, 'analytical');
  await passDays(2);
  await says(late.id);
  expect((await read(experimentId)).arms[1]).toMatchObject({ exposed: 2, outcomes: 1 });
});

test('appointments, opt-outs and complaints are counted for the lead; one that is moved was booked before', async () => {
  const { id: experimentId } = await started({ metric: 'appointment' });
  const [booked, moved] = [await exposed(experimentId, 'empathetic'), await exposed(experimentId, 'analytical')];
  clock.jump(1_000);
  const at = new Date(clock.now() + dayMs).toISOString();
  const bot: Actor = { kind: 'bot', id: 'jorge' };
  await write(booked.id, 'appointment-changed', { appointmentId: 'a1', state: 'booked', startsAt: at }, bot);
  const movedTo = { appointmentId: 'a2', state: 'booked', startsAt: at, movedFrom: at } as const;
  await write(moved.id, 'appointment-changed', movedTo, bot);
  await write(moved.id, 'alert-raised', { alertId: 'x', kind: 'complaint', reason: 'Rude', priority: 1 }, bot);
  await hub.stores.records.add({
    ...{ id: newId(), tenantId, leadId: moved.leadId, conversationId: moved.id, at: clock.now(), said: 'STOP' },
    ...{ evidence: { log: `public:${moved.id}`, seq: 1, start: 0, end: 4 }, closed: null },
    ...{ kind: 'suppression', channels: ['text'], reason: 'Opted out' },
  });
  expect((await read(experimentId)).arms).toMatchObject([
    { outcomes: 1, optOuts: 0, complaints: 0 },
    { outcomes: 0, optOuts: 1, complaints: 1 },
  ]);
});

test('at its planned end an experiment is compared once: a winner is named only where chance doesn’t explain it', async () => {
  const { id: experimentId } = await started({ minimumPerArm: 20, days: 1 });
  for (let count = 0; count < 20; count += 1)
    for (const strategy of ['empathetic', 'analytical']) {
      const { id } = await exposed(experimentId, strategy);
      clock.jump(1);
      if (strategy === 'empathetic' && count < 15) await says(id);
    }
  expect(await read(experimentId)).toMatchObject({ verdict: 'early', comparisons: null });
  expect((await read(experimentId)).says).toContain('Enough leads.');
  await passDays(1);
  const reading = await read(experimentId);
  expect(reading).toMatchObject({
    ...{ state: 'over', verdict: 'winner', winner: 'empathetic', says: 'Empathetic did better.' },
    comparisons: [{ strategy: 'empathetic', other: 'analytical', difference: 0.75, significant: true }],
    sampleRatio: { p: 1, mismatch: false },
  });
  expect(await read(experimentId)).toEqual(reading);
});

test('of many leads a reading counts some, says that it is still counting, and the job of the experiment counts all', async () => {
  const { id: experimentId } = await started({ minimumPerArm: 20, days: 1 });
  for (let count = 0; count < 320; count += 1) {
    const { id } = await exposed(experimentId, count % 2 === 0 ? 'empathetic' : 'analytical');
    clock.jump(1);
    await says(id);
  }
  const job = () => lookAtExperiment({ ...hub.stores, clock }, { tenantId, experimentId });
  expect(await job()).toBe(clock.now());
  expect(await job()).toBe(clock.now() + 3_600_000);
  expect((await read(experimentId)).arms).toMatchObject([{ outcomes: 160 }, { outcomes: 160 }]);
  await passDays(1);
  expect(await read(experimentId)).toMatchObject({ verdict: 'counting', comparisons: null });
  expect(await job()).toBeNull();
  expect(await read(experimentId)).toMatchObject({ verdict: 'tie', arms: [{ outcomes: 160 }, { outcomes: 160 }] });
  expect(await lookAtExperiment({ ...hub.stores, clock }, { tenantId, experimentId: 'gone' })).toBeNull();
});

test('a card that comes after the end, or by a strategy that isn’t tried, counts nobody', async () => {
  const { id: experimentId } = await started({ days: 1 });
  await exposed(experimentId, 'assertive');
  await passDays(1);
  await exposed(experimentId, 'empathetic');
  expect((await read(experimentId)).arms).toMatchObject([{ exposed: 0 }, { exposed: 0 }]);
});

test('a deleted lead no longer counts in an experiment', async () => {
  const { id: experimentId } = await started();
  const talk = await exposed(experimentId, 'empathetic');
  const { appender } = hub.deps;
  await eraseConversation({ ...hub.stores, appender, streamLog: createMemoryStreamLog() }, tenantId, talk.id);
  expect((await read(experimentId)).arms[0]).toMatchObject({ exposed: 0, rate: null });
  // A node that heard of the card before records the exposure after.
  const [card] = await hub.stores.entries.listOf(talk.id, 'suggestion-created', 1);
  if (card === undefined) throw new Error('the card is gone');
  await exposeLead({ experiments: hub.stores.experiments, conversations: hub.stores.conversations }, tenantId, card);
  expect((await read(experimentId)).arms[0]).toMatchObject({ exposed: 0 });
});
