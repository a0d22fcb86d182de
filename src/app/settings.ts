import { z } from 'zod';
import { channel } from '../contract/values.ts';
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
  const words = `must be an address that starts with ${schemes.join(' or ')}`;
  return text
    .refine((value) => schemes.some((scheme) => value.startsWith(scheme)) && URL.canParse(firstHost(value)), words)
    .optional()
    .transform((value) => value ?? null);
};
/** A list of MongoDB hosts is no URL until only the first is left. */
const firstHost = (value: string): string => value.replace(/,[^/]*/, '');

const efforts = ['low', 'medium', 'high', 'xhigh', 'max'] as const;

/** In HUB_MODELS: the model for each task that is not named. */
export const allTasks = 'all';

/** `a=1,b=2` as pairs; null when a part is none. */
function pairsOf(value: string): [string, string][] | null {
  const pairs = value.split(',').map((part) => /^\s*([\w.-]+)\s*=\s*(\S+)\s*$/.exec(part));
  return pairs.some((pair) => pair === null) ? null : pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']);
}
function byTask<V extends string>(words: string, names: readonly string[], allowed: (value: string) => boolean) {
  return text.optional().transform((value, context): Record<string, V> => {
    const pairs = value === undefined ? [] : pairsOf(value);
    const good = pairs?.every(([task, choice]) => names.includes(task) && allowed(choice));
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

const accountsWords = 'must be JSON such as {"sms": {"<tenant ID>": {…}}}';
const accounts = z
  .string()
  .max(65_536, 'is too long')
  .optional()
  .transform((value, context) => {
    const { data } = z
      .partialRecord(channel.exclude(['widget']), z.record(z.string(), z.unknown()))
      .safeParse(value === undefined ? {} : jsonOf(value));
    if (data !== undefined) return data;
    context.addIssue(accountsWords);
    return z.NEVER;
  });
function jsonOf(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    // Told as everything else that is no such record.
    return null;
  }
}

/** Every setting there is. The README and `--help` print this table. */
export const settings = {
  PORT: setting(whole(0, 65_535), '8080', 'The port to listen on; 0 picks a free one.'),
  HOST: setting(text, '127.0.0.1', 'The address to listen on; 0.0.0.0 lets other machines connect.'),
  PUBLIC_URL: setting(
    text
      .refine((value) => originFrom(value) !== null, 'must be an address that starts with http:// or https://')
      .optional()
      .transform((value) => value ?? null),
    null,
    'The address people use, such as https://hub.example.com. Needed behind a proxy, or if people use a name other than the machine’s own. The hub’s own pages then work at this address only.',
  ),
  HUB_DATA_DIR: setting(text, '.data', 'Folder where the embedded database keeps its data.'),
  HUB_STORE: setting(
    oneOf('memory', 'database')
      .optional()
      .transform((value) => value ?? null),
    null,
    'database, or empty: keep everything in a database. memory: no database, and nothing is kept; only for trying things out.',
  ),
  MONGODB_URL: setting(
    address(['mongodb://', 'mongodb+srv://']),
    null,
    'Your MongoDB replica set; without it, the hub runs its own database.',
  ),
  REDIS_URL: setting(address(['redis://', 'rediss://']), null, 'Redis; needed to run several nodes.'),
  HUB_ALLOW_OPEN_STORES: setting(
    oneOf('0', '1'),
    '0',
    '1: in production, allow a MongoDB or Redis without a password. Only if no one else can reach them.',
  ),
  HUB_ROLE: setting(
    oneOf('all', 'gateway', 'worker'),
    'all',
    'gateway: sockets and REST only. worker: also runs the bots for the gateways. all: every node does everything.',
  ),
  HUB_SECRET: setting(
    optional,
    null,
    'Signs tokens. If absent, one is generated and kept in the database; required in production. In production, or when HOST lets other machines connect: at least 32 characters, including at least 10 different ones.',
  ),
  HUB_OLD_SECRET: setting(
    optional,
    null,
    'The HUB_SECRET before this one, while you run `npm run admin -- secret-change`.',
  ),
  HUB_DEMO_PASSWORD: setting(
    optional,
    null,
    'Password of the demo accounts, set at every start. If absent, one is generated and printed once. It must be strong when HOST lets other machines connect.',
  ),
  ANTHROPIC_API_KEY: setting(
    optional,
    null,
    'With it, Claude writes the coaching and the answers; without it, the offline playbook does.',
  ),
  ANTHROPIC_BASE_URL: setting(address(['http://', 'https://']), null, 'A different address for the Messages API.'),
  DEEPGRAM_BASE_URL: setting(
    address(['ws://', 'wss://']),
    null,
    'A different address for Deepgram, which can transcribe phone calls: wss://….',
  ),
  TWILIO_BASE_URL: setting(address(['http://', 'https://']), null, 'A different address for Twilio’s API.'),
  HUB_MODELS: setting(
    byTask<string>(
      `must look like coach=model,ask=model or all=model; the tasks are ${taskNames.join(', ')}`,
      [...taskNames, allTasks],
      () => true,
    ),
    null,
    'Models to use instead of the built-in ones, by task: coach=model,ask=model. all=model: this one for everything else.',
  ),
  HUB_EFFORTS: setting(
    byTask<(typeof efforts)[number]>(
      `must look like coach=low,ask=high; the tasks are ${taskNames.join(', ')}`,
      taskNames,
      (value) => (efforts as readonly string[]).includes(value),
    ),
    null,
    'Effort levels to use instead of the built-in ones, by task: coach=low,ask=high.',
  ),
  HUB_PRICES: setting(
    prices,
    null,
    'Model prices: model=input/output/cacheRead/cacheWrite, in USD per million tokens.',
  ),
  HUB_MODEL_PATIENCE: setting(
    whole(1, 100),
    '1',
    'How many times as long as usual the model may take before the hub gives up on it, for a model on your own machine that is slow to begin.',
  ),
  HUB_CHANNELS: setting(
    accounts,
    null,
    'The brokerages’ accounts with channel providers, as JSON by channel and tenant: {"sms": {"<id>": {…}}}. The same on every node.',
  ),
  HUB_SMTP_URL: setting(
    address(['smtp://', 'smtps://']),
    null,
    'Your mail server, such as smtps://user:password@mail.example.com, so that people can reset a forgotten password by email. Needs HUB_MAIL_FROM and PUBLIC_URL.',
  ),
  HUB_MAIL_FROM: setting(optional, null, 'The sender of these emails, such as Jorge Hub <hub@example.com>.'),
  NODE_ENV: setting(
    text.optional().transform((value) => value ?? 'development'),
    null,
    'production: no demo brokerage, and HUB_SECRET is required.',
  ),
  HUB_RECORDED: setting(
    oneOf('0', '1'),
    '0',
    '1: say in every chat, at the desk and on the wall that the talks are recordings. `npm run try` sets it; never set it for people.',
  ),
  HUB_LOG_LEVEL: setting(
    oneOf('debug', 'info', 'warn', 'error', 'silent'),
    'info',
    'How much to log: debug, info, warn, error, or silent.',
  ),
  HUB_LOG_PII: setting(oneOf('off', 'on'), 'off', 'on: write personal data to the log.'),
  HUB_TRUST_PROXY: setting(whole(0, 10), '0', 'How many of your own proxies are in front of the hub.'),
  HUB_LIMIT_LOGINS: setting(whole(1, 1_000_000), '20', 'Sign-ins per minute from one address.'),
  HUB_LIMIT_FAILED_LOGINS: setting(
    whole(1, 1_000_000),
    '10',
    'Failed sign-ins to one account from one network in 15 minutes.',
  ),
  HUB_LIMIT_WIDGET_SESSIONS: setting(whole(1, 1_000_000), '300', 'Widget sessions per minute from one address.'),
  HUB_LIMIT_WIDGET_SOCKETS: setting(whole(1, 1_000_000), '300', 'Widget sockets open at once from one address.'),
  HUB_LIMIT_VISITOR_BURST: setting(whole(1, 1_000_000), '20', 'Messages a visitor may send in one burst.'),
  HUB_LIMIT_MESSAGES: setting(
    whole(1, 1_000_000),
    '120',
    'Commands per minute on one socket; messages per minute from one phone number or address.',
  ),
  HUB_LIMIT_MODEL_VISITOR: setting(
    whole(1, 1_000_000_000),
    '1000000',
    'Model tokens that one visitor may use in a day; after that, the playbook answers.',
  ),
  HUB_LIMIT_MODEL_ADDRESS: setting(
    whole(1, 1_000_000_000),
    '5000000',
    'The same for all visitors at one network address, such as an office.',
  ),
  HUB_LIMIT_SPEND_TENANT: setting(
    whole(1, 1_000_000),
    '100',
    'US dollars that Claude may cost one brokerage in an hour. At 60%, admins are told; at 80%, the team gets the small model; at 95%, the team gets the playbook; at 100%, visitors do too.',
  ),
  HUB_LIMIT_SPEND_HUB: setting(whole(1, 10_000_000), '400', 'The same for all brokerages on the hub together.'),
  HUB_MODEL_OFF: setting(
    text.optional().transform((value, context): string[] => {
      const names = value === undefined ? [] : value.split(',').map((name) => name.trim());
      if (names.every((name) => taskNames.includes(name))) return names;
      context.addIssue(`must be a list such as coach,ask; the tasks are ${taskNames.join(', ')}`);
      return z.NEVER;
    }),
    null,
    `Tasks that the playbook does instead of Claude, separated by commas: any of ${taskNames.join(', ')}.`,
  ),
  HUB_LIMIT_CALLS_ADDRESS: setting(
    whole(1, 10_000_000),
    '1200',
    'REST calls without a token, per minute from one address; photos are counted separately, and their limit is five times as high.',
  ),
  HUB_LIMIT_CALLS_PRINCIPAL: setting(whole(1, 10_000_000), '1200', 'REST calls per minute by one account or API key.'),
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
