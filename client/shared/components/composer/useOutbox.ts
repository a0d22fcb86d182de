import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Attachment } from '../../../../src/contract/files.ts';
import { type Outbox, openOutbox } from '../../connection/outbox.ts';
import { useHub } from '../HubContext.tsx';
import { useSession } from '../SessionContext.ts';

export interface OutgoingMessage {
  conversationId: string;
  text: string;
  attachments?: Attachment[];
}

/** Messages of mine on their way, of all conversations: each goes out when the connection allows, over a reload too. */
export function useOutbox(): Outbox<OutgoingMessage> {
  const hub = useHub();
  const { user } = useSession();
  const outbox = useMemo(
    () =>
      openOutbox<OutgoingMessage>({
        storageKey: `jorge-hub.outbox.${user.id}`,
        deliver: ({ commandId, payload }) => hub.send('message-send', { commandId, ...payload }),
      }),
    [hub, user.id],
  );
  useEffect(() => {
    if (hub.status === 'live') outbox.flush();
    const stop = hub.onStatus((status) => {
      if (status === 'live') outbox.flush();
    });
    return () => {
      stop();
      outbox.close();
    };
  }, [hub, outbox]);
  return outbox;
}

export const useOutboxItems = (outbox: Outbox<OutgoingMessage>) =>
  useSyncExternalStore(outbox.subscribe, () => outbox.items);
