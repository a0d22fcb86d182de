import express, { type Request, type RequestHandler, Router } from 'express';
import {
  type AnswerHookDeps,
  answerHook,
  type PhoneHook,
  phoneHooks,
} from '../../features/calls/provider/answerHook.ts';
import { toHubError } from '../../kernel/hubError.ts';
import { refuseFor } from '../../kernel/rateLimits.ts';
import { addressOf, bodyLimit, type HandleDeps } from '../handle.ts';

export interface TwilioHookDeps {
  phoneHooks: AnswerHookDeps;
  /** As `PUBLIC_URL` says it. */
  publicUrl: string | null;
}

/** The addresses to which Twilio posts the events of calls. An unsigned post counts against the address that it comes from. */
export function twilioHookRouter(deps: TwilioHookDeps, handle: HandleDeps): Router {
  const router = Router();
  const path = '/api/v1/hooks/twilio/:connectionId';
  const readBody = express.raw({ type: () => true, limit: bodyLimit, inflate: false });
  const refuseFlood: RequestHandler = async (req, res, next) => {
    res.locals.route = path;
    refuseFor(await handle.rateLimits.peek(handle.limits.callsPerAddress, addressOf(req)));
    next();
  };
  for (const hook of phoneHooks)
    router.post(`${path}/${hook}`, refuseFlood, readBody, async (req: Request<{ connectionId: string }>, res) => {
      const instructions = await answer(hook, req);
      res.setHeader('cache-control', 'no-store');
      if (instructions === null) res.status(200).end();
      else res.status(200).type('text/xml').send(instructions);
    });

  async function answer(hook: PhoneHook, req: Request<{ connectionId: string }>): Promise<string | null> {
    const base = deps.publicUrl ?? `${req.protocol}://${req.host}`;
    try {
      return await answerHook(deps.phoneHooks, req.params.connectionId, {
        ...{ hook, base, url: `${base}${req.originalUrl}`, signature: req.get('x-twilio-signature') ?? '' },
        form: new URLSearchParams(Buffer.isBuffer(req.body) ? req.body.toString('utf8') : ''),
      });
    } catch (error) {
      if (unsigned.has(toHubError(error).code))
        refuseFor(await handle.rateLimits.take(handle.limits.callsPerAddress, addressOf(req)));
      throw error;
    }
  }
  return router;
}

const unsigned: ReadonlySet<string> = new Set(['NOT_FOUND', 'AUTH_INVALID']);
