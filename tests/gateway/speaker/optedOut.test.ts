import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aConversation } from '../../suites/conversationStoreSuite.ts';
import { type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { codeOf, demoPerson } from '../people.ts';

let hub: OpenHub;
let agent: HubClient;
beforeAll(async () => {
  hub = await openHub();
  agent = await demoPerson(hub.url, 'agent');
});
afterAll(async () => {
  agent?.close();
  await hub?.close();
});

test('nobody writes to a visitor who opted out: not by text, email or phone, and on the page only once they write again', async () => {
  const visitor = await openVisitor(hub.url);
  const { conversationId } = visitor;
  await visitor.command('chat-send', { text: 'I want to sell my house' });
  await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
  const { rows } = (await agent.send('board-watch')) as { rows: { conversationId: string; lead: { id: string } }[] };
  const leadId = rows.find((row) => row.conversationId === conversationId)?.lead.id ?? '';
  const tenantId = (await hub.stores.identity.listTenants())[0]?.id ?? '';
  const write = (to: string, commandId: string = randomUUID()) =>
    codeOf(agent, 'message-send', { commandId, conversationId: to, text: 'A new home came in' });
  const others = await Promise.all(
    (['sms', 'email', 'call'] as const).map(async (channel) => {
      const seed = aConversation({ tenantId, leadId, channel });
      return (await hub.stores.conversations.openFor(seed)).conversation.id;
    }),
  );
  const first = randomUUID();
  expect(await write(others[0] ?? '', first)).toBe('ok');

  await visitor.command('chat-send', { text: 'STOP' });
  await expect.poll(async () => (await hub.stores.records.ofLead(tenantId, leadId)).length).toBe(1);
  for (const id of [conversationId, ...others]) expect(await write(id)).toBe('SUPPRESSED_CONTACT');
  expect((await hub.stores.conversations.find(tenantId, conversationId))?.mode).toBe('waiting');
  // A message sent before stays sent: the same command has the same answer.
  expect(await write(others[0] ?? '', first)).toBe('ok');

  await visitor.command('chat-send', { text: 'Is anybody there?' });
  expect(await write(conversationId)).toBe('ok');
  for (const id of others) expect(await write(id)).toBe('SUPPRESSED_CONTACT');
  visitor.close();
});
