import type { Clock } from '../../kernel/clock.ts';
import type { BoardStore } from '../conversations/board/ports.ts';
import type { BoardProjection } from '../conversations/board/projectBoard.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { VisitorScope } from '../identity/model.ts';
import type { VerifiedIdentity } from '../identity/verifyIdentityToken.ts';
import { newLead } from './newLead.ts';
import type { LeadStore } from './ports.ts';
import { recogniseByIdentity } from './recognise.ts';

interface RecogniseDeps {
  leads: LeadStore;
  conversations: Pick<ConversationStore, 'findOpen'> & Pick<BoardStore, 'markRow'>;
  rows: Pick<BoardProjection, 'touch'>;
  clock: Clock;
}

/**
 * Takes over the identity that a site vouches for: the profile is theirs from now on, also before they have written, one person
 * with every other record of that name there, and the team reads the name on the board. Again is harmless. False when the profile
 * is somebody else's already (an old token in a browser that two people share): this visitor needs one of their own.
 */
export async function recogniseVisitor(
  deps: RecogniseDeps,
  { tenantId, principal }: VisitorScope,
  identity: VerifiedIdentity,
): Promise<boolean> {
  const { leadId, id: visitorId } = principal;
  const lead = await deps.leads.openFor(newLead({ id: leadId, tenantId, visitorId, createdAt: deps.clock.now() }));
  // Each site has names of its own: the same one on another site is somebody else.
  const ofSite = { ...identity, sub: `${principal.siteId}:${identity.sub}` };
  if (!(await recogniseByIdentity(deps.leads, lead, ofSite, deps.clock.now()))) return false;
  const { name } = identity;
  if (name === undefined) return true;
  if (lead.name !== name) await deps.leads.change(tenantId, leadId, { name });
  const open = await deps.conversations.findOpen(tenantId, visitorId);
  if (open !== null && open.board.vouchedName !== name) {
    await deps.conversations.markRow(tenantId, open.id, { vouchedName: name });
    deps.rows.touch(tenantId, open.id);
  }
  return true;
}
