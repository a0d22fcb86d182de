import { useEffect, useRef } from 'react';
import type { BlockAnswer, ConversationBlocks } from '../../src/contract/blocks.ts';
import type { Entry } from '../../src/contract/entries.ts';
import { useNow } from '../shared/ui/now.ts';
import { useLoaded } from './settings/useLoaded.ts';

const nobody: readonly BlockAnswer[] = [];

/** What stands against the visitor of a conversation. Whoever blocks or lifts leaves a note: with each note it is asked anew. */
export function useBlocks(conversationId: string, team: readonly Entry[]): readonly BlockAnswer[] {
  const { data, reload } = useLoaded<ConversationBlocks>(`/conversations/${conversationId}/blocks`);
  const now = useNow(30_000);
  const notes = team.filter(({ type }) => type === 'note-created').length;
  const seen = useRef(notes);
  useEffect(() => {
    if (seen.current !== notes) reload();
    seen.current = notes;
  }, [notes, reload]);
  return data?.items.filter(({ until }) => until === null || Date.parse(until) > now) ?? nobody;
}
