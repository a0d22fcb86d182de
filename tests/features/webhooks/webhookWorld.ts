import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { createOutsidePoster } from '../../../src/adapters/outside/postOutside.ts';
import { composeWebhooks } from '../../../src/app/compose/webhooks.ts';
import type { WebhookEvent } from '../../../src/contract/webhooks.ts';
import type { StaffScope } from '../../../src/features/identity/model.ts';
import { addWebhook } from '../../../src/features/webhooks/manageWebhooks.ts';
import { sendDeliveries } from '../../../src/features/webhooks/sendDeliveries.ts';
import type { PostOutside } from '../../../src/kernel/fetchOutside.ts';
import { type Meter, silentLogger, silentMeter } from '../../../src/kernel/observe.ts';
import { type Instead, turnWorld } from '../turns/turnWorld.ts';

export const admin: StaffScope = {
  tenantId: 't1',
  principal: { kind: 'staff', id: 'boss', role: 'admin', name: 'Sam' },
};

/** A real server of somebody else's, on this machine, and what it was sent. */
export interface Receiver {
  url: string;
  asked: { delivery: string; body: string; authorization: string | undefined }[];
  server: Server;
}
/** `answer`: its answer to each request that it has read, or none at all. */
export async function startReceiver(answer: RequestListener, host = '127.0.0.1'): Promise<Receiver> {
  const server = createServer(async (req, res) => {
    const body = await textOf(req);
    receiver.asked.push({
      delivery: String(req.headers['hub-delivery']),
      body,
      authorization: req.headers.authorization,
    });
    answer(req, res);
  }).listen(0, host);
  await once(server, 'listening');
  const receiver: Receiver = { url: `http://${host}:${(server.address() as AddressInfo).port}/`, asked: [], server };
  return receiver;
}
export function stop({ server }: Receiver): void {
  server.close();
  server.closeAllConnections();
}
/** The statuses in turn, the last of them again and again. */
export const answering =
  (...statuses: number[]): RequestListener =>
  (_, res) =>
    void res.writeHead((statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 200).end();

/** A conversation of a brokerage with an admin, on memory stores and a clock that stands; its job is run by the test. */
export async function webhookWorld(instead: Instead & { post?: PostOutside } = {}) {
  const world = await turnWorld(instead);
  const { stores, clock, jobs, tenants, parts } = world;
  await stores.identity.addUser({
    ...{ id: 'boss', tenantId: 't1', email: 'sam@example.com', name: 'Sam', role: 'admin', passwordHash: '' },
    ...{ tokenVersion: 0, active: true, createdAt: 0, presence: { status: 'available', capacity: 5 } },
  });
  const post = instead.post ?? createOutsidePoster({ mayBeLoopback: true });
  /** How attempts ended, one after the other. */
  const outcomes: string[] = [];
  const meter: Meter = { ...silentMeter, count: (_, { outcome = '' } = {}) => void outcomes.push(outcome) };
  const { webhooks, webhookQueue } = composeWebhooks({ production: false }, stores, {
    conversations: { jobs, clock, wakeups: parts.wakeups },
    tenants,
    secret: 'of a test',
    log: silentLogger,
    meter,
    post,
  });
  return {
    ...world,
    webhooks,
    webhookQueue,
    outcomes,
    add: (url: string, ...events: WebhookEvent[]) =>
      addWebhook(webhooks, admin, { url, events: events.length === 0 ? ['message.created'] : events }),
    /** All lines of the conversation are heard, as they are by the reactions. */
    async hear(): Promise<void> {
      for (const kind of ['public', 'internal'] as const)
        for (const entry of await world.plain.entries.read(world.id, kind, 1, 1000, 1000))
          await webhookQueue.heard('t1', entry);
    },
    send: (webhookId: string) => sendDeliveries(webhooks, { tenantId: 't1', about: webhookId }),
    deliveries: (webhookId: string) => stores.deliveries.list(webhookId, 5_000),
  };
}
