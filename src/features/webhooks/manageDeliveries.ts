import type { WebhookDelivery } from '../../contract/rest/webhooks.ts';
import { webhookLimits } from '../../contract/webhooks.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import type { StaffScope } from '../identity/model.ts';
import { requireAdmin } from '../settings/rules.ts';
import { type Delivery, notDue, type Webhook } from './model.ts';
import type { DeliveryStore, WebhookStore } from './ports.ts';
import { type PostDeps, postDelivery } from './postDelivery.ts';
import { problemWords } from './problemWords.ts';

export interface DeliveriesDeps extends PostDeps {
  webhooks: Pick<WebhookStore, 'find'>;
  deliveries: Pick<DeliveryStore, 'addAll' | 'find' | 'list' | 'end' | 'renew' | 'trim'>;
  jobs: Pick<Jobs, 'schedule'>;
}

/** Lists the deliveries of an address, the newest first. @throws HubError `NOT_FOUND` */
export async function listDeliveries(
  deps: Pick<DeliveriesDeps, 'webhooks' | 'deliveries'>,
  scope: StaffScope,
  webhookId: string,
  limit: number,
): Promise<WebhookDelivery[]> {
  const webhook = await webhookOf(deps, scope, webhookId);
  return (await deps.deliveries.list(webhookId, limit)).map((one) => rowOf(one, webhook));
}

/** Sends a `ping` at once, also to an address that is paused, and tells how that went. @throws HubError `NOT_FOUND` */
export async function testWebhook(
  deps: DeliveriesDeps,
  scope: StaffScope,
  webhookId: string,
): Promise<WebhookDelivery> {
  const webhook = await webhookOf(deps, scope, webhookId);
  const now = deps.clock.now();
  const ping: Delivery = {
    ...{ id: newId(), tenantId: scope.tenantId, webhookId, event: 'ping', line: null, at: now },
    // Nobody else sends it, nor tries it again.
    ...{ state: 'failed', attempts: 1, dueAt: notDue, last: { at: now, status: null, ms: 0, problem: 'cut-off' } },
  };
  await deps.deliveries.addAll([ping]);
  await deps.deliveries.trim(webhookId, webhookLimits.keptDeliveries);
  const { last } = await postDelivery(deps, webhook, ping);
  const state = last.problem === null ? 'delivered' : 'failed';
  await deps.deliveries.end(ping.id, { state, last });
  return rowOf({ ...ping, state, last }, webhook);
}

/**
 * Sends a delivery once more, under the same id and with what stands in the log by then.
 * @throws HubError `NOT_FOUND`; `CONFLICT`, in words, while the address is paused
 */
export async function resendDelivery(
  deps: Omit<DeliveriesDeps, keyof PostDeps> & Pick<PostDeps, 'clock'>,
  scope: StaffScope,
  webhookId: string,
  deliveryId: string,
): Promise<WebhookDelivery> {
  const webhook = await webhookOf(deps, scope, webhookId);
  const delivery = await deps.deliveries.find(scope.tenantId, deliveryId);
  if (delivery?.webhookId !== webhookId) throw new HubError('NOT_FOUND');
  if (webhook.paused !== null) throw new HubError('CONFLICT', { says: 'This webhook is paused. Resume it first.' });
  const now = deps.clock.now();
  await deps.jobs.schedule({ tenantId: scope.tenantId, kind: 'webhook', about: webhookId, at: now + resentAfterMs });
  await deps.deliveries.renew(deliveryId, now);
  return rowOf({ ...delivery, state: 'waiting', attempts: 0, dueAt: now, last: null }, webhook);
}

const resentAfterMs = 500;

async function webhookOf(
  { webhooks }: Pick<DeliveriesDeps, 'webhooks'>,
  scope: StaffScope,
  webhookId: string,
): Promise<Webhook> {
  requireAdmin(scope);
  const webhook = await webhooks.find(scope.tenantId, webhookId);
  if (webhook === null) throw new HubError('NOT_FOUND');
  return webhook;
}

function rowOf(
  { id, event, at, line, state, attempts, dueAt, last }: Delivery,
  { restsUntil }: Pick<Webhook, 'restsUntil'>,
): WebhookDelivery {
  const problem = last?.problem ?? null;
  return {
    ...{ id, event, at: isoOf(at), state, attempts },
    ...(line === null ? {} : { conversationId: line.conversationId }),
    ...(state === 'waiting' && dueAt !== notDue ? { nextAt: isoOf(Math.max(dueAt, restsUntil)) } : {}),
    ...(last === null ? {} : { triedAt: isoOf(last.at), ms: last.ms }),
    ...(last === null || last.status === null ? {} : { status: last.status }),
    ...(problem === null ? {} : { problem, says: problemWords(problem, last?.status ?? null) }),
  };
}
