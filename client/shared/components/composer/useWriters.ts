import { useEffect, useState } from 'react';
import type { HoldTold, Mode } from '../../../../src/contract/values.ts';
import { useHub } from '../HubContext.tsx';
import type { LiveConversation } from '../useConversation.ts';
import { useLive } from '../useLive.ts';
import { useNow } from '../useNow.ts';

/** The people of the team who write in a conversation, and the hold that makes Jorge wait. */
export interface Writers {
  hold: { name: string; mine: boolean; seconds: number } | null;
  /** A colleague, or I myself in another window. */
  other: { name: string; mine: boolean } | null;
}

/** How long a typing mark stays when nothing follows. */
const shownMs = 8_000;

/** Jorge can be held only in a mode in which he may speak. */
export const mayBeHeld = (mode: Mode): boolean => mode === 'bot' || mode === 'waiting';

/** The words of the mode line while somebody writes; null: the mode itself. */
export function writersWords({ hold, other }: Writers, mode: Mode): string | null {
  const who = other && (other.mine ? 'You are writing here in another window' : `${other.name} is writing here`);
  if (!hold || !mayBeHeld(mode)) return who;
  const waits = `Jorge is on hold for ${hold.seconds} sec`;
  return hold.mine ? waits : `${who ?? `${hold.name} is writing here`} · ${waits}`;
}

export function useWriters(live: LiveConversation, me: string): Writers {
  const hub = useHub();
  const { conversationId } = live;
  const answer = useLive(live, (state) => state.answer);
  const [hold, setHold] = useState<(HoldTold & { until: number }) | null>(null);
  const [other, setOther] = useState<Writers['other']>(null);
  // Without a hold nothing counts down, and nothing is drawn for it.
  const now = useNow(hold ? 1000 : Number.MAX_SAFE_INTEGER);

  useEffect(() => {
    if (answer) setHold(answer.hold ? { ...answer.hold, until: Date.now() + answer.hold.forMs } : null);
  }, [answer]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const offs = [
      hub.on('hold-changed', (told) => {
        if (told.conversationId !== conversationId) return;
        setHold(told.forMs === 0 ? null : { ...told, until: Date.now() + told.forMs });
      }),
      hub.on('typing-changed', (typing) => {
        if (typing.conversationId !== conversationId || typing.userId === undefined) return;
        clearTimeout(timer);
        setOther(typing.on ? { name: typing.name ?? 'A colleague', mine: typing.userId === me } : null);
        if (typing.on) timer = setTimeout(() => setOther(null), shownMs);
      }),
    ];
    return () => {
      clearTimeout(timer);
      for (const off of offs) off();
    };
  }, [hub, conversationId, me]);

  const seconds = hold ? Math.min(Math.ceil(hold.forMs / 1000), Math.ceil((hold.until - now) / 1000)) : 0;
  return { hold: hold && seconds > 0 ? { name: hold.by.name, mine: hold.by.id === me, seconds } : null, other };
}
