import { isErased } from '../log/withoutWords.ts';
import type { ConversationStore, EntryStore } from '../ports.ts';
import { rebuiltRow, rowFieldsOf } from './bringForward.ts';
import type { BoardStore } from './ports.ts';

const perPage = 100;
/** Each time the logs grew while they were read. */
const mostTries = 5;

/** Writes the row of every conversation anew from its logs, in pages, while hubs run too. How many there are, and how many were other. */
export async function rebuildBoard(deps: {
  conversations: Pick<ConversationStore, 'find'> & Pick<BoardStore, 'page' | 'writeRow' | 'markRow'>;
  entries: Pick<EntryStore, 'read'>;
}): Promise<{ rows: number; mended: number }> {
  let rows = 0;
  let mended = 0;
  let after: string | undefined;
  for (;;) {
    const page = await deps.conversations.page(perPage, after);
    for (const { tenantId, id } of page) {
      rows += 1;
      if (await rebuildOne(deps, tenantId, id)) mended += 1;
    }
    after = page.at(-1)?.id;
    if (page.length < perPage) return { rows, mended };
  }
}

async function rebuildOne(
  deps: Parameters<typeof rebuildBoard>[0],
  tenantId: string,
  conversationId: string,
): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await deps.conversations.find(tenantId, conversationId);
    if (found === null || isErased(found)) return false;
    const { row, read } = await rebuiltRow(deps, found);
    if (JSON.stringify(sorted(row)) === JSON.stringify(sorted(rowFieldsOf(found.board)))) return false;
    await deps.conversations.markRow(tenantId, conversationId, { read });
    if (await deps.conversations.writeRow(tenantId, conversationId, row)) return true;
  }
  return false;
}

const sorted = (row: object): object => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
