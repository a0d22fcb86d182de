import { useCallback } from 'react';
import type { FindEntry } from '../state/evidenceQuotes.ts';
import type { LiveConversation } from './useConversation.ts';

/** Finds an entry of the open conversation by its place: runs are gapless, so its place is its index. */
export function useFindEntry(live: LiveConversation): FindEntry {
  return useCallback(
    (log, seq) => {
      const { logs } = live.get();
      const view = log.startsWith('internal:') ? logs.internal : logs.public;
      if (view?.log !== log) return undefined;
      const first = view.entries[0]?.seq ?? 1;
      return view.entries[seq - first];
    },
    [live],
  );
}
