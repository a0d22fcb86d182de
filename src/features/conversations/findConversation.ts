import { HubError } from '../../kernel/hubError.ts';
import type { Scope } from '../identity/model.ts';
import { isErased } from './log/withoutWords.ts';
import type { Conversation } from './model.ts';
import type { ConversationStore } from './ports.ts';

/**
 * The conversation, if this scope may know of it: staff all of their tenant's, a visitor their own.
 * @throws HubError `NOT_FOUND` otherwise, in the same words whether it is another's or absent
 */
export async function findConversation(
  store: Pick<ConversationStore, 'find'>,
  scope: Scope,
  conversationId: string,
): Promise<Conversation> {
  const conversation = await store.find(scope.tenantId, conversationId);
  const theirs = scope.principal.kind !== 'visitor' || conversation?.visitorId === scope.principal.id;
  if (conversation === null || !theirs) throw new HubError('NOT_FOUND');
  return conversation;
}

/**
 * As `findConversation`, for callers who keep words about it elsewhere before the log has them: `appendEntry` refuses only lines written
 * into a log.
 * @throws HubError `NOT_FOUND` also where its words were deleted
 */
export async function findToWrite(...asked: Parameters<typeof findConversation>): Promise<Conversation> {
  const conversation = await findConversation(...asked);
  if (isErased(conversation)) throw new HubError('NOT_FOUND');
  return conversation;
}
