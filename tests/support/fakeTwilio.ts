import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountSid, authToken } from '../../scripts/try/twilioPhone.ts';

export interface StoppedTranscription {
  path: string;
  form: Record<string, string>;
}

/**
 * Twilio's API as far as the hub asks it: the end of a transcription.
 * Source: Twilio, "RealtimeTranscription resource", read in November 2026.
 */
export async function startFakeTwilio() {
  const stopped: StoppedTranscription[] = [];
  /** How many requests are refused from now on, as when the service is down. */
  let failures = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const answer = (status: number, body: object): void => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      };
      const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
      if (request.headers.authorization !== expected) return answer(401, { code: 20003, message: 'Authenticate' });
      stopped.push({
        path: request.url ?? '',
        form: Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString())),
      });
      if (failures > 0) {
        failures -= 1;
        return answer(503, { code: 20503, message: 'Service unavailable' });
      }
      answer(200, { status: 'stopped' });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stopped,
    fail(times: number) {
      failures = times;
    },
    close: () => new Promise<void>((done) => void server.close(() => done())),
  };
}
