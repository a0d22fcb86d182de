import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import mongoose from 'mongoose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readDatabaseRecord } from '../../src/app/embedded/databaseRecord.ts';
import { mongodAt } from '../../src/app/embedded/findMongod.ts';
import { freePort, pingServer, runAdminCommands, serverUrl } from '../../src/app/embedded/pingServer.ts';
import { processMark } from '../../src/app/embedded/processMark.ts';
import { joinDatabase, type ProvidedDatabase, provideDatabase } from '../../src/app/embedded/provideDatabase.ts';
import { secantusEngine } from '../../src/app/embedded/secantusEngine.ts';
import { silentLogger } from '../../src/kernel/observe.ts';

const hubProcess = join(import.meta.dirname, '../support/databaseOwner.ts');
let dataDir: string;
let running: ProvidedDatabase[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hub-embedded-'));
  running = [];
});
afterEach(async () => {
  for (const database of running) await database.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function provide(env: NodeJS.ProcessEnv = process.env): Promise<ProvidedDatabase> {
  const database = await provideDatabase({ dataDir, env, log: silentLogger, say: () => {} });
  running.push(database);
  return database;
}

/** A hub in a process of its own that can be killed; resolves when its database is there. */
async function startOwner(): Promise<{ url: string; kill(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', hubProcess, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    url,
    async kill() {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}

function serverPid(): number {
  const pid = readDatabaseRecord(dataDir)?.pid;
  if (pid === undefined) throw new Error('no server is noted beside the data');
  return pid;
}

async function killServer(): Promise<void> {
  const pid = serverPid();
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(processMark(pid)).toBeUndefined(), { timeout: 45_000, interval: 10 });
}

async function withCollection<T>(
  url: string,
  use: (collection: mongoose.mongo.Collection<{ n: number }>) => Promise<T>,
) {
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 45_000 });
  try {
    return await use(client.db().collection('kept'));
  } finally {
    await client.close();
  }
}

const write = (url: string, n: number) =>
  withCollection(url, (kept) => kept.insertOne({ n }, { writeConcern: { w: 'majority', j: true } }));
const readAll = (url: string) =>
  withCollection(url, async (kept) => (await kept.find().sort({ n: 1 }).toArray()).map(({ n }) => n));

test('the server listens, is stopped with the hub, and the next start finds the data and the same engine', async () => {
  const first = await provide();
  await write(first.url, 1);
  const pid = serverPid();
  const { engine, port } = readDatabaseRecord(dataDir) ?? {};
  await first.stop();
  running = [];
  expect(processMark(pid)).toBeUndefined();
  expect(readDatabaseRecord(dataDir)).toMatchObject({ engine, port });
  expect(readDatabaseRecord(dataDir)?.pid).toBeUndefined();

  const second = await provide();
  expect(second.engine).toBe(first.engine);
  expect(await readAll(second.url)).toEqual([1]);
});

test('the server is for this machine only, and a Ctrl-C meant for the hub passes it by', async () => {
  await provide();
  const { pid, port } = readDatabaseRecord(dataDir) ?? {};
  // A server on all addresses would answer on this one as well.
  const socket = connect({ host: '127.0.0.2', port: port ?? 0 });
  const answer = await new Promise((resolve) => {
    socket.once('connect', () => resolve('connected')).once('error', () => resolve('refused'));
  });
  socket.destroy();
  expect(answer).toBe('refused');
  // There is a process group of this number only when the server leads one.
  expect(process.kill(-(pid ?? 0), 0)).toBe(true);
});

/** Of this and all that is in it, what another user of this machine could open. */
async function openToOthers(path: string): Promise<string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  const paths = [path, ...found.map(({ parentPath, name }) => join(parentPath, name))];
  const modes = await Promise.all(paths.map(async (each) => ({ each, mode: (await stat(each)).mode })));
  return modes.filter(({ mode }) => (mode & 0o077) !== 0).map(({ each }) => each);
}
const openUrl = (url: string) => url.replace(/\/\/.*@/, '//').replace(/&authSource=admin/, '');

test('S73: nobody without the password reads or changes anything, and no other user can read the files', async () => {
  const { url } = await provide();
  await write(url, 1);
  expect(openUrl(url)).not.toBe(url);
  await expect(readAll(openUrl(url))).rejects.toThrow(/authentication/i);
  await expect(write(openUrl(url), 2)).rejects.toThrow(/authentication/i);
  await expect(readAll(url.replace(/:[^:@]*@/, ':guessed@'))).rejects.toThrow(/authentication/i);
  const { engine } = readDatabaseRecord(dataDir) ?? {};
  expect(await openToOthers(join(dataDir, engine ?? ''))).toEqual([]);
  for (const name of ['database.json', 'database.key', 'database.log'])
    expect((await stat(join(dataDir, name))).mode & 0o077, name).toBe(0);
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
});

test('S73: data and a live server of a hub that asked for no password are taken over and closed', async () => {
  const { binary, engine: kind } = await provide().then(async (first) => {
    const record = readDatabaseRecord(dataDir);
    await first.stop();
    return record ?? { binary: '', engine: 'secantus' as const };
  });
  running = [];
  await rm(dataDir, { recursive: true });
  const storage = join(dataDir, kind);
  await mkdir(storage, { recursive: true, mode: 0o755 });
  await chmod(dataDir, 0o755);
  const engine = kind === 'mongod' ? await mongodAt(binary) : secantusEngine(binary);
  const port = await freePort();
  const left = spawn(binary, engine?.args(port, storage, null) ?? [], { stdio: ['pipe', 'ignore', 'ignore'] });
  left.stdin.end('begin\n');
  const url = serverUrl(port, undefined);
  await vi.waitFor(async () => expect(await pingServer(url)).toBe(true), { timeout: 45_000, interval: 25 });
  await engine?.prepare(url, port);
  await write(url, 7);
  await runAdminCommands(url, (run) => run({ createUser: 'somebody', pwd: 'theirs', roles: ['root'] }), 10_000);
  await chmod(storage, 0o755);
  const mark = processMark(left.pid ?? 0);
  await writeFile(join(dataDir, 'database.json'), JSON.stringify({ engine: kind, binary, port, pid: left.pid, mark }));

  const database = await provide();
  expect(serverPid()).not.toBe(left.pid);
  expect(await readAll(database.url)).toEqual([7]);
  await expect(readAll(openUrl(database.url))).rejects.toThrow(/authentication/i);
  const somebody = database.url.replace(/\/\/.*@/, '//somebody:theirs@');
  await expect(readAll(somebody)).rejects.toThrow(/authentication/i);
  expect(await openToOthers(storage)).toEqual([]);
  expect((await stat(dataDir)).mode & 0o777).toBe(0o700);

  // If the file with the password was lost, the account gets a new one.
  await database.stop();
  running = [];
  await rm(join(dataDir, 'database.json'));
  const again = await provide();
  expect(again.url).not.toBe(database.url);
  expect(await readAll(again.url)).toEqual([7]);
});

test('a live server that a killed hub left is adopted, with its data', async () => {
  const owner = await startOwner();
  await write(owner.url, 7);
  const pid = serverPid();
  await owner.kill();
  expect(processMark(pid)).toBeDefined();

  const database = await provide();
  expect(serverPid()).toBe(pid);
  expect(database.url).toBe(owner.url);
  expect(await readAll(database.url)).toEqual([7]);
  await database.stop();
  running = [];
  expect(processMark(pid)).toBeUndefined();
});

test('a dead server that a killed hub left is replaced, and every acknowledged write is there', async () => {
  const owner = await startOwner();
  for (let n = 1; n <= 20; n += 1) await write(owner.url, n);
  const pid = serverPid();
  await owner.kill();
  await killServer();

  const database = await provide();
  expect(serverPid()).not.toBe(pid);
  expect(await readAll(database.url)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('a process that has the pid of a dead server by now is neither adopted nor touched', async () => {
  await (await provide()).stop();
  running = [];
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  try {
    const record = readDatabaseRecord(dataDir);
    const reused = { ...record, pid: bystander.pid, mark: 'another start' };
    await writeFile(join(dataDir, 'database.json'), JSON.stringify(reused));
    const database = await provide();
    expect(serverPid()).not.toBe(bystander.pid);
    expect(await readAll(database.url)).toEqual([]);
    expect(bystander.exitCode).toBeNull();
  } finally {
    bystander.kill();
  }
});

test('a server that crashes is started again on its port, and a connected driver goes on', async () => {
  const { url } = await provide();
  const client = new mongoose.mongo.MongoClient(url, { serverSelectionTimeoutMS: 45_000 });
  try {
    const kept = client.db().collection<{ n: number }>('kept');
    for (let n = 1; n <= 3; n += 1) {
      await kept.insertOne({ n }, { writeConcern: { w: 'majority', j: true } });
      const pid = serverPid();
      await killServer();
      await vi.waitFor(() => expect(serverPid()).not.toBe(pid), { timeout: 45_000, interval: 20 });
      await vi.waitFor(async () => expect(await kept.countDocuments()).toBe(n), { timeout: 45_000 });
    }
  } finally {
    await client.close();
  }
});

test('a second hub on the same data is refused in one line', async () => {
  await provide();
  const refusal = provideDatabase({ dataDir, env: process.env, log: silentLogger, say: () => {} });
  await expect(refusal).rejects.toThrow(
    /^Another hub \(pid \d+\) is using the data in \S+\. Stop it first, or give this one its own HUB_DATA_DIR\.$/,
  );
});

test('of many starts at once on a dead lock exactly one gets the data', async () => {
  await writeFile(join(dataDir, 'hub.lock'), JSON.stringify({ pid: 1, mark: 'another start' }));
  const starts = await Promise.allSettled([1, 2, 3].map(() => provide()));
  expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
});

test('a command beside a running hub joins its database and leaves it running', async () => {
  const { url } = await provide();
  const options = { dataDir, env: process.env, log: silentLogger, say: () => {} };
  const joined = await joinDatabase(options);
  expect(joined.url).toBe(url);
  await joined.stop();
  await write(url, 1);
  expect(await readAll(url)).toEqual([1]);
});

test.each([
  ['an address that refuses', { MONGOMS_DOWNLOAD_MIRROR: 'http://127.0.0.1:1' }],
  ['a proxy without a scheme', { https_proxy: '127.0.0.1:1' }],
  ['a proxy that is no address', { https_proxy: ':::' }],
])('where nothing can be had, one line says what to do: %s', async (_what, unreachable) => {
  const nothing = join(dataDir, 'nothing');
  await mkdir(nothing);
  const env = { PATH: nothing, ...unreachable };
  const options = {
    dataDir: join(dataDir, 'data'),
    engineDir: join(dataDir, 'engine'),
    log: silentLogger,
    say: () => {},
  };
  await expect(provideDatabase({ ...options, env })).rejects.toThrow(
    /^No database server found\. Set MONGODB_URL, install MongoDB or Python 3\.11 or newer, or start with HUB_STORE=memory\.$/,
  );
  expect(existsSync(join(dataDir, 'data', 'hub.lock'))).toBe(false);
});

test('a mongod that turns up later does not take over data that another engine wrote', async () => {
  const first = await provide();
  await write(first.url, 3);
  await first.stop();
  running = [];
  const bin = join(dataDir, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'mongod'), '#!/bin/sh\necho "db version v9.9.9"\n');
  await chmod(join(bin, 'mongod'), 0o755);
  await rm(join(dataDir, 'database.json'));
  const second = await provide({ ...process.env, PATH: `${bin}:${process.env.PATH}` });
  expect(second.engine).toBe(first.engine);
  expect(await readAll(second.url)).toEqual([3]);
});

test('a server that does not start is refused in one line that names its log', async () => {
  const broken = join(dataDir, 'mongod');
  await writeFile(broken, '#!/bin/sh\necho "db version v8.2.6"\n[ "$1" = --version ] || { echo no disk; exit 3; }\n');
  await chmod(broken, 0o755);
  const dir = join(dataDir, 'data');
  const start = provideDatabase({
    dataDir: dir,
    env: { ...process.env, MONGOD_BINARY: broken },
    log: silentLogger,
    say: () => {},
  });
  await expect(start).rejects.toThrow(
    /^The database server \(MongoDB 8\.2\.6\) didn’t start\. For the reason, see \S+database\.log\.$/,
  );
  expect(await readFile(join(dir, 'database.log'), 'utf8')).toContain('no disk');
});
