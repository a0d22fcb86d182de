import { useEffect, useRef } from 'react';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { BlockAnswer } from '../../../src/contract/rest/blocks.ts';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { useNow } from '../../shared/components/useNow.ts';

const nobody: readonly BlockAnswer[] = [];

/** The blocks against the visitor of a conversation. Setting or lifting one leaves a note, so each new note asks again. */
export function useBlocks(conversationId: string, team: readonly Entry[]): readonly BlockAnswer[] {
  const { data, reload } = useLoaded('GET /conversations/:id/blocks', { params: { id: conversationId } });
  const now = useNow(30_000);
  const notes = team.filter(({ type }) => type === 'note-created').length;
  const seen = useRef(notes);
  useEffect(() => {
    if (seen.current !== notes) reload();
    seen.current = notes;
  }, [notes, reload]);
  return data?.items.filter(({ until }) => until === null || Date.parse(until) > now) ?? nobody;
}
