import type { createDocument } from 'zod-openapi';
import { exampleOf } from './exampleOf.ts';
import type { Schema } from './schema.ts';

export type OpenApi = ReturnType<typeof createDocument>;
export type Call = NonNullable<NonNullable<OpenApi['paths']>[string]['get']>;
export type Find = (ref: string) => unknown;
export const verbs = ['get', 'post', 'put', 'delete'] as const;

/** A call as somebody would make it: with all that it has to have. */
export interface ExampleCall {
  verb: string;
  /** With `<id>` where somebody puts theirs. */
  address: string;
  body: unknown;
  needsBearer: boolean;
}

export function exampleCall(verb: (typeof verbs)[number], path: string, call: Call, find: Find): ExampleCall {
  const query = (call.parameters ?? []).flatMap((parameter): [string, string][] =>
    'in' in parameter && parameter.in === 'query' && parameter.required
      ? [[parameter.name, String(exampleOf((parameter.schema ?? {}) as Schema, find, parameter.name))]]
      : [],
  );
  const schema = bodyOf(call);
  return {
    verb: verb.toUpperCase(),
    address: `${path.replace(/\{(\w+)\}/g, '<$1>')}${query.length === 0 ? '' : `?${new URLSearchParams(query)}`}`,
    body: schema === undefined ? undefined : exampleOf(schema, find),
    needsBearer: (call.security?.length ?? 0) > 0,
  };
}

export const bodyOf = ({ requestBody }: Call): unknown =>
  requestBody && 'content' in requestBody ? requestBody.content['application/json']?.schema : undefined;

export function curlOf({ verb, address, body, needsBearer }: ExampleCall, origin: string): string {
  const isPlain = verb === 'GET' || (verb === 'POST' && body !== undefined);
  const parts = [`curl${isPlain ? '' : ` -X ${verb}`} '${origin}${address}'`];
  if (needsBearer) parts.push(`-H "authorization: Bearer $TOKEN"`);
  if (body !== undefined) {
    const quoted = JSON.stringify(body).replaceAll("'", String.raw`'\''`);
    parts.push(`-H 'content-type: application/json'`, `-d '${quoted}'`);
  }
  return parts.join(' \\\n  ');
}
