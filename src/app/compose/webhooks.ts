import { createOutsidePoster } from '../../adapters/outside/postOutside.ts';
import type { DeliveriesDeps } from '../../features/webhooks/manageDeliveries.ts';
import type { WebhooksDeps } from '../../features/webhooks/manageWebhooks.ts';
import { createWebhookQueue, type WebhookQueue } from '../../features/webhooks/queueEvents.ts';
import type { SendDeliveriesDeps } from '../../features/webhooks/sendDeliveries.ts';
import { createSendingSlots } from '../../features/webhooks/sendingSlots.ts';
import { webhookSeal } from '../../features/webhooks/signature.ts';
import type { PostOutside } from '../../kernel/fetchOutside.ts';
import type { Logger, Meter } from '../../kernel/observe.ts';
import type { Config } from '../config.ts';
import type { Stores } from '../stores.ts';
import type { ConversationParts } from './conversations.ts';
import type { TenantParts } from './tenants.ts';

export interface WebhookParts {
  webhooks: WebhooksDeps & DeliveriesDeps & SendDeliveriesDeps;
  webhookQueue: WebhookQueue;
}

/** Tells outside programs what happens. `secret`: the one that all nodes share; it seals the secrets of the addresses. */
export function composeWebhooks(
  config: Pick<Config, 'production'>,
  stores: Pick<
    Stores,
    | 'webhooks'
    | 'deliveries'
    | 'identity'
    | 'notifications'
    | 'settings'
    | 'conversations'
    | 'entries'
    | 'appointments'
    | 'leads'
    | 'records'
  >,
  given: {
    conversations: Pick<ConversationParts, 'jobs' | 'clock' | 'wakeups'>;
    tenants: Pick<TenantParts['tenants'], 'hold'>;
    secret: string;
    log: Logger;
    meter: Meter;
    /** Replaces the internet in a test. */
    post?: PostOutside;
  },
): WebhookParts {
  const { jobs, clock, wakeups } = given.conversations;
  const { webhooks, deliveries, identity, notifications, settings } = stores;
  const mayBeLoopback = !config.production;
  const post = given.post ?? createOutsidePoster({ mayBeLoopback });
  const webhooksOf = given.tenants.hold(['webhooks'], async (tenantId) =>
    (await webhooks.ofTenant(tenantId))
      .filter(({ paused }) => paused === null)
      .map(({ id, events, createdAt }) => ({ id, events, createdAt })),
  );
  return {
    webhooks: {
      ...{ webhooks, deliveries, identity, notifications, settings, jobs, clock, wakeups, mayBeLoopback, post },
      ...{ log: given.log, meter: given.meter },
      reading: stores,
      webhookSeal: webhookSeal(given.secret),
      slots: createSendingSlots(),
    },
    webhookQueue: createWebhookQueue({ webhooksOf, deliveries, jobs, clock }),
  };
}
