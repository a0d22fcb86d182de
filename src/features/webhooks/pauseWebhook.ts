import type { Clock } from '../../kernel/clock.ts';
import type { Logger } from '../../kernel/observe.ts';
import type { IdentityStore } from '../identity/ports.ts';
import { notifyOfPausedWebhook } from '../notifications/notifyOfWebhook.ts';
import type { NotifyDeps } from '../notifications/notifyPeople.ts';
import { notDue, type Webhook } from './model.ts';
import type { DeliveryStore, WebhookStore } from './ports.ts';

export interface PauseDeps extends NotifyDeps {
  webhooks: Pick<WebhookStore, 'change'>;
  deliveries: Pick<DeliveryStore, 'putTo'>;
  identity: Pick<IdentityStore, 'listUsers'>;
  clock: Clock;
  log: Logger;
}

/** The hub gives up on an address: nothing is sent until an admin resumes it, and each of them is told. */
export async function pauseWebhook(
  deps: PauseDeps,
  { id, tenantId, url }: Pick<Webhook, 'id' | 'tenantId' | 'url'>,
  reason: 'failing' | 'gone',
): Promise<void> {
  const at = deps.clock.now();
  // First told: where this node dies in between, the next attempt pauses it, and they are told once more.
  for (const { id: userId, role, active } of await deps.identity.listUsers(tenantId))
    if (role === 'admin' && active)
      await notifyOfPausedWebhook(deps, { tenantId, userId, webhookId: id, host: new URL(url).host, reason, at });
  await deps.webhooks.change(tenantId, id, { paused: { at, reason } });
  await deps.deliveries.putTo(id, notDue);
  deps.log.warn('a webhook was paused', { tenantId, webhookId: id, reason });
}
