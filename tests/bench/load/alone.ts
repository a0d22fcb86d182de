import { setTimeout as sleep } from 'node:timers/promises';
import { connect, signIn } from '../../support/hubClient.ts';
import { demoPassword } from '../../support/openHub.ts';
import { median, rounded } from '../figures.ts';
import type { Worker } from '../startWorker.ts';
import type { Span } from './countCommands.ts';
import { commandsBetween, isWrite, type LoadSystem, total } from './system.ts';
import { nowMs, type Said } from './visitor.ts';
import type { VisitorsRequest } from './visitors.ts';

/** By then a page has made its first requests, which belong to no message and to no idle second. */
const settleMs = 2_000;

/** The calls to the database while nobody writes. */
export interface Idle {
  perSecond: number;
  perMinute: Record<string, number>;
}
/** One conversation on a hub that does nothing else: the database calls of an answered message. */
export interface Alone {
  messages: number;
  /** `idle` is taken off. */
  perMessage: number;
  writesPerMessage: number;
  /** Nothing taken off: all that was asked, by messages that came `everyMs` apart. */
  perMessageWithIdle: number;
  perMessageBy: Record<string, number>;
  /** The longest row of commands, one begun after the other had ended, between a message and its ack: the least of the messages, because the hub's other work at that moment only adds. */
  roundTripsBeforeAck: number;
  ackMsP50: number;
  replyMsP50: number;
}

export async function measureIdle(system: LoadSystem, seconds: number): Promise<Idle> {
  const before = await system.sample();
  await sleep(seconds * 1000);
  const after = await system.sample();
  const asked = commandsBetween(before, after);
  const took = (after.at - before.at) / 1000;
  return { perSecond: rounded(total(asked) / took), perMinute: each(asked, took / 60) };
}

/** `idle` is taken off. The talk has to be past its first message, which brings the greeting and the recall of the writer. */
export async function measureAlone(
  system: LoadSystem,
  visitors: Worker,
  { messages, everyMs, idle }: { messages: number; everyMs: number; idle: Idle },
): Promise<Alone> {
  await system.spans();
  const before = await system.sample();
  const said: Said[] = [];
  for (let n = 0; n < messages; n += 1) {
    const one = await visitors.ask<Said>({ sayOne: true } satisfies VisitorsRequest);
    said.push(one);
    await sleep(Math.max(0, one.sentAt + everyMs - nowMs()));
  }
  const after = await system.sample();
  const spans = await system.spans();
  const asked = commandsBetween(before, after);
  const seconds = (after.at - before.at) / 1000;
  const idleBy = (name: string): number => ((idle.perMinute[name] ?? 0) / 60) * seconds;
  const own = Object.fromEntries(
    Object.entries(asked).map(([name, count]) => [name, Math.max(0, count - idleBy(name))] as const),
  );
  return {
    messages,
    perMessage: rounded((total(asked) - idle.perSecond * seconds) / messages, 1),
    writesPerMessage: rounded(total(own, isWrite) / messages, 1),
    perMessageWithIdle: rounded(total(asked) / messages, 1),
    perMessageBy: each(own, messages),
    roundTripsBeforeAck: Math.min(...said.map((one) => longestRow(spans, one.sentAt, one.ackAt ?? one.sentAt))),
    ackMsP50: rounded(median(said.map(({ sentAt, ackAt }) => (ackAt ?? sentAt) - sentAt))),
    replyMsP50: rounded(median(said.map(({ sentAt, repliedAt }) => (repliedAt ?? sentAt) - sentAt)), 0),
  };
}

/** How many of the commands that lie within a time were one after the other. */
function longestRow(spans: readonly Span[], from: number, to: number): number {
  let count = 0;
  let until = from;
  for (const span of spans.filter((one) => one.from >= from && one.to <= to).sort((a, b) => a.to - b.to)) {
    if (span.from < until) continue;
    count += 1;
    until = span.to;
  }
  return count;
}

/** The first message of a talk, answered, and what follows from it. */
export async function greet(visitors: Worker, everyMs: number): Promise<void> {
  await visitors.ask({ sayOne: true } satisfies VisitorsRequest);
  await sleep(everyMs);
}

/** Somebody of the team, as their page does it: the board, and the conversation if one is given. Call the answer to leave. */
export async function readAlong(
  url: string,
  who: 'agent' | 'supervisor',
  conversationId: string | null,
): Promise<() => void> {
  const { accessToken } = await signIn(url, `${who}@demo.example`, demoPassword);
  const client = await connect(url, `/${who}`, accessToken);
  // The test client keeps all it hears: not for this.
  client.socket.offAny();
  await client.send('board-watch', { limit: 500 });
  if (conversationId !== null) await client.send('conversation-open', { conversationId });
  await sleep(settleMs);
  return () => client.close();
}

const each = (counts: Record<string, number>, by: number): Record<string, number> =>
  Object.fromEntries(
    Object.entries(counts)
      .map(([name, count]) => [name, rounded(count / by, 1)] as const)
      .filter(([, count]) => count > 0)
      .sort((a, b) => b[1] - a[1]),
  );
