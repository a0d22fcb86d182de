import { isoOf } from '../../kernel/clock.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Conversation } from '../conversations/model.ts';
import type { ConversationParts } from '../conversations/parts.ts';
import { bringTurn } from './bringTurn.ts';
import type { TurnStore } from './ports.ts';

/** What was held back for a person still is, `since` so long: a line that the bot's next turn reads, once however many nodes look, and however often. */
export async function noteReviewLate(
  parts: ConversationParts & { turns: TurnStore },
  { id, tenantId }: Conversation,
  since: number,
): Promise<void> {
  const line = await parts.appender.append(
    { tenantId, conversationId: id },
    { type: 'review-overdue', data: { since: isoOf(since) }, actor: systemActor, onceKey: `review:${id}:${since}` },
  );
  if (line?.duplicate && ((await parts.turns.newest(id))?.throughInternalSeq ?? 0) >= line.entry.seq) return;
  await bringTurn(parts, tenantId, id);
}
