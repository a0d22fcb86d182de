import { webhookLimits } from '../../contract/webhooks.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import type { DeliveryStore } from './ports.ts';

const overdueMs = 300_000;
const wokenAtOnce = 1_000;
const removedAtOnce = 1_000;

/** Forgets old deliveries, and wakes the addresses whose job was lost: one that was given up, or that ran before its delivery stood. */
export async function tidyDeliveries(deps: {
  deliveries: Pick<DeliveryStore, 'removeOld' | 'overdue'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}): Promise<void> {
  const now = deps.clock.now();
  await deps.deliveries.removeOld(now - webhookLimits.keptDays * 86_400_000, removedAtOnce);
  for (const { tenantId, webhookId } of await deps.deliveries.overdue(now - overdueMs, wokenAtOnce))
    await deps.jobs.schedule({ tenantId, kind: 'webhook', about: webhookId, at: now });
}
