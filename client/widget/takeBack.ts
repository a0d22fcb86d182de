import type { Outbox } from '../shared/connection/outbox.ts';
import type { ChatDraft } from './chatModel.ts';

/** Nothing is on its way from who is blocked: their words go back to them, to send once they are let in again. */
export function takeBack(outbox: Outbox<ChatDraft>, putBack: (text: string) => void) {
  for (const { commandId, payload, state, refusal } of [...outbox.items].reverse()) {
    if (state !== 'waiting' && refusal?.code !== 'FORBIDDEN') continue;
    outbox.discard(commandId);
    putBack(payload.text);
  }
}
