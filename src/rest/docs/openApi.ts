import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { errorTable, wireError } from '../../contract/errors.ts';
import type { Route } from '../handle.ts';

const errorAnswer = z.object({ error: wireError }).meta({ id: 'ErrorAnswer' });
const errors = {
  description: `Any refusal. Codes: ${Object.keys(errorTable).join(', ')}.`,
  content: { 'application/json': { schema: errorAnswer } },
};

/** `/conversations/:id` as OpenAPI writes it. */
export const openApiPath = (route: Route): string => `/api/v1${route.path.replace(/:(\w+)/g, '{$1}')}`;

/** The API as an OpenAPI 3.1 document, made from the routes that answer. */
export function openApiDocument(routes: readonly Route[]): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes)
    paths[openApiPath(route)] = { ...paths[openApiPath(route)], [route.method]: operationOf(route) };
  for (const [path, summary] of Object.entries(rootCalls)) {
    paths[path] = { get: { summary, tags: ['operation'], responses: { 200: { description: 'OK' }, default: errors } } };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Jorge Hub',
      version: '1',
      description:
        'Conversations of a brokerage: sessions, transcripts, leads. What happens live comes over Socket.IO, see /asyncapi.json.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description:
            'An access token of the staff, or an API key (hk_…); below /widget the token of the widget’s session.',
        },
      },
    },
  });
}

const rootCalls = {
  '/livez': 'Whether the process lives.',
  '/readyz': 'Whether this node should get work, with its checks by name.',
  '/metrics': 'Numbers for Prometheus. Open to the machine itself; from elsewhere with the bearer of an admin.',
};

function operationOf(route: Route): ZodOpenApiOperationObject {
  const parameters = {
    ...(route.params ? { path: asObject(route.params) } : {}),
    ...(route.query ? { query: asObject(route.query) } : {}),
  };
  const content = {
    ...(route.answer ? { 'application/json': { schema: route.answer } } : {}),
    ...(route.text ? { 'text/plain': { schema: z.string() } } : {}),
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
        ? { 200: { description: 'OK', content }, default: errors }
        : { 204: { description: 'Done, nothing to say' }, default: errors },
  };
}

const fileBytes = z.string().meta({ format: 'binary' });

const asObject = (schema: z.ZodType): z.ZodObject => schema as z.ZodObject;
