import express, { type Request, type RequestHandler, Router } from 'express';
import type { ErrorCode } from '../../contract/errors.ts';
import type { ChannelWebhook, ToldMessage } from '../../features/channels/model.ts';
import { HubError, toHubError } from '../../kernel/hubError.ts';
import { sha256 } from '../../kernel/ids.ts';
import { type Limit, refuseFor } from '../../kernel/rateLimits.ts';
import { addressOf, bodyLimit, type HandleDeps } from '../handle.ts';

export interface ChannelWebhookRow {
  kind: string;
  webhook: ChannelWebhook;
  /** Resolves once the message is kept. */
  receive(told: ToldMessage): Promise<void>;
}

export interface ChannelWebhookDeps {
  channelWebhooks: readonly ChannelWebhookRow[];
  limits: { messagesPerSender: Limit };
  /** As `PUBLIC_URL` says it. */
  publicUrl: string | null;
}

/**
 * Of a writer who is blocked, from no number, without words, another under a name that was used. Told again it would be refused again, and
 * a provider stops calling what refuses too often.
 */
const neverTaken: ReadonlySet<ErrorCode> = new Set(['FORBIDDEN', 'VALIDATION_FAILED', 'COMMAND_REUSED']);

/**
 * The addresses to which providers of channels post messages. The answer waits until they are kept, and for nothing that follows. An
 * unsigned message counts against its address, a signed one against its sender.
 */
export function channelWebhookRouter(deps: ChannelWebhookDeps, handle: HandleDeps): Router {
  const router = Router();
  for (const row of deps.channelWebhooks) {
    const path = `/webhooks/${row.kind}/:tenantId`;
    const refuseFlood: RequestHandler = async (req, res, next) => {
      res.locals.route = path;
      refuseFor(await handle.rateLimits.peek(handle.limits.callsPerAddress, addressOf(req)));
      next();
    };
    const readBody = express.raw({ type: () => true, limit: bodyLimit, inflate: false });
    router.post(path, refuseFlood, readBody, async (req: Request<{ tenantId: string }>, res) => {
      const { tenantId } = req.params;
      const base = deps.publicUrl ?? `${req.protocol}://${req.host}`;
      const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
      const request = { tenantId, url: `${base}${req.originalUrl}`, headers: req.headers, body };
      if (!row.webhook.isSigned(request)) {
        refuseFor(await handle.rateLimits.take(handle.limits.callsPerAddress, addressOf(req)));
        throw new HubError('FORBIDDEN');
      }
      for (const told of row.webhook.read(request)) await take({ ...told, tenantId });
      res.status(204).end();
    });

    const take = async (told: ToldMessage): Promise<void> => {
      const sender = sha256([row.kind, told.tenantId, told.from].join('\0'));
      refuseFor(await handle.rateLimits.take(deps.limits.messagesPerSender, sender));
      try {
        await row.receive(told);
      } catch (thrown) {
        const { code } = toHubError(thrown);
        if (!neverTaken.has(code)) throw thrown;
        handle.log.info('a message of a channel was not taken', { channel: row.kind, code });
      }
    };
  }
  return router;
}
