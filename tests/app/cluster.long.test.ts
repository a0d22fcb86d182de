import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { expect, inject, it } from 'vitest';
import { freePort } from '../../src/app/embedded/pingServer.ts';
import { type HubClient, openVisitor } from '../support/hubClient.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

const root = resolve(import.meta.dirname, '../..');

it('`npm run cluster` is two nodes behind one port, and a chat goes on there when one of them is killed', async () => {
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/cluster.mjs'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      MONGODB_URL: uniqueDatabaseUrl(inject('mongodbUrl')),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit') as Promise<[number]>;
  let printed = '';
  let look = (): void => {};
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      look();
    });
  const says = (words: string): Promise<void> =>
    new Promise((done, fail) => {
      look = () => printed.includes(words) && done();
      look();
      ended.then(() => fail(new Error(`the cluster ended:\n${printed}`)), fail);
    });
  try {
    const url = `http://127.0.0.1:${port}`;
    await says(`The cluster is running at ${url} (node 1 on `);
    const pidOf = ({ heard }: HubClient): number => {
      const ready = heard.find(({ event }) => event === 'session-ready')?.payload as { node: string };
      return Number(ready.node.split(':').at(-1));
    };
    // The nodes take turns with connections, of which a visitor needs two: one more in between, until both nodes have a visitor.
    const visitors = [await openVisitor(url)];
    while (new Set(visitors.map(pidOf)).size < 2) {
      await fetch(`${url}/livez`, { headers: { connection: 'close' } });
      visitors.push(await openVisitor(url));
    }
    const pids = visitors.map(pidOf);

    process.kill(pids[0] as number, 'SIGKILL');
    await says('stopped (SIGKILL). The other one keeps running.');
    const later = await openVisitor(url, { visitorToken: visitors[0]?.session.visitorToken });
    expect(later.conversationId).toBe(visitors[0]?.conversationId);
    await later.command('chat-send', { text: 'Hello' });
    await later.untilEntry('message-created', (entry) => entry.actor.kind === 'bot');
    for (const client of [...visitors, later]) client.close();
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  } finally {
    // In order, so that what it started ends with it.
    child.kill('SIGTERM');
    await ended;
  }
});
