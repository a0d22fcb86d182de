/** Fixed messages; values in `fields`; personal data only under `pii`, which the adapter drops unless told otherwise. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}
export interface LogFields {
  [field: string]: unknown;
  pii?: Record<string, unknown>;
  err?: unknown;
}

/** Counters, gauges and histograms by name; the adapter declares them. Never a personal value or an id in a label. */
export interface Meter {
  count(name: string, labels?: Record<string, string>, by?: number): void;
  gauge(name: string, value: number, labels?: Record<string, string>): void;
  observe(name: string, seconds: number, labels?: Record<string, string>): void;
}

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
export const silentMeter: Meter = { count() {}, gauge() {}, observe() {} };
