import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { giveUp, run } from './setUp.mjs';

/** Without windows to draw it takes half of Chromium's time for the same pages. Debian has it, others may not. */
const shell = 'chromium-headless-shell';
const browsers = [shell, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const browserPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Makes sure of redis-server and Chromium: found, or installed where we are root on Debian. Else one line says what to install, exit code 1.
 * The browser's path is handed to the tests as CHROMIUM_PATH. The database server is the tests' own business: see tests/support/globalSetup.ts.
 */
export async function provideTestTools() {
  if (process.getuid?.() === 0 && onPath('apt-get') !== undefined) await installTools();
  const stillMissing = missingTools();
  if (stillMissing.length > 0) {
    giveUp(
      `The tests need ${stillMissing.join(' and ')}. Install with "apt-get install ${stillMissing.join(' ')}" or your system's package manager, or set CHROMIUM_PATH.`,
    );
  }
  process.env.CHROMIUM_PATH = findChromium();
}

function missingTools() {
  return [...(onPath('redis-server') ? [] : ['redis-server']), ...(findChromium() ? [] : ['chromium'])];
}

/** The shell where it is on offer, also beside a Chromium: that costs a minute once, and spares minutes of each run. */
async function installTools() {
  // The lists of a fresh image are empty.
  if (missingTools().length > 0 && !isOffered('redis-server')) await apt('update', '-qq');
  const isShell = !process.env.CHROMIUM_PATH && isOffered(shell);
  const missing = missingTools().filter((name) => !isShell || name !== 'chromium');
  const packages = isShell && onPath(shell) === undefined ? [...missing, shell] : missing;
  if (packages.length === 0) return;
  console.error(`Installing ${packages.join(' and ')} with apt-get (once) …`);
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  if ((await apt(...install)) === 0) return;
  await apt('update', '-qq');
  await apt(...install);
}

function isOffered(name) {
  return spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0;
}

function apt(...args) {
  return run('apt-get', args, { toStderr: true, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

function findChromium() {
  if (process.env.CHROMIUM_PATH) return existsSync(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : undefined;
  return browsers.map(onPath).find((path) => path !== undefined) ?? browserPlaces.find((path) => existsSync(path));
}

function onPath(name) {
  const dirs = (process.env.PATH ?? '').split(delimiter).filter((dir) => dir !== '');
  return dirs.map((dir) => join(dir, name)).find((path) => existsSync(path));
}
