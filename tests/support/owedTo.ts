import type { EntryStore } from '../../src/features/conversations/ports.ts';

/** When somebody looks for the turn that is owed to the entries of a conversation, in ms since the epoch; null once none is. */
export async function owedTo(entries: Pick<EntryStore, 'listOwed'>, conversationId: string): Promise<number | null> {
  const owed = await entries.listOwed(Number.MAX_SAFE_INTEGER, 10_000);
  return owed.find((one) => one.entry.conversationId === conversationId && one.settledBy === 'turn')?.at ?? null;
}
