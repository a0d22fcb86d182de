import { type DestinationStream, pino } from 'pino';
import type { LogFields, Logger } from '../../kernel/observe.ts';

// Wherever one of these names turns up, one or two levels deep, its value is not written.
const secretNames = [
  'token',
  'accessToken',
  'refreshToken',
  'visitorToken',
  'identityToken',
  'password',
  'passwordHash',
  'secret',
  'secretHash',
  'authorization',
  'cookie',
  'apiKey',
];
const secretPaths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/** One JSON line per event. `pii` is dropped unless asked for; tokens and passwords are never written. */
export function createPinoLogger(
  options: { level: string; pii: boolean; base?: Record<string, unknown> },
  to: DestinationStream = pino.destination({ dest: 1, sync: false }),
): Logger {
  const out = pino(
    {
      level: options.level,
      base: options.base ?? {},
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { err: errorFields },
      redact: { paths: secretPaths, censor: '[hidden]' },
    },
    to,
  );
  const kept = (fields: LogFields = {}): LogFields => {
    if (options.pii || fields.pii === undefined) return fields;
    const { pii: _dropped, ...rest } = fields;
    return rest;
  };
  return {
    debug: (message, fields) => out.debug(kept(fields), message),
    info: (message, fields) => out.info(kept(fields), message),
    warn: (message, fields) => out.warn(kept(fields), message),
    error: (message, fields) => out.error(kept(fields), message),
  };
}

/** The error and where it happened, with the first causes. Other properties of an error may hold what a person wrote. */
function errorFields(err: unknown, depth = 0): Record<string, unknown> {
  if (!(err instanceof Error)) return { message: 'not an error', type: typeof err };
  const code = 'code' in err && typeof err.code === 'string' ? { code: err.code } : {};
  return {
    type: err.name,
    message: err.message.slice(0, 500),
    ...code,
    stack: err.stack?.slice(0, 4_000),
    ...(err.cause !== undefined && depth < 3 ? { cause: errorFields(err.cause, depth + 1) } : {}),
  };
}
