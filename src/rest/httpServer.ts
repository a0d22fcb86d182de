import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';

/** Longer than any proxy and any client keeps an idle connection: the side that closes first must not be the side that is written to. */
const keepAliveTimeoutMs = 75_000;

const withSlowBody = new WeakSet<object>();
/** Lets a client that may send a file take longer for its body; the reader of the body sets the time. */
export const allowSlowBody = ({ socket }: IncomingMessage): void => void withSlowBody.add(socket);

/** An HTTP server that nobody can hold open by being slow: headers within 5 s and 8 KB, the whole request within 10 s but for files. */
export function createHttpServer(app: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      keepAliveTimeout: keepAliveTimeoutMs,
      maxHeaderSize: 8 * 1024,
      connectionsCheckingInterval: 1_000,
    },
    app,
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && withSlowBody.has(socket)) return;
    if (socket.writable && error.code !== 'ECONNRESET')
      socket.write(`HTTP/1.1 ${refusals[error.code ?? ''] ?? '400 Bad Request'}\r\nConnection: close\r\n\r\n`);
    socket.destroy();
  });
  return server;
}

/** As Node answers where nobody listens. */
const refusals: Record<string, string> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
};
