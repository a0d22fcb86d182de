import type { Entry } from '../../contract/log/entry.ts';
import { isOfVisitor } from '../conversations/actors.ts';

/** Messages that follow each other this quickly are read together. */
const burstQuietMs = 1500;
/** However quickly they follow: no longer than this after the first, and no more than so many. */
const burstCapMs = 6000;
const burstMessages = 5;

/** Nobody waits for an answer to what is said on the phone: it is read a few lines at a time. */
const spoken = { quietMs: 4_000, capMs: 12_000, messages: 12 };
/** How many of the newest entries decide when a turn is due. */
export const mostInBurst = spoken.messages;
const written = { quietMs: burstQuietMs, capMs: burstCapMs, messages: burstMessages };
const isSpoken = ({ type }: Entry): boolean => type === 'call-segment';

/**
 * When a turn is to read these entries, in ms since the epoch; null where they call for none. Visitors' messages, and words on the phone,
 * wait for the end of their burst; everything else is due at once and takes a burst along. An entry that lies further in the future
 * than a burst lasts was dated by a clock that was wrong, and waits for nothing.
 */
export function turnDueAt(unread: readonly Entry[], now: number): number | null {
  if (unread.length === 0) return null;
  const { quietMs, capMs, messages } = unread.every(isSpoken) ? spoken : written;
  if (!unread.every((entry) => isSpoken(entry) || isOfVisitor(entry)) || unread.length >= messages) return now;
  const times = unread.map(({ at }) => Date.parse(at)).filter((at) => at <= now + capMs);
  if (times.length === 0) return now;
  return Math.min(Math.max(...times) + quietMs, Math.min(...times) + capMs);
}
