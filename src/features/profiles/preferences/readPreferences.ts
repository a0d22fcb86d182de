import type { Preference, PreferencesAnswer } from '../../../contract/rest/preferences.ts';
import { type Clock, isoOf } from '../../../kernel/clock.ts';
import { HubError } from '../../../kernel/hubError.ts';
import type { AuditStore, LeadConversations } from '../../conversations/ports.ts';
import type { StaffScope } from '../../identity/model.ts';
import type { Lead } from '../model.ts';
import { personOf } from '../person.ts';
import type { LeadStore } from '../ports.ts';
import { talksOfMembers, unrecorded } from '../readLead.ts';
import type { AdaptsDeps } from './adaptsTo.ts';

export interface ReadPreferencesDeps extends AdaptsDeps {
  conversations: Pick<LeadConversations, 'listOfLead'>;
  /** As a talk shows them; null where there is nothing to read (anymore). */
  readTalk(tenantId: string, conversationId: string): Promise<{ prefers: readonly Preference[] } | null>;
}

export interface SwitchPreferencesDeps extends ReadPreferencesDeps {
  leads: Pick<LeadStore, 'find' | 'linkedTo' | 'openFor' | 'change'>;
  audit: Pick<AuditStore, 'add'>;
  clock: Clock;
}

/**
 * The preferences of a person as their newest talk shows them: the same that Jorge, coaching, and drafts get.
 * @throws HubError NOT_FOUND
 */
export async function readPreferences(
  deps: ReadPreferencesDeps,
  { tenantId }: StaffScope,
  leadId: string,
): Promise<PreferencesAnswer> {
  const { members } = await knownPerson(deps, tenantId, leadId);
  const { settings } = await deps.settingsOf(tenantId);
  const off = members.map(({ notAdapted }) => notAdapted).find((one) => one !== null);
  const [newest] = await talksOfMembers(deps, tenantId, members);
  const talk = newest === undefined ? null : await deps.readTalk(tenantId, newest.id);
  const isOff = off !== undefined || !settings.adapts;
  return {
    items: isOff ? [] : [...(talk?.prefers ?? [])],
    off: off === undefined ? null : { at: isoOf(off.at), by: off.by },
    offForAll: !settings.adapts,
  };
}

/**
 * Turns adapting to a person off, or on again for all their records. It is on record, and nothing new changes nothing.
 * @throws HubError NOT_FOUND
 */
export async function switchPreferences(
  deps: SwitchPreferencesDeps,
  scope: StaffScope,
  leadId: string,
  adapts: boolean,
): Promise<PreferencesAnswer> {
  const { tenantId, principal } = scope;
  const { root, members } = await knownPerson(deps, tenantId, leadId);
  const isOff = members.some(({ notAdapted }) => notAdapted !== null);
  if (isOff === adapts) {
    const at = deps.clock.now();
    const { id, name } = principal;
    if (adapts) {
      for (const member of members)
        if (member.notAdapted !== null) await deps.leads.change(tenantId, member.id, { notAdapted: null });
    } else {
      await deps.leads.openFor(root);
      await deps.leads.change(tenantId, root.id, { notAdapted: { at, by: { id, name } } });
    }
    await deps.audit.add({
      ...{ tenantId, at, principalId: id, conversationId: null, reason: `lead ${root.id}` },
      action: adapts ? 'preferences-on' : 'preferences-off',
    });
  }
  return readPreferences(deps, scope, leadId);
}

async function knownPerson(
  { leads, conversations }: Pick<ReadPreferencesDeps, 'leads' | 'conversations'>,
  tenantId: string,
  leadId: string,
): Promise<{ root: Lead; members: Lead[] }> {
  const person = (await personOf(leads, tenantId, leadId)) ?? (await unrecorded(conversations, tenantId, leadId));
  if (person === null) throw new HubError('NOT_FOUND');
  return person;
}
