import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';

const slowestShown = 10;

/**
 * Prints each failure in full and ends with the slowest files and the plain line `N passed, N failed`.
 * A test that did not run counts as failed: nothing here is ever skipped.
 */
export default class PlainReporter implements Reporter {
  private passed = 0;
  private failed = 0;
  /** The tests that failed, by file; `outside of a test` and `the run` are no files. */
  private readonly failures: Record<string, string[]> = {};
  private readonly took: { file: string; seconds: number }[] = [];
  private asked: RegExp | undefined;

  onInit(vitest: Vitest): void {
    this.asked = vitest.config.testNamePattern;
  }

  onTestCaseResult(test: TestCase): void {
    const { state, errors } = test.result();
    if (state === 'passed') {
      this.passed += 1;
      return;
    }
    if (this.asked !== undefined && !this.asked.test(test.fullName)) return;
    this.count(test.module.relativeModuleId, test.fullName);
    const reasons = errors?.map((error) => `${told(error)}${error.diff ? `\n${error.diff}` : ''}`) ?? [];
    print(`FAILED ${test.module.relativeModuleId} > ${test.fullName}`);
    for (const reason of reasons.length > 0 ? reasons : [`it did not run (${state})`]) print(indent(reason));
  }

  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const file = module.relativeModuleId;
    const seconds = module.diagnostic().duration / 1000;
    this.took.push({ file, seconds });
    for (const error of module.errors()) this.fail(file, 'the file', told(error));
    for (const suite of module.children.allSuites()) {
      for (const error of suite.errors()) this.fail(file, suite.fullName, told(error));
    }
    print(`${file}: ${tests.length} tests, ${seconds.toFixed(1)} s`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly { stack?: string; message: string }[]): void {
    for (const error of unhandledErrors) this.fail('outside of a test', 'an error', told(error));
    if (modules.length === 0) this.fail('the run', 'a file', 'no test file was found');
    const { passed, failed, failures } = this;
    const slowest = this.took.sort((one, other) => other.seconds - one.seconds).slice(0, slowestShown);
    print(`The slowest files:\n${slowest.map(({ file, seconds }) => `  ${seconds.toFixed(1)} s  ${file}`).join('\n')}`);
    // The caller prints the count after the servers are stopped, so that it is the last line.
    const countFile = process.env.HUB_TEST_COUNT_FILE;
    if (countFile) writeFileSync(countFile, JSON.stringify({ passed, failed, failures }));
    else print(`${passed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  }

  private fail(file: string, what: string, reason: string): void {
    this.count(file, what);
    print(`FAILED ${file} > ${what}`);
    print(indent(reason));
  }

  private count(file: string, what: string): void {
    this.failed += 1;
    this.failures[file] = [...(this.failures[file] ?? []), what];
  }
}

interface Told {
  stack?: string | undefined;
  message: string;
  /** Of a `SuppressedError`: the error of closing, and the one before it. */
  error?: Told;
  suppressed?: Told;
}

/** The stack of a timeout does not hold its message, and a `SuppressedError` says nothing of the two that it holds. */
function told({ stack, message, error, suppressed }: Told): string {
  const own = stack === undefined ? message : stack.includes(message) ? stack : `${message}\n${stack}`;
  const held = [error, suppressed].flatMap((one) => (one === undefined ? [] : [told(one)]));
  return [own, ...held].join('\n');
}

function indent(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/^/gm, '    ');
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
