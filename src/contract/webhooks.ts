/** Everything an address can be told of. Each comes from a line of a log; the order is that of the settings page. */
export const webhookEvents = [
  'conversation.started',
  'message.created',
  'message.retracted',
  'conversation.waiting',
  'conversation.assigned',
  'conversation.ended',
  'lead.changed',
  'lead.scored',
  'lead.opted-out',
  'lead.opted-in',
  'appointment.created',
  'appointment.changed',
  'appointment.cancelled',
  'call.ended',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** `gone`: the address said that it is no more. */
export const webhookPauses = ['by-admin', 'failing', 'gone'] as const;
export type WebhookPause = (typeof webhookPauses)[number];

export const deliveryStates = ['waiting', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/**
 * Why a delivery did not arrive: `refused` with a status that is no success, `redirected` elsewhere, `cut-off` when the hub stopped while it was
 * being sent; `erased` and `not-found`: there is nothing left to tell; `secret-lost`: the hub's own secret is another one now.
 */
export const deliveryProblems = [
  'not-reached',
  'not-allowed',
  'too-slow',
  'refused',
  'redirected',
  'cut-off',
  'erased',
  'not-found',
  'secret-lost',
] as const;
export type DeliveryProblem = (typeof deliveryProblems)[number];

/** How many addresses a brokerage has, and how much of each is kept and shown. */
export const webhookLimits = {
  perBrokerage: 10,
  urlChars: 500,
  descriptionChars: 120,
  keptDeliveries: 2_000,
  keptDays: 30,
  shownDeliveries: 50,
} as const;
