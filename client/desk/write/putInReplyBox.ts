import { keepDraft, readDraft, withSuggestion } from '../../shared/components/composer/drafts.ts';
import { goTo } from '../route.ts';

/** Puts words into the reply box of a conversation, below what somebody has written there, and opens it. */
export function putInReplyBox(userId: string, conversationId: string, words: string): void {
  const before = readDraft(localStorage, userId, conversationId);
  keepDraft(localStorage, userId, conversationId, { ...before, reply: withSuggestion(before.reply, words) });
  goTo(conversationId);
}
