import type { Entry } from '../../src/contract/log/entry.ts';
import { readStorage, writeStorage } from './readStorage.ts';

/** How far the visitor has read, kept for the next page. */
export function readSoFar(storageKey: string) {
  const key = `${storageKey}:read`;
  let seq = 0;
  let conversation: string | null = null;

  return {
    /** The messages of others that the visitor has not seen. */
    unreadOf(conversationId: string | null, entries: readonly Entry[]): Entry[] {
      if (conversation !== conversationId) {
        conversation = conversationId;
        // A new chat counts from one again.
        const [kept, keptSeq] = (readStorage('local', key) ?? '').split(' ');
        seq = kept === conversation ? Number(keptSeq) || 0 : 0;
      }
      return entries.filter(
        (entry) => entry.seq > seq && entry.type === 'message-created' && entry.actor.kind !== 'visitor',
      );
    },
    mark(upTo: number) {
      seq = upTo;
      writeStorage('local', key, `${conversation} ${seq}`);
    },
  };
}
