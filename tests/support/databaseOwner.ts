import { provideDatabase } from '../../src/app/embedded/provideDatabase.ts';
import { silentLogger } from '../../src/kernel/observe.ts';

// Run as a process of its own by tests that kill it: owns the database of the directory given and prints its URL.
const dataDir = process.argv[2];
if (dataDir === undefined) throw new Error('a data directory is wanted');
const { url } = await provideDatabase({ dataDir, env: process.env, log: silentLogger, say: () => {} });
process.stdout.write(`${url}\n`);
setInterval(() => {}, 60_000);
