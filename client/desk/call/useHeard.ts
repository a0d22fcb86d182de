import { useEffect, useRef, useState } from 'react';
import type { Entry } from '../../../src/contract/log/entry.ts';
import type { ServerEvent } from '../../../src/contract/socket/events.ts';
import { useHub } from '../../shared/components/HubContext.tsx';

type Partial = ServerEvent<'call-partial'>;

/** The words being said on a call right now, one line for each speaker, without those already in the team's log. */
export function useHeard(callId: string | null, team: readonly Entry[]): readonly Partial[] {
  const hub = useHub();
  const [heard, setHeard] = useState<readonly { partial: Partial; after: number }[]>([]);
  const utterances = useRef(new Set<string>());
  const head = useRef(0);
  head.current = team.at(-1)?.seq ?? 0;
  useEffect(() => {
    setHeard([]);
    utterances.current.clear();
    if (callId === null) return;
    return hub.on('call-partial', (partial) => {
      if (partial.callId !== callId) return;
      utterances.current.add(partial.utteranceId);
      const after = head.current;
      setHeard((before) => [...before.filter((one) => one.partial.speaker !== partial.speaker), { partial, after }]);
    });
  }, [hub, callId]);

  const isKept = ({ partial, after }: { partial: Partial; after: number }): boolean =>
    team.some(({ type, seq, data }) => {
      if (type !== 'call-segment' || data.callId !== callId) return false;
      if (data.utteranceId === partial.utteranceId) return true;
      // A node that took over in the middle of a sentence has another name for it.
      return seq > after && data.speaker === partial.speaker && !utterances.current.has(data.utteranceId);
    });
  return heard.filter((one) => !isKept(one)).map(({ partial }) => partial);
}
