import { z } from 'zod';
import { id, isoTime, personText } from '../values.ts';
import { deliveryProblems, deliveryStates, webhookEvents, webhookLimits, webhookPauses } from '../webhooks.ts';

const url = z.string().trim().min(1).max(webhookLimits.urlChars);
const events = z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length);
const description = personText(webhookLimits.descriptionChars);

export const webhookRequest = z.strictObject({
  url: url.meta({ examples: ['https://crm.example.com/hub'] }),
  events,
  description: description.optional(),
});
export type WebhookRequest = z.infer<typeof webhookRequest>;
/** A field left out stays. `active` false: nothing is sent until it is true again, and the events of that time are not sent later. */
export const webhookChange = z.strictObject({
  url: url.optional(),
  events: events.optional(),
  description: z.union([z.literal(''), description]).optional(),
  active: z.boolean().optional(),
});
export type WebhookChange = z.infer<typeof webhookChange>;
/** `paused`: since when and why nothing is sent. `failingSince`: since then no try worked. */
export const webhookRow = z
  .object({
    id,
    url: z.string(),
    events: z.array(z.enum(webhookEvents)),
    description: z.string().optional(),
    createdAt: isoTime,
    paused: z.object({ at: isoTime, reason: z.enum(webhookPauses) }).optional(),
    failingSince: isoTime.optional(),
  })
  .meta({ id: 'Webhook' });
export type WebhookRow = z.infer<typeof webhookRow>;
export const webhooksAnswer = z.object({ items: z.array(webhookRow) });
/** `secret` is shown this once; it signs every delivery. */
export const madeWebhook = webhookRow.extend({ secret: z.string() });
export type MadeWebhook = z.infer<typeof madeWebhook>;

/**
 * `at`: when it happened. `attempts` so far; `status`, `ms` and `problem` of the last one. `nextAt`: when it is tried again. `ping`: a test.
 */
export const webhookDelivery = z
  .object({
    id,
    event: z.enum([...webhookEvents, 'ping']),
    at: isoTime,
    conversationId: id.optional(),
    state: z.enum(deliveryStates),
    attempts: z.number().int(),
    triedAt: isoTime.optional(),
    nextAt: isoTime.optional(),
    status: z.number().int().optional(),
    ms: z.number().int().optional(),
    problem: z.enum(deliveryProblems).optional(),
    /** The problem in a sentence. */
    says: z.string().optional(),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
export const deliveriesQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(webhookLimits.shownDeliveries),
});
/** The newest first. */
export const deliveriesAnswer = z.object({ items: z.array(webhookDelivery) });
