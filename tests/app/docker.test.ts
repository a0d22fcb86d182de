import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { settings } from '../../src/app/settings.ts';
import { readPlainYaml } from '../support/readPlainYaml.ts';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  ports?: string[];
  volumes?: string[];
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

/** What compose makes of `${NAME:-default}`, with nothing set but what must be. */
function filledIn(environment: Record<string, string>): Record<string, string> {
  const must = { HUB_SECRET: 'f3a9c07d51e86b24f3a9c07d51e86b24' } as Record<string, string>;
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replaceAll(/\$\{(\w+):[-?]([^}]*)\}/g, (whole, variable: string, rest: string) =>
        whole.includes(':?') ? (must[variable] ?? '') : rest,
      ),
    ]),
  );
}

test('what is copied into the image exists and is not ignored', () => {
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

test('there are two hub nodes, and what they wait for exists and can be waited for', () => {
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
  const command = services.mongodb?.command ?? [];
  expect(command[command.indexOf('--replSet') + 1]).toBe(replicaSet);
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
