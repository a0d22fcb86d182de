import type { LeadAnswer } from '../../contract/rest.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import type { LeadStore } from './ports.ts';

const maxConversations = 50;

/** The profile of a lead: each field with its evidence, and the newest 50 conversations. `NOT_FOUND`. */
export async function readLead(
  deps: { leads: Pick<LeadStore, 'find'>; conversations: Pick<ConversationStore, 'listOfLead'> },
  scope: StaffScope,
  leadId: string,
): Promise<LeadAnswer> {
  const lead = await deps.leads.find(scope.tenantId, leadId);
  if (!lead) throw new HubError('NOT_FOUND');
  const conversations = await deps.conversations.listOfLead(scope.tenantId, leadId, maxConversations);
  return {
    id: lead.id,
    ...(lead.name === null ? {} : { name: lead.name }),
    createdAt: isoOf(lead.createdAt),
    fields: lead.fields,
    conversations: conversations.map(({ id, board, mode }) => ({
      conversationId: id,
      lastAt: isoOf(board.lastAt),
      mode,
    })),
    // Nothing asks for consent yet: what was never given is not listed.
    consents: [],
  };
}
