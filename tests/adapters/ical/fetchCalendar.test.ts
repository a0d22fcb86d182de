import { once } from 'node:events';
import { createServer, type RequestListener, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createCalendarFetcher } from '../../../src/adapters/ical/fetchCalendar.ts';
import { createOutsideFetcher } from '../../../src/adapters/outside/fetchOutside.ts';
import type { OutsideOptions } from '../../../src/adapters/outside/guardedRequest.ts';

/** Stands for the open internet; 127.0.0.1 is the inside. */
const outside = '127.0.0.2';
const file = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
let server: Server;
let inside: Server;
let answer: RequestListener;
let asked: string[] = [];
let askedInside = 0;
let port: number;
let insidePort: number;

const listen = async (one: Server, host: string): Promise<number> => {
  one.listen(0, host);
  await once(one, 'listening');
  return (one.address() as AddressInfo).port;
};
beforeAll(async () => {
  server = createServer((req, res) => {
    asked.push(String(req.headers['if-none-match'] ?? ''));
    answer(req, res);
  });
  inside = createServer((_, res) => {
    askedInside += 1;
    res.end(file);
  });
  port = await listen(server, outside);
  insidePort = await listen(inside, '127.0.0.1');
});
beforeEach(() => {
  asked = [];
});
afterAll(() => {
  for (const one of [server, inside]) {
    one.close();
    one.closeAllConnections();
  }
});

const names: Record<string, string[]> = { 'calendar.example': [outside], 'inside.example': ['127.0.0.1'] };
const fetcher = (more: OutsideOptions = {}) =>
  createCalendarFetcher(
    createOutsideFetcher({
      request: request as never,
      protocol: 'http:',
      ports: [String(port), String(insidePort)],
      isPublic: (address) => address === outside,
      resolve: (host, done) =>
        done(
          null,
          (names[host] ?? []).map((address) => ({ address, family: 4 })),
        ),
      ...more,
    }),
  );
const url = (host = 'calendar.example', at = port) => `http://${host}:${at}/secret/basic.ics`;
const problemOf = (fetching: Promise<unknown>): Promise<unknown> =>
  fetching.then(
    () => 'none',
    (error: { problem?: string }) => error.problem,
  );

describe('a calendar file of an address of somebody’s choice', () => {
  it('is read with its ETag, and not again while that is the same', async () => {
    answer = (req, res) => {
      if (req.headers['if-none-match'] === '"a"') res.writeHead(304).end();
      else res.setHeader('etag', '"a"').end(file);
    };
    expect(await fetcher()(url(), null)).toEqual({ text: file, etag: '"a"' });
    expect(await fetcher()(url(), '"a"')).toBe('unchanged');
    expect(asked).toEqual(['', '"a"']);
  });

  it('is followed through three redirects and no more', async () => {
    let hops = 3;
    answer = (_, res) => {
      hops -= 1;
      if (hops >= 0) res.writeHead(302, { location: url() }).end();
      else res.end(file);
    };
    expect(await fetcher()(url(), null)).toMatchObject({ text: file });
    hops = 9;
    expect(await problemOf(fetcher()(url(), null))).toBe('too-many-redirects');
  });

  it.each([
    ['an address', () => url('127.0.0.1', insidePort)],
    ['a name', () => url('inside.example', insidePort)],
    ['another way to write an address', () => url('2130706433', insidePort)],
    ['an address of IPv6', () => url('[::1]', insidePort)],
  ])('no address inside is asked, neither at once nor after a redirect: %s', async (_, place) => {
    answer = (_, res) => void res.writeHead(302, { location: place() }).end();
    expect(await problemOf(fetcher()(place(), null))).toBe('not-allowed');
    expect(await problemOf(fetcher()(url(), null))).toBe('not-allowed');
    expect(askedInside).toBe(0);
  });

  it('a name that stands for both is not asked, nor one that stands for another address the next time', async () => {
    answer = (_, res) => void res.writeHead(302, { location: url('turns.example') }).end();
    names['both.example'] = [outside, '127.0.0.1'];
    expect(await problemOf(fetcher()(url('both.example'), null))).toBe('not-allowed');
    let looks = 0;
    const resolve: OutsideOptions['resolve'] = (_, done) => {
      looks += 1;
      done(null, [{ address: looks === 1 ? outside : '127.0.0.1', family: 4 }]);
    };
    expect(await problemOf(fetcher({ resolve })(url('turns.example'), null))).toBe('not-allowed');
    // Once for each connection: the hub connects to the address that it checked.
    expect(looks).toBe(2);
    expect(askedInside).toBe(0);
  });

  it('other protocols and ports are not asked', async () => {
    expect(await problemOf(fetcher()('ftp://calendar.example/', null))).toBe('not-allowed');
    expect(await problemOf(fetcher()('http://calendar.example:22/', null))).toBe('not-allowed');
    const real = createCalendarFetcher(createOutsideFetcher());
    for (const address of ['https://127.0.0.1/x', 'https://[::ffff:127.0.0.1]/x', 'https://169.254.169.254/latest'])
      expect(await problemOf(real(address, null))).toBe('not-allowed');
    expect(await problemOf(real('http://calendar.example/', null))).toBe('not-allowed');
  });

  it('of a server that hangs, before its answer or in the middle of it, is too slow', async () => {
    answer = () => undefined;
    expect(await problemOf(fetcher({ withinMs: 100 })(url(), null))).toBe('too-slow');
    answer = (_, res) => void res.write('BEGIN:VCALENDAR\r\n');
    expect(await problemOf(fetcher({ withinMs: 100 })(url(), null))).toBe('too-slow');
  });

  it('of a hundred megabytes is given up after two, whatever the server says of its length', async () => {
    let sent = 0;
    answer = (_, res) => {
      const chunk = Buffer.alloc(256 * 1024, 'a');
      const more = (): void => {
        if (res.destroyed || sent >= 100 * 1024 * 1024) return void res.end();
        sent += chunk.length;
        res.write(chunk, (error) => (error ? undefined : more()));
      };
      more();
    };
    expect(await problemOf(fetcher()(url(), null))).toBe('too-large');
    expect(sent).toBeLessThan(50 * 1024 * 1024);
    answer = (_, res) => void res.writeHead(200, { 'content-length': String(100 * 1024 * 1024) }).write('a');
    expect(await problemOf(fetcher()(url(), null))).toBe('too-large');
    answer = (_, res) => void res.writeHead(200, { 'content-encoding': 'gzip' }).end('a');
    expect(await problemOf(fetcher()(url(), null))).toBe('not-a-calendar');
  });

  it.each([404, 500])(
    'of a server that answers %i is refused, and one that is not there is not reached',
    async (status) => {
      answer = (_, res) => void res.writeHead(status).end();
      expect(await problemOf(fetcher()(url(), null))).toBe('refused');
      expect(await problemOf(fetcher()(url('nowhere.example'), null))).toBe('not-reached');
      answer = (req) => void req.socket.destroy();
      expect(await problemOf(fetcher()(url(), null))).toBe('not-reached');
    },
  );
});
