import type { NarrativeBatchDeps } from '../../features/composing/narratives/runBatch.ts';
import { narrativeSeal } from '../../features/composing/narratives/writeNarrative.ts';
import { admitPress } from '../../features/llm/admitPress.ts';
import { newId } from '../../kernel/ids.ts';
import type { Logger, Meter } from '../../kernel/observe.ts';
import type { RateLimits } from '../../kernel/rateLimits.ts';
import type { Stores } from '../stores.ts';
import type { ConversationParts } from './conversations.ts';
import type { ModelParts } from './model.ts';
import type { TenantParts } from './tenants.ts';

/** Writes stories of homes. `secret`: the one that all nodes share; it seals their words. */
export const composeNarratives = (
  stores: Pick<Stores, 'narratives' | 'leads' | 'conversations' | 'entries'>,
  {
    homes,
    tenants,
    model,
    conversations,
  }: Pick<TenantParts, 'homes' | 'tenants'> &
    Pick<ModelParts, 'model'> & { conversations: Pick<ConversationParts, 'jobs' | 'clock'> },
  given: { rateLimits: RateLimits; secret: string; log: Logger; meter: Meter },
): NarrativeBatchDeps => ({
  ...{ homes, model, newId },
  narratives: stores.narratives,
  leads: stores.leads,
  conversations: stores.conversations,
  entries: stores.entries,
  settingsOf: tenants.settingsOf,
  seal: narrativeSeal(given.secret),
  admit: admitPress({ rateLimits: given.rateLimits, model }),
  jobs: conversations.jobs,
  clock: conversations.clock,
  logger: given.log,
  meter: given.meter,
});
