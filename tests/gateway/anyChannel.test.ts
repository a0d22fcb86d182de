import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Entry } from '../../src/contract/log/entry.ts';
import type { BoardRow } from '../../src/contract/socket/board.ts';
import type { Channel, OutboundMessage, ToldMessage } from '../../src/features/channels/model.ts';
import { isErased } from '../../src/features/conversations/log/withoutWords.ts';
import { eraseAsAdmin } from '../support/eraseAsAdmin.ts';
import type { HubClient } from '../support/hubClient.ts';
import { type OpenHub, openHub } from '../support/openHub.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';
import { codeOf, demoPerson, tokenOf } from './people.ts';

const number = '+15125550137';

/** All that a new channel is: text messages of a provider that fails when it is told to. */
function textMessages(of: { tenantId: string }) {
  const sent: OutboundMessage[] = [];
  let receive: (told: ToldMessage) => Promise<void> = async () => {};
  let failures = 0;
  const channel: Channel = {
    kind: 'sms',
    async send(message) {
      if (failures-- > 0) throw new Error('the provider is away');
      sent.push(message);
    },
    listen(next) {
      receive = next;
      return () => {};
    },
  };
  return {
    channel,
    sent,
    fail(times: number) {
      failures = times;
    },
    text: (text: string, from = '(512) 555-0137', providerId: string = randomUUID()) =>
      receive({ tenantId: of.tenantId, from, providerId, text }),
  };
}

describe.each([['memory'], ['mongo']])('a channel that the product does not have, %s', (stores) => {
  let tenantId = '';
  const sms = textMessages({
    get tenantId() {
      return tenantId;
    },
  });
  let hub: OpenHub;
  let agent: HubClient;
  beforeAll(async () => {
    const database = stores === 'mongo' ? { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')) } : {};
    hub = await openHub({ ...database, channels: [sms.channel] });
    tenantId = (await hub.stores.identity.listTenants())[0]?.id ?? '';
    agent = await demoPerson(hub.url, 'agent');
  });
  afterAll(async () => {
    agent?.close();
    // Steps every talk again and compares every row with its logs.
    await hub?.close();
  });

  const rowNow = async (): Promise<BoardRow | undefined> => {
    const { rows } = (await agent.send('board-watch')) as { rows: BoardRow[] };
    return rows.find(({ channel }) => channel === 'sms');
  };
  const openTalk = async (): Promise<string> => {
    await expect.poll(rowNow).toBeDefined();
    return (await rowNow())?.conversationId ?? '';
  };
  const logOf = (id: string): Promise<Entry[]> => hub.stores.entries.read(id, 'public', 1, 500, 500);
  const wordsSent = () => sms.sent.map(({ text }) => text);
  const answered = (count: number) => expect.poll(() => sms.sent.length).toBeGreaterThanOrEqual(count);

  test('a lead who texts has no visitor, site or page; Jorge qualifies and answers them, and the reply leaves as a text', async () => {
    await sms.text('I want to buy a house', undefined, 'p1');
    await sms.text('I want to buy a house', undefined, 'p1');
    const id = await openTalk();
    await answered(1);
    const conversation = await hub.stores.conversations.find(tenantId, id);
    expect(conversation).toMatchObject({ channel: 'sms', contact: number });
    expect(Object.keys(conversation ?? {})).not.toEqual(expect.arrayContaining(['visitorId']));
    expect([conversation?.siteId, conversation?.page]).toEqual([undefined, undefined]);
    const log = await logOf(id);
    expect(log.filter(({ actor }) => actor.kind === 'lead')).toHaveLength(1);
    const reply = log.find(({ actor }) => actor.kind === 'bot');
    if (reply?.type !== 'message-created') throw new Error('Jorge said nothing');
    expect(sms.sent[0]).toMatchObject({ to: number, messageId: reply.data.messageId, text: reply.data.text });
    await sms.text('my budget is 500k');
    await answered(2);
    // The facts that a turn learned are written after its reply.
    await expect
      .poll(async () => (await hub.stores.entries.newestOf(id, 'qualification-changed'))?.data)
      .toMatchObject({ slots: { budget: { state: 'answered' } } });
    await expect.poll(rowNow).toMatchObject({ conversationId: id, channel: 'sms', bot: 'buyer' });
  });

  test('the team reads, searches and exports it, opens it at the desk and answers; a provider that fails is tried again, in order', async () => {
    const id = await openTalk();
    expect(await agent.send('conversation-open', { conversationId: id })).toMatchObject({ mode: 'bot' });
    const headers = { authorization: `Bearer ${await tokenOf(hub.url, 'agent')}` };
    const read = async (path: string) => (await fetch(`${hub.url}/api/v1${path}`, { headers })).text();
    expect(await read(`/conversations/${id}`)).toContain('"publicHead"');
    expect(await read(`/conversations/${id}/transcript`)).toContain('my budget is 500k');
    // The search index follows the line.
    await expect.poll(() => read('/search?q=budget')).toContain(id);
    await agent.command('takeover-start', { conversationId: id });
    sms.fail(1);
    const before = sms.sent.length;
    await agent.command('message-send', { conversationId: id, text: 'Hello, Owen here.' });
    await agent.command('message-send', { conversationId: id, text: 'Shall I call you?' });
    await answered(before + 2);
    expect(wordsSent().slice(before)).toEqual(['Hello, Owen here.', 'Shall I call you?']);
    await agent.command('takeover-end', { conversationId: id });
  });

  test('STOP is confirmed once by text, and nothing more is sent, by nobody', async () => {
    const id = await openTalk();
    const before = sms.sent.length;
    await sms.text('STOP');
    await answered(before + 1);
    const { leadId } = (await hub.stores.conversations.find(tenantId, id)) ?? { leadId: '' };
    await expect.poll(async () => (await hub.stores.records.ofLead(tenantId, leadId)).length).toBe(1);
    const message = { commandId: randomUUID(), conversationId: id, text: 'A new home came in' };
    expect(await codeOf(agent, 'message-send', message)).toBe('SUPPRESSED_CONTACT');
    expect(sms.sent).toHaveLength(before + 1);
  });

  test('a lead’s words and number are deleted, and a later message begins a new talk', async () => {
    const id = await openTalk();
    const { leadId } = (await hub.stores.conversations.find(tenantId, id)) ?? { leadId: '' };
    await eraseAsAdmin(hub.stores, tenantId, leadId);
    const erased = await hub.stores.conversations.find(tenantId, id);
    expect(erased !== null && isErased(erased)).toBe(true);
    expect(JSON.stringify([erased, await logOf(id), await hub.stores.leads.find(tenantId, leadId)])).not.toMatch(
      /5550137|500k/,
    );
    await sms.text('Hi, it is me again', '512-555-0199');
    await expect.poll(async () => (await rowNow())?.lastText).toBeTruthy();
  });
});
