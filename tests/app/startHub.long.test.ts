import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect as connectTcp, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoStaff } from '../../src/app/demoTenant.ts';
import { openVisitor, signIn } from '../support/hubClient.ts';
import { startHubProcess } from '../support/hubProcess.ts';
import { demoPassword } from '../support/openHub.ts';

const main = resolve(import.meta.dirname, '../../dist/server/main.js');

async function startAndEnd(env: NodeJS.ProcessEnv): Promise<{ code: number; printed: string; logged: string }> {
  const child = spawn(process.execPath, [main], { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env } });
  let printed = '';
  let logged = '';
  child.stdout.on('data', (chunk: Buffer) => {
    logged += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  return { code, printed, logged };
}

describe('a start that cannot go on', () => {
  it('says in one line that its port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { code, printed } = await startAndEnd({ HUB_STORE: 'memory', PORT: String(port), HUB_LOG_LEVEL: 'silent' });
    expect({ code, printed }).toEqual({
      code: 1,
      printed: `Port ${port} is in use. Stop the program that uses it, or set PORT.\n`,
    });
    taken.close();
  });

  it('names every setting that is wrong, at once', async () => {
    const { code, printed } = await startAndEnd({ PORT: 'abc', HUB_STORE: 'disk' });
    expect(code).toBe(1);
    expect(printed).toMatch(/PORT [\s\S]*HUB_STORE /);
  });

  it('says in one line that its database or its Redis does not answer', async () => {
    const database = await startAndEnd({ PORT: '0', MONGODB_URL: 'mongodb://127.0.0.1:9/hub' });
    const printed = 'Can’t reach MONGODB_URL. Check that it is running and that the address is right.\n';
    expect(database).toEqual({ code: 1, printed, logged: '' });
  });

  it('says in one line that its folder for data is a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'hub-start-'));
    const file = join(folder, 'data');
    await writeFile(file, '');
    const printed = `HUB_DATA_DIR is ${file}, which is a file. Choose a folder.\n`;
    expect(await startAndEnd({ PORT: '0', HUB_DATA_DIR: file })).toMatchObject({ code: 1, printed });
    await rm(folder, { recursive: true });
  });
});

describe('a start', () => {
  it.each([
    ['the offline playbook', {}, /^The offline playbook coaches and answers \(set ANTHROPIC_API_KEY for Claude\)\.$/m],
    ['Claude', { ANTHROPIC_API_KEY: 'a-key', HUB_DEMO_PASSWORD: '' }, /^Claude coaches and answers\.$/m],
  ])('tells the pages, the demo accounts with their password, and that %s speaks', async (_who, env, speaks) => {
    const hub = await startHubProcess({ HUB_STORE: 'memory', ...env });
    const said = hub.printed();
    for (const page of ['demo', 'desk', 'wall', 'docs']) expect(said).toContain(`  ${hub.url}/${page} `);
    expect(said).toContain(`Demo accounts: ${demoStaff.map(({ email }) => email).join(', ')}\n`);
    const password = /password: (.+)$/m.exec(said)?.[1];
    expect(said).toMatch(speaks);
    expect(said).toContain('HUB_STORE=memory: nothing is kept after the hub stops.');
    // The hub does not print a password that was set; the one it made signs people in.
    if ('HUB_DEMO_PASSWORD' in env) await signIn(hub.url, 'agent@demo.example', password ?? '');
    else {
      expect([password, said.includes(demoPassword)]).toEqual([undefined, false]);
      expect(said).toContain('  with the password that you set in HUB_DEMO_PASSWORD\n');
    }
    await hub.stop();
  });
});

describe('a stop', () => {
  it('drains in time and ends with code 0, whoever is still connected, and sends them elsewhere first', async () => {
    const hub = await startHubProcess({ HUB_STORE: 'memory' });
    const visitor = await openVisitor(hub.url);
    // A turn is due in the middle of the stop.
    await visitor.command('chat-send', { text: 'Hello' });
    const silent = connectTcp(Number(new URL(hub.url).port), '127.0.0.1').on('error', () => undefined);
    await once(silent, 'connect');
    // Cut off for taking too long it would end with another code.
    expect(await hub.stop()).toBe(0);
    expect(visitor.all('session-draining')).toEqual([{ reconnectInMs: expect.any(Number) }]);
    visitor.close();
    silent.destroy();
  });
});
