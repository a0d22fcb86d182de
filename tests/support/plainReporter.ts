import { writeFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { Reporter, TestCase, TestModule, Vitest } from 'vitest/node';

/**
 * Prints each failure in full and ends with the plain line `N passed, N failed`.
 * A test that did not run counts as failed: nothing here is ever skipped.
 */
export default class PlainReporter implements Reporter {
  private passed = 0;
  private failed = 0;
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
    this.failed += 1;
    const reasons = errors?.map((error) => `${told(error)}${error.diff ? `\n${error.diff}` : ''}`) ?? [];
    print(`FAILED ${test.module.relativeModuleId} > ${test.fullName}`);
    for (const reason of reasons.length > 0 ? reasons : [`it did not run (${state})`]) print(indent(reason));
  }

  onTestModuleEnd(module: TestModule): void {
    const tests = [...module.children.allTests()];
    const seconds = (module.diagnostic().duration / 1000).toFixed(1);
    for (const error of module.errors()) this.fail(module.relativeModuleId, told(error));
    for (const suite of module.children.allSuites()) {
      for (const error of suite.errors()) this.fail(`${module.relativeModuleId} > ${suite.fullName}`, told(error));
    }
    print(`${module.relativeModuleId}: ${tests.length} tests, ${seconds} s`);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly { stack?: string; message: string }[]): void {
    for (const error of unhandledErrors) this.fail('outside of a test', told(error));
    if (modules.length === 0) this.fail('the run', 'no test file was found');
    const line = `${this.passed} passed, ${this.failed} failed`;
    // The caller prints the line after the servers are stopped, so that it is the last one.
    const countFile = process.env.HUB_TEST_COUNT_FILE;
    if (countFile) writeFileSync(countFile, line);
    else print(line);
    if (this.failed > 0) process.exitCode = 1;
  }

  private fail(where: string, reason: string): void {
    this.failed += 1;
    print(`FAILED ${where}`);
    print(indent(reason));
  }
}

interface Told {
  stack?: string | undefined;
  message: string;
  /** Of a `SuppressedError`: what closing threw, and what had been thrown before. */
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
