import type { DeliveryProblem } from '../../contract/webhooks.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Job } from '../../kernel/jobs.ts';
import type { Meter } from '../../kernel/observe.ts';
import type { TextSeal } from '../../kernel/sealText.ts';
import { type Delivery, healthy, notDue, type Webhook } from './model.ts';
import { type PauseDeps, pauseWebhook } from './pauseWebhook.ts';
import type { DeliveryStore, WebhookStore } from './ports.ts';
import { type PostDeps, postDelivery } from './postDelivery.ts';
import { mostAttempts, nextTryAt, pausedAfterMs, restMs } from './retries.ts';
import type { SendingSlots } from './sendingSlots.ts';

export interface SendDeliveriesDeps extends PostDeps, PauseDeps {
  webhooks: Pick<WebhookStore, 'find' | 'change' | 'noteHealth'>;
  deliveries: Pick<DeliveryStore, 'due' | 'nextDue' | 'begin' | 'end' | 'putTo' | 'removeOf'>;
  webhookSeal: TextSeal;
  slots: SendingSlots;
  clock: Clock;
  meter: Meter;
}

const atOnce = 4;
/** Well within the lease of a job, with the longest post after it. */
const beginsWithinMs = 15_000;
const slotAgainMs = 2_000;

/**
 * The job of an address: sends what is due to it. There is one of each address, so one that hangs is waited for by nobody else; while it
 * fails, one delivery at a time is tried, ever less often. When to look again, in ms since the epoch; null: nothing waits.
 */
export async function sendDeliveries(
  deps: SendDeliveriesDeps,
  { tenantId, about }: Pick<Job, 'tenantId' | 'about'>,
): Promise<number | null> {
  const { webhooks, deliveries, slots, clock } = deps;
  const webhook = await webhooks.find(tenantId, about);
  if (webhook === null) {
    // Another node queued them before it heard that the address was deleted.
    await deliveries.removeOf(about);
    return null;
  }
  if (webhook.paused !== null) {
    await deliveries.putTo(about, notDue);
    return null;
  }
  if (clock.now() < webhook.restsUntil) return webhook.restsUntil;
  if (!slots.take(tenantId)) return clock.now() + slotAgainMs;
  try {
    return await sendDue(deps, webhook);
  } finally {
    slots.letGo(tenantId);
  }
}

async function sendDue(deps: SendDeliveriesDeps, webhook: Webhook): Promise<number | null> {
  const { deliveries, clock } = deps;
  const endsAt = clock.now() + beginsWithinMs;
  let isFailing = webhook.failures > 0;
  while (clock.now() < endsAt) {
    const due = await deliveries.due(webhook.id, clock.now(), isFailing ? 1 : atOnce);
    if (due.length === 0) break;
    const sent = (await Promise.all(due.map((one) => attempt(deps, webhook, one)))).filter((one) => one !== null);
    const isGone = sent.some(({ how }) => how === 'gone');
    const askedMs = Math.max(0, ...sent.map((one) => one.askedMs));
    const works = sent.some(({ how }) => how === 'delivered');
    if (isGone || askedMs > 0 || (sent.length > 0 && !works)) return noteFailing(deps, webhook, { isGone, askedMs });
    if (works && isFailing) await deps.webhooks.noteHealth(webhook.id, healthy);
    isFailing = isFailing && !works;
  }
  return nextLook(deps, webhook.id);
}

/** When the next delivery is due. One that a pause put off is due at once: the node that resumed the address died before that was written. */
async function nextLook({ deliveries, clock }: SendDeliveriesDeps, webhookId: string): Promise<number | null> {
  const next = await deliveries.nextDue(webhookId);
  if (next !== notDue) return next;
  await deliveries.putTo(webhookId, clock.now());
  return clock.now();
}

/** Of an address that fails: it rests, at least as long as it asks for; after a day, or where it is gone, it is paused. */
async function noteFailing(
  deps: SendDeliveriesDeps,
  webhook: Webhook,
  { isGone, askedMs }: { isGone: boolean; askedMs: number },
): Promise<number | null> {
  const { webhooks, clock } = deps;
  const newest = await webhooks.find(webhook.tenantId, webhook.id);
  // The address was changed meanwhile: the new one has not failed.
  if (newest?.url !== webhook.url) return nextLook(deps, webhook.id);
  if (isGone) {
    await pauseWebhook(deps, webhook, 'gone');
    return null;
  }
  const now = clock.now();
  const failures = newest.failures + 1;
  const failingSince = newest.failingSince ?? now;
  const restsUntil = now + Math.max(askedMs, restMs(failures));
  await webhooks.noteHealth(webhook.id, { failingSince, failures, restsUntil });
  if (now - failingSince >= pausedAfterMs) {
    await pauseWebhook(deps, webhook, 'failing');
    return null;
  }
  const next = await nextLook(deps, webhook.id);
  return next === null ? null : Math.max(next, restsUntil);
}

/** Null where nothing was sent: another node has it, or there is nothing left to tell. */
async function attempt(
  deps: SendDeliveriesDeps,
  webhook: Webhook,
  delivery: Delivery,
): Promise<{ how: 'delivered' | 'failed' | 'gone'; askedMs: number } | null> {
  const { deliveries, clock, meter } = deps;
  const tell = (problem: DeliveryProblem | null): void =>
    meter.count('hub_webhook_deliveries_total', { outcome: problem ?? 'delivered' });
  const attempts = delivery.attempts + 1;
  if (attempts > mostAttempts) {
    const last = { at: clock.now(), status: null, ms: 0, problem: 'cut-off' } as const;
    await deliveries.end(delivery.id, { state: 'failed', last });
    tell(last.problem);
    return null;
  }
  const nextAt = nextTryAt(attempts, clock.now());
  // Due again before it is sent: where this node dies over it, it is sent once more, under the same id.
  if (!(await deliveries.begin(delivery, nextAt ?? clock.now()))) return null;
  const { last, isFinal, askedMs } = await postDelivery(deps, webhook, delivery);
  tell(last.problem);
  if (last.problem === null) {
    await deliveries.end(delivery.id, { state: 'delivered', last });
    return { how: 'delivered', askedMs };
  }
  const state = nextAt === null || isFinal ? 'failed' : 'waiting';
  await deliveries.end(delivery.id, { state, last });
  if (last.status === 410) return { how: 'gone', askedMs };
  return isFinal ? null : { how: 'failed', askedMs };
}
