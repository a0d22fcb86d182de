import type { Given, RouteAnswer, RouteName } from '../../../src/contract/rest/routes.ts';
import { addressOf } from './addressOf.ts';

/** The body is that of the table where the hub said yes; else it tells the refusal. */
export interface RestResponse<N extends RouteName> extends Response {
  json(): Promise<RouteAnswer<N>>;
}

interface SendOptions {
  token?: string | undefined;
  fetch?: typeof globalThis.fetch;
  /** The body of a call that takes a file. */
  bytes?: Blob | undefined;
  /** Asks for the answer as events, as it is made. */
  events?: { signal: AbortSignal } | undefined;
}

/** As every call is sent, whatever its name. */
interface Untyped {
  params?: object;
  query?: object;
  body?: unknown;
}

/** Sends one call of the REST API, as the owner of the token. It rejects if the hub cannot be reached. */
export function sendRest<N extends RouteName>(
  name: N,
  given: Given<N>,
  { token, fetch = globalThis.fetch, bytes, events }: SendOptions = {},
): Promise<RestResponse<N>> {
  const [method = '', path = ''] = name.split(' ');
  const { params, query, body } = given as Untyped;
  return fetch(`/api/v1${addressOf(path, params, query)}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
      ...(events === undefined ? {} : { accept: 'text/event-stream' }),
    },
    ...(events === undefined ? {} : { signal: events.signal }),
    ...(bytes !== undefined ? { body: bytes } : body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
