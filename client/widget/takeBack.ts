import type { Outbox } from '../shared/connection/outbox.ts';
import type { ChatDraft } from './talkRows.ts';

/** A blocked visitor’s unsent messages go back into the text field, to be sent once the block is lifted. */
export function takeBack(outbox: Outbox<ChatDraft>, putBack: (text: string) => void) {
  for (const { commandId, payload, state, refusal } of [...outbox.items].reverse()) {
    if (state !== 'waiting' && refusal?.code !== 'FORBIDDEN') continue;
    outbox.discard(commandId);
    putBack(payload.text);
  }
}
