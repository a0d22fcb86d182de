import { z } from 'zod';
import { originFrom } from '../features/identity/judgeOrigin.ts';
import { taskNames } from './tasks.ts';

interface Setting<T> {
  schema: z.ZodType<T, string | undefined>;
  /** As a person would write it; null when absent means something of its own, told in `meaning`. */
  default: string | null;
  meaning: string;
}

const setting = <T>(
  schema: z.ZodType<T, string | undefined>,
  standard: string | null,
  meaning: string,
): Setting<T> => ({ schema, default: standard, meaning });

const whole = (min: number, max: number) => {
  const words = `must be a whole number from ${min} to ${max}`;
  return z
    .string(words)
    .regex(/^\d{1,10}$/, words)
    .transform(Number)
    .refine((value) => value >= min && value <= max, words);
};
const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, `must be one of ${values.join(', ')}`);
const text = z.string().max(4096, 'is too long');
const optional = text.optional().transform((value) => value ?? null);
const address = (schemes: readonly string[]) => {
  const words = `must be an address that begins with ${schemes.join(' or ')}`;
  return text
    .refine((value) => schemes.some((scheme) => value.startsWith(scheme)) && URL.canParse(firstHost(value)), words)
    .optional()
    .transform((value) => value ?? null);
};
/** A list of MongoDB hosts is no URL until only the first is left. */
const firstHost = (value: string): string => value.replace(/,[^/]*/, '');

const efforts = ['low', 'medium', 'high', 'xhigh', 'max'] as const;

/** `a=1,b=2` as pairs; null when a part is none. */
function pairsOf(value: string): [string, string][] | null {
  const pairs = value.split(',').map((part) => /^\s*([\w.-]+)\s*=\s*(\S+)\s*$/.exec(part));
  return pairs.some((pair) => pair === null) ? null : pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']);
}
function byTask<V extends string>(words: string, allowed: (value: string) => boolean) {
  return text.optional().transform((value, context): Record<string, V> => {
    const pairs = value === undefined ? [] : pairsOf(value);
    const good = pairs?.every(([task, choice]) => taskNames.includes(task) && allowed(choice));
    if (!pairs || !good) {
      context.addIssue(words);
      return z.NEVER;
    }
    return Object.fromEntries(pairs) as Record<string, V>;
  });
}
const priceWords = 'must look like model=input/output/cacheRead/cacheWrite, in USD per million tokens';
const prices = text.optional().transform((value, context) => {
  const pairs = value === undefined ? [] : pairsOf(value);
  const rows = pairs?.map(([model, list]) => [model, list.split('/').map(Number)] as const);
  if (!rows?.every(([, list]) => list.length === 4 && list.every((price) => Number.isFinite(price) && price >= 0))) {
    context.addIssue(priceWords);
    return z.NEVER;
  }
  return Object.fromEntries(
    rows.map(([model, [input = 0, output = 0, cacheRead = 0, cacheWrite = 0]]) => [
      model,
      { input, output, cacheRead, cacheWrite },
    ]),
  );
});

/** Every setting there is. The README and `--help` print this table. */
export const settings = {
  PORT: setting(whole(0, 65_535), '8080', 'Port of the hub; 0 takes a free one.'),
  HOST: setting(text, '127.0.0.1', 'Address to listen on; 0.0.0.0 to be reached from other machines.'),
  PUBLIC_URL: setting(
    text
      .refine((value) => originFrom(value) !== null, 'must be an address that begins with http:// or https://')
      .optional()
      .transform((value) => value ?? null),
    null,
    'How people reach the hub, such as https://hub.example.com: needed behind a proxy or under a name that is not its machine’s. Its own pages work at this address alone.',
  ),
  HUB_DATA_DIR: setting(text, '.data', 'Where the embedded database keeps its data.'),
  HUB_STORE: setting(
    oneOf('memory', 'database')
      .optional()
      .transform((value) => value ?? null),
    null,
    'database, or empty: keep everything in a database. memory: keep nothing, need none; to try things only.',
  ),
  MONGODB_URL: setting(
    address(['mongodb://', 'mongodb+srv://']),
    null,
    'A MongoDB replica set; without it the hub runs a database of its own.',
  ),
  REDIS_URL: setting(address(['redis://', 'rediss://']), null, 'Redis, for several nodes.'),
  HUB_ALLOW_OPEN_STORES: setting(
    oneOf('0', '1'),
    '0',
    '1: production also starts on a MongoDB or Redis that asks for no password. Only where nobody else can reach them.',
  ),
  HUB_ROLE: setting(
    oneOf('all', 'gateway', 'worker'),
    'all',
    'gateway: sockets and REST only; worker: takes the gateways’ turns as well; all: one kind of node for everything.',
  ),
  HUB_SECRET: setting(
    optional,
    null,
    'Signs tokens. Made once and kept in the database when absent; required in production. In production, and where HOST is not this machine alone: at least 32 characters, 10 of them different.',
  ),
  HUB_DEMO_PASSWORD: setting(
    optional,
    null,
    'Password of the demo accounts at every start; made and printed once when absent. Not a simple one where HOST is not this machine alone.',
  ),
  ANTHROPIC_API_KEY: setting(
    optional,
    null,
    'Claude writes coaching and answers; without it the offline playbook does.',
  ),
  ANTHROPIC_BASE_URL: setting(address(['http://', 'https://']), null, 'Another address of the Messages API.'),
  HUB_MODELS: setting(
    byTask<string>(`must look like coach=model,ask=model, for ${taskNames.join(', ')}`, () => true),
    null,
    'Models that differ from the built-in ones, by task.',
  ),
  HUB_EFFORTS: setting(
    byTask<(typeof efforts)[number]>(`must look like coach=low,ask=high, for ${taskNames.join(', ')}`, (value) =>
      (efforts as readonly string[]).includes(value),
    ),
    null,
    'Efforts that differ from the built-in ones, by task.',
  ),
  HUB_PRICES: setting(
    prices,
    null,
    'Prices of models: model=input/output/cacheRead/cacheWrite, in USD per million tokens.',
  ),
  NODE_ENV: setting(
    text.optional().transform((value) => value ?? 'development'),
    null,
    'production: no demo tenant, and HUB_SECRET is required.',
  ),
  HUB_LOG_LEVEL: setting(oneOf('debug', 'info', 'warn', 'error', 'silent'), 'info', 'How much is logged.'),
  HUB_LOG_PII: setting(oneOf('off', 'on'), 'off', 'on: personal data in the log.'),
  HUB_TRUST_PROXY: setting(whole(0, 10), '0', 'How many proxies in front are yours.'),
  HUB_LIMIT_LOGINS: setting(whole(1, 1_000_000), '20', 'Logins a minute from one address.'),
  HUB_LIMIT_FAILED_LOGINS: setting(
    whole(1, 1_000_000),
    '10',
    'Failed logins on one account from one network in 15 minutes.',
  ),
  HUB_LIMIT_WIDGET_SESSIONS: setting(whole(1, 1_000_000), '300', 'Widget sessions a minute from one address.'),
  HUB_LIMIT_WIDGET_SOCKETS: setting(whole(1, 1_000_000), '300', 'Widget sockets at once from one address.'),
  HUB_LIMIT_VISITOR_BURST: setting(whole(1, 1_000_000), '20', 'Messages a visitor may send in a burst.'),
  HUB_LIMIT_MESSAGES: setting(whole(1, 1_000_000), '120', 'Commands a minute on one socket.'),
  HUB_LIMIT_MODEL_VISITOR: setting(
    whole(1, 1_000_000_000),
    '1000000',
    'Tokens of the model that one visitor’s words may cost in a day; then the playbook answers.',
  ),
  HUB_LIMIT_MODEL_ADDRESS: setting(
    whole(1, 1_000_000_000),
    '5000000',
    'The same for all visitors of one network address, such as an office.',
  ),
  HUB_LIMIT_SPEND_TENANT: setting(
    whole(1, 1_000_000),
    '100',
    'US dollars that Claude may cost one brokerage in an hour. From 60 % on admins are told, from 80 % the small model works for the team, from 95 % the playbook does, at 100 % for visitors too.',
  ),
  HUB_LIMIT_SPEND_HUB: setting(whole(1, 10_000_000), '400', 'The same for all brokerages of the hub together.'),
  HUB_MODEL_OFF: setting(
    text.optional().transform((value, context): string[] => {
      const names = value === undefined ? [] : value.split(',').map((name) => name.trim());
      if (names.every((name) => taskNames.includes(name))) return names;
      context.addIssue(`must be a list such as coach,ask, of ${taskNames.join(', ')}`);
      return z.NEVER;
    }),
    null,
    `Tasks that Claude does not get and the playbook does alone: a list of ${taskNames.join(', ')}.`,
  ),
  HUB_LIMIT_CALLS_ADDRESS: setting(
    whole(1, 10_000_000),
    '1200',
    'REST calls a minute without a token from one address.',
  ),
  HUB_LIMIT_CALLS_PRINCIPAL: setting(whole(1, 10_000_000), '1200', 'REST calls a minute of one account or API key.'),
} as const;
export type SettingName = keyof typeof settings;
type Values = { [N in SettingName]: z.output<(typeof settings)[N]['schema']> };

/** The settings of an environment, with a line for each that is wrong. An empty value counts as absent. Values are good only without faults. */
export function readSettings(env: NodeJS.ProcessEnv): { values: Values; faults: string[] } {
  const faults: string[] = [];
  const values = Object.entries(settings).map(([name, { schema, default: standard }]) => {
    const result = schema.safeParse(env[name] || (standard ?? undefined));
    if (!result.success) faults.push(`${name} ${result.error.issues[0]?.message ?? 'is not valid'}`);
    return [name, result.success ? result.data : null];
  });
  return { values: Object.fromEntries(values) as Values, faults };
}

/** The table of settings as Markdown. */
export const settingsTable = (): string =>
  [
    '| setting | default | meaning |',
    '|---|---|---|',
    ...Object.entries(settings).map(
      ([name, { default: standard, meaning }]) =>
        `| \`${name}\` | ${standard === null ? '' : `\`${standard}\``} | ${meaning} |`,
    ),
  ].join('\n');
