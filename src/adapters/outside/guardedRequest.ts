import { type LookupAddress, lookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { OutsideFault } from '../../kernel/fetchOutside.ts';
import { isPublicAddress } from './publicAddress.ts';

export interface OutsideOptions {
  /** Replaces the internet in a test; the real request by default. */
  request?: typeof httpsRequest;
  protocol?: string;
  /** Ports that may be asked, as a URL writes them: empty is the one of the protocol. */
  ports?: readonly string[];
  isPublic?(address: string): boolean;
  resolve?(host: string, answer: (error: Error | null, addresses: LookupAddress[]) => void): void;
  withinMs?: number;
  /** Also plain http to this machine, by any port: for trying things out, never in production. */
  mayBeLoopback?: boolean;
}

/** The names that a machine has for itself. */
const loopbackHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);
const isLoopback = (address: string): boolean => address === '127.0.0.1' || address === '::1';

export type GuardedRequest = (
  url: URL,
  asked: { method?: 'GET' | 'POST'; headers: OutgoingHttpHeaders; body?: string },
  signal: AbortSignal,
) => Promise<IncomingMessage>;

/**
 * Asks servers of strangers' choice. It never connects to an address inside a network: a name is looked up once, all of
 * it is checked, and the connection is made to what was checked. Resolves to the answer, of which nothing was read yet.
 */
export function createGuardedRequest(options: OutsideOptions): GuardedRequest {
  const { protocol = 'https:', ports = [''], isPublic = isPublicAddress, mayBeLoopback = false } = options;
  const resolve =
    options.resolve ?? ((host, answer) => lookup(host, { all: true }, (error, found) => answer(error, found ?? [])));
  const lookupAmong =
    (isOpen: (address: string) => boolean): LookupFunction =>
    (host, { all }, answer) =>
      resolve(host, (error, found) => {
        const [first] = found;
        if (error || first === undefined) answer(error ?? new Error('no address'), '', 0);
        else if (!found.every(({ address }) => isOpen(address))) answer(new OutsideFault('not-allowed'), '', 0);
        else if (all) answer(null, found);
        else answer(null, first.address, first.family);
      });

  return (url, { method = 'GET', headers, body }, signal) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const isHere = mayBeLoopback && url.protocol === 'http:' && loopbackHosts.has(host);
    const isOpen = isHere ? isLoopback : isPublic;
    if (!isHere && (url.protocol !== protocol || !ports.includes(url.port))) throw new OutsideFault('not-allowed');
    // A name that is an address is not looked up.
    if (isIP(host) !== 0 && !isOpen(host)) throw new OutsideFault('not-allowed');
    const ask = isHere ? httpRequest : (options.request ?? httpsRequest);
    return new Promise((done, fail) => {
      const asked = { agent: false, method, headers, lookup: lookupAmong(isOpen), signal } as const;
      const request = ask(url, asked);
      request.on('error', fail);
      request.on('response', done);
      request.end(body);
    });
  };
}
