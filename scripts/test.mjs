// `npm test [-- paths or vitest options]`. The last line on stdout is `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale, root, run, setUp } from './setUp.mjs';
import { provideTestTools } from './testTools.mjs';

await setUp();
await buildIfStale();
await provideTestTools();

const dir = mkdtempSync(join(tmpdir(), 'hub-test-count-'));
const countFile = join(dir, 'count');
const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', join(root, 'tests/vitest.config.ts')];
const env = { ...process.env, HUB_TEST_COUNT_FILE: countFile };
const code = await run(process.execPath, [...vitest, ...process.argv.slice(2)], { env });
// No count: the run did not get as far as its tests.
const count = existsSync(countFile) ? readFileSync(countFile, 'utf8') : '0 passed, 1 failed';
rmSync(dir, { recursive: true, force: true });
console.log(count);
process.exitCode = code === 0 && count.endsWith(', 0 failed') ? 0 : 1;
