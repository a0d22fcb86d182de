import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import type { WidgetBuild } from '../../contract/rest/widgetTag.ts';
import { asyncApiDocument } from '../docs/asyncApi.ts';
import { docsPage } from '../docs/docsPage.ts';
import { openApiDocument } from '../docs/openApi.ts';
import { readProtocolWords, readWebhookExample } from '../docs/protocolWords.ts';
import type { Route } from '../handle.ts';

/** The API's own description, for programs and for people; `protocolFile` has the words for what is live. */
export function docsRouter(
  routes: readonly Route[],
  ownOrigin: string | null,
  clientDir: string,
  protocolFile: string,
): Router {
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
    const markdown = await readFile(protocolFile, 'utf8');
    const webhookExample = readWebhookExample(markdown);
    res.type('html').send(docsPage(openApi, asyncApi, readProtocolWords(markdown), { origin, build, webhookExample }));
  });
  return router;
}
