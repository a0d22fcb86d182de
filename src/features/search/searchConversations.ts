import type { SearchHit } from '../../contract/rest/search.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { leadNameOf } from '../conversations/board/boardRowOf.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import type { IndexedLine } from './model.ts';
import type { SearchStore } from './ports.ts';
import { lineAround, searchableTextOf, wordsOf } from './rules.ts';

export interface SearchDeps {
  search: SearchStore;
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'head' | 'read'>;
  clock: Clock;
}

const dayMs = 24 * 3_600_000;
/** How far it looks back, in steps: a common word is in very many lines, and the database reads all of a range. */
const stepsMs = [dayMs, 7 * dayMs, 30 * dayMs, 180 * dayMs, Number.POSITIVE_INFINITY];
/** Lines that one search looks at. Past this, two words that are common alone and rare together may be missed. */
const mostLooked = 2_000;
const page = 500;

/**
 * Lines of the tenant's conversations in which every word asked for is the beginning of a word, and leads whose name is
 * so; newest first. Words of one letter are left out; words are told apart by their first ten letters.
 */
export async function searchConversations(
  deps: SearchDeps,
  scope: StaffScope,
  query: { q: string; limit: number },
): Promise<SearchHit[]> {
  const asked = wordsOf(query.q);
  // The longest word is the rarest, most often.
  const [key, ...others] = asked.toSorted((a, b) => b.length - a.length);
  if (key === undefined) return [];
  const lines = await linesWith(deps, scope.tenantId, key, others, query.limit);
  const hits = await Promise.all(lines.map((line) => hitOf(deps, line, asked)));
  return hits.filter((hit) => hit !== null);
}

async function linesWith(deps: SearchDeps, tenantId: string, key: string, others: readonly string[], limit: number) {
  const now = deps.clock.now();
  const found: IndexedLine[] = [];
  let until = Number.MAX_SAFE_INTEGER;
  let looked = 0;
  for (const step of stepsMs) {
    const from = Math.max(0, now - step);
    for (;;) {
      const lines = await deps.search.find(tenantId, key, { from, until, limit: page });
      looked += lines.length;
      for (const line of lines) if (others.every((other) => line.keys.includes(other))) found.push(line);
      if (found.length >= limit || looked >= mostLooked) return found.slice(0, limit);
      const last = lines.at(-1);
      if (lines.length < page || last === undefined) break;
      // Lines of the same millisecond as the last one may be passed over: a page is never asked for twice.
      until = last.at;
    }
    until = Math.min(until, from);
  }
  return found;
}

async function hitOf(deps: SearchDeps, line: IndexedLine, asked: readonly string[]): Promise<SearchHit | null> {
  const { tenantId, conversationId, log, seq, at } = line;
  const conversation = await deps.conversations.find(tenantId, conversationId);
  if (!conversation) return null;
  const [entry] = seq === 0 ? [] : await deps.entries.read(conversationId, log, seq, seq, 1);
  const text = entry ? searchableTextOf(entry) : conversation.board.lastText;
  if (text === null) return null;
  const name = leadNameOf(conversation);
  const { listingTitle } = conversation.board;
  return {
    conversationId,
    ...(name === null ? {} : { name }),
    ...(listingTitle === null ? {} : { listingTitle }),
    log,
    seq,
    line: lineAround(text, asked),
    at: isoOf(at),
  };
}
