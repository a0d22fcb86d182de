import { describe, expect, test } from 'vitest';
import { clockTime } from '../../client/shared/labels/times.ts';
import { openSession, SessionFailure } from '../../client/shared/session/session.ts';
import type { LockManagerLike } from '../../client/shared/session/storageLock.ts';
import type { Role } from '../../src/contract/values.ts';

function memoryStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, String(value)),
  };
}

/** As a browser's: one holder per name, the others wait in line. */
function oneAtATime(): LockManagerLike {
  const lines = new Map<string, Promise<unknown>>();
  return {
    request(name, work) {
      const before = lines.get(name) ?? Promise.resolve();
      const mine = before.then(work, work);
      lines.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
}

/** Logs in anybody whose password is right, and spends each refresh token once. */
function fakeHub() {
  const roles: Record<string, Role> = { agent: 'agent', supervisor: 'supervisor' };
  const live = new Set<string>();
  const hub = { refreshes: 0, reachable: true, loggedOut: 0, lockedForMs: 0 };
  let count = 0;
  const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
  const grant = (id: string) => {
    count += 1;
    live.add(`${id}:refresh-${count}`);
    const user = { id, name: id, role: roles[id] ?? 'agent' };
    return json(200, {
      accessToken: `${id}:access-${count}`,
      refreshToken: `${id}:refresh-${count}`,
      expiresInSeconds: 3600,
      user,
    });
  };
  const answer = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (!hub.reachable) throw new TypeError('fetch failed');
    const body = init?.body ? JSON.parse(String(init.body)) : {};
    if (String(url).endsWith('/login')) {
      if (body.password === 'right') return grant(body.email);
      if (hub.lockedForMs > 0) {
        const error = { code: 'RATE_LIMITED', message: 'Locked here.', retryable: true, retryAfterMs: hub.lockedForMs };
        return json(429, { error });
      }
      return json(401, { error: { code: 'AUTH_INVALID', message: 'no', retryable: false, trace: 't' } });
    }
    if (String(url).endsWith('/logout')) {
      hub.loggedOut += 1;
      return new Response(null, { status: 204 });
    }
    hub.refreshes += 1;
    if (!live.delete(body.refreshToken)) {
      return json(401, { error: { code: 'AUTH_REVOKED', message: 'no', retryable: false, trace: 't' } });
    }
    return grant(String(body.refreshToken).split(':')[0] ?? '');
  };
  return { hub, answer: answer as typeof fetch };
}

const allowedOn = { desk: ['agent', 'supervisor', 'admin'], wall: ['supervisor', 'admin'] } as const;
function browser(options: { locks?: boolean } = {}) {
  const storage = memoryStorage();
  const locks = options.locks === false ? undefined : oneAtATime();
  const { hub, answer } = fakeHub();
  const clock = { now: 1_000_000 };
  const tab = (page: 'desk' | 'wall') =>
    openSession({ page, allowed: allowedOn[page], storage, locks, fetch: answer, now: () => clock.now });
  return { tab, hub, clock, storage };
}

describe('a session in the browser', () => {
  test('a refused sign-in says why and when to try again', async () => {
    const { tab, hub, clock } = browser();
    const refusal = () =>
      tab('desk')
        .signIn('agent', 'wrong')
        .catch((error) => error.message);
    hub.lockedForMs = 900_000;
    expect(await refusal()).toBe(`Locked here. Try again at ${clockTime(clock.now + 900_000 + 59_999)}.`);
    hub.lockedForMs = 12_300;
    expect(await refusal()).toBe('Locked here. Try again in 13 seconds.');
  });

  test('outlives a reload and is there in a second tab', async () => {
    const { tab } = browser();
    await tab('desk').signIn('agent', 'right');
    expect(tab('desk').user()).toMatchObject({ id: 'agent', role: 'agent' });
  });

  test.each([true, false])('many tabs at once refresh it once (Web Locks: %s)', async (locks) => {
    const { tab, hub, clock } = browser({ locks });
    const tabs = [tab('desk'), tab('desk'), tab('desk')];
    await tabs[0]?.signIn('agent', 'right');
    for (const one of tabs) one.storageChanged();
    clock.now += 3_600_000;
    const tokens = await Promise.all(tabs.map((one) => one.token()));
    expect(hub.refreshes).toBe(1);
    expect(new Set(tokens).size).toBe(1);
  });

  test('a token that the hub refused is replaced before its time', async () => {
    const { tab, hub } = browser();
    const session = tab('desk');
    await session.signIn('agent', 'right');
    const first = await session.token();
    expect(await session.token()).toBe(first);
    expect(await session.token(first)).not.toBe(first);
    expect(hub.refreshes).toBe(1);
  });

  test('an unreachable hub keeps the person signed in; a spent token does not', async () => {
    const { tab, hub, clock, storage } = browser();
    const session = tab('desk');
    await session.signIn('agent', 'right');
    clock.now += 3_600_000;
    hub.reachable = false;
    await expect(session.token()).rejects.toMatchObject({ kind: 'unreachable' });
    expect(session.user()).not.toBeNull();
    hub.reachable = true;
    const key = 'jorge-hub.session.agent';
    storage.setItem(key, JSON.stringify({ ...JSON.parse(storage.getItem(key) ?? ''), refreshToken: 'agent:spent' }));
    await expect(session.token()).rejects.toMatchObject({ kind: 'ended' });
    expect(session.user()).toBeNull();
  });

  test('a wrong password says so and keeps nobody in', async () => {
    const { tab } = browser();
    const session = tab('desk');
    await expect(session.signIn('agent', 'wrong')).rejects.toThrow(SessionFailure);
    expect(session.user()).toBeNull();
  });

  test('signing out in one tab signs out the other, and a reload does not bring it back', async () => {
    const { tab, hub } = browser();
    const [one, two] = [tab('desk'), tab('desk')];
    await one.signIn('agent', 'right');
    two.storageChanged();
    expect(two.user()).not.toBeNull();
    await one.signOut();
    two.storageChanged();
    expect(two.user()).toBeNull();
    expect(tab('desk').user()).toBeNull();
    expect(hub.loggedOut).toBe(1);
  });

  test("an agent's desk and a supervisor's wall live in one browser", async () => {
    const { tab } = browser();
    const desk = tab('desk');
    await desk.signIn('agent', 'right');
    const wall = tab('wall');
    expect(wall.user()?.role).toBe('agent');
    wall.useAnother();
    expect(wall.user()).toBeNull();
    await wall.signIn('supervisor', 'right');
    expect(wall.user()?.id).toBe('supervisor');
    desk.storageChanged();
    expect(desk.user()?.id).toBe('agent');
  });
});
