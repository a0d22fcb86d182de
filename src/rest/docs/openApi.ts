import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { errorTable, wireError } from '../../contract/errors.ts';
import { pingBody, webhookBody } from '../../contract/rest/webhookBodies.ts';
import { webhookEvents } from '../../contract/webhooks.ts';
import type { Route } from '../handle.ts';
import { takesKey } from '../onceByKey.ts';
import { curlOf, exampleCall, verbs } from './exampleCall.ts';
import { finder } from './foldOut.ts';

const errorAnswer = z.object({ error: wireError }).meta({ id: 'ErrorAnswer' });
const errors = {
  description: `Any error. Codes: ${Object.keys(errorTable).join(', ')}.`,
  content: { 'application/json': { schema: errorAnswer } },
};

/** `/conversations/:id` as OpenAPI writes it. */
export const openApiPath = (route: Route): string => `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`;

/** The API as an OpenAPI 3.1 document, made from the routes that answer, each with an example for curl. */
export function openApiDocument(routes: readonly Route[]): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes)
    paths[openApiPath(route)] = { ...paths[openApiPath(route)], [route.method]: operationOf(route) };
  for (const [path, summary] of Object.entries(rootCalls)) {
    paths[path] = { get: { summary, tags: ['operation'], responses: { 200: { description: 'OK' }, default: errors } } };
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Jorge Hub',
      version: '1',
      description:
        'A brokerage’s conversations: sessions, transcripts, leads. Live events come over Socket.IO; see /asyncapi.json.',
    },
    servers: [{ url: '/' }],
    paths,
    webhooks: Object.fromEntries([
      ...webhookEvents.map((event) => [event, eventOf(webhookBody(event))]),
      ['ping', eventOf(pingBody)],
    ]),
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'A staff access token or an API key (hk_…); under /widget, the token of the widget session.',
        },
      },
    },
  });
  const find = finder(document);
  for (const [path, item] of Object.entries(document.paths ?? {}))
    for (const verb of verbs) {
      const call = item[verb];
      if (call === undefined) continue;
      const source = curlOf(exampleCall(verb, path, call, find), exampleOrigin);
      call['x-codeSamples'] = [{ lang: 'Shell', label: 'curl', source }];
    }
  return document;
}

/** The request that the hub posts to a webhook. */
const eventOf = (body: z.ZodType): ZodOpenApiPathsObject[string] => ({
  post: {
    requestParams: { header: webhookHeaders },
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: { 200: { description: 'Any status from 200 to 299: it was taken' } },
  },
});
const webhookHeaders = z.object({ 'Hub-Signature': z.string(), 'Hub-Event': z.string(), 'Hub-Delivery': z.string() });

/** Nobody's: each brokerage has its own. */
const exampleOrigin = 'https://hub.example.com';

const rootCalls = {
  '/livez': 'Check whether the process is alive.',
  '/readyz': 'Check whether this node should get traffic, with its checks by name.',
  '/metrics': 'Get metrics for Prometheus. Open to the same machine; from elsewhere, it needs an admin’s bearer token.',
};

function operationOf(route: Route): ZodOpenApiOperationObject {
  const parameters = {
    ...(route.params ? { path: asObject(route.params) } : {}),
    ...(route.query ? { query: asObject(route.query) } : {}),
    ...(takesKey(route) ? { header: idempotencyKey } : {}),
  };
  const content = {
    ...(route.answer
      ? { 'application/json': { schema: route.changes ? z.union([route.answer, route.changes]) : route.answer } }
      : {}),
    ...(route.alsoAs ? { [route.alsoAs]: { schema: z.string() } } : {}),
    ...(route.events ? { 'text/event-stream': { schema: z.string() } } : {}),
    ...(route.bytes === 'answer' ? { 'application/octet-stream': { schema: fileBytes } } : {}),
  };
  return {
    summary: route.summary,
    tags: [route.path.split('/')[1] as string],
    security: route.access !== 'anonymous' ? [{ bearer: [] }] : [],
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } } : {}),
    ...(route.bytes === 'body'
      ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: fileBytes } } } }
      : {}),
    ...(Object.keys(parameters).length > 0 ? { requestParams: parameters } : {}),
    responses:
      route.answer || route.bytes === 'answer'
        ? {
            [route.status ?? 200]: { description: descriptions[route.status ?? 200], content },
            default: errors,
          }
        : { 204: { description: 'Done; no content' }, default: errors },
  };
}

const descriptions = { 200: 'OK', 201: 'Created', 202: 'Accepted' } as const;
const idempotencyKey = z.object({ 'Idempotency-Key': z.string().max(200).optional() });
const fileBytes = z.string().meta({ format: 'binary' });

const asObject = (schema: z.ZodType): z.ZodObject => schema as z.ZodObject;
