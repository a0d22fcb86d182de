import { isoOf } from './clock.ts';
import { HubError } from './hubError.ts';

/** The position of a reader of changes: past this id among those of this time, in the store's ms since the epoch. */
export interface ChangePlace {
  at: number;
  id: string;
}
/** A row as it is now, and when its store kept the last change of it. */
export interface Changed<Row> extends ChangePlace {
  row: Row;
}
/** Rows past a place, the oldest change first. `through`: no change of this time or before will come anymore. */
export interface ChangedPage<Row> {
  items: Changed<Row>[];
  through: number;
}
export type ReadChanged<Row> = (tenantId: string, after: ChangePlace, limit: number) => Promise<ChangedPage<Row>>;

export interface ChangesAsked {
  after: ChangePlace;
  limit: number;
}

/** No cursor of another list has a period in it after letters. */
const prefix = 'changes.';
const writePlace = ({ at, id }: ChangePlace): string =>
  prefix + Buffer.from(JSON.stringify([at, id]), 'utf8').toString('base64url');

function readPlace(cursor: string): ChangePlace {
  const refusal = (cause?: unknown) => new HubError('VALIDATION_FAILED', { field: 'cursor', cause });
  if (!cursor.startsWith(prefix)) throw refusal();
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor.slice(prefix.length), 'base64url').toString('utf8'));
  } catch (cause) {
    throw refusal(cause);
  }
  if (!Array.isArray(parsed) || parsed.length !== 2) throw refusal();
  const [at, id] = parsed as unknown[];
  if (typeof at !== 'number' || !Number.isSafeInteger(at) || Math.abs(at) > latest || typeof id !== 'string')
    throw refusal();
  return { at, id };
}
/** The last time that a date can be. */
const latest = 8.64e15;
const mostChanges = 100;

/**
 * The changes that a query asks for; null: it asks for the list itself.
 * @throws HubError `VALIDATION_FAILED` for a cursor that was never given, and for what narrows the list, which changes cannot be
 */
export function changesAsked(
  query: { since?: string | undefined; cursor?: string | undefined; limit?: number | undefined } & object,
): ChangesAsked | null {
  const { since, cursor, limit = 50, ...others } = query;
  if (since === undefined && !cursor?.startsWith(prefix)) return null;
  const other = Object.entries(others).find(([, value]) => value !== undefined)?.[0];
  if (other !== undefined) throw new HubError('VALIDATION_FAILED', { field: other });
  if (limit > mostChanges) throw new HubError('VALIDATION_FAILED', { field: 'limit' });
  return { limit, after: cursor === undefined ? { at: Date.parse(since ?? ''), id: '' } : readPlace(cursor) };
}

const byPlace = (one: ChangePlace, other: ChangePlace): number =>
  one.at - other.at || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
export const isPast = (one: ChangePlace, place: ChangePlace): boolean => byPlace(one, place) > 0;

/** A page of the changes in several stores as one, and where the next begins: never past what a store may still add to. */
export async function readChanges<Row>(
  stores: readonly ReadChanged<Row>[],
  tenantId: string,
  { after, limit }: ChangesAsked,
): Promise<{ changes: Changed<Row>[]; cursor: string; more: boolean }> {
  const pages = await Promise.all(stores.map((read) => read(tenantId, after, limit + 1)));
  const through = Math.min(...pages.map((page) => page.through));
  const all = pages.flatMap(({ items }) => items.filter(({ at }) => at <= through)).sort(byPlace);
  const changes = all.slice(0, limit);
  const last = changes.at(-1);
  const more = all.length > limit;
  return { changes, more, cursor: writePlace(more && last ? last : { at: through + 1, id: '' }) };
}

/** How a thing is told that is no more. */
export const goneAt = (id: string, at: number) => ({ id, deleted: true as const, changedAt: isoOf(at) });
