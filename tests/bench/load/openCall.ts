import { randomUUID } from 'node:crypto';
import { connect, type HubClient, signIn } from '../../support/hubClient.ts';
import { demoPassword } from '../../support/openHub.ts';

/** A call that is under way, and the client that speaks in it and reads along. */
export interface Call {
  callId: string;
  conversationId: string;
  client: HubClient;
}

/** Sockets of one agent. They keep nothing of what they hear. */
export async function openAgents(url: string, count: number): Promise<HubClient[]> {
  const { accessToken } = await signIn(url, 'agent@demo.example', demoPassword);
  return Promise.all(
    Array.from({ length: count }, async () => {
      const client = await connect(url, '/agent', accessToken);
      client.socket.offAny();
      return client;
    }),
  );
}

/** Starts the `n`-th call, with consent, at one of these clients, which opens it. */
export async function openCall(clients: readonly HubClient[], n: number): Promise<Call> {
  const client = clients[n % clients.length] as HubClient;
  const number = `+1512${String(5_550_000 + n).padStart(7, '0')}`;
  const started = await client.send('call-start', { commandId: randomUUID(), direction: 'outbound', number });
  const { callId, conversationId } = started as { callId: string; conversationId: string };
  await client.send('call-consent', { commandId: randomUUID(), callId, party: 'agent', state: 'given' });
  await client.send('conversation-open', { conversationId });
  return { callId, conversationId, client };
}
