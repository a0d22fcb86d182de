import { randomBytes } from 'node:crypto';
import type { MadeWebhook, WebhookChange, WebhookRequest, WebhookRow } from '../../contract/rest/webhooks.ts';
import { webhookEvents, webhookLimits } from '../../contract/webhooks.ts';
import { isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import type { TextSeal } from '../../kernel/sealText.ts';
import type { StaffScope } from '../identity/model.ts';
import { type RecordDeps, recordChange } from '../settings/recordChange.ts';
import { requireAdmin } from '../settings/rules.ts';
import { healthy, notDue, type Webhook } from './model.ts';
import type { DeliveryStore, WebhookChanges, WebhookStore } from './ports.ts';
import { webhookAddressIn } from './webhookAddress.ts';

export interface WebhooksDeps extends RecordDeps {
  webhooks: Pick<WebhookStore, 'add' | 'find' | 'ofTenant' | 'change' | 'noteHealth' | 'remove'>;
  deliveries: Pick<DeliveryStore, 'putTo' | 'removeOf'>;
  webhookSeal: TextSeal;
  jobs: Pick<Jobs, 'schedule'>;
  /** Also plain http to the hub's own machine. */
  mayBeLoopback: boolean;
}

/** The addresses of the tenant without their secrets, for an admin. */
export async function listWebhooks(
  { webhooks }: Pick<WebhooksDeps, 'webhooks'>,
  scope: StaffScope,
): Promise<WebhookRow[]> {
  requireAdmin(scope);
  return (await webhooks.ofTenant(scope.tenantId)).map(rowOf);
}

/**
 * Registers an address. Its secret is in this answer and nowhere else.
 * @throws HubError `VALIDATION_FAILED`, in words, for what is no address by https; `QUOTA_EXCEEDED` where the brokerage has ten
 */
export async function addWebhook(
  { webhooks, webhookSeal, mayBeLoopback, ...deps }: WebhooksDeps,
  scope: StaffScope,
  wanted: WebhookRequest,
): Promise<MadeWebhook> {
  requireAdmin(scope);
  const { tenantId } = scope;
  const url = webhookAddressIn(wanted.url, mayBeLoopback);
  if ((await webhooks.ofTenant(tenantId)).length >= webhookLimits.perBrokerage) throw tooMany();
  const secret = `whsec_${randomBytes(32).toString('base64url')}`;
  const webhook: Webhook = {
    ...{ id: newId(), tenantId, url, description: wanted.description ?? '', events: inOrder(wanted.events) },
    ...{ sealedSecret: webhookSeal.seal(secret), createdAt: deps.clock.now(), paused: null, ...healthy },
  };
  await webhooks.add(webhook);
  // Two admins at once would both have found room.
  const first = (await webhooks.ofTenant(tenantId)).slice(0, webhookLimits.perBrokerage);
  if (!first.some(({ id }) => id === webhook.id)) {
    await webhooks.remove(tenantId, webhook.id);
    throw tooMany();
  }
  await recordChange(deps, scope, { ...told(webhook), action: 'added', before: null, after: partsOf(webhook) });
  return { ...rowOf(webhook), secret };
}

const tooMany = (): HubError =>
  new HubError('QUOTA_EXCEEDED', {
    says: `There are ${webhookLimits.perBrokerage} webhooks already. Delete one first.`,
  });

/**
 * Changes what of an address is named. Resumed, or with another URL, it is sent to as if it had never failed: first what has waited.
 * @throws HubError `NOT_FOUND`; `VALIDATION_FAILED`, in words, for what is no address by https
 */
export async function changeWebhook(
  { webhooks, deliveries, jobs, mayBeLoopback, ...deps }: WebhooksDeps,
  scope: StaffScope,
  webhookId: string,
  { url, events, description, active }: WebhookChange,
): Promise<WebhookRow> {
  requireAdmin(scope);
  const { tenantId } = scope;
  const before = await webhooks.find(tenantId, webhookId);
  if (before === null) throw new HubError('NOT_FOUND');
  const now = deps.clock.now();
  const isResumed = active === true && before.paused !== null;
  const isPaused = active === false && before.paused === null;
  const change: WebhookChanges = {
    ...(url === undefined ? {} : { url: webhookAddressIn(url, mayBeLoopback) }),
    ...(events === undefined ? {} : { events: inOrder(events) }),
    ...(description === undefined ? {} : { description }),
    ...(isResumed ? { paused: null } : isPaused ? { paused: { at: now, reason: 'by-admin' } } : {}),
  };
  if (Object.keys(change).length === 0) return rowOf(before);
  const isMoved = change.url !== undefined && change.url !== before.url;
  const isRevived = isResumed || (isMoved && before.paused === null && !isPaused);
  if (isRevived) await webhooks.noteHealth(webhookId, healthy);
  const after = await webhooks.change(tenantId, webhookId, change);
  if (after === null) throw new HubError('NOT_FOUND');
  if (isRevived) {
    // Only now: a job that finds it paused puts off all that waits.
    await deliveries.putTo(webhookId, now);
    await jobs.schedule({ tenantId, kind: 'webhook', about: webhookId, at: now });
  }
  if (isPaused) await deliveries.putTo(webhookId, notDue);
  await recordChange(deps, scope, {
    ...told(after),
    ...{ action: 'changed', before: partsOf(before), after: partsOf(after) },
  });
  return rowOf(after);
}

/** Nothing is sent to it anymore, and past deliveries are forgotten. @throws HubError `NOT_FOUND` */
export async function removeWebhook(
  { webhooks, deliveries, ...deps }: Pick<WebhooksDeps, 'webhooks' | 'deliveries' | 'settings' | 'clock'>,
  scope: StaffScope,
  webhookId: string,
): Promise<void> {
  requireAdmin(scope);
  const removed = await webhooks.remove(scope.tenantId, webhookId);
  if (removed === null) throw new HubError('NOT_FOUND');
  await deliveries.removeOf(webhookId);
  await recordChange(deps, scope, { ...told(removed), action: 'removed', before: partsOf(removed), after: null });
}

/** Each once, as the list has them. */
const inOrder = (events: Webhook['events']): Webhook['events'] =>
  webhookEvents.filter((event) => events.includes(event));

const told = ({ url }: Webhook) => ({ kind: 'webhook', subject: new URL(url).host }) as const;
/** The parts that the list of changes shows: the host alone, for a path may hold a key of the receiver's. */
const partsOf = ({ url, description, events, paused }: Webhook) => ({
  ...{ address: new URL(url).host, description, events, paused: paused !== null },
});

export const rowOf = (webhook: Webhook): WebhookRow => {
  const { id, url, events, description, createdAt, paused, failingSince } = webhook;
  return {
    ...{ id, url, events, createdAt: isoOf(createdAt) },
    ...(description === '' ? {} : { description }),
    ...(paused === null ? {} : { paused: { at: isoOf(paused.at), reason: paused.reason } }),
    ...(failingSince === null ? {} : { failingSince: isoOf(failingSince) }),
  };
};
