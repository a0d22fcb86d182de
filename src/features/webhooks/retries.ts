import type { PostAnswer } from '../../kernel/fetchOutside.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The pauses after each attempt that failed: eight attempts within a day and half an hour. */
const pausesMs = [minuteMs, 5 * minuteMs, 30 * minuteMs, 2 * hourMs, 5 * hourMs, 8 * hourMs, 9 * hourMs] as const;
export const mostAttempts = pausesMs.length + 1;

/** When a delivery is tried again whose attempt number `attempts` fails; null: that was the last. */
export function nextTryAt(attempts: number, now: number): number | null {
  const pauseMs = pausesMs[attempts - 1];
  return pauseMs === undefined ? null : now + pauseMs;
}

/** An address that failed for so long is paused. */
export const pausedAfterMs = 24 * hourMs;
const firstRestMs = 5_000;
const longestRestMs = 5 * minuteMs;

/** How long an address is left alone after so many failures in a row, whatever waits for it: doubled with each. */
export const restMs = (failures: number): number => Math.min(longestRestMs, firstRestMs * 2 ** (failures - 1));

const asksForRest: ReadonlySet<number> = new Set([429, 503]);
const longestAskedMs = Math.max(...pausesMs);

/**
 * How long an address asks to be left alone, by the `Retry-After` of an answer: seconds, or a date. No longer than the longest pause between
 * two attempts; 0 where it asks for nothing that can be read.
 */
export function askedRestMs({ status, retryAfter }: PostAnswer, now: number): number {
  if (retryAfter === null || !asksForRest.has(status)) return 0;
  const askedMs = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
  return Number.isNaN(askedMs) ? 0 : Math.min(longestAskedMs, Math.max(0, askedMs));
}
