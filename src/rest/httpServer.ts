import { createServer, type RequestListener, type Server } from 'node:http';

/** Longer than any proxy and any client keeps an idle connection: the side that closes first must not be the side that is written to. */
const keepAliveTimeoutMs = 75_000;

/** An HTTP server that nobody can hold open by being slow: headers within 5 s and 8 KB, the whole request within 10 s. */
export function createHttpServer(app: RequestListener): Server {
  return createServer(
    {
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      keepAliveTimeout: keepAliveTimeoutMs,
      maxHeaderSize: 8 * 1024,
      connectionsCheckingInterval: 1_000,
    },
    app,
  );
}
