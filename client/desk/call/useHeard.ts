import { useEffect, useState } from 'react';
import type { ServerEvent } from '../../../src/contract/socket/events.ts';
import { useHub } from '../../shared/components/HubContext.tsx';

type Partial = ServerEvent<'call-partial'>;

/** What is being said on a call right now, one line for each speaker. What is in the log by then is left out: `known` says so. */
export function useHeard(callId: string | null, known: (utteranceId: string) => boolean): readonly Partial[] {
  const hub = useHub();
  const [heard, setHeard] = useState<readonly Partial[]>([]);
  useEffect(() => {
    setHeard([]);
    if (callId === null) return;
    return hub.on('call-partial', (partial) => {
      if (partial.callId === callId)
        setHeard((before) => [...before.filter(({ speaker }) => speaker !== partial.speaker), partial]);
    });
  }, [hub, callId]);
  return heard.filter(({ utteranceId }) => !known(utteranceId));
}
