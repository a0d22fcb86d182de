import { limits } from '../../contract/values.ts';
import type { Conversation } from '../conversations/model.ts';
import { indexEntry, indexName } from './indexEntry.ts';
import type { SearchDeps } from './searchConversations.ts';

/** Makes every conversation of a tenant findable anew, as a lost write may have left some out. How many lines that were. */
export async function reindex(deps: SearchDeps, tenantId: string): Promise<number> {
  let lines = 0;
  let cursor: string | undefined;
  do {
    const page = await deps.conversations.list(tenantId, {
      limit: 100,
      now: deps.clock.now(),
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const conversation of page.items) lines += await reindexOne(deps, conversation);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return lines;
}

async function reindexOne(deps: SearchDeps, { id, tenantId, board }: Conversation): Promise<number> {
  if (board.leadName !== null)
    await indexName(deps.search, { tenantId, conversationId: id, name: board.leadName, at: board.lastAt });
  let lines = 0;
  for (const log of ['public', 'internal'] as const) {
    const head = await deps.entries.head(id, log);
    for (let seq = 1; seq <= head; seq += limits.fetchEntries) {
      const entries = await deps.entries.read(id, log, seq, seq + limits.fetchEntries - 1, limits.fetchEntries);
      for (const entry of entries) await indexEntry(deps.search, tenantId, entry);
      lines += entries.length;
    }
  }
  return lines;
}
