import { personText } from '../../contract/values.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { sha256 } from '../../kernel/ids.ts';
import type { Blocklist } from '../blocks/blocklist.ts';
import { leadByContact } from '../profiles/leadByContact.ts';
import type { LeadStore } from '../profiles/ports.ts';
import { emailKeyOf, phoneKeyOf } from '../reading/person/readContact.ts';
import type { CarriedKind, ToldMessage } from './model.ts';

const words = personText();

export interface MessageFromDeps {
  leads: LeadStore;
  blocklist: Pick<Blocklist, 'find'>;
  clock: Clock;
}

/**
 * The input of `receiveMessage` for a message from a number or an address, which is that of one lead (`leadByContact`).
 * @throws `VALIDATION_FAILED` where `from` is no number or address or `text` has no words or too many, `FORBIDDEN` where the team blocked it
 */
export async function messageFrom(deps: MessageFromDeps, channel: CarriedKind, told: ToldMessage) {
  const { tenantId, providerId, language = 'en' } = told;
  const { data: text } = words.safeParse(told.text);
  if (text === undefined) throw new HubError('VALIDATION_FAILED', { field: 'text' });
  const contact = channel === 'email' ? emailKeyOf(told.from) : phoneKeyOf(told.from);
  if (contact === null) throw new HubError('VALIDATION_FAILED', { field: 'from' });
  const lead = await leadByContact(deps, tenantId, channel, contact);
  if ((await deps.blocklist.find(tenantId, { writerId: lead.id, addressKey: null })) !== null)
    throw new HubError('FORBIDDEN');
  return {
    place: {
      tenantId,
      writerId: lead.id,
      opens: { tenantId, leadId: lead.id, channel, contact, language },
    },
    origin: {
      actor: { kind: 'lead' as const, id: lead.id },
      onceKey: `${channel}:${lead.id}:${providerId}:message`,
      bodyHash: sha256(text),
    },
    words: { text },
  };
}
