import { useEffect, useState } from 'react';
import { type Refusal, refusalIn } from '../shared/connection/refusal.ts';

/** A pause in typing after which the hub is asked. */
const quietMs = 200;
export const pageSize = 50;
/** A search that few pass comes in short pages: so many are asked for before somebody is asked whether to look further. */
const pagesAtOnce = 5;

interface Shown<Row> {
  of: string;
  items: Row[];
  cursor: string | undefined;
}

/**
 * The rows that fit a search, as far as they were asked for. `of` names the search; `readPage` gives the rows after a
 * cursor, and `keyOf` names a row, because one that changed meanwhile may come again.
 */
export function useFoundPages<Row>(
  of: string,
  readPage: (cursor: string | undefined) => Promise<{ items: Row[]; nextCursor?: string | undefined }>,
  keyOf: (row: Row) => string,
) {
  const [shown, setShown] = useState<Shown<Row> | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(true);
  const [asked, setAsked] = useState({ count: 0, more: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again, and what is shown is where it goes on from
  useEffect(() => {
    let current = true;
    const nothing: Shown<Row> = { of, items: [], cursor: undefined };
    const known = shown?.of === of ? shown : nothing;
    const before = asked.more ? known : nothing;
    // Read again, the list stays as long as it was.
    const wanted = asked.more ? known.items.length + pageSize : Math.max(pageSize, known.items.length);
    const mostPages = pagesAtOnce + Math.ceil((wanted - before.items.length) / pageSize);
    async function read() {
      const items = [...before.items];
      let { cursor } = before;
      for (let page = 0; page < mostPages; page += 1) {
        const answer = await readPage(cursor);
        items.push(...answer.items.filter((row) => !items.some((one) => keyOf(one) === keyOf(row))));
        cursor = answer.nextCursor;
        if (cursor === undefined || items.length >= wanted) break;
      }
      return { of, items, cursor };
    }
    setBusy(true);
    const timer = setTimeout(
      () =>
        void read()
          .then(
            (found) => {
              if (!current) return;
              setShown(found);
              setRefusal(null);
            },
            (error: unknown) => {
              const refused = refusalIn(error);
              if (!refused) throw error;
              if (current) setRefusal(refused);
            },
          )
          .finally(() => current && setBusy(false)),
      shown === null || asked.more ? 0 : quietMs,
    );
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [of, asked]);
  const again = (more: boolean) => setAsked(({ count }) => ({ count: count + 1, more }));
  return {
    /** Those of the search before stay until the new ones are there; null while nothing ever was. */
    items: shown?.items ?? null,
    /** The search that they fit. */
    of: shown?.of ?? '',
    hasMore: shown?.of === of && shown.cursor !== undefined,
    busy,
    refusal,
    reload: () => again(false),
    more: () => again(true),
  };
}
