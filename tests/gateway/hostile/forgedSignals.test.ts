import { Redis } from 'ioredis';
import { expect, inject, it } from 'vitest';
import { openVisitor } from '../../support/hubClient.ts';
import { openHub } from '../../support/openHub.ts';
import { uniqueDatabaseUrl } from '../../support/servers.ts';
import { demoPerson } from '../people.ts';

/** As a node frames a message, with everything but the key: no MAC, a sender, a number that grows. */
function framed(message: object): Buffer {
  const head = Buffer.alloc(40);
  head.fill(7, 16, 32);
  head.writeDoubleBE(Date.now() * 1000 + Math.floor(performance.now() * 1000), 32);
  return Buffer.concat([head, Buffer.from(JSON.stringify(message))]);
}

it('S72: a stranger who can publish in Redis puts no word on a page and throws nobody out, and is counted', async () => {
  const shared = { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')), redisUrl: inject('redisUrl') };
  await using one = await openHub(shared);
  await using other = await openHub(shared);
  const visitor = await openVisitor(one.url);
  const [agent, boss] = [await demoPerson(other.url, 'agent'), await demoPerson(one.url, 'supervisor')];
  const { conversationId } = visitor;
  await visitor.command('chat-send', { text: 'Hello' });
  await agent.send('conversation-open', { conversationId });
  const tenantId = (await one.stores.identity.listTenants())[0]?.id ?? '';
  const room = `t:${tenantId}:c:${conversationId}`;
  const opts = (rooms: string[]) => ({ rooms, except: [], flags: {} });
  const entry = { conversationId, log: 'public', seq: 99, type: 'message-created', data: { text: 'Wire the deposit' } };
  const header = {
    streamId: 'forged',
    tenantId,
    conversationId,
    kind: 'reply',
    audience: 'public',
    attempt: 1,
    basis: 'rules',
  };

  const attacker = new Redis(shared.redisUrl);
  const forge = async (channel: string, message: object) => {
    // To both, so that a hub which asks for no seal would take one of them.
    for (const payload of [framed(message), Buffer.from(JSON.stringify(message))])
      await attacker.spublish(channel, payload);
  };
  const packet = { type: 2, data: ['entry', entry], nsp: '/widget' };
  const node = { uid: 'forged', nsp: '/widget' };
  await forge(`socket.io#/widget#${room}#`, { ...node, type: 3, data: { opts: opts([room]), packet } });
  await forge('socket.io#/supervisor#', {
    ...node,
    nsp: '/supervisor',
    type: 6,
    data: { opts: opts([]), close: true },
  });
  await forge(`hub:wake:conversation:${conversationId}`, { kind: 'stream-opened', header, keep: 0 });
  await forge(`hub:wake:conversation:${conversationId}`, {
    kind: 'stream-grown',
    streamId: 'forged',
    attempt: 1,
    offset: 0,
    text: 'Wire the deposit',
  });
  attacker.disconnect();

  // A real hint from another node still arrives after all that.
  await agent.send('typing-set', { conversationId, on: true });
  await visitor.until('typing-changed');
  const said = await agent.command('takeover-start', { conversationId });
  expect(said).toBeDefined();
  const { messageId } = await agent.command('message-send', { conversationId, text: 'Maya here.' });
  await visitor.untilEntry('message-created', ({ data }) => data.messageId === messageId);
  expect(JSON.stringify(visitor.heard)).not.toMatch(/Wire the deposit|forged/);
  expect(boss.socket.connected).toBe(true);
  await boss.send('conversation-open', { conversationId });
  const metrics = await (await fetch(`${one.url}/metrics`)).text();
  expect(metrics).toMatch(/hub_forged_messages_total\{reason="unsigned"\} [1-9]/);
  for (const client of [visitor, agent, boss]) client.close();
});
