import type { Entry } from '../contract/log/entry.ts';
import type { LogKind } from '../contract/log/logs.ts';
import { limits } from '../contract/values.ts';
import type { EntryStore } from '../features/conversations/ports.ts';

/** Most talks are shorter; of longer ones the first tells how many more fit. */
const firstRead = 50;

/** Entries from `fromSeq` on, in order: as many as one answer may hold, and no more than `mostBytes` of them, but one at least. */
export async function readPage(
  entries: Pick<EntryStore, 'read'>,
  from: { conversationId: string; kind: LogKind; fromSeq: number; toSeq: number },
  mostBytes: number,
): Promise<Entry[]> {
  const { conversationId, kind, toSeq } = from;
  const page: Entry[] = [];
  let bytes = 0;
  let fromSeq = from.fromSeq;
  let next = firstRead;
  while (fromSeq <= toSeq && page.length < limits.fetchEntries) {
    const most = Math.min(next, limits.fetchEntries - page.length);
    const read = await entries.read(conversationId, kind, fromSeq, toSeq, most);
    for (const entry of read) {
      bytes += Buffer.byteLength(JSON.stringify(entry));
      if (bytes > mostBytes && page.length > 0) return page;
      page.push(entry);
    }
    if (read.length < most) return page;
    fromSeq += read.length;
    next = Math.ceil((mostBytes - bytes) / (bytes / page.length)) + 1;
  }
  return page;
}
