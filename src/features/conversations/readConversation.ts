import type { z } from 'zod';
import type { EntryData, EntryType } from '../../contract/log/entry.ts';
import type { conversationAnswer } from '../../contract/rest/conversations.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import { leadRefOf } from './board/boardRowOf.ts';
import { alertsStanding } from './board/rowAfter.ts';
import { awaitedFor } from './judgeAlerts.ts';
import { owedOf, owedToldOf } from './owed.ts';
import type { ConversationStore, EntryStore } from './ports.ts';

export interface ReadingDeps {
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'head' | 'read' | 'newestOf'>;
}

/** The state of a conversation, with the newest qualification and score (null before there is one). `NOT_FOUND`. */
export async function readConversation(
  deps: ReadingDeps,
  scope: StaffScope,
  conversationId: string,
): Promise<z.infer<typeof conversationAnswer>> {
  const conversation = await deps.conversations.find(scope.tenantId, conversationId);
  if (!conversation) throw new HubError('NOT_FOUND');
  const newest = async <T extends EntryType>(type: T): Promise<EntryData<T> | null> => {
    const entry = await deps.entries.newestOf(conversationId, type);
    return entry === null ? null : (entry.data as EntryData<T>);
  };
  const [publicHead, internalHead, qualification, score] = await Promise.all([
    deps.entries.head(conversationId, 'public'),
    deps.entries.head(conversationId, 'internal'),
    newest('qualification-changed'),
    newest('score-changed'),
  ]);
  return {
    conversationId,
    publicHead,
    internalHead,
    mode: conversation.mode,
    ...(conversation.owner === null ? {} : { owner: conversation.owner }),
    ...(conversation.board.bot === null ? {} : { bot: conversation.board.bot }),
    lead: leadRefOf(conversation),
    owed: owedToldOf(owedOf(conversation, awaitedFor(conversation.mode, alertsStanding(conversation.board)))),
    qualification,
    score,
  };
}
