import { describe, expect, it } from 'vitest';
import { firstState } from '../../../src/features/bots/state/firstState.ts';
import { step } from '../../../src/features/bots/step.ts';
import { setConsent } from '../../../src/features/calls/changeConsent.ts';
import { createCallEar } from '../../../src/features/calls/hearSegment.ts';
import { holdCalls } from '../../../src/features/calls/holdCalls.ts';
import type { Call } from '../../../src/features/calls/model.ts';
import { startCall } from '../../../src/features/calls/startCall.ts';
import { systemActor } from '../../../src/features/conversations/actors.ts';
import { replayTurns } from '../../../src/features/turns/replayTurns.ts';
import { runTurn } from '../../../src/features/turns/runTurn.ts';
import { silentMeter } from '../../../src/kernel/observe.ts';
import { agent, command, turnWorld } from '../turns/turnWorld.ts';

/* Costs about 1 s: memory stores and a clock that stands. */

async function worldWithCall(place: 'call' | 'chat') {
  const world = await turnWorld();
  const { stores, parts, plain, clock } = world;
  const deps = { ...parts, ...stores, closedNow: async () => null, settingsOf: world.tenants.settingsOf };
  if (place === 'chat') {
    await world.say('Hi, I want to buy a house. My budget is $700,000.');
    await world.settle();
  }
  const wish = place === 'chat' ? { conversationId: world.id } : { number: '(512) 555-0192' };
  const started = await startCall(deps, agent, command(), { direction: 'outbound', ...wish });
  const { conversationId } = started;
  const consent = { lead: 'given', agent: null } as const;
  const call = (await stores.calls.change('t1', started.callId, { consent }, {})) as Call;
  const callDeps = { ...deps, ...plain, search: stores.search, meter: silentMeter };
  const hear = createCallEar({ ...callDeps, heldCalls: holdCalls({ ...deps, ...plain }) });
  let said = 0;
  return {
    ...world,
    conversationId,
    leadId: call.leadId,
    async hear(speaker: 'lead' | 'agent', text: string) {
      said += 1;
      const words = { text, confidence: null, isFinal: true, language: 'en' };
      await hear(call, { utteranceId: `u${said}`, speaker, startMs: said, endMs: said, ...words });
    },
    async turn() {
      await clock.pass(13_000);
      await runTurn(parts, 't1', conversationId);
    },
    withdraw: () =>
      setConsent(callDeps, call, { party: 'lead', state: 'withdrawn' }, { actor: systemActor, onceKey: 'no' }),
    async slots() {
      const line = await plain.entries.newestOf(conversationId, 'qualification-changed');
      const slots = line?.type === 'qualification-changed' ? line.data.slots : {};
      const known = Object.entries(slots).filter(([, { state }]) => state === 'answered');
      return Object.fromEntries(known.map(([name, { value }]) => [name, value]));
    },
    internal: () => plain.entries.read(conversationId, 'internal', 1, 1000, 1000),
  };
}

describe('a lead’s answer on the phone', () => {
  it('is known of them, with its place in the call, and nobody answers in writing', async () => {
    const world = await worldWithCall('call');
    await world.hear('agent', 'Are you looking to buy or to sell?');
    await world.hear('lead', 'We want to buy, somewhere around 650 thousand.');
    await world.hear('lead', 'Three bedrooms, in Round Rock if we can.');
    await world.turn();
    expect(await world.slots()).toMatchObject({ intent: 'buy' });
    const line = await world.plain.entries.newestOf(world.conversationId, 'qualification-changed');
    const slots = line?.type === 'qualification-changed' ? line.data.slots : {};
    const words = (await world.internal()).find(({ type }) => type === 'call-segment');
    expect(words).toBeDefined();
    expect(slots.intent?.evidence[0]).toMatchObject({ log: `internal:${world.conversationId}` });
    const lead = await world.stores.leads.find('t1', world.leadId);
    expect(lead?.fields.intent?.value).toBe('buy');
    const said = await world.plain.entries.read(world.conversationId, 'public', 1, 100, 100);
    expect(said.filter(({ type }) => type === 'message-created')).toEqual([]);
  });

  it('is forgotten with its words, and facts from earlier messages stay known', async () => {
    const world = await worldWithCall('chat');
    const before = await world.slots();
    expect(before).toMatchObject({ intent: 'buy' });
    await world.hear('lead', 'I’m pre-approved with Zanzibar Credit Union, and we need three bedrooms by March.');
    await world.hear('lead', 'My name is Esmeralda Quillfeather.');
    await world.turn();
    expect(Object.keys(await world.slots()).length).toBeGreaterThan(Object.keys(before).length);
    await world.withdraw();
    await world.turn();
    expect(await world.slots()).toEqual(before);
    const turns = await world.plain.turns.list(world.conversationId, 100);
    const lead = await world.stores.leads.find('t1', world.leadId);
    const left = JSON.stringify([await world.internal(), turns, lead]);
    for (const word of ['Zanzibar', 'Esmeralda', 'we need three']) expect(left).not.toContain(word);
    expect(lead?.fields.intent?.value).toBe('buy');
    expect(replayTurns(turns, { step, firstState })).toEqual([]);
    const row = await world.plain.conversations.find('t1', world.conversationId);
    expect(JSON.stringify(row?.board)).not.toContain('Esmeralda');
  });

  it('is forgotten also where the node died between the no and the erasing', async () => {
    const world = await worldWithCall('call');
    await world.hear('lead', 'We owe about 210 thousand on Zanzibar Street.');
    await world.turn();
    const { stores } = world;
    const live = await stores.calls.findLive('t1', world.conversationId);
    await stores.calls.change('t1', live?.id ?? '', { consent: { lead: 'withdrawn', agent: null } }, {});
    await world.jobs.schedule({ tenantId: 't1', kind: 'call', about: live?.id ?? '', at: world.clock.now() + 10_000 });
    await world.clock.pass(10_000);
    await world.runJobs();
    await world.turn();
    const left = JSON.stringify([await world.internal(), await world.plain.turns.list(world.conversationId, 100)]);
    expect(left).not.toContain('Zanzibar');
    expect(left).toContain('call-wiped');
    expect((await stores.calls.findLive('t1', world.conversationId))?.endedAt).toBeNull();
  });
});
