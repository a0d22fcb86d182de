import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';
import { HubError } from '../../kernel/hubError.ts';
import { newId } from '../../kernel/ids.ts';
import { allowStylesWithNonce } from '../contentPolicy.ts';
import { type DemoAccounts, indexPage } from '../docs/indexPage.ts';

const pages = { '/demo': 'demo', '/desk': 'desk', '/wall': 'wall' } as const;

/** The placeholder that the build of the clients leaves where a page's nonce belongs. */
const noncePlaceholder = 'STYLE_NONCE';

/** The pages and everything they load, from the folder of the built clients. */
export function pagesRouter(clientDir: string, demoAccounts: DemoAccounts, hasModel: boolean): Router {
  const root = resolve(clientDir);
  const start = indexPage(demoAccounts, hasModel);
  const router = Router();
  router.get('/', (_req, res) => void res.type('html').setHeader('cache-control', 'no-cache').send(start));

  for (const [path, folder] of Object.entries(pages)) {
    const file = join(root, folder, 'index.html');
    // Below /desk and /wall the page itself reads the address.
    const paths = folder === 'demo' ? [path] : [path, `${path}/*rest`];
    const makeNonce: RequestHandler = (_req, res, next) => {
      res.locals.route = path;
      res.locals.styleNonce = newId();
      next();
    };
    router.get(paths, makeNonce, allowStylesWithNonce, async (_req, res) => {
      const page = await readFile(file, 'utf8').catch((cause: unknown) => {
        throw new HubError('NOT_FOUND', { cause });
      });
      res.setHeader('cache-control', 'no-cache');
      res.type('html').send(page.replaceAll(noncePlaceholder, res.locals.styleNonce as string));
    });
  }

  router.use((req, _res, next) => {
    if (req.path.endsWith('.map')) throw new HubError('NOT_FOUND');
    next();
  });
  router.use(
    express.static(root, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      setHeaders: (res, path) => setFileHeaders(res, relative(root, path)),
    }),
  );
  return router;
}

function setFileHeaders(res: Response, path: string): void {
  const ofWidget = path.startsWith('widget');
  // Names below /assets hold a hash of their content; the widget's name is what customers have in their pages.
  const hashed = path.startsWith('assets/') || (ofWidget && /[-.][\w-]{8,}\.\w+$/.test(path));
  res.setHeader(
    'cache-control',
    hashed ? 'public, max-age=31536000, immutable' : ofWidget ? 'public, max-age=300' : 'no-cache',
  );
  if (!ofWidget) return;
  // The widget is loaded by other people's sites.
  res.setHeader('cross-origin-resource-policy', 'cross-origin');
  res.setHeader('access-control-allow-origin', '*');
}
