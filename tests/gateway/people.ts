import { io, type ManagerOptions, type SocketOptions } from 'socket.io-client';
import { createPasswordHasher } from '../../src/adapters/argon2/passwordHasher.ts';
import type { Ack } from '../../src/contract/socket/events.ts';
import { createSite } from '../../src/features/identity/createSite.ts';
import { createTenant } from '../../src/features/identity/createTenant.ts';
import { createUser } from '../../src/features/identity/createUser.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { connect, type HubClient, post, signIn } from '../support/hubClient.ts';
import { demoPassword, type OpenHub } from '../support/openHub.ts';

export const tokenOf = async (url: string, name: string): Promise<string> =>
  (await signIn(url, `${name}@demo.example`, demoPassword)).accessToken;

/** A demo person, connected where they belong. */
export async function demoPerson(
  url: string,
  name: 'agent' | 'agent2' | 'supervisor' | 'admin',
  namespace: '/agent' | '/supervisor' = name.startsWith('agent') ? '/agent' : '/supervisor',
): Promise<HubClient> {
  return connect(url, namespace, await tokenOf(url, name));
}

/** Another brokerage on the same hub, with its own people and website. */
export async function secondTenant(hub: OpenHub): Promise<{ tenantId: string; siteKey: string; token: string }> {
  const store = hub.stores.identity;
  const deps = { store, clock: systemClock, hasher: createPasswordHasher() };
  const tenant = await createTenant(deps, { name: 'Other Realty', timeZone: 'UTC' });
  const email = `boss-${tenant.id.toLowerCase().replace(/[^a-z0-9]/g, '')}@other.example`;
  await createUser(deps, { tenantId: tenant.id, email, name: 'Other Boss', role: 'admin', password: demoPassword });
  const site = await createSite(deps, { tenantId: tenant.id, name: 'Other', allowedOrigins: [] });
  const { accessToken } = await signIn(hub.url, email, demoPassword);
  return { tenantId: tenant.id, siteKey: site.siteKey, token: accessToken };
}

/** `data` of the `connect_error`. Throws when the hub lets the client in. */
export function refusal(
  url: string,
  namespace: string,
  auth: object | undefined,
  more: Partial<ManagerOptions & SocketOptions> = {},
): Promise<Record<string, unknown>> {
  const socket = io(`${url}${namespace}`, {
    path: '/rt',
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    ...(auth === undefined ? {} : { auth }),
    ...more,
  });
  return new Promise((resolve, reject) => {
    socket.once('connect_error', (error: Error & { data?: Record<string, unknown> }) => {
      socket.close();
      resolve(error.data ?? { message: error.message });
    });
    socket.once('connect', () => {
      socket.close();
      reject(new Error('the hub let it in'));
    });
  });
}

/** The code of a bad ack, or `ok`. */
export async function codeOf(client: HubClient, name: string, payload: unknown): Promise<string> {
  const ack: Ack = await client.emit(name, payload);
  return ack.ok ? 'ok' : ack.error.code;
}

export async function widgetToken(url: string, more: object = {}): Promise<Record<string, string>> {
  const { status, body } = await post(url, '/widget/sessions', {
    siteKey: 'demo',
    page: { url: `${url}/demo` },
    ...more,
  });
  if (status !== 200) throw new Error(`the widget session answered ${status}`);
  return body as Record<string, string>;
}

/** A stream's text as its deltas build it up, by offset. */
export const textOf = (client: HubClient, streamId: string): string =>
  client
    .all('stream-delta')
    .filter((delta) => delta.streamId === streamId)
    .reduce((whole, delta) => whole.slice(0, delta.offset) + delta.text, '');
