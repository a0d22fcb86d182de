import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, it, vi } from 'vitest';
import { openHub } from '../../support/openHub.ts';

async function mute(url: string, firstWords: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  if (firstWords === '') return socket;
  socket.write(firstWords);
  await once(socket, 'data');
  return socket;
}

const upgrade = [
  'GET /rt/?EIO=4&transport=websocket HTTP/1.1',
  'Host: 127.0.0.1',
  'Upgrade: websocket',
  'Connection: Upgrade',
  'Sec-WebSocket-Version: 13',
  `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
  '\r\n',
].join('\r\n');

afterEach(() => void vi.restoreAllMocks());

describe('a hub that stops is not held open', () => {
  it.each([
    ['by a connection that never asked for anything', ''],
    ['by a socket that answers no close', upgrade],
  ])('%s', async (_what, firstWords) => {
    const hub = await openHub();
    const socket = await mute(hub.url, firstWords);
    // The library under the hub gives such a peer half a minute. Here that never passes: the hub's own limit has to do.
    const soon = setTimeout;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((act: () => void, ms = 0) =>
      soon(act, ms < 20_000 ? ms : 2 ** 31 - 1)) as typeof setTimeout);
    await hub.close();
    socket.destroy();
  });
});
