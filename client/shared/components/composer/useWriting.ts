import { useEffect, useState } from 'react';
import { type Hub, useHub } from '../HubContext.tsx';

const tellEveryMs = 3_000;

/**
 * Tells the team that I write here: again every few seconds while keys are pressed, and once when the box is empty, sent or
 * left. Jorge waits meanwhile; without another key he goes on by himself.
 */
export function openWriting(hub: Pick<Hub, 'status' | 'send'>, conversationId: string, now = Date.now) {
  let on = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  /** Jorge was let go during this draft, and its next key does not hold him again. */
  let letGo = false;
  const tell = (next: boolean): void => {
    on = next;
    toldAt = now();
    // A lost one does no harm: the hold ends by time, and the next key begins it again.
    if (hub.status === 'live') hub.send('typing-set', { conversationId, on }).catch(() => undefined);
  };
  return {
    /** To be called after each change of the text field; `something`: it is not empty. */
    wrote(something: boolean): void {
      if (!something) letGo = false;
      const isNews = something ? !letGo && (!on || now() - toldAt >= tellEveryMs) : on;
      if (isNews) tell(something);
    },
    letGo(): void {
      letGo = true;
      if (on) tell(false);
    },
  };
}

export function useWriting(conversationId: string) {
  const hub = useHub();
  const [writing] = useState(() => openWriting(hub, conversationId));
  useEffect(() => () => writing.wrote(false), [writing]);
  return writing;
}
