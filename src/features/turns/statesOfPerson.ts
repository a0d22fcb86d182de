import { HubError } from '../../kernel/hubError.ts';
import { isErased } from '../conversations/log/withoutWords.ts';
import type { LeadConversations } from '../conversations/ports.ts';
import type { TalkState } from '../insight/readings/features.ts';
import { personOf } from '../profiles/person.ts';
import type { LeadStore } from '../profiles/ports.ts';
import { talksOfMembers, unrecorded } from '../profiles/readLead.ts';
import type { TurnStore } from './ports.ts';

const mostTalks = 5;

/**
 * How the newest talks of the person behind a record stand, the newest first: the state after the newest turn of each, and no log is read.
 * @throws HubError NOT_FOUND
 */
export async function statesOfPerson(
  {
    conversations,
    leads,
    turns,
  }: {
    conversations: Pick<LeadConversations, 'listOfLead'>;
    leads: Pick<LeadStore, 'find' | 'linkedTo'>;
    turns: Pick<TurnStore, 'newest'>;
  },
  tenantId: string,
  leadId: string,
): Promise<TalkState[]> {
  const person = (await personOf(leads, tenantId, leadId)) ?? (await unrecorded(conversations, tenantId, leadId));
  if (person === null) throw new HubError('NOT_FOUND');
  const talks = (await talksOfMembers({ conversations }, tenantId, person.members)).filter((talk) => !isErased(talk));
  const newest = await Promise.all(talks.slice(0, mostTalks).map(({ id }) => turns.newest(id)));
  return newest.flatMap((turn) =>
    turn === null ? [] : [{ conversationId: turn.conversationId, state: turn.stateAfter }],
  );
}
