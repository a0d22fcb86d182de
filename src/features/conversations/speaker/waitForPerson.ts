import type { EntryData } from '../../../contract/log/entry.ts';
import type { ChangeReason } from '../../../contract/teamVocabulary.ts';
import { isoOf } from '../../../kernel/clock.ts';
import { idFrom } from '../../../kernel/ids.ts';
import { readLanguage } from '../../reading/text/readLanguage.ts';
import { botActor } from '../actors.ts';
import type { Appender } from '../log/appendEntry.ts';
import type { Conversation } from '../model.ts';
import type { Owed } from '../owed.ts';

/** Nobody is there by the brokerage's hours. */
export interface ClosedHours {
  /** When somebody will be, in ms since the epoch; null when that is not known. */
  opensAt: number | null;
  /** The brokerage's own words, past the gate; null when there are none. */
  says: string | null;
}
/** The words for a visitor who waits for a person in closed hours; null while the brokerage is open. */
export type ClosedNow = (tenantId: string) => Promise<ClosedHours | null>;

/** The visitor's line when a person is awaited: with the time from which one is there, where the brokerage is closed and has one. */
export const waitingFor = (
  closed: ClosedHours | null,
  owed: Owed['kind'],
  reason?: ChangeReason,
): EntryData<'conversation-changed'> => ({
  mode: 'waiting',
  owed,
  ...(reason === undefined ? {} : { reason }),
  ...(closed === null || closed.opensAt === null ? {} : { expectedAt: isoOf(closed.opensAt) }),
});

/** Says the brokerage's words for closed hours, once until it opens. A person who took over meanwhile (`fence`) silences it. */
export async function sayClosed(
  { appender }: { appender: Pick<Appender, 'appendUnder'> },
  { id: conversationId, tenantId, channel }: Conversation,
  closed: ClosedHours | null,
  fence: number,
): Promise<void> {
  if (closed === null || closed.says === null) return;
  const once = idFrom('closed', conversationId, closed.opensAt ?? 'never');
  await appender.appendUnder(
    { tenantId, conversationId },
    {
      type: 'message-created',
      data: {
        messageId: once,
        text: closed.says,
        channel,
        language: readLanguage(closed.says, 'en', true),
      },
      actor: botActor,
      onceKey: once,
    },
    fence,
  );
}
