import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LeadAnswer } from '../../../src/contract/rest/leads.ts';
import { connect, type HubClient, openVisitor, signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';

let hub: OpenHub;
let token: string;
let agent: HubClient;
beforeAll(async () => {
  hub = await openHub();
  token = (await signIn(hub.url, 'agent@demo.example', demoPassword)).accessToken;
  agent = await connect(hub.url, '/agent', token);
});
afterAll(async () => {
  agent?.close();
  await hub?.close();
});

const leadOf = async (conversationId: string): Promise<LeadAnswer> => {
  const { lead } = (await agent.send('conversation-open', { conversationId })) as { lead: { id: string } };
  const answer = await fetch(`${hub.url}/api/v1/leads/${lead.id}`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as LeadAnswer;
};

describe('contact details at the desk', () => {
  test('a lead who has said nothing about themselves has an empty profile', async () => {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text: 'hi' });
    expect(await leadOf(visitor.conversationId)).toMatchObject({
      fields: {},
      consents: [],
      conversations: [{ conversationId: visitor.conversationId, mode: 'bot' }],
    });
    visitor.close();
  });

  test('an agent corrects a number, whatever the bot has asked; a value that is no number or address is refused', async () => {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text: 'hi' });
    const { conversationId } = visitor;
    await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
    await agent.send('conversation-open', { conversationId });
    const refusals = [
      ['phone', '555'],
      ['email', 'nobody'],
      ['name', 7],
      ['contactBy', 'pigeon'],
    ] as const;
    for (const [slot, value] of refusals)
      await expect(agent.command('slot-correct', { conversationId, slot, value })).rejects.toThrow('VALIDATION_FAILED');
    await expect(agent.command('slot-correct', { conversationId, slot: 'budgets', value: 1 })).rejects.toThrow(
      'NOT_FOUND',
    );
    await agent.command('slot-correct', { conversationId, slot: 'phone', value: '(512) 555-0177' });
    await agent.command('slot-correct', { conversationId, slot: 'email', value: 'Linda@Example.com' });
    await agent.command('slot-correct', { conversationId, slot: 'name', value: 'Linda Ortiz' });
    await agent.untilEntry(
      'qualification-changed',
      ({ actor, data }) => actor.kind === 'bot' && data.slots.name?.value === 'Linda Ortiz',
    );
    await expect.poll(async () => (await leadOf(conversationId)).name).toBe('Linda Ortiz');
    const { fields } = await leadOf(conversationId);
    expect([fields.phone?.value, fields.email?.value]).toEqual(['(512) 555-0177', 'linda@example.com']);
    visitor.close();
  });

  test('a wish to have data deleted stands on the row and in the profile with its day', async () => {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text: 'please delete all my data' });
    const said = await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
    await expect.poll(async () => (await leadOf(visitor.conversationId)).deletionRequests.length).toBe(1);
    const [request] = (await leadOf(visitor.conversationId)).deletionRequests;
    const inWords = new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' });
    expect(said.data.text).toContain(inWords.format(new Date(`${request?.answerBy}`)));
    const { rows } = (await agent.send('board-watch')) as {
      rows: { conversationId: string; flags: { kind: string; reason: string }[] }[];
    };
    const row = rows.find(({ conversationId }) => conversationId === visitor.conversationId);
    expect(row?.flags.find(({ kind }) => kind === 'data-deletion')?.reason).toContain(request?.answerBy);
    visitor.close();
  });
});
