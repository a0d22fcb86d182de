import { tenantTopic, type Wakeups } from '../../kernel/wakeups.ts';
import { boardRowOf } from './boardRowOf.ts';
import type { BoardAddition, BoardFields } from './model.ts';
import type { ConversationStore } from './ports.ts';

/** Changes what the board shows of a conversation and tells every board. */
export async function changeBoard(
  parts: { conversations: ConversationStore; wakeups: Wakeups },
  place: { tenantId: string; conversationId: string },
  fields: Partial<BoardFields>,
  add: BoardAddition = {},
): Promise<void> {
  const { tenantId, conversationId } = place;
  const conversation = await parts.conversations.changeBoard(tenantId, conversationId, fields, add);
  if (conversation?.board.shown)
    parts.wakeups.publish(tenantTopic(place.tenantId), { kind: 'row', row: boardRowOf(conversation) });
}
