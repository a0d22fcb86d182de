import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { sha256 } from '../kernel/ids.ts';
import { pageStyle } from './docs/htmlPage.ts';

type Directives = NonNullable<Exclude<Parameters<typeof helmet.contentSecurityPolicy>[0], undefined>['directives']>;

/** A page of the hub may load its own files, and the socket and the API of this host. */
export const contentPolicy: Directives = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", `'sha256-${Buffer.from(sha256(pageStyle), 'hex').toString('base64')}'`],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'"],
};

/** The same for a page whose library adds `<style>` at run time: those that carry `res.locals.styleNonce`. */
export const allowStylesWithNonce: RequestHandler = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: {
    ...contentPolicy,
    styleSrc: [
      "'self'",
      (_req, res) => `'nonce-${(res as unknown as { locals: { styleNonce: string } }).locals.styleNonce}'`,
    ],
  },
});
