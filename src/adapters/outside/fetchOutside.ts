import { type LookupAddress, lookup } from 'node:dns';
import type { IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type FetchOutside, OutsideFault, type OutsideWish } from '../../kernel/fetchOutside.ts';
import { isPublicAddress } from './publicAddress.ts';

const withinMs = 10_000;
const mostRedirects = 3;

export interface FetchOptions {
  /** What stands in for the internet in a test; else its own. */
  request?: typeof httpsRequest;
  protocol?: string;
  /** Ports that may be asked, as a URL writes them: empty is the one of the protocol. */
  ports?: readonly string[];
  isPublic?(address: string): boolean;
  resolve?(host: string, answer: (error: Error | null, addresses: LookupAddress[]) => void): void;
  withinMs?: number;
}

/**
 * Fetches files of strangers' choice, each in ten seconds at most. No address inside of a network is ever connected to: what a name
 * stands for is looked up once, all of it is checked, and the connection is made to what was checked, after each redirect as well.
 */
export function createOutsideFetcher(options: FetchOptions = {}): FetchOutside {
  const { protocol = 'https:', ports = [''], isPublic = isPublicAddress } = options;
  const resolve =
    options.resolve ?? ((host, answer) => lookup(host, { all: true }, (error, found) => answer(error, found ?? [])));
  const guardedLookup: LookupFunction = (host, { all }, answer) =>
    resolve(host, (error, found) => {
      const [first] = found;
      if (error || first === undefined) answer(error ?? new Error('no address'), '', 0);
      else if (!found.every(({ address }) => isPublic(address))) answer(new OutsideFault('not-allowed'), '', 0);
      else if (all) answer(null, found);
      else answer(null, first.address, first.family);
    });

  function ask(url: URL, { accept, etag = null }: OutsideWish, signal: AbortSignal): Promise<IncomingMessage> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.protocol !== protocol || !ports.includes(url.port)) throw new OutsideFault('not-allowed');
    // A name that is an address is not looked up.
    if (isIP(host) !== 0 && !isPublic(host)) throw new OutsideFault('not-allowed');
    const headers = {
      accept,
      'accept-encoding': 'identity',
      'user-agent': 'Jorge-Hub',
      ...(etag === null ? {} : { 'if-none-match': etag }),
    };
    return new Promise((done, fail) => {
      const request = (options.request ?? httpsRequest)(url, { agent: false, headers, lookup: guardedLookup, signal });
      request.on('error', fail);
      request.on('response', done);
      request.end();
    });
  }

  async function follow(address: string, wish: OutsideWish, signal: AbortSignal) {
    let url = new URL(address);
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const response = await ask(url, wish, signal);
      const { statusCode = 0, headers } = response;
      const isMoved = [301, 302, 303, 307, 308].includes(statusCode) && headers.location !== undefined;
      if (statusCode === 200)
        return { bytes: await bytesOf(response, wish.mostBytes), etag: headers.etag?.slice(0, 200) ?? null };
      response.destroy();
      if (statusCode === 304 && wish.etag) return 'unchanged';
      if (!isMoved || !URL.canParse(headers.location ?? '', url.href)) throw new OutsideFault('refused');
      url = new URL(headers.location ?? '', url.href);
    }
    throw new OutsideFault('too-many-redirects');
  }

  return async (address, wish) => {
    const signal = AbortSignal.timeout(options.withinMs ?? withinMs);
    try {
      return await follow(address, wish, signal);
    } catch (error) {
      if (error instanceof OutsideFault) throw error;
      throw new OutsideFault(signal.aborted ? 'too-slow' : 'not-reached', { cause: error });
    }
  };
}

async function bytesOf(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const { 'content-length': length, 'content-encoding': encoding = 'identity' } = response.headers;
  const refuse = (problem: 'too-large' | 'packed'): never => {
    response.destroy();
    throw new OutsideFault(problem);
  };
  if (Number(length) > mostBytes) refuse('too-large');
  if (encoding !== 'identity') refuse('packed');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) refuse('too-large');
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
