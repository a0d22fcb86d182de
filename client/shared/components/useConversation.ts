import { useEffect, useState } from 'react';
import type { Answer } from '../../../src/contract/socket/commands.ts';
import { type ConversationState, followConversation } from '../connection/followConversation.ts';
import { atMostEvery, type Live, perFrame } from '../state/live.ts';
import { useHub } from './HubContext.tsx';

export type OpenConversation = ConversationState<Answer<'conversation-open'>>;
export interface LiveConversation extends Live<OpenConversation> {
  conversationId: string;
  reopen(): void;
}

/** Growing words look alive at twenty drawings a second; sixty would cost three times as much. */
const talkEveryMs = 50;

/** Opens a conversation while it is shown and leaves it afterward; null until the first answer was asked for. */
export function useConversation(conversationId: string): LiveConversation | null {
  const hub = useHub();
  const [live, setLive] = useState<LiveConversation | null>(null);
  useEffect(() => {
    const followed = followConversation(hub, conversationId);
    const framed = perFrame(followed, atMostEvery(talkEveryMs));
    setLive({ conversationId, get: framed.get, subscribe: framed.subscribe, reopen: followed.reopen });
    return () => {
      framed.stop();
      followed.close();
    };
  }, [hub, conversationId]);
  return live?.conversationId === conversationId ? live : null;
}
