import type { BotState } from '../bots/protocol.ts';
import { linesOf, type Talk } from '../coaching/talk.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import type { Pack } from '../packs/model.ts';
import type { TurnStore } from './ports.ts';

/** As much of a log as is read for coaching: its newest lines. */
const entriesRead = 200;

/** What coaching works from: the newest lines, what is known by now, and the home. Null when there is no such conversation. */
export async function readTalk(
  parts: {
    conversations: ConversationStore;
    entries: EntryStore;
    turns: TurnStore;
    packOf(conversation: Conversation): Promise<Pack>;
  },
  tenantId: string,
  conversationId: string,
): Promise<Talk | null> {
  const conversation = await parts.conversations.find(tenantId, conversationId);
  if (conversation === null) return null;
  const head = await parts.entries.head(conversationId, 'public');
  const [entries, known, turn, pack] = await Promise.all([
    parts.entries.read(conversationId, 'public', Math.max(1, head - entriesRead + 1), head, entriesRead),
    parts.entries.newestOf(conversationId, 'qualification-changed'),
    parts.turns.newest(conversationId),
    parts.packOf(conversation),
  ]);
  const state: BotState | null = turn?.stateAfter ?? null;
  const qualification = known?.type === 'qualification-changed' ? known.data : null;
  return {
    tenantId,
    conversationId,
    brokerage: pack.brokerage,
    assistant: pack.assistant,
    leadName: conversation.board.leadName,
    mode: conversation.mode,
    bot: conversation.board.bot,
    at: state?.at ?? 'NEW',
    slots: qualification?.slots ?? {},
    missing: qualification?.missing ?? [],
    answered: qualification?.answered ?? 0,
    total: qualification?.total ?? 0,
    lines: linesOf(entries),
    listing: pack.listing ?? null,
  };
}
