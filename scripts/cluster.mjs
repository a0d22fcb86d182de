// `npm run cluster`: redis-server, the database, two hub nodes and a balancer on one port, to try what many nodes do.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildIfStale, giveUp, root, setUp } from './setUp.mjs';

const nodeCount = 2;
const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 8080);

await setUp();
await buildIfStale();

/** Started processes, in order; stopped in reverse. */
const parts = [];
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopAll(0));

try {
  const redisUrl = process.env.REDIS_URL || (await startRedis());
  const mongodbUrl = process.env.MONGODB_URL || (await startDatabase());
  const nodes = [];
  // One after the other: the first makes the demo tenant.
  for (let index = 1; index <= nodeCount; index += 1) nodes.push(await startNode(index, { redisUrl, mongodbUrl }));
  await startBalancer(nodes);
  const address = `http://${host}:${port}`;
  console.log(
    `\nThe cluster is running at ${address} (${nodes.map(({ name, port }) => `${name} on ${port}`).join(', ')})`,
  );
  console.log(
    `${['/demo', '/desk', '/wall', '/docs'].map((page) => address + page).join('  ')}\nPress Ctrl-C to stop it.`,
  );
} catch (error) {
  console.error(error.message);
  await stopAll(1);
}

async function startRedis() {
  const redisPort = await freePort();
  const options = ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const redis = spawn('redis-server', options, { stdio: 'ignore', detached: true });
  const missing = once(redis, 'error').then(() =>
    giveUp('redis-server is missing. Install it (Debian: apt-get install redis-server), or set REDIS_URL.'),
  );
  await Promise.race([untilListening(redisPort, () => redis.exitCode === null), missing]);
  parts.push({ name: 'redis', stop: () => end(redis, 'SIGTERM') });
  return `redis://127.0.0.1:${redisPort}`;
}

async function startDatabase() {
  const { provideDatabase } = await import('../dist/server/provideDatabase.js');
  const report = (level) => (message, fields) =>
    level !== 'info' && console.error(`database: ${message}`, fields ?? '');
  const log = { debug() {}, info: report('info'), warn: report('warn'), error: report('error') };
  const dataDir = process.env.HUB_DATA_DIR || '.data';
  const database = await provideDatabase({ dataDir, env: process.env, log, say: (line) => console.error(line) });
  parts.push({ name: 'database', stop: () => database.stop() });
  return database.url;
}

async function startNode(index, { redisUrl, mongodbUrl }) {
  const name = `node ${index}`;
  const nodePort = await freePort();
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(nodePort),
    PUBLIC_URL: process.env.PUBLIC_URL || `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`,
    REDIS_URL: redisUrl,
    MONGODB_URL: mongodbUrl,
  };
  // Its own process group: Ctrl-C is ours to pass on, in order.
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist/server/main.js')], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const output of [child.stdout, child.stderr])
    createInterface({ input: output }).on('line', (line) => console.log(`[${name}] ${line}`));
  const node = { name, port: nodePort, alive: true };
  parts.push({ name, stop: () => end(child, 'SIGTERM') });
  child.once('exit', (code, signal) => {
    node.alive = false;
    if (!stopping) console.error(`${name} stopped (${signal ?? code}). The other one keeps running.`);
  });
  await untilListening(nodePort, () => node.alive);
  return node;
}

async function startBalancer(nodes) {
  let next = 0;
  const balancer = createServer((client) => {
    client.on('error', () => client.destroy());
    const candidates = nodes.map((_, index) => nodes[(next + index) % nodes.length]).filter((node) => node.alive);
    next += 1;
    tryNode(client, candidates);
  });
  balancer.listen(port, host);
  await Promise.race([once(balancer, 'listening'), once(balancer, 'error').then(([error]) => Promise.reject(error))]);
  parts.push({ name: 'balancer', stop: async () => balancer.close() });
}

function tryNode(client, [node, ...others]) {
  if (node === undefined) return client.destroy();
  const upstream = connect(node.port, '127.0.0.1');
  let connected = false;
  upstream.once('connect', () => {
    connected = true;
    client.pipe(upstream).pipe(client);
  });
  upstream.on('error', () => (connected ? client.destroy() : tryNode(client, others)));
  upstream.on('close', () => connected && client.destroy());
  client.once('close', () => upstream.destroy());
}

async function stopAll(code) {
  if (stopping) return;
  stopping = true;
  for (const { name, stop } of parts.reverse()) {
    console.error(`Stopping ${name} …`);
    await stop();
  }
  process.exit(code);
}

async function end(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await Promise.race([ended, sleep(15_000, undefined, { ref: false }).then(() => child.kill('SIGKILL') && ended)]);
}

async function untilListening(wanted, alive) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
    if (!alive()) throw new Error(`The program for port ${wanted} stopped. See above.`);
    const socket = connect(wanted, '127.0.0.1');
    const open = await new Promise((resolve) =>
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false)),
    );
    socket.destroy();
    if (open) return;
  }
  throw new Error(`Nothing is listening on port ${wanted} after a minute.`);
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address();
  probe.close();
  return free;
}
