import { z } from 'zod';
import { id, isoTime, seq } from '../values.ts';
import { internalEntryData } from './internalEntries.ts';
import type { LogKind } from './logs.ts';
import { type Actor, actor, type Cause, cause } from './parts.ts';
import { publicEntryData } from './publicEntries.ts';

export const entryData = { ...publicEntryData, ...internalEntryData };
export type EntryType = keyof typeof entryData;
export const entryTypes = Object.keys(entryData) as EntryType[];
export type PublicEntryType = keyof typeof publicEntryData;
export type EntryData<T extends EntryType> = z.infer<(typeof entryData)[T]>;
export const logKindOf = (type: EntryType): LogKind => (type in publicEntryData ? 'public' : 'internal');
/** One numbered line of a log, as it reaches clients. */
export type Entry<T extends EntryType = EntryType> = {
  [K in T]: {
    v: 1;
    id: string;
    log: string;
    seq: number;
    type: K;
    at: string;
    conversationId: string;
    actor: Actor;
    cause?: Cause;
    data: EntryData<K>;
  };
}[T];
const envelope = {
  v: z.literal(1),
  id,
  log: z.string(),
  seq,
  at: isoTime,
  conversationId: id,
  actor,
  cause: cause.optional(),
};
/** The envelope alone: clients ignore types they do not know. */
export const entry = z
  .object({ ...envelope, type: z.string(), data: z.record(z.string(), z.unknown()) })
  .meta({ id: 'Entry' });
