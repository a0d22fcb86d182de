import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HubClient, openVisitor } from '../../support/hubClient.ts';
import { type OpenHub, openHub } from '../../support/openHub.ts';
import { owedTo } from '../../support/owedTo.ts';
import { demoPerson } from '../people.ts';

const bots = (client: HubClient) => client.entries('message-created').filter((entry) => entry.actor.kind === 'bot');

describe('a keystroke of the team holds Jorge', () => {
  let hub: OpenHub;
  let agent: HubClient;
  let agent2: HubClient;
  beforeAll(async () => {
    hub = await openHub();
    [agent, agent2] = await Promise.all([demoPerson(hub.url, 'agent'), demoPerson(hub.url, 'agent2')]);
  });
  afterAll(async () => {
    agent.close();
    agent2.close();
    await hub.close();
  });

  async function heldTalk(by: HubClient = agent) {
    const visitor = await openVisitor(hub.url);
    const { conversationId } = visitor;
    await Promise.all([agent, agent2].map((one) => one.send('conversation-open', { conversationId })));
    await by.send('typing-set', { conversationId, on: true });
    const held = (client: HubClient, on: boolean) =>
      client.until('hold-changed', (one) => one.conversationId === conversationId && one.forMs > 0 === on);
    return { visitor, conversationId, held };
  }
  const holdIn = async (conversationId: string) =>
    (await hub.stores.conversations.find('demo', conversationId))?.hold ?? null;

  it('the team sees who writes and how long Jorge waits, even if they open it later; the visitor never does', async () => {
    const { visitor, conversationId, held } = await heldTalk();
    const told = await held(agent2, true);
    expect(told.by.name).toBe('Maya Torres');
    expect(told.forMs).toBeGreaterThan(0);
    expect(told.forMs).toBeLessThanOrEqual(20_000);
    await held(agent, true);
    const typing = await agent2.until('typing-changed', (one) => one.conversationId === conversationId && one.on);
    expect(typing).toMatchObject({ kind: 'agent', name: 'Maya Torres', userId: told.by.id });
    const opened = await agent2.send('conversation-open', { conversationId });
    expect(opened.hold).toMatchObject({ by: { name: 'Maya Torres' } });
    await visitor.until('typing-changed', (one) => one.on);
    expect(visitor.all('hold-changed')).toEqual([]);
    expect(JSON.stringify(visitor.heard)).not.toContain(told.by.id);
    visitor.close();
  });

  it('clearing the box lets Jorge answer what waited', async () => {
    const { visitor, conversationId, held } = await heldTalk();
    await visitor.command('chat-send', { text: 'Is it still for sale?' });
    const owedAt = await owedTo(hub.stores.entries, conversationId);
    expect(owedAt).not.toBeNull();
    expect((await holdIn(conversationId))?.until).toBeGreaterThan(owedAt ?? 0);
    // Owen's box is his own: it ends no hold of Maya's.
    await agent2.send('typing-set', { conversationId, on: false });
    expect(await holdIn(conversationId)).not.toBeNull();
    expect(bots(visitor)).toEqual([]);
    await agent.send('typing-set', { conversationId, on: false });
    await held(agent2, false);
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    visitor.close();
  });

  it('writing elsewhere, leaving and losing the connection end it', async () => {
    const first = await heldTalk();
    const second = await heldTalk();
    await first.held(agent2, false);
    await agent.send('conversation-leave', { conversationId: second.conversationId });
    await second.held(agent2, false);
    const gone = await demoPerson(hub.url, 'supervisor');
    const third = await heldTalk(gone);
    await third.held(agent2, true);
    gone.close();
    await third.held(agent2, false);
    for (const { visitor, conversationId } of [first, second, third]) {
      expect(await holdIn(conversationId)).toBeNull();
      visitor.close();
    }
  });

  it('sending ends it: the conversation is theirs then', async () => {
    const { visitor, conversationId } = await heldTalk();
    await agent.command('message-send', { conversationId, text: 'Hello, this is Maya.' });
    expect(await holdIn(conversationId)).toBeNull();
    expect(bots(visitor)).toEqual([]);
    visitor.close();
  });
});
