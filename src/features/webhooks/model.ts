import type { LogKind } from '../../contract/log/logs.ts';
import type { DeliveryProblem, DeliveryState, WebhookEvent, WebhookPause } from '../../contract/webhooks.ts';

/** An address of a brokerage's own program, and the events that it is told of. Times are in ms since the epoch. */
export interface Webhook extends WebhookHealth {
  id: string;
  tenantId: string;
  url: string;
  description: string;
  events: WebhookEvent[];
  sealedSecret: string;
  createdAt: number;
  /** Null while it is sent to. */
  paused: { at: number; reason: WebhookPause } | null;
}

/** How the address has been answering. */
export interface WebhookHealth {
  /** The first of the tries that failed in a row; null after one that worked. */
  failingSince: number | null;
  /** How many failed in a row. */
  failures: number;
  /** It is left alone until then. */
  restsUntil: number;
}
export const healthy: WebhookHealth = { failingSince: null, failures: 0, restsUntil: 0 };

/** The part of a webhook that every line of a log is held against. */
export type WebhookEars = Pick<Webhook, 'id' | 'events' | 'createdAt'>;

/** The line of a log that an event comes from. */
export interface LineRef {
  conversationId: string;
  log: LogKind;
  seq: number;
}

/** One event for one address. It points to its line: the words stay in the log, and go when they are deleted there. */
export interface Delivery {
  id: string;
  tenantId: string;
  webhookId: string;
  event: WebhookEvent | 'ping';
  /** Null: a test is of no conversation. */
  line: LineRef | null;
  at: number;
  state: DeliveryState;
  attempts: number;
  /** When it is sent, or tried again. */
  dueAt: number;
  last: Attempt | null;
}
export interface Attempt {
  at: number;
  /** Null where no answer came. */
  status: number | null;
  ms: number;
  problem: DeliveryProblem | null;
}

/** Later than anything is due: of an address that is paused. */
export const notDue = Number.MAX_SAFE_INTEGER;
