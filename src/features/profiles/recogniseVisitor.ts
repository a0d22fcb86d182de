import type { Clock } from '../../kernel/clock.ts';
import type { Wakeups } from '../../kernel/wakeups.ts';
import { changeBoard } from '../conversations/changeBoard.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { VisitorScope } from '../identity/model.ts';
import type { VerifiedIdentity } from '../identity/verifyIdentityToken.ts';
import { newLead } from './newLead.ts';
import type { LeadStore } from './ports.ts';
import { recogniseByIdentity } from './recognise.ts';

/**
 * The site vouches for who the visitor is: the profile is theirs from now on, also before they have written, one person with
 * every other record of that name there, and the team reads the name on the board. Again is harmless. False when the profile is
 * somebody else's already (an old token in a browser that two people share): this visitor needs one of their own.
 */
export async function recogniseVisitor(
  parts: { leads: LeadStore; conversations: ConversationStore; wakeups: Wakeups; clock: Clock },
  { tenantId, principal }: VisitorScope,
  identity: VerifiedIdentity,
): Promise<boolean> {
  const { leadId, id: visitorId } = principal;
  const lead = await parts.leads.openFor(newLead({ id: leadId, tenantId, visitorId, createdAt: parts.clock.now() }));
  // Each site has names of its own: the same one on another site is somebody else.
  const ofSite = { ...identity, sub: `${principal.siteId}:${identity.sub}` };
  if (!(await recogniseByIdentity(parts.leads, lead, ofSite, parts.clock.now()))) return false;
  const { name } = identity;
  if (name === undefined) return true;
  if (lead.name !== name) await parts.leads.change(tenantId, leadId, { name });
  const open = await parts.conversations.findOpen(tenantId, visitorId);
  if (open !== null && open.board.leadName !== name)
    await changeBoard(parts, { tenantId, conversationId: open.id }, { leadName: name });
  return true;
}
