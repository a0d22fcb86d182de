import type { Effort } from '../adapters/anthropic/defaultModels.ts';
import type { OwnAddress } from '../features/identity/judgeOrigin.ts';
import { originFrom } from '../features/identity/judgeOrigin.ts';
import { judgePassword } from '../features/identity/judgePassword.ts';
import { judgeSecret } from '../features/identity/judgeSecret.ts';
import type { Limit } from '../kernel/rateLimits.ts';
import { readSettings, type SettingName } from './settings.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Everything that can be set, read once at the start. Null: not set. */
export interface Config {
  production: boolean;
  role: 'all' | 'gateway' | 'worker';
  host: string;
  /** 0: any free one. */
  port: number;
  /** How people reach the hub, without a trailing slash; null: by the host of their request. */
  publicUrl: string | null;
  /** Of the service that writes down speech. */
  speechUrl: string;
  /** Of the phone company's API. */
  twilioUrl: string;
  dataDir: string;
  store: 'database' | 'memory';
  mongodbUrl: string | null;
  redisUrl: string | null;
  secret: string | null;
  /** The one before. */
  oldSecret: string | null;
  demoPassword: string | null;
  anthropic: { apiKey: string | null; baseUrl: string | null };
  /** Differences from the built-in table, by task. */
  models: Readonly<Record<string, string>>;
  efforts: Readonly<Record<string, Effort>>;
  /** USD per million tokens, by model. */
  prices: Record<string, { input: number; output: number; cacheRead: number; cacheWrite: number }>;
  /** A factor for every time limit of a request to the model. */
  modelPatience: number;
  /** Tasks that no model writes. */
  tasksOff: readonly string[];
  /** By kind of channel and by brokerage: as its channel reads it. */
  channelAccounts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Null: it sends no email. */
  mail: { url: string; from: string } | null;
  /** Every talk is a recording, and every page says so. */
  recorded: boolean;
  log: { level: LogLevel; pii: boolean };
  trustProxyHops: number;
  limits: {
    loginsPerAddress: Limit;
    failedLoginsPerAccount: Limit;
    widgetSessionsPerAddress: Limit;
    /** In tokens. */
    modelPerVisitor: Limit;
    modelPerAddress: Limit;
    /** In micro-dollars. */
    spendPerTenant: Limit;
    spendPerHub: Limit;
    callsPerAddress: Limit;
    callsPerPrincipal: Limit;
    messagesPerSender: Limit;
    /** Widget sockets open at once from one address. */
    widgetSocketsPerAddress: number;
    /** Messages that a visitor may send at once before they are slowed down. */
    visitorMessageBurst: number;
    /** Commands a minute of one socket. */
    messagesPerMinute: number;
  };
}

/** For the person who starts the hub: all faults at once, a line each, never a value. */
export class ConfigFaults extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`Fix these settings:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigFaults';
    this.faults = faults;
  }
}

const minuteMs = 60_000;
const microUsd = 1_000_000;
/** Whether only this machine reaches what listens there. */
const isLoopback = (host: string): boolean => /^(?:localhost|\[?::1\]?|(?:::ffff:)?127(?:\.\d{1,3}){3})$/i.test(host);

/** Whether the address has a password, or names another way to sign in, such as a certificate. */
const signsIn = (url: string | null): boolean =>
  url === null || /^[^/]+:\/\/[^/@]*:[^/@]+@/.test(url) || /[?&]authMechanism=/i.test(url);
const openWords = (example: string): string =>
  `has no password: write it as ${example}, or set HUB_ALLOW_OPEN_STORES=1 if no one else can reach it`;

/** @throws ConfigFaults */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const { values, faults } = readSettings(env);
  const production = values.NODE_ENV === 'production';
  // A setting that is wrong in itself is told once, not again for what it contradicts.
  const faulty = new Set(faults.map((line) => line.split(' ')[0]));
  const demand = (name: SettingName, good: boolean, words: string) => {
    if (!good && !faulty.has(name)) faults.push(`${name} ${words}`);
  };
  const inMemory = values.HUB_STORE === 'memory';
  demand('HUB_SECRET', !production || values.HUB_SECRET !== null, 'is required when NODE_ENV=production');
  const others = isLoopback(values.HOST) ? null : 'other machines can reach this HOST';
  const why = production ? 'NODE_ENV=production' : others;
  const secretFault = why === null || values.HUB_SECRET === null ? null : judgeSecret(values.HUB_SECRET);
  demand(
    'HUB_SECRET',
    secretFault === null,
    `is too weak (${why}): ${secretFault}; make one with \`openssl rand -hex 32\``,
  );
  const isPasswordJudged = !production && others !== null && values.HUB_DEMO_PASSWORD !== null;
  demand(
    'HUB_DEMO_PASSWORD',
    !isPasswordJudged || judgePassword(values.HUB_DEMO_PASSWORD ?? '') === null,
    `is too weak (${others}): use a longer sentence, or leave it out to have one generated`,
  );
  demand('HUB_RECORDED', !production || values.HUB_RECORDED !== '1', 'must not be 1 when NODE_ENV=production');
  demand('HUB_STORE', !production || !inMemory, 'must not be memory when NODE_ENV=production');
  demand(
    'HUB_STORE',
    values.REDIS_URL === null || !inMemory,
    'must not be memory with REDIS_URL, because nodes share a database',
  );
  const mayBeOpen = !production || values.HUB_ALLOW_OPEN_STORES === '1';
  demand('MONGODB_URL', mayBeOpen || signsIn(values.MONGODB_URL), openWords('mongodb://user:password@host/hub'));
  demand('REDIS_URL', mayBeOpen || signsIn(values.REDIS_URL), openWords('redis://user:password@host:6379'));
  demand('HUB_ROLE', values.HUB_ROLE === 'all' || values.REDIS_URL !== null, 'needs REDIS_URL, unless it is all');
  const { HUB_SMTP_URL: smtp, HUB_MAIL_FROM: from } = values;
  demand(
    'HUB_SMTP_URL',
    smtp === null || (from !== null && values.PUBLIC_URL !== null),
    'needs HUB_MAIL_FROM and PUBLIC_URL',
  );
  if (faults.length > 0) throw new ConfigFaults(faults);

  const perMinute = (name: string, points: number): Limit => ({ name, points, perMs: minuteMs });
  const perHour = (name: string, points: number): Limit => ({ name, points, perMs: 60 * minuteMs });
  const perDay = (name: string, points: number): Limit => ({ name, points, perMs: 24 * 60 * minuteMs });
  return {
    production,
    role: values.HUB_ROLE,
    host: values.HOST,
    port: values.PORT,
    speechUrl: values.DEEPGRAM_BASE_URL ?? 'wss://api.deepgram.com',
    twilioUrl: values.TWILIO_BASE_URL ?? 'https://api.twilio.com',
    publicUrl: values.PUBLIC_URL === null ? null : originFrom(values.PUBLIC_URL),
    dataDir: values.HUB_DATA_DIR,
    store: values.HUB_STORE ?? 'database',
    mongodbUrl: values.MONGODB_URL,
    redisUrl: values.REDIS_URL,
    secret: values.HUB_SECRET,
    oldSecret: values.HUB_OLD_SECRET,
    demoPassword: values.HUB_DEMO_PASSWORD,
    anthropic: { apiKey: values.ANTHROPIC_API_KEY, baseUrl: values.ANTHROPIC_BASE_URL },
    models: values.HUB_MODELS,
    efforts: values.HUB_EFFORTS,
    prices: values.HUB_PRICES,
    modelPatience: values.HUB_MODEL_PATIENCE,
    tasksOff: values.HUB_MODEL_OFF,
    channelAccounts: values.HUB_CHANNELS,
    mail: smtp === null || from === null ? null : { url: smtp, from },
    recorded: values.HUB_RECORDED === '1',
    log: { level: values.HUB_LOG_LEVEL, pii: values.HUB_LOG_PII === 'on' },
    trustProxyHops: values.HUB_TRUST_PROXY,
    limits: {
      loginsPerAddress: perMinute('logins', values.HUB_LIMIT_LOGINS),
      failedLoginsPerAccount: { name: 'failed-logins', points: values.HUB_LIMIT_FAILED_LOGINS, perMs: 15 * minuteMs },
      widgetSessionsPerAddress: perMinute('widget-sessions', values.HUB_LIMIT_WIDGET_SESSIONS),
      modelPerVisitor: perDay('model-visitor', values.HUB_LIMIT_MODEL_VISITOR),
      modelPerAddress: perDay('model-address', values.HUB_LIMIT_MODEL_ADDRESS),
      spendPerTenant: perHour('model-spend-tenant', values.HUB_LIMIT_SPEND_TENANT * microUsd),
      spendPerHub: perHour('model-spend-hub', values.HUB_LIMIT_SPEND_HUB * microUsd),
      callsPerAddress: perMinute('calls-address', values.HUB_LIMIT_CALLS_ADDRESS),
      callsPerPrincipal: perMinute('calls-principal', values.HUB_LIMIT_CALLS_PRINCIPAL),
      messagesPerSender: perMinute('messages-sender', values.HUB_LIMIT_MESSAGES),
      widgetSocketsPerAddress: values.HUB_LIMIT_WIDGET_SOCKETS,
      visitorMessageBurst: values.HUB_LIMIT_VISITOR_BURST,
      messagesPerMinute: values.HUB_LIMIT_MESSAGES,
    },
  };
}

/** How people reach the hub, on a machine of that name. */
export const ownAddressOf = (config: Config, machine: string): OwnAddress => ({
  publicUrl: config.publicUrl,
  names: [machine, `${machine}.local`, config.host].map((name) => name.toLowerCase()),
  trustedProxies: config.trustProxyHops,
});
