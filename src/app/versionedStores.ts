import type { AppointmentStore } from '../features/appointments/ports.ts';
import type { BlockStore } from '../features/blocks/ports.ts';
import type { ExperimentStore } from '../features/experiments/ports.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import type { InterventionStore } from '../features/interventions/ports.ts';
import type { KnowledgeStore } from '../features/knowledge/ports.ts';
import type { ListingStore } from '../features/listings/ports.ts';
import type { SettingsStore } from '../features/settings/ports.ts';
import type { TenantVersionStore } from '../features/tenants/ports.ts';
import { raising } from '../features/tenants/raiseVersions.ts';
import type { HandoffOutcomeStore } from '../features/turns/ports.ts';
import type { WebhookStore } from '../features/webhooks/ports.ts';

/** Stores whose writes change what nodes hold of a tenant. */
interface Versioned {
  identity: IdentityStore;
  listings: ListingStore;
  settings: SettingsStore;
  appointments: AppointmentStore;
  knowledge: KnowledgeStore;
  outcomes: HandoffOutcomeStore;
  blocks: BlockStore;
  experiments: ExperimentStore;
  interventions: InterventionStore;
  webhooks: WebhookStore;
}

/** The same stores, where each write that other nodes have to see raises the tenant's version: the one list of them. */
export function withVersions<Given extends Versioned>(stores: Given, versions: TenantVersionStore): Given {
  const { findUser } = stores.identity;
  const settled = raising(stores.identity, versions, 'settings', {
    addTenant: ({ id }) => [id],
    changeTenant: (tenantId) => [tenantId],
  });
  return {
    ...stores,
    identity: raising(settled, versions, 'people', {
      addUser: ({ tenantId }) => [tenantId],
      changeUser: async (userId, { name, role, active, presence, help }) =>
        (name ?? role ?? active ?? presence ?? help) === undefined ? [] : [(await findUser(userId))?.tenantId],
    }),
    listings: raising(stores.listings, versions, 'homes', {
      put: (listings) => listings.map(({ tenantId }) => tenantId),
      write: ({ tenantId }) => [tenantId],
      setPhotos: (tenantId) => [tenantId],
    }),
    settings: raising(stores.settings, versions, 'settings', {
      addChange: ({ tenantId, became }) => (became === null ? [] : [tenantId]),
    }),
    appointments: raising(stores.appointments, versions, 'hours', { setOwnHours: (tenantId) => [tenantId] }),
    knowledge: raising(stores.knowledge, versions, 'cards', {
      putCards: (cards) => cards.map(({ tenantId }) => tenantId),
      removeCard: (tenantId) => [tenantId],
    }),
    outcomes: raising(stores.outcomes, versions, 'outcomes', { note: (tenantId) => [tenantId] }),
    blocks: raising(stores.blocks, versions, 'blocks', {
      put: ({ tenantId }) => [tenantId],
      remove: (tenantId) => [tenantId],
      eraseReasons: (tenantId) => [tenantId],
    }),
    experiments: raising(stores.experiments, versions, 'experiments', {
      start: ({ tenantId }) => [tenantId],
      stop: (tenantId) => [tenantId],
    }),
    interventions: raising(stores.interventions, versions, 'interventions', {
      add: ({ tenantId }) => [tenantId],
      change: (tenantId) => [tenantId],
    }),
    webhooks: raising(stores.webhooks, versions, 'webhooks', {
      add: ({ tenantId }) => [tenantId],
      change: (tenantId) => [tenantId],
      remove: (tenantId) => [tenantId],
    }),
  };
}
