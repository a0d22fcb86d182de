import { buildIfStale, setUp } from './setUp.mjs';

await setUp();
await buildIfStale();
process.setSourceMapsEnabled(true);
// In this very process: signals and the exit code are the hub's own.
await import('../dist/server/main.js');
