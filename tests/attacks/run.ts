/**
 * `npm run attacks`: runs the tests of all attacks and prints each as held, failed, or not applicable, with the test that shows it.
 * `npm run attacks -- prove [S43 …]`: takes each guard out of a copy of the tree and says whether the tests of its attack then fail.
 * `npm run attacks -- flood slow-readers|reads|refused [--seconds=60]`: floods a hub of its own and prints what it costs the hub and others.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Attack, GuardRemoval } from './attack.ts';
import { attacks } from './attacks.ts';
import { flood, floodNames } from './floods/flood.ts';
import type { FloodName } from './floods/flooder.ts';

const root = resolve(import.meta.dirname, '../..');
type Shown = Extract<Attack, { shownBy: string }>;
const isShown = (attack: Attack): attack is Shown => 'shownBy' in attack;

interface TestResult {
  file: string;
  name: string;
  passed: boolean;
}

/** Runs the tests of `files` whose names match, in the tree `at`. A file that cannot be loaded gives no result. */
function runTests(at: string, files: readonly string[], pattern: string): TestResult[] {
  const dir = mkdtempSync(join(tmpdir(), 'hub-attacks-'));
  const report = join(dir, 'report.json');
  const options = ['-t', pattern, '--reporter=json', `--outputFile=${report}`];
  spawnSync(process.execPath, [join(at, 'scripts/test.mjs'), ...files, ...options], {
    cwd: at,
    env: { ...process.env, HUB_TEST_LONG: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const results: TestResult[] = [];
  if (existsSync(report)) {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      testResults: { name: string; assertionResults: { fullName: string; status: string }[] }[];
    };
    for (const { name, assertionResults } of testResults) {
      for (const { fullName, status } of assertionResults) {
        if (status !== 'passed' && status !== 'failed') continue;
        results.push({ file: name.slice(at.length + 1), name: fullName, passed: status === 'passed' });
      }
    }
  }
  rmSync(dir, { recursive: true, force: true });
  return results;
}

const testsOf = (attack: Shown, results: readonly TestResult[]): TestResult[] =>
  results.filter(({ file, name }) => file === attack.shownBy && new RegExp(`\\b${attack.id}\\b`).test(name));

const filesOf = (shown: readonly Shown[]): string[] => [...new Set(shown.map(({ shownBy }) => shownBy))];

function tellAll(): boolean {
  const shown = attacks.filter(isShown);
  const results = runTests(root, filesOf(shown), '\\bS\\d+\\b');
  const counts = { held: 0, fallen: 0, 'not applicable': 0 };
  let asExpected = true;
  for (const attack of attacks) {
    let status: keyof typeof counts = 'held';
    let why = '';
    if ('fallen' in attack) [status, why] = ['fallen', attack.fallen];
    else if ('notApplicable' in attack) [status, why] = ['not applicable', attack.notApplicable];
    else {
      const tests = testsOf(attack, results);
      if (tests.length === 0 || tests.some(({ passed }) => !passed)) {
        status = 'fallen';
        asExpected = false;
      }
      const guards = attack.failsWithout.map(({ file }) => file).join(', ');
      why = `${attack.shownBy} (${tests.length} tests, ${tests.filter(({ passed }) => !passed).length} failed; fails without its guard in ${guards})`;
    }
    counts[status] += 1;
    console.log(
      `${attack.id.padEnd(4)} ${(status === 'fallen' ? 'failed' : status).padEnd(14)} ${attack.attack}\n${' '.repeat(20)}${why}`,
    );
  }
  console.log(`${counts.held} held, ${counts.fallen} failed, ${counts['not applicable']} not applicable`);
  return asExpected;
}

function takeOut(copy: string, { file, guard, instead }: GuardRemoval): void {
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  if (text.split(guard).length !== 2) throw new Error(`${file} does not hold the guard exactly once: ${guard}`);
  writeFileSync(
    path,
    text.replace(guard, () => instead),
  );
}

/** True when the tests of the attack pass with the guard and fail without it. */
function prove(attack: Shown): boolean {
  const copy = mkdtempSync(join(tmpdir(), 'hub-without-'));
  try {
    const leaveOut = new Set(['node_modules', '.git', '.data'].map((name) => join(root, name)));
    cpSync(root, copy, { recursive: true, filter: (path) => !leaveOut.has(path) });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    for (const removal of attack.failsWithout) takeOut(copy, removal);
    const tests = testsOf(attack, runTests(copy, [attack.shownBy], `\\b${attack.id}\\b`));
    const failed = tests.filter(({ passed }) => !passed).length;
    const proven = failed > 0;
    console.log(
      `${attack.id.padEnd(4)} ${proven ? 'proven' : 'NOT PROVEN'}: ${failed} of ${tests.length} tests fail without the guard`,
    );
    return proven;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const [command, ...ids] = process.argv.slice(2);
if (command === undefined) process.exitCode = tellAll() ? 0 : 1;
else if (command === 'prove') {
  const asked = attacks.filter(isShown).filter(({ id }) => ids.length === 0 || ids.includes(id));
  const unproven = asked.filter((attack) => !prove(attack));
  console.log(`${asked.length - unproven.length} proven, ${unproven.length} not proven`);
  process.exitCode = unproven.length === 0 && asked.length > 0 ? 0 : 1;
} else if (command === 'flood' && floodNames.some((name) => name === ids[0])) {
  const seconds = Number(ids[1]?.replace('--seconds=', '') ?? 60);
  process.exitCode = (await flood(ids[0] as FloodName, seconds)) ? 0 : 1;
} else {
  console.error(`Usage: npm run attacks [-- prove [S43 …] | flood ${floodNames.join('|')} [--seconds=60]]`);
  process.exitCode = 2;
}
