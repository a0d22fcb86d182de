import {
  type Answer,
  type CommandName,
  type CommandSchema,
  namespaces,
  notOfferedYet,
  type Payload,
} from '../contract/commands.ts';
import { errorTable } from '../contract/errors.ts';
import type { Ack } from '../contract/events.ts';
import { onceKeyOfMessage } from '../features/conversations/actors.ts';
import type { CommandStore, EntryStore } from '../features/conversations/ports.ts';
import type { Clock } from '../kernel/clock.ts';
import { HubError, toHubError, toWireError } from '../kernel/hubError.ts';
import { newId, sha256 } from '../kernel/ids.ts';
import { createInTurn, type InTurn } from '../kernel/inTurn.ts';
import { isPlainAndSmall } from '../kernel/judgeShape.ts';
import type { Logger, Meter } from '../kernel/observe.ts';
import type { Connections } from './connections.ts';
import type { RateKeeper, RateName } from './limits.ts';
import { doOnce } from './once.ts';
import { readerOf, slowBytes } from './readerOf.ts';
import type { Reads } from './reads.ts';
import type { Session } from './session.ts';
import { type Conn, waitingBytes } from './waitingBytes.ts';

/** What a handler learns of its command beside the payload. */
export interface Command {
  commandId: string;
  /** Of name and body: the same `commandId` with another hash is `COMMAND_REUSED`. */
  bodyHash: string;
  /** Runs after the ack has left, for what is to follow it on the wire. */
  afterAck(act: () => void): void;
}

/** One row of a namespace's table: what a command does, and how often it may be sent. */
export interface CommandRow<C extends CommandName> {
  /** `read`: as often as who asks may read, one at a time on a socket. */
  rate: RateName | 'read';
  /** The log itself keeps it once, for ever; other commands are remembered for a week. */
  onceInLog?: true;
  run(session: Session, payload: Payload<C>, command: Command): Promise<Answer<C> & { duplicate?: true }>;
}
export type CommandTable = { [C in CommandName]?: CommandRow<C> };

export interface HandleParts {
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
export function handleEvents(parts: HandleParts, table: CommandTable, session: Session): void {
  const inTurn = createInTurn();
  session.socket.onAny((name: unknown, ...args: unknown[]) => {
    const last = args.at(-1);
    const ack = typeof last === 'function' ? (args.pop() as (answer: Ack) => void) : null;
    void answer(parts, table, session, inTurn, name, args, ack);
  });
}

async function answer(
  parts: HandleParts,
  table: CommandTable,
  session: Session,
  inTurn: InTurn,
  name: unknown,
  args: unknown[],
  ack: ((answer: Ack) => void) | null,
): Promise<void> {
  const startedAt = parts.clock.now();
  const afterwards: (() => void)[] = [];
  let outcome = 'ok';
  try {
    const data = await run(parts, table, session, inTurn, name, args, afterwards);
    ack?.({ ok: true, data });
  } catch (thrown) {
    const error = toHubError(thrown);
    const trace = newId();
    outcome = error.code;
    if (error.code === 'INTERNAL')
      parts.log.error('a command failed', { err: error.cause ?? error, trace, command: nameOf(name) });
    ack?.({ ok: false, error: toWireError(error, trace) });
    if (errorTable[error.code].status < 500) parts.connections.refusedCommand(session.socket);
  }
  for (const act of afterwards) {
    try {
      act();
    } catch (err) {
      parts.log.error('what follows an ack failed', { err, command: nameOf(name) });
    }
  }
  parts.meter.count('hub_commands_total', { command: nameOf(name), outcome });
  parts.meter.observe('hub_ack_seconds', (parts.clock.now() - startedAt) / 1000, { command: nameOf(name) });
}

/** Only names of ours become labels: a stranger must not grow the metrics. */
const nameOf = (name: unknown): string => (typeof name === 'string' && allNames.has(name) ? name : 'unknown');

async function run(
  parts: HandleParts,
  table: CommandTable,
  session: Session,
  inTurn: InTurn,
  name: unknown,
  args: unknown[],
  afterwards: (() => void)[],
): Promise<object> {
  const { principal } = session.scope;
  parts.rates.take(principal.id, 'command', parts.clock.now());
  refuseIfSlow(session);
  if (typeof name !== 'string' || !allNames.has(name)) throw new HubError('UNKNOWN_EVENT');
  const schemas: Record<string, CommandSchema> = namespaces[session.namespace];
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (schema === undefined) throw new HubError('FORBIDDEN');
  if (args.length > 1 || !isPlainAndSmall(args[0])) throw new HubError('VALIDATION_FAILED');
  const parsed = schema.payload.safeParse(args[0]);
  if (!parsed.success) {
    // Only the first step of the path is a name of ours; what is below may be the client's own words.
    const field = parsed.error.issues[0]?.path[0];
    throw new HubError('VALIDATION_FAILED', field === undefined ? {} : { field: String(field) });
  }
  const row = table[name as CommandName] as CommandRow<CommandName> | undefined;
  if (notOfferedYet.has(name) || row === undefined) throw new HubError('NOT_CONFIGURED');
  const reads = row.rate === 'read';
  const rate = row.rate !== 'read' ? row.rate : principal.kind === 'visitor' ? 'visitorRead' : 'staffRead';
  if (rate !== 'command') parts.rates.take(principal.id, rate, parts.clock.now());
  const payload = parsed.data as Payload<CommandName>;
  const commandId = 'commandId' in payload ? payload.commandId : '';
  const bodyHash = commandId === '' ? '' : sha256(`${name}\n${JSON.stringify(payload)}`);
  const command: Command = { commandId, bodyHash, afterAck: (act) => afterwards.push(act) };
  const act = (): Promise<object> => actOnce(parts, row, session, payload, command);
  if (reads) return readInTurn(parts, session, inTurn, command, act);
  // What one socket changes in a conversation happens in the order in which it was sent; whoever reads waits for nobody.
  const changes = commandId === '' ? name === 'chat-open' : row.rate !== 'model';
  if (!changes) return act();
  return inTurn('conversationId' in payload ? String(payload.conversationId) : '', act);
}

/** Who takes so little of what was sent is given nothing more to wait for. */
function refuseIfSlow({ scope, socket }: Session): void {
  if (scope.principal.kind !== 'visitor') return;
  if (waitingBytes(socket.conn as unknown as Conn) > slowBytes)
    throw new HubError('RATE_LIMITED', { retryAfterMs: 1000 });
}

/** One read of a socket at a time: the next begins when the answer has left, so that it sees how much of it waits. */
function readInTurn(
  parts: HandleParts,
  session: Session,
  inTurn: InTurn,
  command: Command,
  read: () => Promise<object>,
): Promise<object> {
  const reader = readerOf(session);
  const acked = new Promise<void>((done) => command.afterAck(() => setImmediate(done)));
  return new Promise((resolve, reject) => {
    void inTurn('read', async () => {
      try {
        refuseIfSlow(session);
        parts.reads.allow(reader);
        resolve(await parts.reads.run(reader, read));
      } catch (refused) {
        reject(refused);
      }
      await acked;
    });
  });
}

/** Does what has a `commandId` once, and everything else at every call. */
async function actOnce(
  parts: HandleParts,
  row: CommandRow<CommandName>,
  session: Session,
  payload: Payload<CommandName>,
  command: Command,
): Promise<object> {
  const { commandId, bodyHash } = command;
  if (commandId === '') return row.run(session, payload, command);
  const key = `${session.scope.principal.id}:${commandId}`;
  // One id is one command, whichever of the two places keeps it.
  if (row.onceInLog === true) {
    if (await parts.commands.has(key)) throw new HubError('COMMAND_REUSED');
    return row.run(session, payload, command);
  }
  if ((await parts.entries.findOnce(onceKeyOfMessage(key))) !== null) throw new HubError('COMMAND_REUSED');
  return doOnce(parts, key, bodyHash, () => row.run(session, payload, command));
}
