import { expect, test } from 'vitest';
import { ConfigFaults, readConfig } from '../../src/app/config.ts';
import { settings, settingsTable } from '../../src/app/settings.ts';

function faultsOf(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigFaults) return error.faults;
    throw error;
  }
}

const goodSecret = 'f3a9c07d51e86b24f3a9c07d51e86b24';

test('without any setting the hub is for this machine, with a database of its own and the playbook', () => {
  expect(readConfig({})).toMatchObject({
    production: false,
    role: 'all',
    host: '127.0.0.1',
    port: 8080,
    publicUrl: null,
    dataDir: '.data',
    store: 'database',
    mongodbUrl: null,
    redisUrl: null,
    secret: null,
    demoPassword: null,
    anthropic: { apiKey: null, baseUrl: null },
    models: {},
    efforts: {},
    prices: {},
    modelPatience: 1,
    tasksOff: [],
    recorded: false,
    log: { level: 'info', pii: false },
    trustProxyHops: 0,
  });
});

test('an empty value counts as absent', () => {
  const empty = Object.fromEntries(Object.keys(settings).map((name) => [name, '']));
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test('every setting is read', () => {
  const config = readConfig({
    PORT: '0',
    HOST: '0.0.0.0',
    PUBLIC_URL: 'https://hub.example.com/',
    HUB_DATA_DIR: '/data',
    MONGODB_URL: 'mongodb://a.example:1,b.example:2/hub?replicaSet=rs',
    REDIS_URL: 'redis://cache.example:6379',
    HUB_ROLE: 'worker',
    HUB_SECRET: goodSecret,
    HUB_DEMO_PASSWORD: 'a kestrel over the lake',
    ANTHROPIC_API_KEY: 'key',
    ANTHROPIC_BASE_URL: 'http://127.0.0.1:9',
    HUB_MODELS: 'coach=claude-opus-5-5, ask=claude-haiku-5-5',
    HUB_EFFORTS: 'coach=low',
    HUB_PRICES: 'claude-opus-5-5=4/20/0.4/5',
    HUB_MODEL_PATIENCE: '10',
    HUB_LOG_LEVEL: 'debug',
    HUB_LOG_PII: 'on',
    HUB_TRUST_PROXY: '2',
    HUB_LIMIT_LOGINS: '7',
  });
  expect(config).toMatchObject({
    port: 0,
    host: '0.0.0.0',
    publicUrl: 'https://hub.example.com',
    dataDir: '/data',
    mongodbUrl: 'mongodb://a.example:1,b.example:2/hub?replicaSet=rs',
    redisUrl: 'redis://cache.example:6379',
    role: 'worker',
    secret: goodSecret,
    demoPassword: 'a kestrel over the lake',
    anthropic: { apiKey: 'key', baseUrl: 'http://127.0.0.1:9' },
    models: { coach: 'claude-opus-5-5', ask: 'claude-haiku-5-5' },
    efforts: { coach: 'low' },
    prices: { 'claude-opus-5-5': { input: 4, output: 20, cacheRead: 0.4, cacheWrite: 5 } },
    modelPatience: 10,
    log: { level: 'debug', pii: true },
    trustProxyHops: 2,
  });
  expect(config.limits.loginsPerAddress).toEqual({ name: 'logins', points: 7, perMs: 60_000 });
});

test('all faults are told at once, by name, and no value is repeated', () => {
  const canary = 'hush-7f3';
  const env = {
    PORT: '70000',
    PUBLIC_URL: `ftp://${canary}`,
    MONGODB_URL: canary,
    REDIS_URL: `http://${canary}`,
    HUB_ROLE: canary,
    HUB_STORE: canary,
    HUB_MODELS: canary,
    HUB_EFFORTS: `coach=${canary}`,
    HUB_PRICES: `m=${canary}`,
    HUB_LOG_LEVEL: canary,
    HUB_LOG_PII: 'yes',
    HUB_TRUST_PROXY: '-1',
    HUB_LIMIT_LOGINS: '1.5',
    ANTHROPIC_BASE_URL: canary,
  };
  const faults = faultsOf(env);
  expect(faults.map((fault) => fault.split(' ')[0]).sort()).toEqual(Object.keys(env).sort());
  expect(faults.join('\n')).not.toContain(canary);
});

test('one model for all tasks may be named beside the models of some', () => {
  expect(readConfig({ HUB_MODELS: 'all=qwen3:8b,coach=qwen3:32b' }).models).toEqual({
    all: 'qwen3:8b',
    coach: 'qwen3:32b',
  });
  expect(faultsOf({ HUB_EFFORTS: 'all=low' })).toHaveLength(1);
});

test('the patience with a model is a whole number from 1 to 100', () => {
  for (const good of ['1', '100']) expect(readConfig({ HUB_MODEL_PATIENCE: good }).modelPatience).toBe(Number(good));
  for (const bad of ['0', '101', '1.5', '-1', 'long'])
    expect(faultsOf({ HUB_MODEL_PATIENCE: bad })).toEqual(['HUB_MODEL_PATIENCE must be a whole number from 1 to 100']);
});

test('production wants a secret and real storage', () => {
  expect(faultsOf({ NODE_ENV: 'production' })).toEqual(['HUB_SECRET is required when NODE_ENV=production']);
  expect(faultsOf({ NODE_ENV: 'production', HUB_SECRET: goodSecret, HUB_STORE: 'memory' })).toEqual([
    'HUB_STORE must not be memory when NODE_ENV=production',
  ]);
  expect(readConfig({ NODE_ENV: 'production', HUB_SECRET: goodSecret }).production).toBe(true);
});

const weakSecrets = [
  ['short', 'it has fewer than 32 characters'],
  ['a'.repeat(64), 'it has fewer than 10 different characters'],
  ['change-me-'.repeat(2), 'it has fewer than 32 characters'],
  ['change-me-to-something-long-and-random', 'it is a placeholder from an example'],
  ['please_CHANGEME_0123456789abcdefghij', 'it is a placeholder from an example'],
  ['your-secret-goes-here-0123456789-abcd', 'it is a placeholder from an example'],
  ['set HUB_SECRET to what openssl rand -hex 32 prints', 'it is a placeholder from an example'],
] as const;
const exposed = ['0.0.0.0', '::', '192.0.2.7', 'hub.example.com', ''];
const alone = ['127.0.0.1', '127.1.2.3', '::1', 'localhost'];

test.each(weakSecrets)(
  'S78: the secret %s starts nothing that others reach, and the line says how to make one',
  (secret, fault) => {
    const advice = `${fault}; make one with \`openssl rand -hex 32\``;
    for (const HOST of [...exposed, ...alone])
      expect(faultsOf({ NODE_ENV: 'production', HOST, HUB_SECRET: secret })).toEqual([
        `HUB_SECRET is too weak (NODE_ENV=production): ${advice}`,
      ]);
    for (const HOST of exposed.filter((host) => host !== ''))
      expect(faultsOf({ HOST, HUB_SECRET: secret })).toEqual([
        `HUB_SECRET is too weak (other machines can reach this HOST): ${advice}`,
      ]);
    for (const HOST of alone) expect(faultsOf({ HOST, HUB_SECRET: secret })).toEqual([]);
  },
);

test('S78: a demo password that is guessed at once starts nothing that others reach', () => {
  for (const weak of ['1', 'demo', 'password1234', 'demo-password-1', 'aaaaaaaaaaaa']) {
    expect(faultsOf({ HOST: '0.0.0.0', HUB_DEMO_PASSWORD: weak })).toEqual([
      'HUB_DEMO_PASSWORD is too weak (other machines can reach this HOST): use a longer sentence, or leave it out to have one generated',
    ]);
    for (const HOST of alone) expect(faultsOf({ HOST, HUB_DEMO_PASSWORD: weak })).toEqual([]);
  }
  expect(faultsOf({ HOST: '0.0.0.0' })).toEqual([]);
  expect(faultsOf({ HOST: '0.0.0.0', HUB_DEMO_PASSWORD: 'a kestrel over the lake', HUB_SECRET: goodSecret })).toEqual(
    [],
  );
});

test('S73: production refuses a MongoDB or Redis without a password, unless a setting says so', () => {
  const production = { NODE_ENV: 'production', HUB_SECRET: goodSecret };
  const open = { MONGODB_URL: 'mongodb://a.example:1,b.example:2/hub?replicaSet=rs', REDIS_URL: 'redis://cache:6379' };
  expect(faultsOf({ ...production, ...open })).toEqual([
    'MONGODB_URL has no password: write it as mongodb://user:password@host/hub, or set HUB_ALLOW_OPEN_STORES=1 if no one else can reach it',
    'REDIS_URL has no password: write it as redis://user:password@host:6379, or set HUB_ALLOW_OPEN_STORES=1 if no one else can reach it',
  ]);
  for (const url of ['redis://user@cache', 'redis://:@cache', 'redis://cache/0?x=a:b@c'])
    expect(faultsOf({ ...production, REDIS_URL: url }), url).toHaveLength(1);
  expect(faultsOf(open)).toEqual([]);
  expect(faultsOf({ ...production, ...open, HUB_ALLOW_OPEN_STORES: '1' })).toEqual([]);
  const closed = [
    { MONGODB_URL: 'mongodb://u:p%40@a.example:1,b.example:2/hub', REDIS_URL: 'rediss://:p@cache' },
    { MONGODB_URL: 'mongodb+srv://a.example/hub?tls=true&authMechanism=MONGODB-X509', REDIS_URL: 'redis://u:p@cache' },
  ];
  for (const urls of closed) expect(faultsOf({ ...production, ...urls })).toEqual([]);
});

test('a hub for people never says that its talks are recordings', () => {
  expect(faultsOf({ NODE_ENV: 'production', HUB_SECRET: goodSecret, HUB_RECORDED: '1' })).toEqual([
    'HUB_RECORDED must not be 1 when NODE_ENV=production',
  ]);
  expect(readConfig({ HUB_RECORDED: '1' }).recorded).toBe(true);
});

test('settings that contradict each other are told', () => {
  expect(faultsOf({ HUB_ROLE: 'worker' })).toEqual(['HUB_ROLE needs REDIS_URL, unless it is all']);
  expect(faultsOf({ HUB_STORE: 'memory', REDIS_URL: 'redis://x' })).toEqual([
    'HUB_STORE must not be memory with REDIS_URL, because nodes share a database',
  ]);
});

test('the table names every setting with what it means', () => {
  for (const [name, { meaning }] of Object.entries(settings)) {
    expect(settingsTable()).toContain(`| \`${name}\` |`);
    expect(meaning).toMatch(/\.$/);
  }
});

test('e-mails need a sender and an address for their links', () => {
  expect(faultsOf({ HUB_SMTP_URL: 'smtp://mail.example' })).toEqual([
    'HUB_SMTP_URL needs HUB_MAIL_FROM and PUBLIC_URL',
  ]);
  const from = 'Jorge Hub <hub@hub.example>';
  const whole = { HUB_SMTP_URL: 'smtp://mail.example', HUB_MAIL_FROM: from, PUBLIC_URL: 'https://hub.example' };
  expect(readConfig(whole).mail).toEqual({ url: 'smtp://mail.example', from });
  expect(readConfig({}).mail).toBeNull();
});
