import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { ChannelRow, WebhookRequest } from '../../../src/features/channels/model.ts';
import { HubError } from '../../../src/kernel/hubError.ts';

const account = z.strictObject({ api: z.url(), sid: z.string(), secret: z.string(), number: z.string() });
const posted = z.object({ MessageSid: z.string(), From: z.string(), Body: z.string().optional() });

/** All that a channel for text messages is, of a provider that posts forms and signs them as Twilio does. */
export const textMessages: ChannelRow = (accountsOf) => {
  const accounts = accountsOf('sms', account);
  return {
    kind: 'sms',
    listen: null,
    async send({ tenantId, to, text, messageId }) {
      const from = accounts.get(tenantId);
      if (from === undefined) throw new Error('this brokerage has no number');
      const answer = await fetch(`${from.api}/Accounts/${from.sid}/Messages.json`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${from.sid}:${from.secret}`).toString('base64')}`,
          'idempotency-key': messageId,
        },
        body: new URLSearchParams({ From: from.number, To: to, Body: text }),
      });
      if (!answer.ok) throw new Error(`the provider answered ${answer.status}`);
    },
    webhook: {
      isSigned(request) {
        const secret = accounts.get(request.tenantId)?.secret;
        const given = request.headers['x-twilio-signature'];
        if (secret === undefined || typeof given !== 'string') return false;
        const right = Buffer.from(signatureOf(secret, request));
        return right.length === Buffer.byteLength(given) && timingSafeEqual(right, Buffer.from(given));
      },
      read({ body }) {
        const { data } = posted.safeParse(Object.fromEntries(new URLSearchParams(body.toString())));
        if (data === undefined) throw new HubError('VALIDATION_FAILED');
        // A report of a delivery has no words.
        return data.Body === undefined ? [] : [{ providerId: data.MessageSid, from: data.From, text: data.Body }];
      },
    },
  };
};

/** Of the address, and after it each field of the form with its value, in the order of the names. */
export const signatureOf = (secret: string, { url, body }: Pick<WebhookRequest, 'url' | 'body'>): string =>
  createHmac('sha1', secret)
    .update(
      url +
        [...new URLSearchParams(body.toString())]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .flat()
          .join(''),
    )
    .digest('base64');
