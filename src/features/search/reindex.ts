import { limits } from '../../contract/values.ts';
import { leadNameOf } from '../conversations/board/boardRowOf.ts';
import type { BoardStore } from '../conversations/board/ports.ts';
import type { Conversation } from '../conversations/model.ts';
import { indexEntry, indexName } from './indexEntry.ts';
import type { SearchDeps } from './searchConversations.ts';

export type ReindexDeps = SearchDeps & { conversations: Pick<BoardStore, 'list'> };

/** Makes every conversation of a tenant findable anew, as a lost write may have left some out. How many lines that were. */
export async function reindex(deps: ReindexDeps, tenantId: string): Promise<number> {
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

/** Makes one conversation findable anew; again is harmless. How many lines that were, none where there is no such conversation. */
export async function reindexConversation(
  deps: SearchDeps,
  { tenantId, conversationId }: { tenantId: string; conversationId: string },
): Promise<number> {
  const conversation = await deps.conversations.find(tenantId, conversationId);
  return conversation === null ? 0 : reindexOne(deps, conversation);
}

async function reindexOne(deps: SearchDeps, conversation: Conversation): Promise<number> {
  const { id, tenantId, board } = conversation;
  const name = leadNameOf(conversation);
  const named = name === null ? null : indexName(deps.search, { tenantId, conversationId: id, name, at: board.lastAt });
  await Promise.all([named, deps.search.settle()]);
  let lines = 0;
  for (const log of ['public', 'internal'] as const) {
    const head = await deps.entries.head(id, log);
    for (let seq = 1; seq <= head; seq += limits.fetchEntries) {
      const entries = await deps.entries.read(id, log, seq, seq + limits.fetchEntries - 1, limits.fetchEntries);
      const puts = entries.map((entry) => indexEntry(deps.search, tenantId, entry));
      await Promise.all([...puts, deps.search.settle()]);
      lines += entries.length;
    }
  }
  return lines;
}
