import { buildIfStale, setUp } from './setUp.mjs';

await setUp();
await buildIfStale();
process.setSourceMapsEnabled(true);
await import('../dist/server/admin.js');
