import { io } from 'socket.io-client';
import type { ErrorCode } from '../../../src/contract/errors.ts';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { Answer, Commands, Namespace, Payload } from '../../../src/contract/socket/commands.ts';
import type { Ack, ServerEvent, ServerEventName } from '../../../src/contract/socket/events.ts';
import { noAnswer, offline, type Refusal, refusalIn } from './refusal.ts';

/** `connecting`: never was live yet. `offline`: was or could not be; keeps trying. `ended`: will not try again. */
export type HubStatus = 'connecting' | 'live' | 'offline' | 'ended';
export type TokenReason = 'connect' | 'expired' | 'expiring';
type AnyCommand = keyof Commands<'/supervisor'> | keyof Commands<'/widget'>;
export type HubEvent<E extends ServerEventName> = E extends 'entry' ? Entry : ServerEvent<E>;

export interface HubConnection<N extends Namespace> {
  readonly status: HubStatus;
  /** The session as the hub knows it; null until the first `session-ready`. */
  readonly session: HubEvent<'session-ready'> | null;
  /** Why it ended, when it did. */
  readonly endedBy: Refusal | null;
  /** Why the hub turned the last try down, or ended the last session, where the next try may work; null once it is live. */
  readonly heldOffBy: Refusal | null;
  /** Rejects with a `Refusal`; with `OFFLINE` at once when not live: nothing waits here (see the outbox). */
  send<C extends keyof Commands<N> & AnyCommand>(
    name: C,
    payload: Payload<C>,
    options?: { timeoutMs?: number },
  ): Promise<Answer<C> & { duplicate?: true }>;
  on<E extends ServerEventName>(event: E, listener: (payload: HubEvent<E>) => void): () => void;
  onStatus(listener: (status: HubStatus) => void): () => void;
  close(): void;
}

export interface ConnectHubOptions<N extends Namespace> {
  /** Origin of the hub, without a path. */
  url: string;
  namespace: N;
  /**
   * A token for the next connect. `connect`: one that is at hand will do. `expired`: the last one was refused, get another.
   * `expiring`: the session wants a fresh one. A rejection with a `Refusal` that is not retryable ends the connection.
   */
  getToken(reason: TokenReason): Promise<string>;
}

/** Codes of sessions that ended but may begin again unchanged. */
const passing: ReadonlySet<string> = new Set<ErrorCode>([
  'DRAINING',
  'NODE_LOST',
  'SLOW_CONSUMER',
  'RATE_LIMITED',
  'CONNECTION_LIMIT',
  'INTERNAL',
]);
/** Events of the window that show that somebody is back; that the page is visible again comes from its document. */
const signs = ['online', 'focus', 'pointerdown', 'keydown'];
const ackTimeoutMs = 10_000;
const readyTimeoutMs = 15_000;
const firstDelayMs = 500;
const maxDelayMs = 15_000;
const blockedDelayMs = 4_000;

/**
 * One connection to a hub that keeps itself alive: it reconnects forever with a jittered delay, at once when the browser
 * comes online or into view, renews its token, and moves away from a node that drains. One that the hub ended in favor of newer
 * ones of the same person stays quiet until somebody turns to its page.
 */
export function connectHub<N extends Namespace>({ url, namespace, getToken }: ConnectHubOptions<N>): HubConnection<N> {
  let status: HubStatus = 'connecting';
  let session: HubEvent<'session-ready'> | null = null;
  let endedBy: Refusal | null = null;
  let heldOffBy: Refusal | null = null;
  let token = '';
  let failures = 0;
  let tokenWasRefused = false;
  let renewing = false;
  let attemptNo = 0;
  let waiting = false;
  let gaveWay = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const statusListeners = new Set<(status: HubStatus) => void>();

  // Reconnection is our own: Socket.IO's gives up on refusals, knows no drain and asks for no new token.
  const socket = io(url + namespace, {
    path: '/rt',
    transports: ['websocket'],
    autoConnect: false,
    reconnection: false,
    forceNew: true,
    timeout: 10_000,
    auth: (give) => give({ token, protocol: 1 }),
  });

  const setStatus = (next: HubStatus) => {
    if (next === status || status === 'ended') return;
    status = next;
    for (const listener of [...statusListeners]) listener(next);
  };

  const later = (delayMs: number, action: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(action, delayMs);
  };

  async function attempt(reason: 'connect' | 'expired') {
    clearTimeout(timer);
    waiting = gaveWay = false;
    const no = ++attemptNo;
    try {
      token = await getToken(reason);
    } catch (error) {
      if (no === attemptNo) failed(refusalIn(error));
      return;
    }
    if (no !== attemptNo || status === 'ended') return;
    later(readyTimeoutMs, () => {
      socket.disconnect();
      failed(null);
    });
    socket.connect();
  }

  /** A try did not become a session, or the session broke: decides whether, when and how to try again. */
  function failed(refusal: Refusal | null) {
    if (status === 'ended') return;
    attemptNo += 1;
    // A visitor whose session was revoked begins again, as the person that the hub then takes them for.
    const goneVisitor = refusal?.code === 'AUTH_REVOKED' && namespace === '/widget';
    const oldToken = refusal?.code === 'AUTH_EXPIRED' || refusal?.code === 'AUTH_INVALID' || goneVisitor;
    if (oldToken && !tokenWasRefused) {
      tokenWasRefused = true;
      setStatus('offline');
      void attempt('expired');
      return;
    }
    // The one thing that is forbidden to a visitor is to chat at all, and that may be lifted while the page stands.
    const isBlocked = refusal?.code === 'FORBIDDEN' && namespace === '/widget';
    if (refusal && !refusal.retryable && !isBlocked) {
      end(refusal);
      return;
    }
    heldOffBy = refusal;
    setStatus('offline');
    const ceilingMs = Math.min(maxDelayMs, firstDelayMs * 2 ** failures);
    failures = Math.min(failures + 1, 10);
    const delayMs = isBlocked
      ? blockedDelayMs
      : Math.max(refusal?.retryAfterMs ?? 0, ceilingMs / 2) + Math.random() * (ceilingMs / 2);
    waiting = true;
    // With too many tabs open, or a blocked visitor, this tab stays closed until somebody looks at it.
    const isTurnedDown = isBlocked || refusal?.code === 'CONNECTION_LIMIT';
    if (gaveWay || (isTurnedDown && globalThis.document?.visibilityState === 'hidden')) return;
    later(delayMs, () => void attempt('connect'));
  }

  function end(refusal: Refusal | null) {
    endedBy = refusal;
    attemptNo += 1;
    clearTimeout(timer);
    setStatus('ended');
    socket.disconnect();
    for (const sign of signs) globalThis.removeEventListener?.(sign, wakeUp);
    globalThis.document?.removeEventListener('visibilitychange', wakeUp);
  }

  /**
   * The network or the person is back: waiting out the delay would only feel slow. A connection that gave way to newer ones wakes
   * only when the person returns, because all tabs come online at once; only such a connection listens to focus and presses, which
   * otherwise would mean a try for each key.
   */
  function wakeUp({ type }: Event) {
    if (!waiting || status === 'ended') return;
    if (globalThis.document?.visibilityState === 'hidden') return;
    if (type !== 'visibilitychange' && gaveWay === (type === 'online')) return;
    failures = 0;
    void attempt('connect');
  }

  socket.on('session-ready', (ready: HubEvent<'session-ready'>) => {
    clearTimeout(timer);
    session = ready;
    failures = 0;
    heldOffBy = null;
    tokenWasRefused = false;
    setStatus('live');
  });
  socket.on('connect_error', (error: Error & { data?: unknown }) => failed(refusalIn(error.data)));
  socket.on('disconnect', (reason) => {
    // Our own disconnects say themselves what comes next.
    if (reason !== 'io client disconnect') failed(null);
  });
  socket.on('session-ended', ({ code, message }: HubEvent<'session-ended'>) => {
    socket.disconnect();
    const kind = code === 'AUTH_EXPIRED' || code === 'AUTH_INVALID';
    const retryable = passing.has(code);
    gaveWay = code === 'CONNECTION_LIMIT';
    const words = message ?? (kind ? 'Your session has ended.' : 'The hub ended your session.');
    failed(refusalIn({ code, message: words, retryable }));
  });
  socket.on('session-draining', ({ reconnectInMs }: HubEvent<'session-draining'>) => {
    // All clients of the node hear this at once: the spread keeps them from arriving at the next node together.
    const spreadMs = Math.random() * Math.max(250, reconnectInMs / 2);
    later(reconnectInMs + spreadMs, () => {
      socket.disconnect();
      setStatus('offline');
      void attempt('connect');
    });
  });
  socket.on('auth-expiring', () => {
    if (renewing) return;
    renewing = true;
    getToken('expiring')
      .then((fresh) => {
        token = fresh;
        return send('auth-refresh', { token: fresh });
      })
      // Left to `session-ended`, which comes when nothing renews the session, and asks for a token in its own way.
      .catch((error: unknown) => refusalIn(error))
      .finally(() => {
        renewing = false;
      });
  });

  function send<C extends AnyCommand>(name: C, payload: Payload<C>, options: { timeoutMs?: number } = {}) {
    return new Promise<Answer<C> & { duplicate?: true }>((resolve, reject) => {
      if (status !== 'live' || !socket.connected) return reject(offline());
      socket
        .timeout(options.timeoutMs ?? ackTimeoutMs)
        .emit(name, payload, (lost: Error | null, ack: Ack<Answer<C>> | undefined) => {
          if (lost) return reject(noAnswer());
          if (ack?.ok) return resolve(ack.data);
          reject(refusalIn(ack?.error) ?? noAnswer());
        });
    });
  }

  for (const sign of signs) globalThis.addEventListener?.(sign, wakeUp);
  globalThis.document?.addEventListener('visibilitychange', wakeUp);
  void attempt('connect');

  return {
    get status() {
      return status;
    },
    get session() {
      return session;
    },
    get endedBy() {
      return endedBy;
    },
    get heldOffBy() {
      return heldOffBy;
    },
    send,
    on(event, listener) {
      // Socket.IO types its listeners by string; the pairing of name and payload is the contract's.
      const untyped = listener as (payload: unknown) => void;
      socket.on(event as string, untyped);
      return () => socket.off(event as string, untyped);
    },
    onStatus(listener) {
      statusListeners.add(listener);
      return () => statusListeners.delete(listener);
    },
    close: () => end(null),
  };
}
