import type { Clock } from '../kernel/clock.ts';
import { HubError } from '../kernel/hubError.ts';
import type { Connections } from './connections.ts';
import type { RateKeeper } from './limits.ts';
import type { Reader } from './reader.ts';
import { sessionOf } from './readerOf.ts';

/** Of the database's connections, so that writes, turns and staff find one free however much visitors read. */
const visitorsAtOnce = 5;
/** The price of one read for a visitor: a full page is two. */
const entriesPerRead = 100;

/** Reads the logs for the sockets of this node. Staff read as they like; visitors share what there is. */
export interface Reads {
  /** Throws `RATE_LIMITED` for a visitor whose network address has been given, or has waiting, as much as one may. */
  allow(reader: Reader): void;
  /** Runs a read; those of visitors a few at a time, in the order in which they were asked for. */
  run<R>(reader: Reader, read: () => Promise<R>): Promise<R>;
  /** Counts the entries that were read for it. */
  charge(reader: Reader, entries: number): void;
}

export function createReads(deps: { connections: Connections; rates: RateKeeper; clock: Clock }): Reads {
  const { connections, rates, clock } = deps;
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    allow(reader) {
      if (reader.staff) return;
      const { socket } = sessionOf(reader);
      rates.take(connections.addressOf(socket), 'addressEntries', clock.now());
      if (connections.isAddressFull(socket)) throw new HubError('RATE_LIMITED', { retryAfterMs: 1000 });
    },
    async run(reader, read) {
      if (reader.staff) return read();
      if (running >= visitorsAtOnce) await new Promise<void>((begin) => waiting.push(begin));
      else running += 1;
      try {
        return await read();
      } finally {
        // The place is handed on: a read that comes just now must not overtake one that waits.
        const begin = waiting.shift();
        if (begin === undefined) running -= 1;
        else begin();
      }
    },
    charge(reader, entries) {
      if (reader.staff) return;
      const { socket, scope } = sessionOf(reader);
      rates.charge(connections.addressOf(socket), 'addressEntries', clock.now(), entries);
      const more = Math.ceil(entries / entriesPerRead) - 1;
      if (more > 0) rates.charge(scope.principal.id, 'visitorRead', clock.now(), more);
    },
  };
}
