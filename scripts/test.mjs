// `npm test [-- paths or vitest options]`. The last line on stdout is `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale, root, run, setUp } from './setUp.mjs';
import { provideTestTools } from './testTools.mjs';

/** More failing files than this are no matter of luck: running them again would only take long. */
const mostRunAgain = 5;
/** Two files that fail now and then hide a third that is broken. */
const mostFlaky = 1;

await setUp();
await buildIfStale();
await provideTestTools();

const first = await runTests(process.argv.slice(2));
const failing = Object.keys(first.failures).filter((file) => existsSync(join(root, file)));
const canRunAgain =
  failing.length > 0 && failing.length <= mostRunAgain && failing.length === Object.keys(first.failures).length;
const outcome = canRunAgain ? await runAgain(failing) : first;
console.log(`${outcome.passed} passed, ${outcome.failed} failed`);
process.exitCode = outcome.isGreen && outcome.failed === 0 ? 0 : 1;

/** Each failing file once more, one after the other: a file that passes alone is flaky, and one flaky file is let through. */
async function runAgain(files) {
  console.log(`\nOnce more, alone: ${files.join(', ')}`);
  const again = await runTests([...files, '--maxWorkers', '1']);
  const flaky = files.filter((file) => again.failures[file] === undefined);
  for (const file of flaky) for (const test of first.failures[file]) console.log(`flaky: ${file}: ${test}`);
  if (flaky.length > mostFlaky) console.log(`${flaky.length} flaky files are too many: this run has failed`);
  const forgiven = again.isGreen && flaky.length <= mostFlaky ? first.failed : 0;
  return { passed: first.passed + forgiven, failed: first.failed - forgiven, isGreen: forgiven > 0 };
}

/** One run of vitest: what `tests/support/plainReporter.ts` has counted. Without a count it did not get as far as its tests. */
async function runTests(args) {
  const dir = mkdtempSync(join(tmpdir(), 'hub-test-count-'));
  const countFile = join(dir, 'count.json');
  const vitest = [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--config',
    join(root, 'tests/vitest.config.ts'),
  ];
  const code = await run(process.execPath, [...vitest, ...args], {
    env: { ...process.env, HUB_TEST_COUNT_FILE: countFile },
  });
  const counted = existsSync(countFile)
    ? JSON.parse(readFileSync(countFile, 'utf8'))
    : { passed: 0, failed: 1, failures: { 'the run': ['it ended before its tests were counted'] } };
  rmSync(dir, { recursive: true, force: true });
  return { ...counted, isGreen: code === 0 };
}
