import type { WireError } from '../../../src/contract/errors.ts';
import type { LoginAnswer } from '../../../src/contract/rest/auth.ts';
import type { Given } from '../../../src/contract/rest/routes.ts';
import type { HourCycle, Role } from '../../../src/contract/values.ts';
import { clockTime } from '../labels/times.ts';
import { type RestResponse, sendRest } from '../rest/sendRest.ts';
import { type LockManagerLike, withStorageLock } from './storageLock.ts';

export interface SessionUser {
  id: string;
  name: string;
  role: Role;
  /** A session that an older build kept lacks it until it is renewed. */
  hourCycle?: HourCycle;
  /** Nothing else is open to them before they have. */
  setUpSecondFactor?: true | undefined;
}
interface StoredSession {
  user: SessionUser;
  accessToken: string;
  refreshToken: string;
  /** Milliseconds since the epoch, by this browser's clock. */
  accessEndsAt: number;
}
/**
 * `unreachable`: nothing is known of the session, try later. `ended`: the person has to sign in again. `code`: the password is right, and
 * a code is asked for beside it.
 */
type FailureKind = 'ended' | 'unreachable' | 'refused' | 'code';
export class SessionFailure extends Error {
  readonly kind: FailureKind;
  constructor(kind: FailureKind, message: string) {
    super(message);
    this.name = 'SessionFailure';
    this.kind = kind;
  }
}

export interface SessionDeps {
  /** The page. Each page remembers its own person, so that an agent's desk and a supervisor's wall can be open in one browser. */
  page: 'desk' | 'wall';
  allowed: readonly Role[];
  storage: Storage;
  locks: LockManagerLike | undefined;
  fetch: typeof fetch;
  now: () => number;
}

type AuthCall = `POST /auth/${'login' | 'refresh' | 'logout'}`;

const sessionKey = (userId: string) => `jorge-hub.session.${userId}`;
const pageKey = (page: string) => `jorge-hub.page.${page}`;
/** The id that a page remembers after a sign-out: no user id looks like this. */
const nobody = '-';
/** A token is renewed this long before it ends: longer than a slow request, shorter than the server's own notice. */
const renewBeforeMs = 60_000;

const minuteMs = 60_000;
/** "Try again in 20 seconds." or, for longer waits, "Try again at 2:05 PM." */
const whenAgain = (now: number, waitMs: number): string =>
  waitMs < minuteMs
    ? `Try again in ${waitMs <= 1_000 ? 'a second' : `${Math.ceil(waitMs / 1_000)} seconds`}.`
    : `Try again at ${clockTime(Math.ceil((now + waitMs) / minuteMs) * minuteMs)}.`;

export type Session = ReturnType<typeof openSession>;

/**
 * The session of the person signed in on this page, kept in the browser. One refresh runs per person and browser, whatever the
 * number of tabs.
 */
export function openSession(parts: SessionDeps) {
  const { storage } = parts;
  const listeners = new Set<() => void>();
  let user = findUser();

  function stored(userId: string): StoredSession | null {
    const raw = storage.getItem(sessionKey(userId));
    if (raw === null) return null;
    try {
      const value = JSON.parse(raw) as StoredSession;
      return typeof value.refreshToken === 'string' && typeof value.user?.id === 'string' ? value : null;
    } catch {
      storage.removeItem(sessionKey(userId));
      return null;
    }
  }

  /** The person of this page; if none was chosen, a signed-in person who may use it, else any signed-in person. */
  function findUser(): SessionUser | null {
    const chosen = storage.getItem(pageKey(parts.page));
    if (chosen !== null) return stored(chosen)?.user ?? null;
    const known: SessionUser[] = [];
    for (let index = 0; index < storage.length; index += 1) {
      const key = storage.key(index);
      if (!key?.startsWith(sessionKey(''))) continue;
      const found = stored(key.slice(sessionKey('').length))?.user;
      if (found) known.push(found);
    }
    return known.find((one) => parts.allowed.includes(one.role)) ?? known[0] ?? null;
  }

  function changed(): void {
    const next = findUser();
    const isSame = (['id', 'role', 'name', 'hourCycle', 'setUpSecondFactor'] as const).every(
      (field) => next?.[field] === user?.[field],
    );
    if (isSame) return;
    user = next;
    for (const listener of listeners) listener();
  }

  function keep(answer: LoginAnswer): void {
    const value: StoredSession = {
      user: answer.user,
      accessToken: answer.accessToken,
      refreshToken: answer.refreshToken,
      accessEndsAt: parts.now() + answer.expiresInSeconds * 1000,
    };
    storage.setItem(sessionKey(answer.user.id), JSON.stringify(value));
  }

  async function send<N extends AuthCall>(name: N, given: Given<N>, token?: string): Promise<RestResponse<N>> {
    try {
      return await sendRest(name, given, { token, fetch: parts.fetch });
    } catch {
      throw new SessionFailure('unreachable', 'Can’t reach the hub. Check your connection and try again.');
    }
  }

  async function refusal(response: Response): Promise<SessionFailure> {
    const body = (await response.json().catch(() => null)) as { error?: Partial<WireError> } | null;
    if (response.status >= 500) return new SessionFailure('unreachable', 'The hub isn’t ready. Try again in a moment.');
    if (body?.error?.field === 'code' && body.error.message) {
      const isAsked = body.error.code === 'AUTH_REQUIRED';
      return new SessionFailure(isAsked ? 'code' : 'refused', body.error.message);
    }
    if (body?.error?.code === 'AUTH_INVALID') return new SessionFailure('refused', 'Wrong email or password.');
    if (body?.error?.code === 'RATE_LIMITED') {
      const { message = 'Too many attempts.', retryAfterMs = minuteMs } = body.error;
      return new SessionFailure('refused', `${message} ${whenAgain(parts.now(), retryAfterMs)}`);
    }
    return new SessionFailure('refused', body?.error?.message ?? 'Sign-in failed. Try again.');
  }

  async function refresh(userId: string, spentToken: string): Promise<string> {
    return withStorageLock(parts.locks, storage, `jorge-hub.refresh.${userId}`, async () => {
      const current = stored(userId);
      if (!current) throw new SessionFailure('ended', 'You were signed out.');
      // Another tab renewed it while this one waited for its turn.
      if (current.accessToken !== spentToken && current.accessEndsAt - parts.now() > renewBeforeMs)
        return current.accessToken;
      const response = await send('POST /auth/refresh', { body: { refreshToken: current.refreshToken } });
      if (response.ok) {
        const answer = await response.json();
        keep(answer);
        changed();
        return answer.accessToken;
      }
      if (response.status >= 500 || response.status === 429) throw await refusal(response);
      if (stored(userId)?.refreshToken === current.refreshToken) storage.removeItem(sessionKey(userId));
      changed();
      throw new SessionFailure('ended', 'Your session has ended. Sign in again.');
    });
  }

  return {
    user: () => user,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Another tab signed in, out, or renewed: call it from the window's `storage` event. */
    storageChanged: changed,

    async signIn(email: string, password: string, code?: string): Promise<void> {
      const body = { email, password, ...(code === undefined ? {} : { code }) };
      const response = await send('POST /auth/login', { body });
      if (!response.ok) throw await refusal(response);
      const answer = await response.json();
      keep(answer);
      storage.setItem(pageKey(parts.page), answer.user.id);
      changed();
    },

    /** Ends the session of this person in this browser; the hub is told, but a lost connection does not keep anyone in. */
    async signOut(): Promise<void> {
      const leaving = user && stored(user.id);
      if (user) storage.removeItem(sessionKey(user.id));
      storage.setItem(pageKey(parts.page), nobody);
      user = null;
      for (const listener of listeners) listener();
      if (leaving) await send('POST /auth/logout', {}, leaving.accessToken).catch(() => undefined);
    },

    /** Shows the sign-in form on this page and leaves the person's session to the other pages. */
    useAnother(): void {
      storage.setItem(pageKey(parts.page), nobody);
      changed();
    },

    /** A token that lasts at least another minute. `spentToken`: one the hub has just refused. */
    async token(spentToken?: string): Promise<string> {
      const current = user && stored(user.id);
      if (!user || !current) {
        changed();
        throw new SessionFailure('ended', 'You were signed out.');
      }
      const fresh = current.accessEndsAt - parts.now() > renewBeforeMs;
      if (fresh && current.accessToken !== spentToken) return current.accessToken;
      return refresh(user.id, current.accessToken);
    },
  };
}
