import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPerson } from '../gateway/people.ts';
import { connectPhone } from '../support/connectPhone.ts';
import type { HubProcess } from '../support/hubProcess.ts';
import { startTwoNodes, type TwoNodes } from '../support/twoNodes.ts';

/* Costs about 10 s: two hub processes and a Redis. */

let nodes: TwoNodes;
beforeAll(async () => {
  nodes = await startTwoNodes();
});
afterAll(() => nodes?.stop());

it('the words of a call that Twilio tells two nodes of in the wrong order are kept and shown in the order of its numbers', async () => {
  const { doomed: here, survivor: there } = nodes;
  const phone = await connectPhone(here.url);
  const agent = await demoPerson(there.url, 'agent');
  await agent.send('board-watch', {});
  const call = phone.call('+14155550183');
  await call.rings();
  const { conversationId } = await agent.until('board-row', (row) => row.onCallSince !== undefined);
  await agent.send('conversation-open', { conversationId });
  const { data: started } = await agent.untilEntry('call-started');
  const { callId } = started;
  await agent.send('call-attach', { commandId: randomUUID(), conversationId, callId, consent: null });
  await call.presses('1');
  await call.begins();
  const tell = (node: HubProcess, number: number) => {
    phone.sendTo(node);
    return call.says(number, `Line ${number}.`, { Track: number % 3 === 0 ? 'outbound_track' : 'inbound_track' });
  };
  // Each of these lines waits for one that the other node was told: a node that heard nothing of the other would wait two seconds instead,
  // and the last line, which waits from the beginning, would be out before the two in the middle.
  const second = await tell(there, 2);
  const sixth = tell(there, 6);
  const third = await tell(here, 3);
  const rest = await Promise.all([tell(here, 5), tell(there, 4), sixth]);
  expect([second, third, ...rest].map(({ status }) => status)).toEqual(Array(5).fill(200));
  const shown = () => agent.entries('call-segment').map(({ data }) => data.text);
  await expect.poll(() => shown().length).toBe(5);
  expect(shown()).toEqual([2, 3, 4, 5, 6].map((number) => `Line ${number}.`));
  agent.close();
});
