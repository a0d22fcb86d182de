import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';

export interface TestBrowser {
  /** A fresh browser profile: its own storage, cookies and tabs. */
  context(options?: BrowserContextOptions): Promise<BrowserContext>;
  /** The complaints of pages so far: console errors, uncaught errors, broken policies. Reading empties the list. */
  takeTroubles(): string[];
  closeContexts(): Promise<void>;
  close(): Promise<void>;
}

/** The shell has no windows to draw: a page costs it a third. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const args = [
  '--no-sandbox',
  '--disable-gpu',
  // Else the graphics are drawn by an imitation of a graphics card, which takes a fifth of the time of a page.
  '--disable-software-rasterizer',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** `npm test` says where the browser is (scripts/testTools.mjs); by hand the PATH does. */
function findChromium(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const dirs = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => dirs.map((dir) => join(dir, name))).find((path) => existsSync(path));
  if (found === undefined) throw new Error('Chromium is missing: install it, or set CHROMIUM_PATH');
  return found;
}

/** A browser takes seconds to start: the files of a worker share one, which ends with the worker. */
let launched: Promise<TestBrowser> | undefined;
export function browserOfWorker(): Promise<TestBrowser> {
  launched ??= openBrowser();
  return launched;
}

export async function openBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), headless: true, args });
  let troubles: string[] = [];
  return {
    async context(options = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
      // A ceiling for a machine that has other things to do; nothing waits for it to pass.
      context.setDefaultTimeout(90_000);
      context.on('console', (message) => {
        if (message.type() === 'error') troubles.push(`${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (trouble) => troubles.push(String(trouble.error().stack ?? trouble.error())));
      return context;
    },
    takeTroubles() {
      const taken = troubles;
      troubles = [];
      return taken;
    },
    closeContexts: async () => void (await Promise.all(browser.contexts().map((context) => context.close()))),
    close: () => browser.close(),
  };
}
