import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { metrics } from '../../src/adapters/telemetry/metrics.ts';
import { quantileOf } from '../../src/adapters/telemetry/percentiles.ts';
import { createPinoLogger } from '../../src/adapters/telemetry/pinoLogger.ts';
import { createPromMeter } from '../../src/adapters/telemetry/promMeter.ts';
import { HubError } from '../../src/kernel/hubError.ts';
import { silentLogger } from '../../src/kernel/observe.ts';

function logged(pii: boolean) {
  const lines: string[] = [];
  const log = createPinoLogger({ level: 'info', pii }, { write: (line) => void lines.push(line) });
  return { log, lines };
}

test('personal data is left out of the log unless it was asked for', () => {
  const [quiet, open] = [logged(false), logged(true)];
  for (const { log } of [quiet, open])
    log.info('message received', { conversationId: 'c1', pii: { text: 'my number is 512-555-0100' } });
  expect(quiet.lines.join()).not.toContain('512-555');
  expect(JSON.parse(quiet.lines[0] ?? '')).toMatchObject({
    level: 'info',
    message: 'message received',
    conversationId: 'c1',
  });
  expect(JSON.parse(open.lines[0] ?? '').pii.text).toContain('512-555');
});

test('tokens and passwords are never written, however deep they lie', () => {
  const { log, lines } = logged(true);
  log.warn('x', {
    token: 'canary',
    body: { password: 'canary', inner: { refreshToken: 'canary' } },
    req: { headers: { authorization: 'canary', cookie: 'canary' } },
  });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('canary');
  expect(lines[0]).toContain('[hidden]');
});

test('an error is written with its causes, and lines below the level are not', () => {
  const { log, lines } = logged(false);
  log.debug('hidden');
  log.error('failed', {
    err: new HubError('INTERNAL', {
      cause: Object.assign(new Error('socket closed'), { code: 'ECONNRESET', query: 'my number' }),
    }),
  });
  log.error('failed', { err: 'a string' });
  expect(lines).toHaveLength(2);
  const { err } = JSON.parse(lines[0] ?? '');
  expect(err.cause).toMatchObject({ message: 'socket closed', code: 'ECONNRESET' });
  expect(lines[0]).not.toContain('my number');
});

test('every number that the hub counts is declared with its labels, and every declared one is counted', () => {
  const source = join(import.meta.dirname, '../../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.includes('telemetry'),
  );
  const used = new Map<string, string>();
  for (const file of files) {
    for (const [, how = '', name = ''] of readFileSync(join(source, file), 'utf8').matchAll(
      /meter\s*\.(count|gauge|observe)\(\s*'(\w+)'/g,
    ))
      used.set(name, how);
  }
  const kinds = { counter: 'count', gauge: 'gauge', histogram: 'observe' } as const;
  expect(Object.fromEntries([...used].sort())).toEqual(
    Object.fromEntries(
      Object.entries(metrics)
        .map(([name, { kind }]) => [name, kinds[kind]] as const)
        .sort(),
    ),
  );
});

test('numbers are published, and a mistaken one harms nothing and is told once', async () => {
  const told: unknown[] = [];
  const meter = createPromMeter({ ...silentLogger, error: (message, fields) => told.push([message, fields?.metric]) });
  meter.count('hub_entries_total', { type: 'message-created' }, 2);
  meter.gauge('hub_connections', 7);
  meter.observe('hub_ack_seconds', 0.003, { command: 'chat-send' });
  for (let i = 0; i < 3; i++) meter.count('hub_unknown_total');
  meter.count('hub_entries_total', { visitor: 'v1' });
  const { text, contentType } = await meter.read();
  expect(contentType).toContain('text/plain');
  expect(text).toContain('hub_entries_total{type="message-created"} 2');
  expect(text).toContain('hub_connections 7');
  expect(text).toContain('hub_ack_seconds_bucket{le="0.005",command="chat-send"} 1');
  expect(text).toContain('process_resident_memory_bytes');
  expect(told).toEqual([
    ['a metric was not recorded', 'hub_unknown_total'],
    ['a metric was not recorded', 'hub_entries_total'],
  ]);
});

test('percentiles lie within their bucket, and are unknown above the last one', async () => {
  const buckets = [
    { uptoSeconds: 0.01, count: 2 },
    { uptoSeconds: 0.02, count: 10 },
    { uptoSeconds: Number.POSITIVE_INFINITY, count: 12 },
  ];
  expect(quantileOf(0.5, buckets)).toBeCloseTo(0.015, 9);
  expect(quantileOf(0.1, buckets)).toBeCloseTo(0.006, 9);
  expect(quantileOf(0.95, buckets)).toBeNull();
  expect(quantileOf(0.5, [])).toBeNull();
  const meter = createPromMeter(silentLogger);
  expect((await meter.percentiles()).items).toEqual([]);
  for (const seconds of [0.003, 0.003, 90]) meter.observe('hub_ack_seconds', seconds, { command: 'chat-send' });
  const [item] = (await meter.percentiles()).items;
  expect(item).toEqual({
    ...{ metric: 'hub_ack_seconds', labels: { command: 'chat-send' }, count: 3 },
    ...{ p50Ms: 4.25, p95Ms: null, p99Ms: null },
  });
});
