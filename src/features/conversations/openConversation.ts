import type { Device } from '../../contract/values.ts';
import type { Clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { firstRow } from './board/rowAfter.ts';
import type { Conversation } from './model.ts';
import type { ConversationStore } from './ports.ts';

/** The first values of a conversation. */
export interface NewConversation
  extends Pick<
    Conversation,
    'tenantId' | 'leadId' | 'channel' | 'language' | 'visitorId' | 'siteId' | 'page' | 'address' | 'contact'
  > {
  /** The name that the site vouches for. */
  vouchedName?: string;
  listingTitle?: string;
  device?: Device;
}

export interface OpenConversationDeps {
  conversations: Pick<ConversationStore, 'openFor'>;
  clock: Clock;
}

/** The open conversation of the writer, or a new one. Any number at once make one. It reaches the board with the first message. */
export async function openConversation(
  { conversations, clock }: OpenConversationDeps,
  { vouchedName, listingTitle, device, ...begins }: NewConversation,
): Promise<Conversation> {
  const createdAt = clock.now();
  const { conversation } = await conversations.openFor({
    ...begins,
    id: newId(),
    createdAt,
    mode: 'bot',
    fence: 1,
    owner: null,
    unansweredSince: null,
    snoozedUntil: null,
    wait: null,
    review: null,
    pausedUntil: null,
    hold: null,
    offer: null,
    board: {
      ...firstRow({ createdAt }),
      read: 0,
      vouchedName: vouchedName ?? null,
      listingTitle: listingTitle ?? null,
      ...(device === undefined ? {} : { device }),
    },
  });
  return conversation;
}
