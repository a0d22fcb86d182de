import type { EntryStore } from '../ports.ts';

/** How many speaker changes are looked at where no message stands. */
const changesRead = 50;

/**
 * When something was last said in a conversation, or the speaker last changed, in ms since the epoch, by its log. `isSpoken`: there are
 * words, or a person was asked for. Null where there is neither words nor a change.
 */
export async function lastSaid(
  entries: Pick<EntryStore, 'newestOf' | 'listOf'>,
  conversationId: string,
): Promise<{ at: number; isSpoken: boolean } | null> {
  const [message, change] = await Promise.all([
    entries.newestOf(conversationId, 'message-created'),
    entries.newestOf(conversationId, 'conversation-changed'),
  ]);
  const times = [message, change].flatMap((entry) => (entry === null ? [] : [Date.parse(entry.at)]));
  if (times.length === 0) return null;
  const changes = message === null ? await entries.listOf(conversationId, 'conversation-changed', changesRead) : [];
  const isAskedFor = changes.some(
    ({ type, data }) =>
      type === 'conversation-changed' && data.mode === 'waiting' && data.reason === 'asked-for-person',
  );
  return { at: Math.max(...times), isSpoken: message !== null || isAskedFor };
}
