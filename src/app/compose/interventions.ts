import type { CoachingDeps } from '../../features/coaching/deps.ts';
import { type ScriptDeps, writeScripts } from '../../features/composing/scripts/writeScripts.ts';
import type { DecideDeps } from '../../features/interventions/decideProposal.ts';
import { draftOf } from '../../features/interventions/draftOf.ts';
import type { ProposeDeps } from '../../features/interventions/lookAtCooling.ts';
import type { InterventionStore } from '../../features/interventions/ports.ts';
import { type SilenceWatch, watchSilence } from '../../features/interventions/watchSilence.ts';
import { statesOfPerson } from '../../features/turns/statesOfPerson.ts';
import { newId } from '../../kernel/ids.ts';
import type { Stores } from '../stores.ts';
import type { ConversationParts } from './conversations.ts';
import type { ModelParts } from './model.ts';
import type { TenantParts } from './tenants.ts';

export interface Interventions {
  proposing: ProposeDeps;
  deciding: DecideDeps & { interventions: InterventionStore };
  silence: SilenceWatch;
}

/** Proposes follow-ups for leads who went silent, and carries out the ones that somebody approves. */
export function composeInterventions(
  stores: Pick<
    Stores,
    | ('interventions' | 'conversations' | 'entries' | 'leads' | 'records' | 'tasks' | 'turns' | 'identity')
    | ('appointments' | 'files')
  >,
  {
    tenants,
    conversations,
    model,
    coaching,
  }: Pick<TenantParts, 'tenants'> &
    Pick<ModelParts, 'model'> & { conversations: ConversationParts; coaching: Pick<CoachingDeps, 'readTalk'> },
): Interventions {
  const { interventions, leads, records, tasks, identity, appointments, files } = stores;
  const { clock, jobs, folds } = conversations;
  const reading = {
    ...{ interventions, leads, records, tasks, appointments, identity, jobs, clock },
    conversations: stores.conversations,
    entries: stores.entries,
    timeZoneOf: tenants.timeZoneOf,
    statesOf: (tenantId: string, leadId: string) => statesOfPerson(stores, tenantId, leadId),
  };
  const scripts: ScriptDeps = {
    ...reading,
    ...{ model, newId, readTalk: coaching.readTalk, settingsOf: tenants.settingsOf },
    // No person presses anything: the brokerage's budget bounds it, as that of each turn.
    admit: async () => {},
  };
  return {
    proposing: {
      ...reading,
      draftFor: (tenantId, leadId, { channel, step }) =>
        draftOf((scope, asked) => writeScripts(scripts, scope, asked), tenantId, { leadId, channel, step }),
    },
    deciding: { ...conversations, ...reading, files, peopleOf: tenants.peopleOf },
    silence: watchSilence({
      ...{ hold: tenants.hold, interventions },
      find: (tenantId, conversationId) => folds.find(tenantId, conversationId),
    }),
  };
}
