import { rounded } from '../figures.ts';
import type { Alone, Idle } from './alone.ts';

/** The goals at one rate, for each message. */
export const rateGoals = { ackMsP99: 50, replyMsP99: 2_000 };
/** A slower disk delays every ack: where one bare insert takes longer than 1 ms, the ack may take as many of them. */
export const mostAckMs = (insertMsP50: number | null): number => rateGoals.ackMsP99 * Math.max(1, insertMsP50 ?? 0);
/** Of the highest rate that holds. */
export const highestGoals = { database: { rate: 60, perMessage: 6 }, memory: { rate: 300 } };
/**
 * The most calls to the database; the idle hub's calls are subtracted from those of a message, because it makes them
 * without messages too.
 */
export const operationGoals = { alone: 14, readAlong: 20, roundTripsBeforeAck: 2, idlePerNode: 1 };

/** The goals that were missed, each as one line for a reader; none where nothing was measured. */
export function missedGoals(of: {
  nodes: number;
  idle: { nobody: Idle } | null;
  alone: Alone | null;
  staff: Alone | null;
}): string[] {
  const { alone, readAlong, roundTripsBeforeAck, idlePerNode } = operationGoals;
  const idle = of.idle === null ? undefined : rounded(of.idle.nobody.perSecond / of.nodes);
  const figures: [string, number | undefined, number][] = [
    ['operations of one message alone', of.alone?.perMessage, alone],
    ['operations of one message that is read along', of.staff?.perMessage, readAlong],
    ['round trips before the ack', of.alone?.roundTripsBeforeAck, roundTripsBeforeAck],
    ['round trips before the ack, read along', of.staff?.roundTripsBeforeAck, roundTripsBeforeAck],
    ['operations a second of an idle node', idle, idlePerNode],
  ];
  return figures.flatMap(([name, figure, most]) =>
    figure !== undefined && figure > most ? [`${name}: ${figure}, at most ${most}`] : [],
  );
}

/** The same of the highest rate; of none when none held. */
export function missedAtHighest(
  store: 'database' | 'memory',
  highest: { rate: number; perMessage: number } | undefined,
): string[] {
  const { rate } = highestGoals[store];
  const { perMessage } = highestGoals.database;
  const reached = highest?.rate ?? 0;
  return [
    ...(reached < rate ? [`the highest rate that holds: ${reached}/s, at least ${rate}`] : []),
    ...(store === 'database' && highest !== undefined && highest.perMessage > perMessage
      ? [`operations a message at the highest rate: ${highest.perMessage}, at most ${perMessage}`]
      : []),
  ];
}
