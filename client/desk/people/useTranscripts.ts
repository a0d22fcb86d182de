import { useCallback, useEffect, useState } from 'react';
import type { Entry } from '../../../src/contract/log/entry.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import type { FindEntry } from '../../shared/state/evidenceQuotes.ts';

/** Finds the lines of some talks, for quotes. A talk that does not load has none: its facts stand without their quotes. */
export function useTranscripts(conversationIds: readonly string[]): FindEntry {
  const { session } = useSession();
  const [lines, setLines] = useState<ReadonlyMap<string, Entry>>(new Map());
  const asked = conversationIds.join(' ');
  useEffect(() => {
    let current = true;
    for (const id of asked.split(' ').filter(Boolean))
      callRest(session, 'GET /conversations/:id/transcript', { params: { id } }).then(
        ({ entries }) => {
          if (current)
            setLines((before) => new Map([...before, ...entries.map((one) => [placeOf(one), one as Entry] as const)]));
        },
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [session, asked]);
  return useCallback((log, seq) => lines.get(placeOf({ log, seq })), [lines]);
}

const placeOf = ({ log, seq }: Pick<Entry, 'log' | 'seq'>): string => `${log} ${seq}`;
