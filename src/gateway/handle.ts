import { errorTable } from '../contract/errors.ts';
import { type Answer, type CommandName, namespaces, type Payload } from '../contract/socket/commands.ts';
import type { Ack } from '../contract/socket/events.ts';
import type { CommandSchema } from '../contract/socket/sharedCommands.ts';
import { messageKeyOf } from '../features/conversations/actors.ts';
import type { CommandStore, EntryStore } from '../features/conversations/ports.ts';
import type { Clock } from '../kernel/clock.ts';
import { HubError, toHubError, toWireError } from '../kernel/hubError.ts';
import { newId, sha256 } from '../kernel/ids.ts';
import { createInTurn, type InTurn } from '../kernel/inTurn.ts';
import { isPlainAndSmall } from '../kernel/judgeShape.ts';
import type { Logger, Meter } from '../kernel/observe.ts';
import type { Connections } from './connections.ts';
import type { RateKeeper, RateName } from './limits.ts';
import { readerOf, slowBytes } from './readerOf.ts';
import type { Reads } from './reads.ts';
import { runIdempotent } from './runIdempotent.ts';
import type { Session } from './session.ts';
import { type Conn, waitingBytes } from './waitingBytes.ts';

/** The context of a command beside its payload. */
export interface Command {
  commandId: string;
  /** Of name and body: the same `commandId` with another hash is `COMMAND_REUSED`. */
  bodyHash: string;
  /** As `CommandRef` has it. */
  unused?: Promise<void>;
  /** Begins after the ack has left, for what is to follow it on the wire or that nobody waits for. */
  afterAck(act: () => void | Promise<void>): void;
}

/** One row of a namespace's table: the work of a command, and how often it may be sent. */
export interface CommandRow<C extends CommandName> {
  /** `read`: by the read limit of a visitor or of staff, one at a time on a socket. */
  rate: RateName | 'read';
  /** Its entry in the log has its idempotency key, forever; other commands are remembered for a week. */
  idempotentByLog?: true;
  run(session: Session, payload: Payload<C>, command: Command): Promise<Answer<C> & { duplicate?: true }>;
}
export type CommandTable = { [C in CommandName]?: CommandRow<C> };

export interface HandleDeps {
  commands: CommandStore;
  entries: Pick<EntryStore, 'findOnce'>;
  rates: RateKeeper;
  connections: Connections;
  reads: Reads;
  clock: Clock;
  log: Logger;
  meter: Meter;
}

const allNames: ReadonlySet<string> = new Set(Object.values(namespaces).flatMap((table) => Object.keys(table)));

/**
 * The one way in for everything a client emits: allow-list, size and depth, strict schema, rights, rate, once, ack.
 * Catches everything: no frame can throw past it, with or without an ack function.
 */
export function handleEvents(deps: HandleDeps, table: CommandTable, session: Session): void {
  const inTurn = createInTurn();
  session.socket.onAny((name: unknown, ...args: unknown[]) => {
    const last = args.at(-1);
    const ack = typeof last === 'function' ? (args.pop() as (answer: Ack) => void) : null;
    void answer(deps, table, session, inTurn, name, args, ack);
  });
}

async function answer(
  deps: HandleDeps,
  table: CommandTable,
  session: Session,
  inTurn: InTurn,
  name: unknown,
  args: unknown[],
  ack: ((answer: Ack) => void) | null,
): Promise<void> {
  const startedAt = deps.clock.now();
  const afterwards: (() => void | Promise<void>)[] = [];
  let outcome = 'ok';
  try {
    const data = await run(deps, table, session, inTurn, name, args, afterwards);
    ack?.({ ok: true, data });
  } catch (thrown) {
    const error = toHubError(thrown);
    const trace = newId();
    outcome = error.code;
    if (error.code === 'INTERNAL')
      deps.log.error('a command failed', { err: error.cause ?? error, trace, command: nameOf(name) });
    ack?.({ ok: false, error: toWireError(error, trace) });
    if (errorTable[error.code].status < 500) deps.connections.refusedCommand(session.socket);
  }
  for (const act of afterwards)
    void (async () => act())().catch((err: unknown) =>
      deps.log.error('the work after an ack failed', { err, command: nameOf(name) }),
    );
  deps.meter.count('hub_commands_total', { command: nameOf(name), outcome });
  deps.meter.observe('hub_ack_seconds', (deps.clock.now() - startedAt) / 1000, { command: nameOf(name) });
}

/** Only names of ours become labels: a stranger must not grow the metrics. */
const nameOf = (name: unknown): string => (typeof name === 'string' && allNames.has(name) ? name : 'unknown');

async function run(
  deps: HandleDeps,
  table: CommandTable,
  session: Session,
  inTurn: InTurn,
  name: unknown,
  args: unknown[],
  afterwards: (() => void | Promise<void>)[],
): Promise<object> {
  const { principal } = session.scope;
  deps.rates.take(principal.id, 'command', deps.clock.now());
  refuseIfSlow(session);
  if (typeof name !== 'string' || !allNames.has(name)) throw new HubError('UNKNOWN_EVENT');
  const schemas: Record<string, CommandSchema> = namespaces[session.namespace];
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (schema === undefined) throw new HubError('FORBIDDEN');
  if (args.length > 1 || !isPlainAndSmall(args[0])) throw new HubError('VALIDATION_FAILED');
  const parsed = schema.payload.safeParse(args[0]);
  if (!parsed.success) {
    // Only the first step of the path is a name of ours; the rest may be the client's own words.
    const field = parsed.error.issues[0]?.path[0];
    throw new HubError('VALIDATION_FAILED', field === undefined ? {} : { field: String(field) });
  }
  const row = table[name as CommandName] as CommandRow<CommandName> | undefined;
  if (row === undefined) throw new HubError('NOT_CONFIGURED');
  const reads = row.rate === 'read';
  const rate = row.rate !== 'read' ? row.rate : principal.kind === 'visitor' ? 'visitorRead' : 'staffRead';
  if (rate !== 'command') deps.rates.take(principal.id, rate, deps.clock.now());
  const payload = parsed.data as Payload<CommandName>;
  const commandId = 'commandId' in payload ? payload.commandId : '';
  const bodyHash = commandId === '' ? '' : sha256(`${name}\n${JSON.stringify(payload)}`);
  const command: Command = { commandId, bodyHash, afterAck: (act) => afterwards.push(act) };
  const act = (): Promise<object> => actOnce(deps, row, session, payload, command);
  if (reads) return readInTurn(deps, session, inTurn, command, act);
  // The changes of one socket in a conversation happen in the order in which they were sent; reads wait for no change.
  const changes = commandId === '' ? ordered.has(name) : row.rate !== 'model';
  if (!changes) return act();
  const of = 'conversationId' in payload ? payload.conversationId : 'callId' in payload ? payload.callId : '';
  return inTurn(String(of), act);
}

/** Commands without an id of their own that happen in the order in which they were sent. */
const ordered: ReadonlySet<string> = new Set(['chat-open', 'call-segment']);

/** A visitor whose socket is behind with what was sent is refused more. */
function refuseIfSlow({ scope, socket }: Session): void {
  if (scope.principal.kind !== 'visitor') return;
  if (waitingBytes(socket.conn as unknown as Conn) > slowBytes)
    throw new HubError('RATE_LIMITED', { retryAfterMs: 1000 });
}

/** One read of a socket at a time: the next begins when the answer has left, so that it sees how much of it waits. */
function readInTurn(
  deps: HandleDeps,
  session: Session,
  inTurn: InTurn,
  command: Command,
  read: () => Promise<object>,
): Promise<object> {
  const reader = readerOf(session);
  const acked = new Promise<void>((done) => command.afterAck(() => void setImmediate(done)));
  return new Promise((resolve, reject) => {
    void inTurn('read', async () => {
      try {
        refuseIfSlow(session);
        deps.reads.allow(reader);
        resolve(await deps.reads.run(reader, read));
      } catch (refused) {
        reject(refused);
      }
      await acked;
    });
  });
}

async function refuseUsed({ commands }: Pick<HandleDeps, 'commands'>, key: string): Promise<void> {
  if (await commands.has(key)) throw new HubError('COMMAND_REUSED');
}

/** Does what has a `commandId` once, and everything else at every call. */
async function actOnce(
  deps: HandleDeps,
  row: CommandRow<CommandName>,
  session: Session,
  payload: Payload<CommandName>,
  command: Command,
): Promise<object> {
  const { commandId, bodyHash } = command;
  if (commandId === '') return row.run(session, payload, command);
  const key = `${session.scope.principal.id}:${commandId}`;
  // One id is one command, whichever of the two places keeps it.
  if (row.idempotentByLog === true) {
    const unused = refuseUsed(deps, key);
    const [answer] = await Promise.all([row.run(session, payload, { ...command, unused }), unused]);
    return answer;
  }
  if ((await deps.entries.findOnce(messageKeyOf(key))) !== null) throw new HubError('COMMAND_REUSED');
  return runIdempotent(deps, key, bodyHash, () => row.run(session, payload, command));
}
