import { type ChangedPage, type ChangePlace, isPast } from '../../kernel/changes.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** When each row of a store was changed last: no two at the same time, so that the times are also an order. */
export function createChanges() {
  const times = new Map<string, number>();
  let last = 0;
  /** Of rows whose key in the store is not the id that they go by. */
  function pageBy<Row>(
    rows: readonly Row[],
    keyOf: (row: Row) => string,
    idOf: (row: Row) => string,
    after: ChangePlace,
    limit: number,
  ): ChangedPage<Row> {
    const items = rows
      .map((row) => ({ at: times.get(keyOf(row)) ?? 0, id: idOf(row), row }))
      .filter((change) => isPast(change, after))
      .sort((one, other) => (isPast(one, other) ? 1 : -1));
    // A change may yet come in this millisecond; none comes at a time that was told as over, whatever the clock does.
    last = Math.max(last, Date.now() - 1);
    return { items: jsonCopy(items.slice(0, limit)), through: last };
  }
  return {
    note(key: string): void {
      last = Math.max(Date.now(), last + 1);
      times.set(key, last);
    },
    pageBy,
    page<Row extends { id: string }>(rows: readonly Row[], after: ChangePlace, limit: number): ChangedPage<Row> {
      const idOf = ({ id }: Row): string => id;
      return pageBy(rows, idOf, idOf, after, limit);
    },
  };
}
