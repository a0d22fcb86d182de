import type { Device } from '../../contract/values.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { VisitorScope } from '../identity/model.ts';
import type { BoardStore } from './board/ports.ts';
import type { Conversation, KnownAddress } from './model.ts';
import { openConversation } from './openConversation.ts';
import type { ConversationStore } from './ports.ts';

export interface ChatPage {
  url: string;
  title?: string;
  listingId?: string;
  listingTitle?: string;
  language: string;
  /** The visitor's network address. */
  address?: KnownAddress;
  device?: Device;
}

export interface OpenChatDeps {
  conversations: Pick<ConversationStore, 'findOpen' | 'openFor' | 'changeAddress'> & Pick<BoardStore, 'markRow'>;
  clock: Clock;
}

/** The visitor's open conversation on a page, or a new one, as `openConversation`. */
export async function openChat(
  deps: OpenChatDeps,
  { tenantId, principal }: VisitorScope,
  page: ChatPage,
): Promise<Conversation> {
  const found = await deps.conversations.findOpen(tenantId, principal.id);
  if (found !== null) {
    if (page.address !== undefined && found.address?.key !== page.address.key)
      await deps.conversations.changeAddress(tenantId, found.id, page.address);
    if (page.device !== undefined && found.board.device !== page.device)
      await deps.conversations.markRow(tenantId, found.id, { device: page.device });
    return found;
  }
  const { url, title, listingId, listingTitle, language, address = null, device } = page;
  return openConversation(deps, {
    tenantId,
    visitorId: principal.id,
    leadId: principal.leadId,
    siteId: principal.siteId,
    channel: 'widget',
    page: { url, ...(title === undefined ? {} : { title }), ...(listingId === undefined ? {} : { listingId }) },
    address,
    language,
    ...(principal.name === undefined ? {} : { vouchedName: principal.name }),
    ...(listingTitle === undefined ? {} : { listingTitle }),
    ...(device === undefined ? {} : { device }),
  });
}
