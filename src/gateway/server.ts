import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { Decoder, Encoder } from 'socket.io-parser';
import { WebSocketServer } from 'ws';
import type { Entry } from '../contract/log/entry.ts';
import { announcedLimits, type Namespace as NamespaceName, namespaces } from '../contract/socket/commands.ts';
import { protocolVersion } from '../contract/socket/events.ts';
import type { HubHealth } from '../contract/socket/health.ts';
import { limits } from '../contract/values.ts';
import type { BoardStore } from '../features/conversations/board/ports.ts';
import type { BoardProjection } from '../features/conversations/board/projectBoard.ts';
import { entryForStaff } from '../features/conversations/log/entryForStaff.ts';
import { isoOf } from '../kernel/clock.ts';
import { hasTwoHosts } from '../kernel/hasTwoHosts.ts';
import { HubError, toHubError, toWireError } from '../kernel/hubError.ts';
import { newId } from '../kernel/ids.ts';
import type { Meter } from '../kernel/observe.ts';
import type { Wakeups } from '../kernel/wakeups.ts';
import { type AdmitDeps, admit } from './admit.ts';
import { createBoard } from './board.ts';
import { type CloseBlockedDeps, closeBlocked } from './closeBlocked.ts';
import { connectTimeoutMs, watchConnections } from './connections.ts';
import { endSession, hearEndedSessions } from './endedSessions.ts';
import { createEphemeral } from './ephemeral.ts';
import { createFeed, type Feed } from './feed.ts';
import { type HandleDeps, handleEvents } from './handle.ts';
import { hearNotifications } from './hearNotifications.ts';
import { letGo } from './holding.ts';
import type { Presence } from './presence.ts';
import type { Send } from './reader.ts';
import { readerOf, sessionOf } from './readerOf.ts';
import { createReads } from './reads.ts';
import type { Session } from './session.ts';
import { keepSessions, type SweepDeps } from './sweep.ts';
import { commandTables, type TableDeps } from './tables.ts';
import { type VisitorPresenceDeps, watchVisitors } from './visitorPresence.ts';

export interface Gateway {
  io: Server;
  feed: Feed;
  /** Tells everyone to go elsewhere, waits for what is being answered, then closes every socket. */
  drain(withinMs: number): Promise<void>;
}

/** The parts that the edge makes itself: it lives as long as the server. */
type Own = 'connections' | 'reads' | 'feed' | 'board' | 'ephemeral' | 'visitors';

/** The dependencies of the gateway: those of its tables and those of its own parts. */
export type GatewayDeps = Omit<TableDeps & HandleDeps, Own> &
  AdmitDeps &
  SweepDeps &
  CloseBlockedDeps &
  VisitorPresenceDeps & {
    conversations: Pick<BoardStore, 'list'>;
    rows: Pick<BoardProjection, 'opened'>;
    wakeups: Wakeups;
    meter: Meter;
    presence: Pick<Presence, 'arrived' | 'left' | 'stop'>;
    /** Sockets one address may hold open in `/widget`, on this node. */
    widgetSocketsPerAddress: number;
    /** As `session-ready` tells it. */
    messagesPerMinute: number;
    /** Every talk is a recording, as `session-ready` tells the page. */
    recorded: boolean;
    /** How many proxies in front of the hub may be believed about the address. */
    trustedProxies: number;
    /** How the hub fares, for staff to see. */
    health: { now(): HubHealth; onChange(listener: (health: HubHealth) => void): () => void };
    /** The name of this node. */
    node: string;
  };

/** Of one visitor, on this node: tabs that are open at once. */
const socketsPerVisitor = 10;

/**
 * Bytes in a payload are a wrong type, which is acked like any other. One attachment is enough to say so: a frame that
 * announces some and never sends them is held forever.
 */
class OneAttachment extends Decoder {
  constructor() {
    super({ maxAttachments: 1 });
  }
}

/** A message in thousands of tiny fragments costs thirty times its size: few are enough for any honest client. */
class FewFragments extends WebSocketServer {
  constructor(options: ConstructorParameters<typeof WebSocketServer>[0]) {
    super({ ...options, maxFragments: 64, perMessageDeflate: false } as ConstructorParameters<
      typeof WebSocketServer
    >[0]);
  }
}

/** The Socket.IO edge: admission, one table of commands per namespace, one feed out. */
export function createGateway(deps: GatewayDeps, http: HttpServer): Gateway {
  const io = new Server(http, {
    path: '/rt',
    transports: ['websocket'],
    serveClient: false,
    allowUpgrades: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: limits.frameBytes,
    connectTimeout: connectTimeoutMs,
    pingInterval: 10_000,
    pingTimeout: 8000,
    wsEngine: FewFragments,
    parser: { Encoder, Decoder: OneAttachment },
  } as ConstructorParameters<typeof Server>[1]);

  // One connection is one transport here: a client with the id of another's session would take it over, with all its rights.
  io.engine.use(
    (req: IncomingMessage & { _query: Record<string, string> }, _res: unknown, next: (err?: Error) => void) =>
      next('sid' in req._query || hasTwoHosts(req.rawHeaders) ? new Error('refused') : undefined),
  );

  const send: Send = (readers, event, payload) => {
    const [only] = readers;
    if (only === undefined) return;
    if (readers.length === 1) {
      const { namespace, socket } = sessionOf(only);
      socket.emit(event, seenBy(namespace, event, payload));
      return;
    }
    // Encoded once for each namespace, because a packet names its namespace.
    const ids = new Map<NamespaceName, string[]>();
    for (const reader of readers) {
      const { namespace } = sessionOf(reader);
      const group = ids.get(namespace);
      if (group === undefined) ids.set(namespace, [reader.id]);
      else group.push(reader.id);
    }
    for (const [namespace, group] of ids)
      io.of(namespace)
        .local.to(group)
        .emit(event, seenBy(namespace, event, payload));
  };

  const connections = watchConnections(io, deps);
  const reads = createReads({ connections, rates: deps.rates, clock: deps.clock });
  const feed: Feed = createFeed({
    entries: deps.entries,
    reads,
    streamLog: deps.streamLog,
    wakeups: deps.wakeups,
    clock: deps.clock,
    log: deps.log,
    send,
  });
  const board = createBoard({
    conversations: deps.conversations,
    rows: deps.rows,
    wakeups: deps.wakeups,
    clock: deps.clock,
    send,
  });
  const ephemeral = createEphemeral(io);
  const visitors = watchVisitors(io, deps);
  const { presence } = deps;
  const withOwn = { ...deps, connections, reads, feed, board, ephemeral, visitors };
  const tables = commandTables(withOwn);
  const sessions = new Set<Session>();
  const ended = hearEndedSessions(deps, sessions);
  const perAddress = new Map<string, number>();
  /** By visitor, oldest first. */
  const tabs = new Map<string, Set<Socket>>();
  let draining = false;

  // Socket.IO always has the namespace `/`. No token is checked there, and a socket in it would never be closed.
  io.use((socket, next) => {
    connections.refusedConnect(socket);
    next(refusal(new HubError('NOT_FOUND')));
  });
  for (const namespace of Object.keys(namespaces) as NamespaceName[]) {
    io.of(namespace).use((socket, next) => {
      const refuse = (error: HubError): void => {
        deps.meter.count('hub_refused_connections_total', { code: error.code });
        connections.refusedConnect(socket);
        next(refusal(error));
      };
      if (draining) return next(refusal(new HubError('DRAINING', { retryAfterMs: 1000 })));
      if (!connections.mayConnect(socket)) return refuse(new HubError('RATE_LIMITED', { retryAfterMs: 1000 }));
      const freePlace = namespace === '/widget' ? takePlace(socket) : () => {};
      if (freePlace === null) return refuse(new HubError('CONNECTION_LIMIT', { retryAfterMs: 10_000 }));
      admit(deps, namespace, socket, connections.addressOf(socket)).then(
        (session) => {
          // Not enumerable: another node that asks for the sockets of a room is sent all that is.
          socket.data = Object.defineProperties({}, { session: { value: session }, freePlace: { value: freePlace } });
          next();
        },
        (thrown: unknown) => {
          freePlace();
          const error = toHubError(thrown);
          if (error.code === 'INTERNAL') deps.log.error('a handshake failed', { err: error.cause ?? error });
          refuse(error);
        },
      );
    });
    io.of(namespace).on('connection', (socket) => welcome(namespace, socket));
  }

  /**
   * One of the places of the socket's address, taken before its token is looked at: many that come at once count too.
   * Null when none is left; otherwise gives it back, once.
   */
  function takePlace(socket: Socket): (() => void) | null {
    const address = connections.addressOf(socket);
    const taken = perAddress.get(address) ?? 0;
    if (taken >= deps.widgetSocketsPerAddress) return null;
    perAddress.set(address, taken + 1);
    let free = false;
    const give = (): void => {
      if (free) return;
      free = true;
      socket.conn.off('close', give);
      const left = (perAddress.get(address) ?? 1) - 1;
      if (left > 0) perAddress.set(address, left);
      else perAddress.delete(address);
    };
    // One that goes while it is looked at never connects and never disconnects.
    socket.conn.on('close', give);
    return give;
  }

  /** Counts one more tab of this visitor, until what comes back is called. One too many ends the oldest: nobody looks at that. */
  function openTab(visitorId: string, socket: Socket): () => void {
    const open = tabs.get(visitorId) ?? new Set();
    tabs.set(visitorId, open.add(socket));
    const [oldest] = open;
    if (open.size > socketsPerVisitor && oldest !== undefined) {
      open.delete(oldest);
      connections.end(oldest, 'CONNECTION_LIMIT');
    }
    return () => {
      open.delete(socket);
      if (open.size === 0 && tabs.get(visitorId) === open) tabs.delete(visitorId);
    };
  }

  function welcome(namespace: NamespaceName, socket: Socket): void {
    const { session, freePlace } = socket.data as { session: Session; freePlace(): void };
    if (ended.isEnded(session)) {
      freePlace();
      endSession(session, 'AUTH_REVOKED');
      return;
    }
    sessions.add(session);
    deps.meter.gauge('hub_connections', sessions.size);
    forgetRequest(socket);
    const reader = readerOf(session);
    const { principal } = session.scope;
    const onDrain = (): void => feed.drained(reader);
    // Ask the transport too: the network need not have taken the bytes that engine.io has handed on.
    socket.conn.transport.on('drain', onDrain);
    connections.joined(socket, principal.kind !== 'visitor');
    const stopHearing = hearNotifications(deps, session);
    const closeTab = principal.kind === 'visitor' ? openTab(principal.id, socket) : () => {};
    // An event may be called `error` too: a stranger's words are no error of ours.
    socket.on('error', (err) => deps.log.debug('a socket failed', err instanceof Error ? { err } : {}));
    socket.on('disconnect', () => {
      socket.conn.transport.off('drain', onDrain);
      sessions.delete(session);
      closeTab();
      stopHearing();
      connections.left(socket);
      feed.leaveAll(reader);
      board.leave(reader);
      presence.left(session);
      visitors.left(session);
      letGo(withOwn, session).catch((err: unknown) => deps.log.warn('a hold could not be ended', { err }));
      freePlace();
      deps.meter.gauge('hub_connections', sessions.size);
    });
    socket.emit('session-ready', {
      protocol: protocolVersion,
      serverTime: isoOf(deps.clock.now()),
      principal: {
        id: principal.id,
        role: principal.role,
        ...(principal.name === undefined ? {} : { name: principal.name }),
      },
      tokenExpiresAt: isoOf(session.verified.expiresAt),
      limits: { ...announcedLimits, messagesPerMinute: deps.messagesPerMinute },
      node: deps.node,
      ...(session.conversationId === null ? {} : { conversationId: session.conversationId }),
      ...(deps.recorded ? { recorded: true } : {}),
      ...(session.presence === null ? {} : { presence: session.presence }),
    });
    // Known for `session-ready` alone: it is open on this socket only after `chat-open`.
    session.conversationId = null;
    handleEvents(withOwn, tables[namespace], session);
    if (principal.kind === 'staff') socket.emit('health-changed', deps.health.now());
    presence.arrived(session).catch((err: unknown) => deps.log.warn('presence could not be shared', { err }));
  }

  const stopTelling = deps.health.onChange((health) => {
    for (const { scope, socket } of sessions)
      if (scope.principal.kind === 'staff') socket.emit('health-changed', health);
  });
  const stopSweeping = keepSessions(deps, sessions, feed, connections);
  const stopClosing = closeBlocked(deps, sessions);

  return {
    io,
    feed,
    async drain(withinMs) {
      draining = true;
      stopSweeping();
      ended.stop();
      stopClosing();
      stopTelling();
      presence.stop();
      // Spread out, so that the other nodes are not met by everyone at once.
      for (const { socket } of sessions)
        socket.emit('session-draining', { reconnectInMs: Math.floor(200 + Math.random() * 1800) });
      await new Promise<void>((done) => deps.clock.after(Math.min(500, withinMs), done));
      io.disconnectSockets(true);
      // A peer that does not answer, or never sent a request, would hold the server open.
      const closed = io.close();
      http.closeAllConnections();
      await Promise.race([closed, new Promise<void>((done) => deps.clock.after(withinMs, done))]);
    },
  };
}

function refusal(error: HubError): Error {
  const { code, message, retryable, retryAfterMs } = toWireError(error, newId());
  return Object.assign(new Error(message), {
    data: { code, message, retryable, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) },
  });
}

/**
 * An HTTP request weighs more than all the rest of an idle connection, and engine.io keeps it. The parts by which a
 * second namespace on the same connection is judged stay.
 */
function forgetRequest(socket: Socket): void {
  const conn = socket.conn as unknown as { request: unknown };
  const { headers, query } = socket.handshake;
  const { origin, host } = headers;
  const forwarded = headers['x-forwarded-for'];
  const scheme = headers['x-forwarded-proto'];
  const kept = {
    ...(origin === undefined ? {} : { origin }),
    ...(host === undefined ? {} : { host }),
    ...(forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }),
    ...(scheme === undefined ? {} : { 'x-forwarded-proto': scheme }),
  };
  conn.request = { headers: kept, url: '/rt/', _query: query, connection: {} };
  socket.handshake.headers = kept;
}

/** Staff read an entry without the lead's identity numbers; all other events are sent as they are. */
const seenBy = (namespace: NamespaceName, event: string, payload: unknown): unknown =>
  namespace === '/widget' || event !== 'entry' ? payload : entryForStaff(payload as Entry);
