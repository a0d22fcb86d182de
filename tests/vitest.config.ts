import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import SlowestFirst from './support/slowestFirst.ts';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // Tests that take minutes by nature, such as kills, real waits and databases that start from nothing, run with `npm run test:long`.
    exclude: process.env.HUB_TEST_LONG === '1' ? [] : ['tests/**/*.long.test.ts'],
    globalSetup: ['tests/support/globalSetup.ts'],
    setupFiles: ['tests/support/eachFile.ts'],
    reporters: [resolve(import.meta.dirname, 'support/plainReporter.ts')],
    pool: 'forks',
    // The hub is loaded once for a worker, not for each file: files share what is loaded and nothing else.
    isolate: false,
    // Two cores: half of the time a worker waits for servers, browsers, and pauses in talks.
    maxWorkers: 4,
    sequence: { sequencer: SlowestFirst },
    // Ceilings, for a machine that has other things to do as well: a test waits for what happens, and nothing waits for these.
    testTimeout: 300_000,
    expect: { poll: { timeout: 90_000 } },
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
