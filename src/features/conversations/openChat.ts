import { newId } from '../../kernel/ids.ts';
import type { VisitorScope } from '../identity/model.ts';
import type { Conversation, KnownAddress } from './model.ts';
import type { ConversationParts } from './parts.ts';

export interface ChatPage {
  url: string;
  title?: string;
  listingId?: string;
  listingTitle?: string;
  language: string;
  /** Where the visitor comes from. */
  address?: KnownAddress;
}

/** The visitor's open conversation, or a new one. Any number at once make one. It reaches the board with the first message. */
export async function openChat(parts: ConversationParts, scope: VisitorScope, page: ChatPage): Promise<Conversation> {
  const found = await parts.conversations.findOpen(scope.tenantId, scope.principal.id);
  if (found !== null) {
    if (page.address !== undefined && found.address?.key !== page.address.key)
      await parts.conversations.changeAddress(scope.tenantId, found.id, page.address);
    return found;
  }
  const now = parts.clock.now();
  const { conversation } = await parts.conversations.openFor({
    id: newId(),
    tenantId: scope.tenantId,
    visitorId: scope.principal.id,
    leadId: scope.principal.leadId,
    siteId: scope.principal.siteId,
    channel: 'widget',
    createdAt: now,
    page: {
      url: page.url,
      ...(page.title === undefined ? {} : { title: page.title }),
      ...(page.listingId === undefined ? {} : { listingId: page.listingId }),
    },
    address: page.address ?? null,
    mode: 'bot',
    fence: 1,
    owner: null,
    pausedUntil: null,
    hold: null,
    offer: null,
    due: null,
    dueCount: 0,
    board: {
      shown: false,
      leadName: scope.principal.name ?? null,
      bot: null,
      stage: 'NEW',
      score: null,
      temperature: null,
      waitingSince: null,
      unread: 0,
      lastText: '',
      lastAt: now,
      flags: [],
      language: page.language,
      listingTitle: page.listingTitle ?? null,
      snoozedUntil: null,
      alerts: [],
      lastLines: [],
    },
  });
  return conversation;
}
