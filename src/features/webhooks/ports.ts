import type { Attempt, Delivery, Webhook, WebhookHealth } from './model.ts';

/** The addresses of all brokerages. Null and false also where it is another tenant's. */
export interface WebhookStore {
  add(webhook: Webhook): Promise<void>;
  find(tenantId: string, webhookId: string): Promise<Webhook | null>;
  /** The oldest first. */
  ofTenant(tenantId: string): Promise<Webhook[]>;
  /** The webhook as it stands then. */
  change(tenantId: string, webhookId: string, change: WebhookChanges): Promise<Webhook | null>;
  /** How it has been answering: of no interest to what nodes hold of it. */
  noteHealth(webhookId: string, health: WebhookHealth): Promise<void>;
  reseal(webhookId: string, sealedSecret: string): Promise<void>;
  remove(tenantId: string, webhookId: string): Promise<Webhook | null>;
}
export type WebhookChanges = Partial<Pick<Webhook, 'url' | 'description' | 'events' | 'paused'>>;

/** The deliveries of all addresses. */
export interface DeliveryStore {
  /** The same ids again change nothing. */
  addAll(deliveries: readonly Delivery[]): Promise<void>;
  find(tenantId: string, deliveryId: string): Promise<Delivery | null>;
  /** Those of an address, the newest first. */
  list(webhookId: string, limit: number): Promise<Delivery[]>;
  /** Those of an address that wait and are due, the one due first at the front. */
  due(webhookId: string, now: number, limit: number): Promise<Delivery[]>;
  /** When the next of those that wait is due; null where none waits. */
  nextDue(webhookId: string): Promise<number | null>;
  /** An attempt begins; by then the delivery is due at `dueAt` again, should it be cut off. True for one of any number at once. */
  begin(delivery: Pick<Delivery, 'id' | 'attempts'>, dueAt: number): Promise<boolean>;
  /** How an attempt ended. */
  end(deliveryId: string, ended: Pick<Delivery, 'state'> & { last: Attempt }): Promise<void>;
  /** It is to be sent anew, as if it had never been. */
  renew(deliveryId: string, dueAt: number): Promise<void>;
  /** Puts all of an address that wait to this time. */
  putTo(webhookId: string, dueAt: number): Promise<void>;
  /** Addresses with deliveries that were due before `before` and still wait, each once, however many wait for it; `limit` at most. */
  overdue(before: number, limit: number): Promise<Pick<Delivery, 'tenantId' | 'webhookId'>[]>;
  /** Only the newest `kept` of an address stay. */
  trim(webhookId: string, kept: number): Promise<void>;
  /** Removes those whose event is older than `before`, `limit` at most. */
  removeOld(before: number, limit: number): Promise<void>;
  removeOf(webhookId: string): Promise<void>;
}
