import { afterEach, beforeAll, expect } from 'vitest';
import { browserOfWorker, type TestBrowser } from '../support/browser.ts';

export interface BrowserOfFile {
  context: TestBrowser['context'];
  /** Complaints that the journey itself provokes, until its end: a hub that is gone, a call that is refused. */
  forgive(complaint: RegExp): void;
}

/** Fresh profiles for each journey; a journey in which a page complains has failed. */
export function browserOfFile(): BrowserOfFile {
  let browser: TestBrowser;
  let forgiven: RegExp[] = [];
  beforeAll(async () => {
    browser = await browserOfWorker();
  });
  afterEach(async () => {
    await browser.closeContexts();
    const troubles = browser.takeTroubles().filter((trouble) => !forgiven.some((one) => one.test(trouble)));
    forgiven = [];
    expect(troubles).toEqual([]);
  });
  return {
    context: (options) => browser.context(options),
    forgive: (complaint) => void forgiven.push(complaint),
  };
}
