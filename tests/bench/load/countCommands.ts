/**
 * Loaded into a hub before it starts (`--import`): counts what the MongoDB driver sends, so that the hub itself knows of no
 * bench. Wraps the driver's one way out instead of its monitoring events, which copy every command and reply.
 */
import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface HubSample {
  /** By `collection kind`, such as `entries insert`; since the start. */
  commands: Record<string, number>;
  cpuMicros: number;
  rssMb: number;
  /** Since the sample before. */
  loopDelayMsP99: number;
}
/** One command from its start to its answer, in ms of `process.hrtime`. */
export interface Span {
  name: string;
  from: number;
  to: number;
}
export type CountRequest = 'sample' | 'spans';

type Command = (
  this: unknown,
  namespace: { db: string; collection?: string },
  command: Record<string, unknown>,
  ...rest: unknown[]
) => Promise<unknown>;

/** Said by the driver to keep its connections, not asked by the hub. */
const ofTheDriver = new Set(['hello', 'ismaster', 'isMaster', 'saslStart', 'saslContinue', 'endSessions']);
const mostSpans = 20_000;

const commands: Record<string, number> = {};
let spans: Span[] = [];
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();

// The driver that mongoose brings along, wherever npm has put it.
const fromMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));
const { Connection } = fromMongoose('mongodb/lib/cmap/connection.js') as {
  Connection: { prototype: { command: Command } };
};
const send = Connection.prototype.command;
const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

Connection.prototype.command = async function counted(namespace, command, ...rest) {
  const [kind = ''] = Object.keys(command);
  if (ofTheDriver.has(kind)) return send.call(this, namespace, command, ...rest);
  const collection = kind === 'getMore' ? command.collection : command[kind];
  const name = `${typeof collection === 'string' ? collection : '-'} ${kind}`;
  commands[name] = (commands[name] ?? 0) + 1;
  const from = nowMs();
  try {
    return await send.call(this, namespace, command, ...rest);
  } finally {
    if (spans.length < mostSpans) spans.push({ name, from, to: nowMs() });
  }
};

function sample(): HubSample {
  const { user, system } = process.cpuUsage();
  const loopDelayMsP99 = delay.percentile(99) / 1e6;
  delay.reset();
  return {
    commands: { ...commands },
    cpuMicros: user + system,
    rssMb: process.memoryUsage.rss() / 2 ** 20,
    loopDelayMsP99,
  };
}

process.on('message', (request: CountRequest) => {
  if (request === 'sample') process.send?.(sample());
  else {
    process.send?.(spans);
    spans = [];
  }
});
// Without this, the channel to the measuring process would keep this one alive.
process.channel?.unref();
