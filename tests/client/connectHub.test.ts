import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectHub, type HubConnection, type TokenReason } from '../../client/shared/connection/connectHub.ts';
import { Refusal } from '../../client/shared/connection/refusal.ts';
import { eventually } from './eventually.ts';
import { type FakeHub, refusal, startFakeHub } from './fakeHub.ts';

let hub: FakeHub;
let connection: HubConnection<'/widget'>;
let reasons: TokenReason[];

function connect(getToken: (reason: TokenReason, call: number) => Promise<string> = async () => 'good') {
  connection = connectHub({
    url: hub.url,
    namespace: '/widget',
    getToken(reason) {
      reasons.push(reason);
      return getToken(reason, reasons.length);
    },
  });
  return connection;
}

const becomes = (status: HubConnection<'/widget'>['status']) =>
  eventually(() => expect(connection.status).toBe(status));

beforeEach(async () => {
  hub = await startFakeHub();
  reasons = [];
});
afterEach(async () => {
  connection.close();
  await hub.stop();
});

describe('a connection to the hub', () => {
  it('is live once the hub says who we are', async () => {
    connect();
    expect(connection.status).toBe('connecting');
    await becomes('live');
    expect(connection.session?.principal.id).toBe('visitor-1');
    expect(hub.tokens).toEqual(['good']);
  });

  it('gives the answer of a command, and its refusal as a Refusal', async () => {
    hub.answers.set('chat-open', () => ({
      ok: true,
      data: { conversationId: 'c', head: 0, mode: 'bot', streams: [] },
    }));
    hub.answers.set('chat-end', () => refusal('CONFLICT'));
    connect();
    await becomes('live');
    expect(await connection.send('chat-open', {})).toMatchObject({ conversationId: 'c' });
    const refused = await connection.send('chat-end', { commandId: 'x' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'CONFLICT', retryable: false });
  });

  it('refuses at once when it is not live, and in time when no answer comes', async () => {
    connect();
    await expect(connection.send('chat-open', {})).rejects.toMatchObject({ code: 'OFFLINE', retryable: true });
    await becomes('live');
    const silent = connection.send('chat-open', {}, { timeoutMs: 30 });
    await expect(silent).rejects.toMatchObject({ code: 'NO_ANSWER', retryable: true });
  });

  it('says NO_ANSWER at once when the wire is cut under a command', async () => {
    connect();
    await becomes('live');
    hub.answers.set('chat-open', () => {
      hub.cut();
      return undefined as never;
    });
    await expect(connection.send('chat-open', {})).rejects.toMatchObject({ code: 'NO_ANSWER' });
  });

  it('comes back by itself after the wire was cut, and keeps its listeners', async () => {
    connect();
    await becomes('live');
    const heads = vi.fn();
    connection.on('heads', heads);
    hub.cut();
    await becomes('offline');
    await becomes('live');
    hub.widget.emit('heads', { heads: { 'public:c': 3 } });
    await eventually(() => expect(heads).toHaveBeenCalledExactlyOnceWith({ heads: { 'public:c': 3 } }));
  });

  it('asks for another token once when the hub no longer takes the one it had', async () => {
    hub.refused.set('old', 'AUTH_EXPIRED');
    connect(async (reason) => (reason === 'expired' ? 'good' : 'old'));
    await becomes('live');
    expect(reasons).toEqual(['connect', 'expired']);
  });

  it('ends when the new token is refused too, and says why', async () => {
    hub.refused.set('old', 'AUTH_INVALID');
    connect(async () => 'old');
    await becomes('ended');
    expect(reasons).toEqual(['connect', 'expired']);
    expect(connection.endedBy?.code).toBe('AUTH_INVALID');
  });

  it('ends at once on a refusal that will not pass, and goes on trying on one that will', async () => {
    hub.refused.set('limited', 'CONNECTION_LIMIT');
    hub.refused.set('foreign', 'ORIGIN_DENIED');
    connect(async (_reason, call) => (call < 3 ? 'limited' : 'foreign'));
    await becomes('ended');
    expect(hub.tokens).toEqual(['limited', 'limited', 'foreign']);
    expect(connection.endedBy?.code).toBe('ORIGIN_DENIED');
  });

  it('goes on by itself when a visitor who was blocked is let in again, and ends for staff to whom it is forbidden', async () => {
    hub.refused.set('good', 'FORBIDDEN');
    connect();
    await becomes('offline');
    expect(connection.heldOffBy?.code).toBe('FORBIDDEN');
    hub.refused.clear();
    await becomes('live');
    const staff = connectHub({
      url: hub.url,
      namespace: '/agent',
      getToken: () => Promise.reject(new Refusal({ code: 'FORBIDDEN', message: '', retryable: false })),
    });
    await eventually(() => expect(staff.status).toBe('ended'));
  });

  it('goes on trying when no token can be had for now', async () => {
    connect(async (_reason, call) => (call < 3 ? Promise.reject(new TypeError('fetch failed')) : 'good'));
    await becomes('live');
    expect(reasons).toEqual(['connect', 'connect', 'connect']);
  });

  it('renews the session with a fresh token before it expires', async () => {
    hub.answers.set('auth-refresh', () => ({ ok: true, data: { expiresAt: '2026-03-02T15:00:00.000Z' } }));
    connect(async (reason) => (reason === 'expiring' ? 'fresh' : 'good'));
    await becomes('live');
    hub.widget.emit('auth-expiring', { expiresAt: '2026-03-02T15:00:00.000Z' });
    await eventually(() => expect(hub.commands).toEqual([{ name: 'auth-refresh', payload: { token: 'fresh' } }]));
    expect(connection.status).toBe('live');
  });

  it('comes back with a new token after the session ended because the old one expired', async () => {
    connect(async (reason) => (reason === 'expired' ? 'fresh' : 'good'));
    await becomes('live');
    hub.widget.emit('session-ended', { code: 'AUTH_EXPIRED' });
    await eventually(() => expect(hub.tokens).toEqual(['good', 'fresh']));
    await becomes('live');
  });

  it('a visitor whose session was taken away goes on as whom the hub takes them for then', async () => {
    connect(async (reason) => (reason === 'expired' ? 'fresh' : 'good'));
    await becomes('live');
    hub.widget.emit('session-ended', { code: 'AUTH_REVOKED' });
    await eventually(() => expect(hub.tokens).toEqual(['good', 'fresh']));
    await becomes('live');
  });

  it('stays away when the session was revoked and no other is to be had', async () => {
    hub.refused.set('fresh', 'AUTH_REVOKED');
    connect(async (reason) => (reason === 'expired' ? 'fresh' : 'good'));
    await becomes('live');
    hub.widget.emit('session-ended', { code: 'AUTH_REVOKED' });
    await becomes('ended');
    expect(connection.endedBy?.code).toBe('AUTH_REVOKED');
  });

  it.each(['RATE_LIMITED', 'SLOW_CONSUMER'])(
    'comes back after the hub ended the session with %s, and says meanwhile why',
    async (code) => {
      connect();
      await becomes('live');
      hub.widget.emit('session-ended', { code });
      await becomes('offline');
      expect(connection.heldOffBy?.code).toBe(code);
      await becomes('live');
      expect(connection.heldOffBy).toBeNull();
    },
  );

  it('gives way in a tab that nobody looks at when there are too many, until somebody does', async () => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'hidden' });
    vi.stubGlobal('document', page);
    try {
      hub.refused.set('good', 'CONNECTION_LIMIT').set('other', 'DRAINING');
      connect();
      await eventually(() => expect(connection.heldOffBy?.code).toBe('CONNECTION_LIMIT'));
      // By the third try of another one, which does not give way, this one would have come again.
      const other = connectHub({ url: hub.url, namespace: '/widget', getToken: async () => 'other' });
      await eventually(() => expect(hub.tokens.filter((token) => token === 'other')).toHaveLength(3));
      other.close();
      expect(hub.tokens.filter((token) => token === 'good')).toHaveLength(1);
      hub.refused.clear();
      page.visibilityState = 'visible';
      page.dispatchEvent(new Event('visibilitychange'));
      await becomes('live');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  /** By the third try of one that the hub turns down for now, any other that tries again has done so. */
  async function waitThreeTries() {
    hub.refused.set('other', 'DRAINING');
    const before = hub.tokens.filter((token) => token === 'other').length;
    const other = connectHub({ url: hub.url, namespace: '/widget', getToken: async () => 'other' });
    await eventually(() =>
      expect(hub.tokens.filter((token) => token === 'other').length).toBeGreaterThanOrEqual(before + 3),
    );
    other.close();
  }
  const tries = () => hub.tokens.filter((token) => token === 'good').length;

  it.each(['focus', 'pointerdown', 'keydown'])(
    'of which the hub ended the oldest stays quiet, in view and when the network comes back too, until a %s in its page',
    async (sign) => {
      const page = new EventTarget();
      vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
      vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
      vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
      try {
        connect();
        await becomes('live');
        hub.widget.emit('session-ended', { code: 'CONNECTION_LIMIT' });
        await becomes('offline');
        expect(connection.heldOffBy?.code).toBe('CONNECTION_LIMIT');
        page.dispatchEvent(new Event('online'));
        await waitThreeTries();
        expect(tries()).toBe(1);
        page.dispatchEvent(new Event(sign));
        await becomes('live');
        expect(connection.heldOffBy).toBeNull();
        expect(tries()).toBe(2);
      } finally {
        vi.unstubAllGlobals();
      }
    },
  );

  it('that is offline for another reason is tried again when the network comes back, and not for every key', async () => {
    const page = new EventTarget();
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
    try {
      hub.refused.set('good', 'DRAINING');
      connect();
      await becomes('offline');
      const before = reasons.length;
      page.dispatchEvent(new Event('keydown'));
      expect(reasons).toHaveLength(before);
      page.dispatchEvent(new Event('online'));
      expect(reasons).toHaveLength(before + 1);
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('moves to another node by itself when this one drains', async () => {
    connect();
    await becomes('live');
    hub.widget.emit('session-draining', { reconnectInMs: 20 });
    await eventually(() => expect(hub.tokens).toHaveLength(2));
    await becomes('live');
  });

  it('connects no more once it is closed', async () => {
    connect();
    await becomes('live');
    connection.close();
    expect(connection.status).toBe('ended');
    await eventually(() => expect(hub.widget.sockets.size).toBe(0));
    await expect(connection.send('chat-open', {})).rejects.toMatchObject({ code: 'OFFLINE' });
  });
});
