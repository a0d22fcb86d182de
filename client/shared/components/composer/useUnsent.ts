import { useEffect } from 'react';
import type { Entry } from '../../../../src/contract/log/entry.ts';
import type { Outbox, OutboxItem } from '../../connection/outbox.ts';
import { type OutgoingMessage, useOutboxItems } from './useOutbox.ts';

/** My messages of one conversation that are not in its log yet; those that have come are taken out of the outbox. */
export function useUnsent(
  outbox: Outbox<OutgoingMessage>,
  conversationId: string,
  talk: readonly Entry[],
): OutboxItem<OutgoingMessage>[] {
  const items = useOutboxItems(outbox).filter((item) => item.payload.conversationId === conversationId);
  useEffect(() => {
    const arrived = new Set(talk.map((entry) => entry.cause?.commandId));
    for (const item of outbox.items) if (arrived.has(item.commandId)) outbox.confirm(item.commandId);
  }, [talk, outbox]);
  // An item whose entry has come is confirmed a moment later; until then it is hidden, so that it is never seen twice.
  const lastCommands = new Set(talk.slice(-30).map((entry) => entry.cause?.commandId));
  return items.filter((item) => !lastCommands.has(item.commandId));
}
