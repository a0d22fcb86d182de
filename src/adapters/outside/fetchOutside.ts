import type { IncomingMessage } from 'node:http';
import { type FetchOutside, OutsideFault, type OutsideWish } from '../../kernel/fetchOutside.ts';
import { createGuardedRequest, type OutsideOptions } from './guardedRequest.ts';

const withinMs = 10_000;
const mostRedirects = 3;

/** Fetches files of strangers' choice, each in ten seconds at most; the target of a redirect is checked as the first address was. */
export function createOutsideFetcher(options: OutsideOptions = {}): FetchOutside {
  const request = createGuardedRequest(options);
  const ask = (url: URL, { accept, etag = null }: OutsideWish, signal: AbortSignal): Promise<IncomingMessage> => {
    const headers = {
      accept,
      'accept-encoding': 'identity',
      'user-agent': 'Jorge-Hub',
      ...(etag === null ? {} : { 'if-none-match': etag }),
    };
    return request(url, { headers }, signal);
  };

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
