import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** The page's words and state right now. */
export interface Now {
  phase: 'waiting' | 'playing' | 'over';
  /** Which talk is played, from 0. */
  at: number;
  /** The visitor whose chat is shown; null: nobody yet. */
  visitor: { token: string; locale: string; listingId?: string } | null;
  typing: boolean;
}

/** The values that do not change while the page is open. */
export interface Given {
  hub: string;
  siteKey: string;
  password: string;
  talks: { title: string; lookFor: string }[];
}

export interface WatchPage {
  url: string;
  /** Gives the page its values; until then it waits. */
  fill(given: Given): void;
  tell(change: Partial<Now>): void;
  close(): Promise<void>;
}

const html = join(import.meta.dirname, 'watch.html');

/** A page of a brokerage's own site, on an address of its own: it shows the chat as the recorded visitor sees it. */
export async function serveWatchPage(onStart: () => void): Promise<WatchPage> {
  let now: Now = { phase: 'waiting', at: 0, visitor: null, typing: false };
  let given: Given | null = null;
  const watching = new Set<ServerResponse>();
  const send = (response: ServerResponse): void => void response.write(`data: ${JSON.stringify(now)}\n\n`);
  const server = createServer((request, response) => {
    const call = `${request.method} ${request.url?.split('?')[0]}`;
    if (call === 'GET /') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      // No text of ours may end the script that it stands in.
      const words = JSON.stringify(given).replaceAll('<', '\\u003c');
      response.end(readFileSync(html, 'utf8').replace('/*given*/null', () => words));
    } else if (call === 'GET /now') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      watching.add(response);
      response.on('close', () => watching.delete(response));
      send(response);
    } else if (call === 'POST /start') {
      onStart();
      response.writeHead(204).end();
    } else response.writeHead(404).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fill(all) {
      given = all;
    },
    tell(change) {
      now = { ...now, ...change };
      for (const response of watching) send(response);
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
