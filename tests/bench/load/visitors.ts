/** All visitors of a load, as one process: opens chats, writes at a rate, notes when each ack and reply came. */
import { setTimeout as sleep } from 'node:timers/promises';
import { everyMs, nowMs, openVisitor, type Said, type Visitor } from './visitor.ts';

export type VisitorsRequest =
  | { open: number; urls: readonly string[] }
  | { write: number; seconds: number }
  /** The newest visitor says one line and waits for its reply. */
  | { sayOne: true };
export interface Written {
  said: Said[];
  /** How late this process was with its own sends: a bench that cannot keep up measures itself. */
  lateMs: number[];
  cpuMicros: number;
  refused: string[];
  gaps: number;
  duplicates: number;
  handedOver: number;
}

/** Replies that are still to come when the last message was sent. */
const patienceMs = 20_000;
const openAtOnce = 10;

const visitors: Visitor[] = [];

async function openMore(count: number, urls: readonly string[]): Promise<number> {
  let begun = visitors.length;
  await Promise.all(
    Array.from({ length: openAtOnce }, async () => {
      while (begun < count) {
        const url = urls[begun % urls.length] as string;
        begun += 1;
        visitors.push(await openVisitor(url));
      }
    }),
  );
  return visitors.length;
}

/** The first of the visitors write in turns, evenly, so that together they send `rate` messages a second. */
async function write(rate: number, seconds: number): Promise<Written> {
  const writing = visitors.slice(0, Math.max(1, Math.round((rate * everyMs) / 1000)));
  const before = process.cpuUsage();
  const gapMs = 1000 / rate;
  const startedAt = nowMs();
  const said: Said[] = [];
  const lateMs: number[] = [];
  for (let n = 0; n * gapMs < seconds * 1000; n += 1) {
    const due = startedAt + n * gapMs;
    const wait = due - nowMs();
    if (wait > 1) await sleep(wait);
    lateMs.push(Math.max(0, nowMs() - due));
    said.push((writing[n % writing.length] as Visitor).say());
  }
  const { user, system } = process.cpuUsage(before);
  const deadline = nowMs() + patienceMs;
  while (nowMs() < deadline && said.some((one) => one.repliedAt === null)) await sleep(100);
  const faults = writing.map((visitor) => visitor.faults);
  const written: Written = {
    said,
    lateMs,
    cpuMicros: user + system,
    refused: faults.flatMap(({ refused }) => refused),
    gaps: faults.reduce((sum, { gaps }) => sum + gaps, 0),
    duplicates: faults.reduce((sum, { duplicates }) => sum + duplicates, 0),
    handedOver: faults.filter(({ handedOver }) => handedOver).length,
  };
  for (const one of faults) Object.assign(one, { refused: [], gaps: 0, duplicates: 0 });
  return written;
}

async function answer(request: VisitorsRequest): Promise<unknown> {
  if ('open' in request) {
    await openMore(request.open, request.urls);
    return visitors.at(-1)?.conversationId;
  }
  if ('write' in request) return write(request.write, request.seconds);
  const visitor = visitors.at(-1) as Visitor;
  const said = visitor.say();
  await visitor.replied(said);
  return said;
}

process.on('message', async (request: VisitorsRequest) => {
  const answered = await answer(request).catch((error: Error) => ({ error: error.message }));
  process.send?.(answered);
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
