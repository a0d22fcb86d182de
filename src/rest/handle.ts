import express, { type NextFunction, type Request, type RequestHandler, type Response, type Router } from 'express';
import { z } from 'zod';
import { errorTable } from '../contract/errors.ts';
import {
  type ChangesAnswer,
  type Received,
  type RouteAnswer,
  type RouteName,
  type RouteSchema,
  restRoutes,
} from '../contract/rest/routes.ts';
import { parseApiKey } from '../features/identity/apiKeys.ts';
import { askedBy, type OriginJudge } from '../features/identity/judgeOrigin.ts';
import type { StaffScope } from '../features/identity/model.ts';
import type { IdentityStore } from '../features/identity/ports.ts';
import type { TokenVerifier, VerifiedSession, VisitorSession } from '../features/identity/verifyToken.ts';
import { hasTwoHosts } from '../kernel/hasTwoHosts.ts';
import { HubError, toHubError, toWireError } from '../kernel/hubError.ts';
import { newId } from '../kernel/ids.ts';
import { isPlainAndSmall } from '../kernel/judgeShape.ts';
import type { Logger, Meter } from '../kernel/observe.ts';
import { addressKey, type Limit, type RateLimits, refuseFor } from '../kernel/rateLimits.ts';
import { type OnceDeps, onceByKey } from './onceByKey.ts';

/** The input of a route: everything parsed, and of the raw request only the parts that it must see. */
export interface Call<N extends RouteName, Session> {
  body: Received<N, 'body'>;
  query: Received<N, 'query'>;
  params: Received<N, 'params'>;
  session: Session;
  req: Request;
  res: Response;
}

interface RouteFrame {
  summary: string;
  /** The origins that may call: `widget` pages are judged by their site, all others must be the hub's own. */
  from: 'hub' | 'widget';
  /** The size limit of a body that may be larger than others. */
  bodyBytes?: number;
  /** Open even to people who have yet to set up the second factor that they must have. */
  settingUp?: true;
  /** Its work counts its callers by a limit of its own. */
  ownLimit?: true;
  /** Also offered in this form, to clients that accept it. */
  alsoAs?: 'text/plain' | 'text/html' | 'text/csv';
  /** Also offered as server-sent events, which `run` writes itself. */
  events?: true;
  /** Of the answer where it isn't 200: something was made (201), or the work has only begun (202). */
  status?: 201 | 202;
  /** Its body or its answer is a file, as bytes: `run` reads the one from the request and returns the other. */
  bytes?: 'body' | 'answer';
}
type StaffSession = VerifiedSession<StaffScope>;
type Work<N extends RouteName, Session> = RouteFrame & {
  /** A string is the answer as text, a buffer the file that was asked for; where the table has no answer, the rest is let go. */
  run(
    call: Call<N, Session>,
  ): Promise<(typeof restRoutes)[N]['answer'] extends null ? unknown : RouteAnswer<N> | ChangesAnswer<N> | string>;
};

/** One route of the API: its input, its rights, its answer. The documents are made from the same row. */
export interface Route extends RouteFrame, RouteSchema {
  method: 'get' | 'post' | 'put' | 'delete';
  /** Below `/api/v1`, as express writes it. */
  path: string;
  access: 'anonymous' | 'visitor' | 'staff';
  // biome-ignore lint/suspicious/noExplicitAny: the builders below tie the call's types to the table
  run(call: any): Promise<unknown>;
}

export const anonymousRoute = <N extends RouteName>(name: N, work: Work<N, null>): Route => ({
  ...work,
  ...placeOf(name),
  access: 'anonymous',
});

export const staffRoute = <N extends RouteName>(name: N, work: Work<N, StaffSession>): Route => ({
  ...work,
  ...placeOf(name),
  access: 'staff',
});

/** For pages of the site that the visitor's token was made for. */
export const visitorRoute = <N extends RouteName>(name: N, work: Omit<Work<N, VisitorSession>, 'from'>): Route => ({
  ...work,
  ...placeOf(name),
  from: 'widget',
  access: 'visitor',
});

/** `GET /people` and what the table says of it. */
function placeOf(name: RouteName): RouteSchema & Pick<Route, 'method' | 'path'> {
  const [method = '', path = ''] = name.split(' ');
  return { ...restRoutes[name], method: method.toLowerCase() as Route['method'], path };
}

export interface HandleDeps extends OnceDeps {
  verifier: Pick<TokenVerifier, 'verifyStaff' | 'verifyVisitor'>;
  sites: Pick<IdentityStore, 'findSite'>;
  rateLimits: RateLimits;
  limits: { callsPerAddress: Limit; callsPerPrincipal: Limit };
  origins: OriginJudge;
  log: Logger;
  meter: Meter;
}

export const bodyLimit = 64 * 1024;

/** The one way into every route of the API: origin, token, rate, size, shape and schema, then the work; errors as the contract says. */
export function addRoute(router: Router, deps: HandleDeps, route: Route): void {
  const steps: RequestHandler[] = [
    async (req, res, next) => {
      res.locals.route = route.path;
      if (route.from === 'hub') deps.origins.require(askedBy(req.headers, req.host), []);
      res.locals.session = await sessionFor(deps, route, req, res);
      if (route.access === 'anonymous' && !route.ownLimit)
        refuseFor(await deps.rateLimits.take(deps.limits.callsPerAddress, addressOf(req)));
      next();
    },
    async (req, res) => {
      const query: unknown = { ...req.query };
      const { session } = res.locals;
      const call = {
        body: parsed(route.body, req.body),
        query: parsed(route.query ?? z.strictObject({}), query),
        params: parsed(route.params, req.params),
        ...{ session, req, res },
      };
      const run = () => route.run(call);
      const answer =
        route.access === 'staff'
          ? await onceByKey(deps, { principalId: (session as StaffSession).scope.principal.id, route, req, res }, run)
          : await run();
      if (res.writableEnded) return;
      if (route.status !== undefined) res.status(route.status);
      if (Buffer.isBuffer(answer)) res.send(answer);
      else if (typeof answer === 'string') res.type('text/plain').send(answer);
      else if (route.answer === null) res.status(204).end();
      else res.json(answer);
    },
  ];
  if (route.body)
    steps.splice(1, 0, express.json({ limit: route.bodyBytes ?? bodyLimit, strict: true, inflate: false }));
  router[route.method](route.path, ...steps);
}

function parsed(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined;
  if (!isPlainAndSmall(value)) throw new HubError('VALIDATION_FAILED');
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const field = result.error.issues[0]?.path.join('.');
  throw new HubError('VALIDATION_FAILED', field ? { field } : {});
}

function sessionFor(
  deps: HandleDeps,
  { access, settingUp }: Route,
  req: Request,
  res: Response,
): Promise<StaffSession | VisitorSession> | null {
  if (access === 'staff') return staffSession(deps, req, { settingUp: settingUp === true });
  return access === 'visitor' ? visitorSession(deps, req, res) : null;
}

/** A visitor on a page of their site: that page may read the answer, and every page its refusal. */
async function visitorSession(deps: HandleDeps, req: Request, res: Response): Promise<VisitorSession> {
  const { origin } = req.headers;
  if (origin !== undefined) res.setHeader('access-control-allow-origin', '*');
  const session = await byBearer(deps, req, (token) => deps.verifier.verifyVisitor(token));
  const { tenantId, principal } = session.scope;
  const site = await deps.sites.findSite(principal.siteId);
  if (site === null || site.tenantId !== tenantId) throw new HubError('AUTH_REVOKED');
  deps.origins.require(askedBy(req.headers, req.host), site.allowedOrigins);
  if (origin !== undefined) res.setHeader('access-control-allow-origin', origin);
  return session;
}

/** The staff member, or the integration, of a request. */
export function staffSession(
  deps: Pick<HandleDeps, 'verifier' | 'rateLimits' | 'limits'>,
  req: Request,
  may = { settingUp: false },
): Promise<StaffSession> {
  return byBearer(deps, req, async (token) => {
    // A signature is judged by itself; a key has to be looked up.
    if (parseApiKey(token) !== null) refuseFor(await deps.rateLimits.peek(deps.limits.callsPerAddress, addressOf(req)));
    return deps.verifier.verifyStaff(token, may);
  });
}

/** The bearer of a request. A failed one counts against the address, so that nobody can guess tokens without limit. */
async function byBearer<S extends VerifiedSession>(
  deps: Pick<HandleDeps, 'rateLimits' | 'limits'>,
  req: Request,
  verify: (token: string) => Promise<S>,
): Promise<S> {
  const header = req.headers.authorization;
  if (header === undefined) throw new HubError('AUTH_REQUIRED');
  const token = /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(header)?.[1];
  try {
    if (token === undefined) throw new HubError('AUTH_INVALID');
    const session = await verify(token);
    refuseFor(await deps.rateLimits.take(deps.limits.callsPerPrincipal, session.scope.principal.id));
    return session;
  } catch (refusal) {
    if (toHubError(refusal).code === 'AUTH_INVALID') {
      refuseFor(await deps.rateLimits.take(deps.limits.callsPerAddress, addressOf(req)));
    }
    throw refusal;
  }
}

export const addressOf = (req: Request): string => addressKey(req.ip ?? 'unknown');

/** Names the request in its answer and in the log, and counts it. */
export function beginTrace(deps: Pick<HandleDeps, 'meter'>): RequestHandler {
  return (req, res, next) => {
    const startedAt = performance.now();
    res.locals.trace = newId();
    res.setHeader('x-request-id', res.locals.trace);
    res.once('finish', () => {
      const labels = {
        method: knownMethod(req.method),
        route: res.locals.route ?? 'other',
        status: String(res.statusCode),
      };
      deps.meter.count('hub_http_requests_total', labels);
      deps.meter.observe('hub_http_seconds', (performance.now() - startedAt) / 1000, { route: labels.route });
    });
    next();
  };
}

const knownMethod = (method: string): string =>
  ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'].includes(method) ? method : 'other';

/** The proxy in front and the hub might each believe another one of two. */
export const refuseTwoHosts: RequestHandler = (req, _res, next) => {
  if (hasTwoHosts(req.rawHeaders)) throw new HubError('VALIDATION_FAILED');
  next();
};

export const refuseUnknown: RequestHandler = () => {
  throw new HubError('NOT_FOUND');
};

/** Every error of the REST edge leaves here, in the contract's shape, without a word of the input. */
export function answerErrors(log: Logger) {
  return (thrown: unknown, _req: Request, res: Response, _next: NextFunction): void => {
    const error = edgeError(thrown);
    const trace = String(res.locals.trace ?? newId());
    if (error.code === 'INTERNAL')
      log.error('a request failed', { err: error.cause ?? error, trace, route: res.locals.route });
    if (res.headersSent) {
      res.destroy();
      return;
    }
    const { status } = errorTable[error.code];
    if (status === 401) res.setHeader('www-authenticate', 'Bearer');
    if (error.retryAfterMs !== undefined) res.setHeader('retry-after', String(Math.ceil(error.retryAfterMs / 1000)));
    res.setHeader('cache-control', 'no-store');
    res.status(status).json({ error: toWireError(error, trace) });
  };
}

/** Errors of express and its body parser carry a status; from 400 to 499 it is the caller's mistake. */
function edgeError(thrown: unknown): HubError {
  if (thrown instanceof HubError) return thrown;
  const status = typeof thrown === 'object' && thrown !== null && 'status' in thrown ? thrown.status : undefined;
  if (status === 413) return new HubError('PAYLOAD_TOO_LARGE', { cause: thrown });
  if (status === 404) return new HubError('NOT_FOUND', { cause: thrown });
  if (typeof status === 'number' && status >= 400 && status < 500)
    return new HubError('VALIDATION_FAILED', { cause: thrown });
  return toHubError(thrown);
}
