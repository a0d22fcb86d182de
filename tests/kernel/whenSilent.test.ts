import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { whenSilent } from '../../src/kernel/whenSilent.ts';

test('data that arrived while the process was busy is read before the other side is called silent', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = (server.address() as { port: number }).port;
  const accepted = once(server, 'connection') as Promise<[Socket]>;
  const client = connect(port, '127.0.0.1');
  const [[answering]] = await Promise.all([accepted, once(client, 'connect')]);
  const called: string[] = [];
  const cancel = whenSilent(50, () => called.push('silent'));
  const read = once(client, 'data').then(cancel);
  answering.write('an answer');
  for (const until = Date.now() + 150; Date.now() < until; );
  await read;
  await setImmediate();
  expect(called).toEqual([]);
  client.destroy();
  answering.destroy();
  server.close();
});

test('a silence is told once it has lasted, unless it is canceled', async () => {
  const called: string[] = [];
  whenSilent(10, () => called.push('told'));
  whenSilent(10, () => called.push('cancelled'))();
  await expect.poll(() => called).toEqual(['told']);
});
