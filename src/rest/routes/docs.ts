import { Router } from 'express';
import { asyncApiDocument } from '../docs/asyncApi.ts';
import { docsPage } from '../docs/docsPage.ts';
import { openApiDocument } from '../docs/openApi.ts';
import type { Route } from '../handle.ts';

/** The API's own description, for programs and for people. */
export function docsRouter(routes: readonly Route[], ownOrigin: string | null): Router {
  const openApi = openApiDocument(routes);
  const asyncApi = asyncApiDocument();
  // The host of a request may be anything; only a plain one is written into the page.
  const originOf = (scheme: string, host: string | undefined) =>
    /^[\w.:[\]-]{1,255}$/.test(host ?? '') ? `${scheme}://${host}` : '';
  const router = Router();
  router.get('/openapi.json', (_req, res) => void res.json(openApi));
  router.get('/asyncapi.json', (_req, res) => void res.json(asyncApi));
  router.get(
    '/docs',
    (req, res) =>
      void res.type('html').send(docsPage(openApi, asyncApi, ownOrigin ?? originOf(req.protocol, req.host))),
  );
  return router;
}
