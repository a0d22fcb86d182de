import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoPerson } from '../gateway/people.ts';
import { connectPhone } from '../support/connectPhone.ts';
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
  const tell = (number: number) => {
    phone.sendTo(number % 2 === 0 ? there : here);
    return call.says(number, `Line ${number}.`, { Track: number % 3 === 0 ? 'outbound_track' : 'inbound_track' });
  };
  // From here on both nodes know of the call.
  await tell(2);
  const late = [9, 8, 7, 6, 5, 4, 3].map(tell);
  const answers = await Promise.all(late);
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  await agent.untilEntry('call-segment', ({ data }) => data.text === 'Line 9.');
  const shown = agent.entries('call-segment').map(({ data }) => data.text);
  expect(shown).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((number) => `Line ${number}.`));
  agent.close();
});
