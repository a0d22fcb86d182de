import type { Actor } from '../../../contract/log/parts.ts';
import { limits } from '../../../contract/values.ts';
import type { StaffScope } from '../../identity/model.ts';
import { findConversation } from '../findConversation.ts';
import type { ConversationStore, EntryStore } from '../ports.ts';
import { rowNow } from './bringForward.ts';
import type { BoardStore } from './ports.ts';
import type { BoardProjection } from './projectBoard.ts';

export interface MarkReadDeps {
  conversations: Pick<ConversationStore, 'find'> & Pick<BoardStore, 'markRow'>;
  entries: Pick<EntryStore, 'read'>;
  rows: Pick<BoardProjection, 'touch'>;
}

const isVisitor = (kind: Actor['kind']): boolean => kind === 'visitor' || kind === 'lead';

/** Staff have read the public log up to `seq`: only what the visitor wrote after it is still unread. */
export async function markRead(
  deps: MarkReadDeps,
  scope: StaffScope,
  { conversationId, seq }: { conversationId: string; seq: number },
): Promise<void> {
  const conversation = await findConversation(deps.conversations, scope, conversationId);
  const { said, through } = await rowNow(deps, conversation);
  const { read, markedUnread } = conversation.board;
  if (said <= read && markedUnread !== true) return;
  const after = await deps.entries.read(conversationId, 'public', seq + 1, through?.public ?? 0, limits.fetchEntries);
  const unread = after.filter(({ type, actor: { kind } }) => type === 'message-created' && isVisitor(kind)).length;
  // How many were read, not how many were not: a message that comes meanwhile is counted by its own line.
  if (said - unread <= read && markedUnread !== true) return;
  const marks = { read: said - unread, ...(markedUnread === true ? { markedUnread: false } : {}) };
  await deps.conversations.markRow(scope.tenantId, conversationId, marks);
  deps.rows.touch(scope.tenantId, conversationId);
}

/** It shows as unread to the whole team until somebody opens it again. */
export async function markUnread(
  deps: Omit<MarkReadDeps, 'entries'>,
  scope: StaffScope,
  conversationId: string,
): Promise<void> {
  await findConversation(deps.conversations, scope, conversationId);
  await deps.conversations.markRow(scope.tenantId, conversationId, { markedUnread: true });
  deps.rows.touch(scope.tenantId, conversationId);
}
