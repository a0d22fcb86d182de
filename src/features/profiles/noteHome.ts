import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { ConversationStore, EntryStore } from '../conversations/ports.ts';
import type { SessionPage, VisitorScope } from '../identity/model.ts';
import type { HeldHomes } from '../listings/heldHomes.ts';
import type { HomeLook } from './model.ts';
import type { ViewedHomeStore } from './ports.ts';

export interface NoteHomeDeps {
  viewedHomes: Pick<ViewedHomeStore, 'note' | 'erase'>;
  conversations: Pick<ConversationStore, 'find' | 'findOpen'>;
  entries: Pick<EntryStore, 'head'>;
  homeOf: HeldHomes['homeOf'];
  clock: Clock;
}

/**
 * Notes that a visitor looks at a home. Nothing is kept of somebody who has written nothing in their open conversation, nor of one
 * who said no (`keepViews`). False: nothing was kept.
 * @throws HubError NOT_FOUND: the brokerage has no such home
 */
export async function noteHome(
  deps: NoteHomeDeps,
  { tenantId, principal }: VisitorScope,
  { keepViews }: Pick<SessionPage, 'keepViews'>,
  look: Omit<HomeLook, 'at'>,
): Promise<boolean> {
  const { viewedHomes, conversations } = deps;
  if ((await deps.homeOf(tenantId, look.listingId)) === null) throw new HubError('NOT_FOUND', { field: 'listingId' });
  if (keepViews === false) return false;
  const open = await conversations.findOpen(tenantId, principal.id);
  if (open === null || (await deps.entries.head(open.id, 'public')) === 0) return false;
  await viewedHomes.note(tenantId, principal.leadId, { ...look, at: deps.clock.now() });
  // Their data may have been deleted between the two: an erasure closes the conversation first.
  const now = await conversations.find(tenantId, open.id);
  if (now !== null && isErased(now)) await viewedHomes.erase(tenantId, principal.leadId);
  return true;
}
