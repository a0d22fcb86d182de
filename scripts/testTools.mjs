import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { giveUp, run } from './setUp.mjs';

const browsers = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const browserPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Makes sure of redis-server and Chromium: found, or installed where we are root on Debian. Else one line says what to install, exit code 1.
 * The browser's path is handed to the tests as CHROMIUM_PATH. The database server is the tests' own business: see tests/support/globalSetup.ts.
 */
export async function provideTestTools() {
  const missing = missingTools();
  if (missing.length > 0 && process.getuid?.() === 0 && onPath('apt-get') !== undefined) await aptInstall(missing);
  const stillMissing = missingTools();
  if (stillMissing.length > 0) {
    giveUp(
      `Tests need ${stillMissing.join(' and ')}: install with "apt-get install ${stillMissing.join(' ')}" or your system's packages, or set CHROMIUM_PATH.`,
    );
  }
  process.env.CHROMIUM_PATH = findChromium();
}

function missingTools() {
  return [...(onPath('redis-server') ? [] : ['redis-server']), ...(findChromium() ? [] : ['chromium'])];
}

async function aptInstall(packages) {
  console.error(`Installing ${packages.join(' and ')} with apt-get (once) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  if ((await run('apt-get', install, { toStderr: true, env })) === 0) return;
  // The lists of a fresh image are empty.
  await run('apt-get', ['update', '-qq'], { toStderr: true, env });
  await run('apt-get', install, { toStderr: true, env });
}

function findChromium() {
  if (process.env.CHROMIUM_PATH) return existsSync(process.env.CHROMIUM_PATH) ? process.env.CHROMIUM_PATH : undefined;
  return browsers.map(onPath).find((path) => path !== undefined) ?? browserPlaces.find((path) => existsSync(path));
}

function onPath(name) {
  const dirs = (process.env.PATH ?? '').split(delimiter).filter((dir) => dir !== '');
  return dirs.map((dir) => join(dir, name)).find((path) => existsSync(path));
}
