import { tenantTopic, type Wakeups } from '../../kernel/wakeups.ts';
import { boardRowOf } from './boardRowOf.ts';
import type { BoardFields } from './model.ts';
import type { ConversationStore } from './ports.ts';

/** Changes what the board shows of a conversation and tells every board. */
export async function changeBoard(
  parts: { conversations: ConversationStore; wakeups: Wakeups },
  place: { tenantId: string; conversationId: string },
  fields: Partial<BoardFields>,
  addUnread = 0,
): Promise<void> {
  const conversation = await parts.conversations.changeBoard(place.tenantId, place.conversationId, fields, addUnread);
  if (conversation?.board.shown)
    parts.wakeups.publish(tenantTopic(place.tenantId), { kind: 'row', row: boardRowOf(conversation) });
}
