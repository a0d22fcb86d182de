import { setTimeout as sleep } from 'node:timers/promises';
import { percentile, rounded } from '../figures.ts';
import type { Worker } from '../startWorker.ts';
import { mostAckMs, rateGoals } from './goals.ts';
import { commandsBetween, isWrite, type LoadSystem, total } from './system.ts';
import { everyMs } from './visitor.ts';
import type { VisitorsRequest, Written } from './visitors.ts';

/** The result of visitors who together wrote at one rate. */
export interface AtRate {
  rate: number;
  seconds: number;
  messages: number;
  ackMsP50: number;
  ackMsP99: number;
  replyMsP50: number;
  /** Of the messages for which all homes were searched; null where there was none. */
  searchReplyMsP50: number | null;
  /** A message without a reply counts as one that waits forever: null. */
  replyMsP99: number | null;
  unanswered: number;
  faults: { refused: number; gaps: number; duplicates: number; handedOver: number };
  perMessage: number;
  writesPerMessage: number;
  perMessageBy: Record<string, number>;
  /** In percent of one core. */
  cpu: { hub: number; database: number; visitors: number; others: number };
  /** The cost of a message, in ms of a core. */
  hubCpuMs: number;
  databaseCpuMs: number;
  loopDelayMsP99: number;
  rssMb: number;
  /** How late the bench itself was with its sends. */
  lateMsP99: number;
  held: boolean;
}

/** Every visitor has written once. */
const warmUpSeconds = everyMs / 1000;

/** Lets enough visitors write for that long at that rate, and counts what lies behind the first round. */
export async function writeAt(
  system: LoadSystem,
  visitors: Worker,
  { rate, seconds, insertMsP50 }: { rate: number; seconds: number; insertMsP50: number | null },
): Promise<AtRate> {
  const count = Math.max(1, Math.round((rate * everyMs) / 1000));
  await visitors.ask({ open: count, urls: system.urls } satisfies VisitorsRequest);
  const writing = visitors.ask<Written>({ write: rate, seconds: warmUpSeconds + seconds } satisfies VisitorsRequest);
  await sleep(warmUpSeconds * 1000);
  const before = await system.sample();
  await sleep(seconds * 1000);
  const after = await system.sample();
  const written = await writing;

  const within = (at: number): boolean => at >= before.at && at < after.at;
  const said = written.said.filter(({ sentAt }) => within(sentAt));
  const acked = Math.max(1, written.said.filter(({ ackAt }) => ackAt !== null && within(ackAt)).length);
  const ms = (of: (one: (typeof said)[number]) => number | null, among = said): number[] =>
    among.map((one) => (of(one) ?? Number.POSITIVE_INFINITY) - one.sentAt);
  const ackMs = ms(({ ackAt }) => ackAt);
  const replyMs = ms(({ repliedAt }) => repliedAt);
  const searchReplyMs = ms(
    ({ repliedAt }) => repliedAt,
    said.filter(({ isSearch }) => isSearch),
  );
  const asked = commandsBetween(before, after);
  const tookMs = after.at - before.at;
  const share = (cpuMs: number): number => Math.round((cpuMs / tookMs) * 100);
  const hubMs = after.hubCpuMs - before.hubCpuMs;
  const databaseMs = after.databaseCpuMs - before.databaseCpuMs;
  const visitorsMs = (written.cpuMicros / 1000) * (seconds / (warmUpSeconds + seconds));
  const machineMs = after.machineBusyMs - before.machineBusyMs;
  const ackMsP99 = percentile(ackMs, 0.99);
  const replyMsP99 = percentile(replyMs, 0.99);
  const unanswered = said.filter(({ repliedAt }) => repliedAt === null).length;
  return {
    rate,
    seconds,
    messages: said.length,
    ackMsP50: rounded(percentile(ackMs, 0.5), 1),
    ackMsP99: rounded(ackMsP99, 1),
    replyMsP50: rounded(percentile(replyMs, 0.5), 0),
    searchReplyMsP50: searchReplyMs.length === 0 ? null : rounded(percentile(searchReplyMs, 0.5), 0),
    replyMsP99: Number.isFinite(replyMsP99) ? rounded(replyMsP99, 0) : null,
    unanswered,
    faults: {
      refused: written.refused.length,
      gaps: written.gaps,
      duplicates: written.duplicates,
      handedOver: written.handedOver,
    },
    perMessage: rounded(total(asked) / acked, 1),
    writesPerMessage: rounded(total(asked, isWrite) / acked, 1),
    perMessageBy: Object.fromEntries(
      Object.entries(asked)
        .map(([name, count]) => [name, rounded(count / acked)] as const)
        .sort((a, b) => b[1] - a[1]),
    ),
    cpu: {
      hub: share(hubMs),
      database: share(databaseMs),
      visitors: share(visitorsMs),
      others: Math.max(0, share(machineMs - hubMs - databaseMs - visitorsMs)),
    },
    hubCpuMs: rounded(hubMs / acked, 1),
    databaseCpuMs: rounded(databaseMs / acked, 1),
    loopDelayMsP99: rounded(after.loopDelayMsP99, 1),
    rssMb: Math.round(after.rssMb),
    lateMsP99: rounded(percentile(written.lateMs, 0.99), 1),
    held:
      ackMsP99 <= mostAckMs(insertMsP50) &&
      replyMsP99 <= rateGoals.replyMsP99 &&
      written.refused.length + written.gaps + written.duplicates === 0 &&
      // To a talk that the team was given, nobody replies.
      (unanswered === 0 || written.handedOver > 0),
  };
}

/** Doubles the rate while the goals hold, then halves the distance. Returns the tries, in that order. */
export async function findHighest(
  tryAt: (rate: number) => Promise<AtRate>,
  { from, atMost }: { from: number; atMost: number },
): Promise<AtRate[]> {
  const tried: AtRate[] = [];
  const attempt = async (rate: number): Promise<boolean> => {
    tried.push(await tryAt(rate));
    return tried.at(-1)?.held === true;
  };
  let good = 0;
  let bad = from;
  while (bad <= atMost && (await attempt(bad))) {
    good = bad;
    bad *= 2;
  }
  for (let halvings = 0; halvings < 3 && bad <= atMost * 2 && bad - good > Math.max(1, good * 0.08); halvings += 1) {
    const middle = Math.round((good + bad) / 2);
    if (await attempt(middle)) good = middle;
    else bad = middle;
  }
  return tried;
}
