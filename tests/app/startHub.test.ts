import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startHubProcess } from '../support/hubProcess.ts';

const main = resolve(import.meta.dirname, '../../dist/server/main.js');

async function startAndEnd(env: NodeJS.ProcessEnv): Promise<{ code: number; printed: string }> {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } });
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, printed };
}

describe('a start that cannot go on', () => {
  it('says in one line that its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { code, printed } = await startAndEnd({ HUB_STORE: 'memory', PORT: String(port), HUB_LOG_LEVEL: 'silent' });
    expect({ code, printed }).toEqual({ code: 1, printed: `Port ${port} is taken: stop what uses it, or set PORT.\n` });
    taken.close();
  });

  it('names every setting that is wrong, at once', async () => {
    const { code, printed } = await startAndEnd({ PORT: 'abc', HUB_STORE: 'disk' });
    expect(code).toBe(1);
    expect(printed).toMatch(/PORT [\s\S]*HUB_STORE /);
  });

  it('says in one line that its database or its Redis does not answer', async () => {
    const nowhere = { HUB_LOG_LEVEL: 'silent', PORT: '0' };
    const database = await startAndEnd({ ...nowhere, MONGODB_URL: 'mongodb://127.0.0.1:9/hub' });
    expect(database).toEqual({ code: 1, printed: 'MONGODB_URL does not answer.\n' });
  });
});

describe('a stop', () => {
  it('drains and ends with code 0', async () => {
    const hub = await startHubProcess({ HUB_STORE: 'memory' });
    expect(await hub.stop()).toBe(0);
  });
});
