import type { EntryData } from '../../contract/entries.ts';
import { isoOf } from '../../kernel/clock.ts';
import { idFrom } from '../../kernel/ids.ts';
import { readLanguage } from '../reading/readLanguage.ts';
import { botActor } from './actors.ts';
import type { Place } from './appendEntry.ts';
import type { ClosedHours, ConversationParts } from './parts.ts';

/** What the visitor reads when a person is awaited: with the time from which one is there, where the brokerage is closed and has one. */
export const waitingFor = (closed: ClosedHours | null, reason?: string): EntryData<'conversation-changed'> => ({
  mode: 'waiting',
  ...(reason === undefined ? {} : { reason }),
  ...(closed === null || closed.opensAt === null ? {} : { expectedAt: isoOf(closed.opensAt) }),
});

/** Says the brokerage's words for closed hours, once until it opens. A person who took over meanwhile (`fence`) silences it. */
export async function sayClosed(
  parts: ConversationParts,
  place: Place,
  closed: ClosedHours | null,
  fence: number,
): Promise<void> {
  if (closed === null || closed.says === null) return;
  const { conversationId } = place;
  const once = idFrom('closed', conversationId, closed.opensAt ?? 'never');
  await parts.appender.append(
    place,
    {
      type: 'message-created',
      data: {
        messageId: once,
        text: closed.says,
        channel: 'widget',
        language: readLanguage(closed.says, 'en', true),
      },
      actor: botActor,
      onceKey: once,
    },
    { fence },
  );
}
