import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/globalSetup.ts'],
    reporters: [resolve(import.meta.dirname, 'support/plainReporter.ts')],
    pool: 'forks',
    // Real servers and a browser share the machine with the tests; more workers only make them wait for each other.
    maxWorkers: 2,
    // For a machine that has other things to do as well; nothing waits for it to pass.
    testTimeout: 40_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
    allowOnly: false,
    passWithNoTests: false,
  },
});
