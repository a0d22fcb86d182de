import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Entry } from '../../src/contract/log/entry.ts';
import { demoPerson, tokenOf } from '../gateway/people.ts';
import { connectPhone } from '../support/connectPhone.ts';
import { startTwoNodes, type TwoNodes } from '../support/twoNodes.ts';

/* Costs about 11 s: two hub processes, a Redis, and a gap that is waited for. */

let nodes: TwoNodes;
beforeAll(async () => {
  nodes = await startTwoNodes();
});
afterAll(() => nodes?.stop());

it('a call goes on when its hub is killed: another one takes Twilio’s repeated and next lines, each once and in order', async () => {
  const { balancer, doomed, survivor } = nodes;
  const phone = await connectPhone(balancer.url);
  const agent = await demoPerson(survivor.url, 'agent');
  await agent.send('board-watch', {});
  const call = phone.call('+14155550171');
  await call.rings();
  const { conversationId } = await agent.until('board-row', (row) => row.onCallSince !== undefined);
  await agent.send('conversation-open', { conversationId });
  const { data: started } = await agent.untilEntry('call-started');
  const { callId } = started;
  await agent.send('call-attach', { commandId: randomUUID(), conversationId, callId, consent: null });
  await call.presses('1');
  await call.begins();
  const lines = [
    { track: 'inbound_track', text: 'Hi, we saw the house on Oak Street.' },
    { track: 'outbound_track', text: 'It is still on the market.' },
    { track: 'inbound_track', text: 'We could move by June.' },
    { track: 'inbound_track', text: 'And we need three bedrooms.' },
    { track: 'outbound_track', text: 'Then let us look at it on Saturday.' },
  ];
  const tell = (number: number) => {
    const line = lines[number - 2];
    if (line === undefined) throw new Error(`there is no line ${number}`);
    return call.says(number, line.text, { Track: line.track });
  };
  await tell(2);
  await tell(3);
  await agent.untilEntry('call-segment', ({ data }) => data.text === lines[1]?.text);
  const before = agent.entries('call-segment').map(({ id, seq, data }) => ({ id, seq, text: data.text }));
  expect(before.map(({ text }) => text)).toEqual(lines.slice(0, 2).map(({ text }) => text));

  // The kill comes while the third line is taken in: whether it was kept, Twilio cannot know.
  const cut = tell(4).then(
    ({ status }) => status,
    () => 'cut off',
  );
  await doomed.kill();
  balancer.sendTo(survivor);
  await cut;
  // The second was taken too; its answer may have been lost like that of the third.
  const told = await Promise.all([3, 4, 5, 6].map(tell));
  expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await call.status('completed')).toMatchObject({ status: 200 });
  expect(await call.status('completed')).toMatchObject({ status: 200 });

  const ended = await agent.untilEntry('call-ended');
  expect(ended.data).toMatchObject({ callId, outcome: 'talked' });
  await agent.until('board-row', (row) => row.conversationId === conversationId && row.onCallSince === undefined);
  const kept = await internalLog(survivor.url, conversationId);
  expect(kept.map(({ seq }) => seq)).toEqual(kept.map((_, index) => index + 1));
  const spoken = kept.flatMap((entry) => (entry.type === 'call-segment' ? [entry] : []));
  expect(spoken.map(({ data }) => ({ track: trackOf[data.speaker], text: data.text }))).toEqual(lines);
  expect(spoken.slice(0, 2).map(({ id, seq, data }) => ({ id, seq, text: data.text }))).toEqual(before);
  const ends = kept.filter(({ type }) => type === 'call-started' || type === 'call-ended');
  expect(ends.map(({ type }) => type)).toEqual(['call-started', 'call-ended']);
  // The agent who read along on the other node had no gap and nothing twice.
  expect(agent.entries('call-segment').map(({ data }) => data.text)).toEqual(lines.map(({ text }) => text));
  agent.close();
});

const trackOf = { lead: 'inbound_track', agent: 'outbound_track' } as const;

async function internalLog(url: string, conversationId: string): Promise<Entry[]> {
  const answer = await fetch(`${url}/api/v1/conversations/${conversationId}/transcript?log=internal`, {
    headers: { authorization: `Bearer ${await tokenOf(url, 'agent')}`, accept: 'application/json' },
  });
  const { entries } = (await answer.json()) as { entries: Entry[] };
  return entries;
}
