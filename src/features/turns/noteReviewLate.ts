import { isoOf } from '../../kernel/clock.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { Conversation } from '../conversations/model.ts';

/** Logs that a reply has been held for review since `since`, for the bot's next turn to read. Once, on any number of nodes and calls. */
export async function noteReviewLate(
  deps: { appender: Pick<Appender, 'append'> },
  { id, tenantId }: Conversation,
  since: number,
): Promise<void> {
  await deps.appender.append(
    { tenantId, conversationId: id },
    { type: 'review-overdue', data: { since: isoOf(since) }, actor: systemActor, onceKey: `review:${id}:${since}` },
  );
}
