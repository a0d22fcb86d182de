import { randomUUID } from 'node:crypto';
import { setTimeout as passing } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import type { Entry } from '../../src/contract/log/entry.ts';
import { connect, type HubClient, signIn, widgetSession } from '../support/hubClient.ts';
import { type HubProcess, startHubProcess } from '../support/hubProcess.ts';
import { demoPassword } from '../support/openHub.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

const visitors = 12;
const rounds = 4;

interface Visitor {
  token: string;
  conversationId: string;
  acked: string[];
  client: HubClient | null;
}

async function transcript(url: string, bearer: string, conversationId: string): Promise<Entry[]> {
  const answer = await fetch(`${url}/api/v1/conversations/${conversationId}/transcript`, {
    headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
  });
  const body = (await answer.json()) as { entries: Entry[] };
  return body.entries;
}

describe('a hub that is killed in the middle of turns', () => {
  it('finishes them after the restart: nothing acked is lost, everything is answered, nothing is said twice', async () => {
    const env = {
      MONGODB_URL: uniqueDatabaseUrl(inject('mongodbUrl')),
      HUB_SECRET: 'a-secret-for-this-test-of-32-chars!',
    };
    let hub: HubProcess = await startHubProcess(env);
    const all: Visitor[] = [];
    for (let n = 0; n < visitors; n += 1) {
      const session = await widgetSession(hub.url);
      all.push({ token: session.token, conversationId: '', acked: [], client: null });
    }
    const words = [
      'Hi, is the home still available?',
      'I want to buy a home',
      'around 500k',
      'we are pre-approved',
      '3 bedrooms',
      'in about two months',
    ];
    for (let round = 0; round < rounds; round += 1) {
      for (const visitor of all) {
        visitor.client = await connect(hub.url, '/widget', visitor.token);
        visitor.conversationId = String((await visitor.client.send('chat-open')).conversationId);
      }
      // Spread over the burst window, so that the kill meets turns in every state.
      await Promise.all(
        all.map(async (visitor, n) => {
          await passing(n * 12);
          const sent = await visitor.client?.send('chat-send', {
            commandId: randomUUID(),
            text: words[round % words.length],
          });
          visitor.acked.push(String(sent?.messageId));
        }),
      );
      // A turn begins 1.5 s after its message: the kill comes while the first ones are being said.
      await passing(1430);
      await hub.kill();
      for (const visitor of all) visitor.client?.close();
      hub = await startHubProcess(env);
    }

    const { accessToken } = await signIn(hub.url, 'agent@demo.example', demoPassword);
    for (const visitor of all) {
      visitor.client = await connect(hub.url, '/widget', visitor.token);
      await visitor.client.send('chat-open');
      const lastSent = visitor.acked.at(-1);
      // Answered: a bot's message after the visitor's last one.
      const asked = await visitor.client.untilEntry('message-created', (entry) => entry.data.messageId === lastSent);
      await visitor.client.untilEntry(
        'message-created',
        (entry) => entry.actor.kind === 'bot' && entry.seq > asked.seq,
      );
    }
    for (const visitor of all) {
      const entries = await transcript(hub.url, accessToken, visitor.conversationId);
      expect(entries.map((entry) => entry.seq)).toEqual(entries.map((_, index) => index + 1));
      const messages = entries.filter((entry) => entry.type === 'message-created');
      const ids = messages.map((entry) => entry.data.messageId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(visitor.acked.filter((id) => !ids.includes(id))).toEqual([]);
      const said = messages.filter((entry) => entry.actor.kind === 'bot').map((entry) => entry.data.text);
      expect(said.filter((text, index) => said.indexOf(text) !== index)).toEqual([]);
      expect(said.length).toBeLessThanOrEqual(visitor.acked.length);
      visitor.client?.close();
    }
    await hub.stop();
  });
});
