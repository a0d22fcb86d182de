import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { connectRedis } from '../../src/adapters/redis/connectRedis.ts';
import { createRedisStreamLog } from '../../src/adapters/redis/streamLog.ts';
import { readConfig } from '../../src/app/config.ts';
import { freePort } from '../../src/app/embedded/pingServer.ts';
import { settings } from '../../src/app/settings.ts';
import { type LogFields, silentLogger } from '../../src/kernel/observe.ts';
import { demoPerson } from '../gateway/people.ts';
import { openVisitor, signIn } from '../support/hubClient.ts';
import { demoPassword, openHub } from '../support/openHub.ts';
import { readPlainYaml } from '../support/readPlainYaml.ts';
import { uniqueDatabaseUrl } from '../support/servers.ts';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  ports?: string[];
  volumes?: string[];
  network_mode?: string;
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: Record<string, unknown>;
  deploy?: { replicas: string };
}

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const compose = readPlainYaml(read('docker-compose.yml')) as unknown as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const { services } = compose;
const hub = services.hub as Service;
const dockerfile = read('Dockerfile').replaceAll(/\\\n\s*/g, '');
const instructions = dockerfile.split('\n').filter((line) => /^[A-Z]+ /.test(line));
const lines = (word: string) => instructions.filter((line) => line.startsWith(`${word} `));

/** The value that compose gives to `${NAME:-default}`, with only the required variables set. */
function filledIn(environment: Record<string, string>): Record<string, string> {
  const values = filledInList(Object.values(environment));
  return Object.fromEntries(Object.keys(environment).map((name, index) => [name, values[index] ?? '']));
}
function filledInList(texts: readonly string[]): string[] {
  const must: Record<string, string> = {
    HUB_SECRET: 'f3a9c07d51e86b24f3a9c07d51e86b24',
    MONGODB_PASSWORD: 'm0ngo',
    REDIS_PASSWORD: 'r3dis',
  };
  return texts.map((text) =>
    text.replaceAll(/\$\{(\w+):[-?]([^}]*)\}/g, (whole, variable: string, rest: string) =>
      whole.includes(':?') ? (must[variable] ?? '') : rest,
    ),
  );
}

test('every file copied into the image exists and is not ignored', () => {
  const ignored = new Set(read('.dockerignore').split('\n'));
  const sources = lines('COPY')
    .filter((line) => !line.includes('--from='))
    .flatMap((line) => line.split(' ').slice(1, -1));
  expect(sources).toContain('src');
  for (const source of sources) {
    expect(existsSync(join(root, source)), source).toBe(true);
    expect(ignored.has(source), `${source} is ignored`).toBe(false);
  }
});

test('the image runs what the build makes, as a user without rights, and asks /livez for its health', () => {
  expect(lines('CMD').at(-1)).toContain('dist/server/main.js');
  expect(read('scripts/build.mjs')).toContain("main: 'src/main.ts'");
  expect(lines('USER')).toEqual(['USER node']);
  expect(lines('HEALTHCHECK').join()).toContain('/livez');
  expect(lines('FROM')).toHaveLength(2);
});

test('the secrets and data of a developer stay out of the image', () => {
  const ignored = read('.dockerignore').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.data', '.engine', '.git', 'node_modules']));
});

test('every setting that the image and the stack give is one that the hub knows, and the hub starts with them', () => {
  const fromImage = Object.fromEntries(
    lines('ENV').flatMap((line) =>
      line
        .slice(4)
        .split(' ')
        .map((pair) => pair.split('=') as [string, string]),
    ),
  );
  const env = { ...fromImage, ...filledIn(hub.environment ?? {}) };
  for (const name of Object.keys(env)) expect(Object.keys(settings)).toContain(name);
  const config = readConfig(env);
  expect(config).toMatchObject({
    production: true,
    host: '0.0.0.0',
    port: 8080,
    trustProxyHops: 1,
    anthropic: { apiKey: null },
  });
});

test('there are two hub nodes, and the services that they wait for exist and have a health check', () => {
  expect(Number(hub.deploy?.replicas)).toBe(2);
  for (const [name, service] of Object.entries(services)) {
    expect(service.image ?? service.build, name).toBeDefined();
    for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
      expect(Object.keys(services), `${name} needs ${needed}`).toContain(needed);
      // The hub's own health check is in its image.
      if (condition === 'service_healthy' && needed !== 'hub')
        expect(services[needed]?.healthcheck, needed).toBeDefined();
    }
  }
});

test('addresses and ports agree between hub, database, Redis and proxy', () => {
  const environment = filledIn(hub.environment ?? {});
  const mongodb = new URL(environment.MONGODB_URL ?? '');
  const redis = new URL(environment.REDIS_URL ?? '');
  expect([mongodb.hostname, mongodb.port]).toEqual(['mongodb', '27017']);
  expect([redis.hostname, redis.port]).toEqual(['redis', '6379']);
  expect(Object.keys(services)).toEqual(expect.arrayContaining(['mongodb', 'redis', 'proxy']));

  const replicaSet = mongodb.searchParams.get('replicaSet');
  expect(services.mongodb?.command).toEqual(['bash', '/deploy/startMongod.sh']);
  expect(read('deploy/startMongod.sh')).toContain(
    `mongod --replSet ${replicaSet} --bind_ip_all --keyFile /tmp/keyFile`,
  );
  const init = read('deploy/initReplicaSet.js');
  expect(init).toContain(`_id: '${replicaSet}'`);
  expect(init).toContain(`host: '${mongodb.host}'`);

  const nginx = read('deploy/nginx.conf');
  expect(nginx).toContain(`server hub:${environment.PORT} `);
  expect(lines('EXPOSE')).toEqual([`EXPOSE ${environment.PORT}`]);
  expect(services.proxy?.ports?.[0]).toMatch(new RegExp(`:${/listen (\d+);/.exec(nginx)?.[1]}$`));
  expect(nginx).toContain('proxy_set_header Upgrade $http_upgrade;');
  expect(nginx).toContain('proxy_set_header Connection $connection_upgrade;');
});

test('S73: MongoDB and Redis of the stack ask for a password, which has no default', () => {
  const environment = filledIn(hub.environment ?? {});
  expect(new URL(environment.MONGODB_URL ?? '')).toMatchObject({ username: 'hub', password: 'm0ngo' });
  expect(new URL(environment.REDIS_URL ?? '')).toMatchObject({ username: 'hub', password: 'r3dis' });
  const text = read('docker-compose.yml');
  const mentions = text.split('\n').filter((line) => /\$\{\w+_PASSWORD/.test(line) && !line.includes('DEMO'));
  expect(mentions).toHaveLength(6);
  for (const line of mentions) expect(line).toMatch(/\$\{(MONGODB|REDIS)_PASSWORD:\?set [^}]+\}/);
  // The first account can be made from the server's own address alone.
  expect(services['mongodb-init']).toMatchObject({ network_mode: 'service:mongodb' });
  const init = read('deploy/initReplicaSet.js');
  expect(init).toMatch(/user: 'hub', pwd: process\.env\.MONGODB_PASSWORD/);
  for (const name of ['mongodb', 'mongodb-init'])
    expect(filledIn(services[name]?.environment ?? {})).toEqual({ MONGODB_PASSWORD: 'm0ngo' });
});

describe('the Redis of the stack', () => {
  let child: ChildProcess;
  let url: string;
  beforeAll(async () => {
    const port = await freePort();
    const [program = '', ...args] = filledInList(services.redis?.command ?? []);
    child = spawn(program, [...args, '--port', String(port), '--bind', '127.0.0.1'], { stdio: 'ignore' });
    url = `redis://hub:r3dis@127.0.0.1:${port}`;
    await vi.waitFor(() => withRedis(url, (redis) => redis.ping()), { timeout: 45_000 });
  });
  afterAll(() => void child?.kill());

  /** One command on a connection of its own; rejects with what Redis says. */
  async function withRedis<T>(address: string, use: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(address, { lazyConnect: true, retryStrategy: () => null, enableReadyCheck: false });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await use(redis);
    } finally {
      redis.disconnect();
    }
  }

  test('S72: refuses strangers, other channels, other keys and every command that the hub does not use', async () => {
    const { host } = new URL(url);
    for (const address of [`redis://${host}`, `redis://hub:wrong@${host}`])
      await expect(withRedis(address, (redis) => redis.spublish('hub:wake:x', 'y'))).rejects.toThrow();
    const refused: [string, ...string[]][] = [
      ['SPUBLISH', 'elsewhere', 'x'],
      ['PUBLISH', 'hub:wake:x', 'x'],
      ['SET', 'elsewhere', 'x'],
      ['FLUSHALL'],
      ['KEYS', '*'],
      ['CONFIG', 'GET', '*'],
      ['ACL', 'LIST'],
      ['MONITOR'],
      ['CLIENT', 'KILL', 'TYPE', 'normal'],
      ['EVAL', "return redis.call('SET', 'elsewhere', 'x')", '0'],
    ];
    for (const [command, ...args] of refused)
      await expect(
        withRedis(url, (redis) => redis.call(command, ...args)),
        command,
      ).rejects.toThrow(/NOPERM|can't access/);
  });

  test('lets two nodes do all they do, without a warning', async () => {
    const said: string[] = [];
    const tell = (message: string, fields?: LogFields) => void said.push(`${message} ${String(fields?.err ?? '')}`);
    const log = { ...silentLogger, debug: tell, warn: tell, error: tell };
    const shared = { mongodbUrl: uniqueDatabaseUrl(inject('mongodbUrl')), redisUrl: url, log };
    await using one = await openHub(shared);
    await using other = await openHub(shared);
    const visitor = await openVisitor(one.url);
    const { conversationId } = visitor;
    const agent = await demoPerson(other.url, 'agent');
    await visitor.command('chat-send', { text: 'Hello, can you tell me about the kitchen?' });
    await agent.send('conversation-open', { conversationId });
    await agent.command('qualify-start', { conversationId });
    const { streamId } = await agent.until('stream-end');
    await agent.send('stream-sync', { streamId, attempt: 1, length: 0 });
    await agent.send('typing-set', { conversationId, on: true });
    await visitor.until('typing-changed', ({ on }) => on);
    await visitor.untilEntry('message-created', ({ actor }) => actor.kind === 'bot');
    await signIn(one.url, 'agent@demo.example', demoPassword);
    const signals = await connectRedis(url, { log });
    await createRedisStreamLog(signals.commands).forget(conversationId);
    await createRedisStreamLog(signals.commands).listOrphans();
    await signals.close();
    for (const client of [visitor, agent]) client.close();
    // A busy machine may let a command wait too long; this is only about commands that the stack forbids.
    const troubles = said.filter((line) => /NOPERM|Redis|Leases|Hints|rate limits/.test(line));
    expect(troubles.filter((line) => !line.includes('Command timed out'))).toEqual([]);
  });
});

test('every file and volume that is mounted exists', () => {
  const mounts = Object.values(services)
    .flatMap(({ volumes }) => volumes ?? [])
    .map((mount) => mount.split(':')[0] ?? '');
  expect(mounts.length).toBeGreaterThan(0);
  for (const mount of mounts) {
    const exists = mount.startsWith('./') ? existsSync(join(root, mount)) : mount in compose.volumes;
    expect(exists, mount).toBe(true);
  }
});
