import { OutsideFault, type PostOutside } from '../../kernel/fetchOutside.ts';
import { createGuardedRequest, type OutsideOptions } from './guardedRequest.ts';

const withinMs = 5_000;

/** Posts to addresses of strangers' choice, each in five seconds at most. */
export function createOutsidePoster(options: OutsideOptions = {}): PostOutside {
  const ask = createGuardedRequest(options);
  return async (address, { body, headers }) => {
    const signal = AbortSignal.timeout(options.withinMs ?? withinMs);
    const sent = { ...headers, 'content-length': Buffer.byteLength(body), 'user-agent': 'Jorge-Hub' };
    try {
      const response = await ask(new URL(address), { method: 'POST', headers: sent, body }, signal);
      response.destroy();
      return { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] ?? null };
    } catch (error) {
      if (error instanceof OutsideFault) throw error;
      throw new OutsideFault(signal.aborted ? 'too-slow' : 'not-reached', { cause: error });
    }
  };
}
