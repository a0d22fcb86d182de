// `node scripts/run.mjs <file.ts> args…`: sets up, builds, and runs a TypeScript file in this process.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildIfStale, giveUp, setUp } from './setUp.mjs';

const [file, ...args] = process.argv.slice(2);
if (file === undefined) giveUp('Usage: node scripts/run.mjs <file.ts> [arguments]');
await setUp();
await buildIfStale();
const { register } = await import('tsx/esm/api');
register();
process.argv = [process.execPath, resolve(file), ...args];
await import(pathToFileURL(resolve(file)).href);
