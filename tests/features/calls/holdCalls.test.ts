import { expect, it } from 'vitest';
import { holdCalls } from '../../../src/features/calls/holdCalls.ts';
import { startCall } from '../../../src/features/calls/startCall.ts';
import type { Draft } from '../../../src/features/conversations/model.ts';
import { eraseConversation } from '../../../src/features/turns/eraseConversation.ts';
import { agent, command, turnWorld } from '../turns/turnWorld.ts';

/* Costs about 0.4 s: memory stores and a clock that stands. */

async function agreedCall() {
  const world = await turnWorld();
  const { stores, parts, clock } = world;
  const deps = { ...parts, ...stores, closedNow: async () => null, settingsOf: world.tenants.settingsOf };
  const { callId, conversationId } = await startCall(deps, agent, command(), {
    ...{ direction: 'outbound', number: '(512) 555-0195' },
  });
  const call = await stores.calls.change('t1', callId, { consent: { lead: 'given', agent: null } }, {});
  if (call === null) throw new Error('there is no call');
  let reads = 0;
  const heldCalls = holdCalls({
    ...{ folds: parts.folds, clock },
    calls: {
      async find(tenantId, id) {
        reads += 1;
        return stores.calls.find(tenantId, id);
      },
    },
  });
  let lines = 0;
  /** The number of a line of the team's log that was just written. */
  async function append(draft: Pick<Draft, 'type' | 'data'>): Promise<number> {
    lines += 1;
    const line = { ...draft, actor: { kind: 'lead', id: call?.leadId ?? '' }, onceKey: `line ${lines}` } as Draft;
    const { entry } = await parts.appender.append({ tenantId: 't1', conversationId }, line);
    return entry.seq;
  }
  const say = (): Promise<number> =>
    append({
      type: 'call-segment',
      data: {
        ...{ callId, utteranceId: `u${lines}`, speaker: 'lead', text: 'A yard, please.', language: 'en' },
        ...{ startMs: 0, endMs: 1, confidence: null },
      },
    });
  await parts.folds.read('t1', conversationId);
  const withdraw = () => stores.calls.change('t1', callId, { consent: { lead: 'withdrawn', agent: null } }, {});
  return { ...world, call, callId, conversationId, heldCalls, append, say, withdraw, reads: () => reads };
}

it('a call that goes on is read once for many words', async () => {
  const { heldCalls, call, callId, say, reads } = await agreedCall();
  for (let n = 0; n < 20; n += 1) {
    expect(await heldCalls.find('t1', callId)).toEqual(call);
    expect(await heldCalls.findAfter(call, await say())).toEqual(call);
  }
  expect(reads()).toBeLessThanOrEqual(3);
});

it('a no that its line tells of before the words is seen once they stand', async () => {
  const { heldCalls, call, callId, say, append, withdraw } = await agreedCall();
  await heldCalls.findAfter(call, await say());
  await withdraw();
  await append({
    type: 'call-consent-changed',
    data: { callId, party: 'lead', state: 'withdrawn', rule: 'all-party' },
  });
  expect((await heldCalls.findAfter(call, await say()))?.consent.lead).toBe('withdrawn');
});

it('a no that its line tells of is seen before the next words come', async () => {
  const { heldCalls, call, callId, say, append, withdraw } = await agreedCall();
  await heldCalls.findAfter(call, await say());
  await withdraw();
  await append({
    type: 'call-consent-changed',
    data: { callId, party: 'lead', state: 'withdrawn', rule: 'all-party' },
  });
  expect((await heldCalls.find('t1', callId))?.consent.lead).toBe('withdrawn');
});

it('a no whose node died before its line is seen within eight seconds', async () => {
  const { heldCalls, call, callId, say, withdraw, clock } = await agreedCall();
  await heldCalls.findAfter(call, await say());
  await withdraw();
  await clock.pass(8_000);
  expect((await heldCalls.find('t1', callId))?.consent.lead).toBe('withdrawn');
});

it('words that come while their conversation is deleted find no call once they stand', async () => {
  const { heldCalls, call, conversationId, say, stores, parts, plain } = await agreedCall();
  await heldCalls.findAfter(call, await say());
  const erasing = { ...stores, appender: parts.appender, streamLog: plain.streamLog };
  await eraseConversation(erasing, 't1', conversationId);
  expect(await heldCalls.findAfter(call, await say())).toBeNull();
});

it('an agent who takes a call speaks for it with the next words', async () => {
  const { heldCalls, call, callId, say, append, stores } = await agreedCall();
  await heldCalls.findAfter(call, await say());
  await stores.calls.change('t1', callId, { agent: { id: 'a2', name: 'Bo' } }, {});
  await append({ type: 'assignment-changed', data: { owner: { id: 'a2', name: 'Bo' }, reason: 'call' } });
  expect((await heldCalls.find('t1', callId))?.agent?.id).toBe('a2');
});

it("another brokerage's call is not found, though it is held", async () => {
  const { heldCalls, call, callId, say } = await agreedCall();
  await heldCalls.findAfter(call, await say());
  expect(await heldCalls.find('t2', callId)).toBeNull();
});
