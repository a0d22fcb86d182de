import {
  type DeliveriesDeps,
  listDeliveries,
  resendDelivery,
  testWebhook,
} from '../../features/webhooks/manageDeliveries.ts';
import {
  addWebhook,
  changeWebhook,
  listWebhooks,
  removeWebhook,
  type WebhooksDeps,
} from '../../features/webhooks/manageWebhooks.ts';
import { type Route, staffRoute } from '../handle.ts';

export type WebhookRouteDeps = WebhooksDeps & DeliveriesDeps;

/** The hub's own webhooks; `channelWebhooks.ts` is where providers of channels post. */
export const webhookRoutes = (parts: WebhookRouteDeps): Route[] => [
  staffRoute('GET /webhooks', {
    summary: 'List the webhooks, without their secrets (admin).',
    from: 'hub',
    run: async ({ session }) => ({ items: await listWebhooks(parts, session.scope) }),
  }),
  staffRoute('POST /webhooks', {
    summary: 'Register an address that the hub posts events to (admin). Its secret is shown only once.',
    from: 'hub',
    status: 201,
    run: ({ session, body }) => addWebhook(parts, session.scope, body),
  }),
  staffRoute('PUT /webhooks/:id', {
    summary: 'Change the address, events, or description of a webhook, or pause or resume it (admin).',
    from: 'hub',
    run: ({ session, params, body }) => changeWebhook(parts, session.scope, params.id, body),
  }),
  staffRoute('DELETE /webhooks/:id', {
    summary: 'Delete a webhook and its deliveries (admin).',
    from: 'hub',
    run: ({ session, params }) => removeWebhook(parts, session.scope, params.id),
  }),
  staffRoute('POST /webhooks/:id/test', {
    summary: 'Send a `ping` to a webhook now, and get its result (admin).',
    from: 'hub',
    run: ({ session, params }) => testWebhook(parts, session.scope, params.id),
  }),
  staffRoute('GET /webhooks/:id/deliveries', {
    summary: 'List the deliveries of a webhook, newest first, with their results (admin).',
    from: 'hub',
    run: async ({ session, params, query }) => ({
      items: await listDeliveries(parts, session.scope, params.id, query.limit),
    }),
  }),
  staffRoute('POST /webhooks/:id/deliveries/:deliveryId/resend', {
    summary: 'Send a delivery again, under the same id (admin).',
    from: 'hub',
    run: ({ session, params }) => resendDelivery(parts, session.scope, params.id, params.deliveryId),
  }),
];
