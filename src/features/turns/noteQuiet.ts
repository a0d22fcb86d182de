import { type Clock, isoOf } from '../../kernel/clock.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Appender, Place } from '../conversations/log/appendEntry.ts';
import { lastSaid } from '../conversations/log/lastSaid.ts';
import { quietMs } from '../conversations/model.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';

export interface QuietDeps {
  conversations: Pick<ConversationStore, 'find'>;
  entries: Pick<EntryStore, 'newestOf' | 'listOf'>;
  appender: Pick<Appender, 'append'>;
  clock: Clock;
}

/**
 * The job of a quiet talk: when nothing was said for a month, a line that the bot's next turn reads, once however many nodes look and
 * whatever crashes in between. The bot decides what becomes of it. Where a person speaks or the talk is over there is nothing to
 * decide. When to look again, in ms since the epoch, where something was said meanwhile; else null.
 */
export async function noteQuiet(deps: QuietDeps, place: Place): Promise<number | null> {
  const conversation = await deps.conversations.find(place.tenantId, place.conversationId);
  if (conversation === null) return null;
  const { id, mode } = conversation;
  const lastAt = (await lastSaid(deps.entries, id))?.at ?? conversation.createdAt;
  const quietAt = lastAt + quietMs;
  if (quietAt > deps.clock.now()) return quietAt;
  if (mode !== 'bot' && mode !== 'waiting') return null;
  await deps.appender.append(place, {
    type: 'quiet-noticed',
    data: { since: isoOf(lastAt) },
    actor: systemActor,
    onceKey: `quiet:${id}:${lastAt}`,
  });
  return null;
}
