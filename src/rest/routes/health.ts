import { type Request, Router } from 'express';
import { errorTable } from '../../contract/errors.ts';
import type { PerformanceFigures } from '../../contract/rest/performance.ts';
import { HubError, toWireError } from '../../kernel/hubError.ts';
import { type HandleDeps, staffSession } from '../handle.ts';

export interface HealthDeps {
  isDraining(): boolean;
  /** By name; a check that throws or takes longer than two seconds makes the node not ready. */
  checks: Record<string, () => Promise<void>>;
  readMetrics(): Promise<{ contentType: string; text: string }>;
  readPerformance(): Promise<PerformanceFigures>;
}
const patienceMs = 2_000;

/** For balancers and monitors: whether the process lives, whether it should get work, and its numbers. */
export function healthRouter(health: HealthDeps, deps: HandleDeps): Router {
  const router = Router();
  router.get('/livez', (_req, res) => void res.json({ alive: true }));

  router.get('/readyz', async (_req, res) => {
    const names = Object.keys(health.checks);
    const oks = await Promise.all(names.map((name) => passes(health.checks[name] as () => Promise<void>)));
    const checks = Object.fromEntries(names.map((name, index) => [name, oks[index] ? 'ok' : 'failed']));
    if (!health.isDraining() && oks.every(Boolean)) return void res.json({ ready: true, checks });
    const error = new HubError(health.isDraining() ? 'DRAINING' : 'DEPENDENCY_DOWN');
    res
      .status(errorTable[error.code].status)
      .json({ ready: false, checks, error: toWireError(error, String(res.locals.trace)) });
  });

  // Open to this machine; from elsewhere for an admin's token or API key. A proxy on this machine hides where a call is from, so what it forwards counts as from elsewhere.
  router.get('/metrics', async (req, res) => {
    if (!isLocal(req)) {
      const { scope } = await staffSession(deps, req);
      if (scope.principal.role !== 'admin') throw new HubError('FORBIDDEN');
    }
    const { contentType, text } = await health.readMetrics();
    res.setHeader('content-type', contentType);
    res.send(text);
  });
  return router;
}

function isLocal(req: Request): boolean {
  const forwarded = req.headers['x-forwarded-for'] !== undefined || req.headers.forwarded !== undefined;
  // A stranger's page whose name points here calls by that name; a person at this machine calls by its own.
  const byOwnName = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(req.headers.host ?? '');
  return !forwarded && byOwnName && /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(req.socket.remoteAddress ?? '');
}

async function passes(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  try {
    return await Promise.race([check().then(() => true), tooLate]);
  } catch {
    // Why it failed is in the log of the part that failed; here it only counts that it did.
    return false;
  } finally {
    clearTimeout(timer);
  }
}
