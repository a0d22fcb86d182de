import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import type { WidgetBuild } from '../../contract/widgetTag.ts';
import { asyncApiDocument } from '../docs/asyncApi.ts';
import { docsPage } from '../docs/docsPage.ts';
import { openApiDocument } from '../docs/openApi.ts';
import type { Route } from '../handle.ts';

/** The API's own description, for programs and for people. */
export function docsRouter(routes: readonly Route[], ownOrigin: string | null, clientDir: string): Router {
  const openApi = openApiDocument(routes);
  const asyncApi = asyncApiDocument();
  // The host of a request may be anything; only a plain one is written into the page.
  const originOf = (scheme: string, host: string | undefined) =>
    /^[\w.:[\]-]{1,255}$/.test(host ?? '') ? `${scheme}://${host}` : '';
  const router = Router();
  router.get('/openapi.json', (_req, res) => void res.json(openApi));
  router.get('/asyncapi.json', (_req, res) => void res.json(asyncApi));
  router.get('/docs', async (req, res) => {
    const build: WidgetBuild = JSON.parse(await readFile(join(clientDir, 'widget.json'), 'utf8'));
    const origin = ownOrigin ?? originOf(req.protocol, req.host);
    res.type('html').send(docsPage(openApi, asyncApi, origin, build));
  });
  return router;
}
