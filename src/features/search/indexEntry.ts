import { type Entry, logKindOf } from '../../contract/log/entry.ts';
import type { SearchStore } from './ports.ts';
import { keysOf, searchableTextOf } from './rules.ts';

/** Makes the words of an entry findable, or the lead by a name that it tells; again is harmless. The rest is left out. */
export async function indexEntry(search: SearchStore, tenantId: string, entry: Entry): Promise<void> {
  if (entry.type === 'qualification-changed') {
    const name = entry.data.slots.name;
    if (name?.state !== 'answered' || typeof name.value !== 'string') return;
    const { conversationId, at } = entry;
    await indexName(search, { tenantId, conversationId, name: name.value, at: Date.parse(at) });
    return;
  }
  const text = searchableTextOf(entry);
  const keys = text === null ? [] : keysOf(text);
  if (keys.length === 0) return;
  const { conversationId, seq } = entry;
  await search.put({ tenantId, conversationId, log: logKindOf(entry.type), seq, at: Date.parse(entry.at), keys });
}

/** The line by which the lead's name is found. */
export const nameLine = { log: 'public', seq: 0 } as const;

/** Whether an entry has words of its own that can be found. */
export const isFindable = (entry: Entry): boolean => searchableTextOf(entry) !== null;

/** Makes a conversation findable by the name of its lead; a new name replaces the old one. */
export async function indexName(
  search: SearchStore,
  conversation: { tenantId: string; conversationId: string; name: string; at: number },
): Promise<void> {
  const { name, ...rest } = conversation;
  await search.put({ ...rest, ...nameLine, keys: keysOf(name) });
}
