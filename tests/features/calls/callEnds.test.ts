import { describe, expect, it } from 'vitest';
import { endCall } from '../../../src/features/calls/endCall.ts';
import { longestCallMs, wrapUpMs } from '../../../src/features/calls/rules.ts';
import { startCall } from '../../../src/features/calls/startCall.ts';
import { agent, command, turnWorld } from '../turns/turnWorld.ts';

/* Costs about 1 s: memory stores and a clock that stands. */

async function worldWithCall() {
  const world = await turnWorld();
  const deps = {
    ...{ ...world.parts, ...world.stores, appender: world.parts.appender, settingsOf: world.tenants.settingsOf },
    closedNow: async () => null,
  };
  const call = await startCall(deps, agent, command(), { direction: 'outbound', number: '(512) 555-0190' });
  const typesOf = async (log: 'public' | 'internal') =>
    (await world.plain.entries.read(call.conversationId, log, 1, 100, 100)).map(({ type }) => type);
  return {
    ...world,
    call,
    typesOf,
    end: () => endCall(deps, agent, command(), { callId: call.callId, outcome: 'talked' }),
  };
}
type World = Awaited<ReturnType<typeof worldWithCall>>;
const modeOf = async ({ plain, call }: World) => (await plain.conversations.find('t1', call.conversationId))?.mode;

describe('the end of a call', () => {
  it('leaves half an hour to wrap up; then the conversation is closed by itself, once', async () => {
    const world = await worldWithCall();
    await world.clock.pass(60_000);
    await world.end();
    await world.clock.pass(wrapUpMs - 1_000);
    await world.runJobs();
    expect(await modeOf(world)).toBe('human');
    await world.clock.pass(2_000);
    await world.runJobs();
    expect(await modeOf(world)).toBe('closed');
    const closings = await world.plain.entries.listOf(world.call.conversationId, 'conversation-changed', 10);
    expect(closings.filter(({ data }) => 'reason' in data && data.reason === 'call-over')).toHaveLength(1);
    expect(await world.typesOf('internal')).toContain('call-ended');
  });

  it('comes by itself where nobody told of it, and its conversation is closed after that', async () => {
    const world = await worldWithCall();
    await world.clock.pass(longestCallMs);
    await world.runJobs();
    expect((await world.typesOf('internal')).filter((type) => type === 'call-ended')).toHaveLength(1);
    expect(await modeOf(world)).toBe('human');
    await world.clock.pass(wrapUpMs + 1_000);
    await world.runJobs();
    expect(await modeOf(world)).toBe('closed');
  });

  it('does not close a chat in which somebody was called', async () => {
    const world = await turnWorld();
    const deps = { ...world.parts, ...world.stores, settingsOf: world.tenants.settingsOf, closedNow: async () => null };
    await world.say('Can somebody call me?');
    const { callId } = await startCall(deps, agent, command(), { direction: 'outbound', conversationId: world.id });
    await endCall(deps, agent, command(), { callId, outcome: 'talked' });
    await world.clock.pass(wrapUpMs + 1_000);
    await world.runJobs();
    expect((await world.plain.conversations.find('t1', world.id))?.mode).toBe('human');
  });
});
