import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type HubClient, openVisitor, signIn } from '../../support/hubClient.ts';
import { demoPassword, type OpenHub, openHub } from '../../support/openHub.ts';

describe('one live conversation', () => {
  let hub: OpenHub;
  let agent: HubClient;
  beforeAll(async () => {
    hub = await openHub();
    const { accessToken } = await signIn(hub.url, 'agent@demo.example', demoPassword);
    agent = await connect(hub.url, '/agent', accessToken);
  });
  afterAll(async () => {
    agent.close();
    await hub.close();
  });

  it('a visitor’s message reaches the board, is answered by Jorge, and the desk reads every word', async () => {
    await agent.send('board-watch');
    const visitor = await openVisitor(hub.url);
    const sent = await visitor.command('chat-send', { text: 'Hello there' });
    expect(sent).toMatchObject({ conversationId: visitor.conversationId, seq: 1 });
    await agent.until('board-row', (row) => row.conversationId === visitor.conversationId);
    const opened = await agent.send('conversation-open', { conversationId: visitor.conversationId });
    expect(opened).toMatchObject({ mode: 'bot' });
    const answer = await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    expect(answer.data.text).toMatch(/AI assistant/);
    const end = await visitor.until('stream-end', (one) => one.streamId === answer.data.streamId);
    expect(end).toMatchObject({ status: 'done', length: answer.data.text.length });
    const read = await agent.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    expect(read).toEqual(answer);
    expect(visitor.all('entry').every((entry) => entry.log.startsWith('public:'))).toBe(true);
    visitor.close();
  });

  it('the coach streams to staff alone once the lead is quiet', async () => {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text: 'The price is too high for us, and my wife is not sure' });
    await agent.send('conversation-open', { conversationId: visitor.conversationId });
    await visitor.command('chat-send', { text: 'We would rather wait' });
    // If the second message came late, the first one's stream was superseded and ended in nothing.
    const suggestion = await agent.untilEntry(
      'suggestion-created',
      (entry) => entry.conversationId === visitor.conversationId,
    );
    const start = await agent.until('stream-start', (one) => one.streamId === suggestion.data.streamId);
    expect(start.kind).toBe('coach');
    const end = await agent.until('stream-end', (one) => one.streamId === start.streamId);
    const text = agent
      .all('stream-delta')
      .filter((delta) => delta.streamId === start.streamId)
      .reduce((whole, delta) => whole.slice(0, delta.offset) + delta.text, '');
    expect(end).toMatchObject({ status: 'done', length: text.length });
    expect(suggestion.data.say).toBe(text);
    expect(visitor.all('stream-start').filter((one) => one.audience === 'staff')).toEqual([]);
    visitor.close();
  });

  it('after a takeover no bot speaks until it is given back, and then the open question is answered', async () => {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text: 'hi' });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    const { seq } = await agent.command('takeover-start', { conversationId: visitor.conversationId });
    await visitor.untilEntry('conversation-changed', (entry) => entry.data.mode === 'human' && entry.seq === seq);
    await visitor.command('chat-send', { text: 'Are you still there?' });
    await agent.command('message-send', { conversationId: visitor.conversationId, text: 'Yes, Maya here.' });
    await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'agent');
    await visitor.command('chat-send', { text: 'I want to buy a home in Mueller' });
    const back = await agent.command('takeover-end', { conversationId: visitor.conversationId });
    const answer = await visitor.untilEntry(
      'message-created',
      (entry) => entry.actor.kind === 'bot' && entry.seq > Number(back.seq),
    );
    expect(answer.seq).toBeGreaterThan(Number(back.seq));
    const between = visitor
      .entries('message-created')
      .filter((entry) => entry.actor.kind === 'bot' && entry.seq > Number(seq) && entry.seq < Number(back.seq));
    expect(between).toEqual([]);
    visitor.close();
  });

  it('the same command is one message, and with other words it is refused', async () => {
    const visitor = await openVisitor(hub.url);
    const commandId = randomUUID();
    const first = await visitor.send('chat-send', { commandId, text: 'only once' });
    const again = await visitor.send('chat-send', { commandId, text: 'only once' });
    expect(again).toEqual({ ...first, duplicate: true });
    await expect(visitor.send('chat-send', { commandId, text: 'something else' })).rejects.toThrow('COMMAND_REUSED');
    visitor.close();
  });

  it('a question that nothing on file answers is noted for the team, as Jorge says', async () => {
    const visitor = await openVisitor(hub.url);
    await visitor.command('chat-send', { text: 'Is there a flood certificate?' });
    await agent.send('conversation-open', { conversationId: visitor.conversationId });
    const answer = await visitor.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    expect(answer.data.text).toMatch(/I’ll ask the team/);
    const note = await agent.untilEntry('note-created', (entry) => entry.conversationId === visitor.conversationId);
    expect(note.data.text).toContain('Is there a flood certificate?');
    visitor.close();
  });

  it('a person who opens the desk is told who is there, and the others hear them come and leave', async () => {
    const { accessToken } = await signIn(hub.url, 'agent2@demo.example', demoPassword);
    const colleague = await connect(hub.url, '/agent', accessToken);
    await colleague.until('presence-changed', (one) => one.name === 'Maya Torres');
    await agent.until('presence-changed', (one) => one.name === 'Owen Park' && one.status === 'available');
    colleague.close();
    await agent.until('presence-changed', (one) => one.name === 'Owen Park' && one.status === 'offline');
  });
});
