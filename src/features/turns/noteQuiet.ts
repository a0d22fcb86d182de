import { isoOf } from '../../kernel/clock.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationParts } from '../conversations/parts.ts';
import { bringTurn } from './bringTurn.ts';

/**
 * Nothing was said for a month: a line that the bot's next turn reads, once however many nodes look and whatever crashes in between.
 * What becomes of it is the bot's to decide. Where a person speaks or the talk is over there is nothing to decide.
 */
export async function noteQuiet(parts: ConversationParts, conversation: Conversation): Promise<void> {
  const { id, tenantId, mode, board } = conversation;
  if (mode === 'bot' || mode === 'waiting') {
    await parts.appender.append(
      { tenantId, conversationId: id },
      {
        type: 'quiet-noticed',
        data: { since: isoOf(board.lastAt) },
        actor: systemActor,
        onceKey: `quiet:${id}:${board.lastAt}`,
      },
    );
    await bringTurn(parts, tenantId, id);
  }
  await parts.conversations.settleQuiet(id, board.lastAt);
}
