import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/globalSetup.ts'],
    setupFiles: ['tests/support/eachFile.ts'],
    reporters: [resolve(import.meta.dirname, 'support/plainReporter.ts')],
    pool: 'forks',
    // Real servers and a browser share the machine with the tests; more workers only make them wait for each other.
    maxWorkers: 2,
    // Ceilings, for a machine that has other things to do as well: a test waits for what happens, and nothing waits for these.
    testTimeout: 300_000,
    expect: { poll: { timeout: 45_000 } },
    hookTimeout: 180_000,
    teardownTimeout: 60_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
