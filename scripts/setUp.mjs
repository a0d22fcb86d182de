// Runs before anything is installed: Node's own modules only.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** One line that says what to do, and exit code 1. */
export function giveUp(line) {
  console.error(line);
  process.exit(1);
}

/** Makes sure of Node and of the packages of the lockfile. Progress goes to stderr; stdout is for what was asked for. */
export async function setUp() {
  process.chdir(root);
  const wanted = /(\d+)\.(\d+)/.exec(readJson('package.json').engines.node);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < Number(wanted[1]) || (major === Number(wanted[1]) && minor < Number(wanted[2]))) {
    giveUp(
      `Node ${process.versions.node} is too old. Install Node ${wanted[1]}.${wanted[2]} or newer (the current LTS is best).`,
    );
  }
  if (packagesAreInstalled()) return;
  console.error('Installing packages (once, up to a minute) …');
  const startedAt = Date.now();
  // NODE_ENV=production would leave out what the build needs.
  const code = await run(...npm(['ci', '--include=dev', '--no-audit', '--no-fund']), { toStderr: true });
  if (code !== 0) giveUp(`npm ci failed (exit code ${code}). See above.`);
  console.error(`Packages installed in ${seconds(startedAt)}.`);
}

/** Builds what is stale, in a process of its own: Vite sets NODE_ENV, which the hub must not see. */
export async function buildIfStale() {
  const code = await run(process.execPath, [join(root, 'scripts/build.mjs')], { toStderr: true });
  if (code !== 0) giveUp('The build failed. See above.');
}

/** Runs a program in the foreground; resolves to its exit code. */
export function run(file, args, { toStderr = false, env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd: root,
      env,
      stdio: ['inherit', toStderr ? process.stderr : 'inherit', 'inherit'],
    });
    child.once('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

function npm(args) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js') || cli?.endsWith('.cjs') ? [process.execPath, [cli, ...args]] : ['npm', args];
}

/**
 * True when the packages that npm noted in node_modules are those of the lockfile. Compares contents, because a checkout changes
 * times at will.
 */
function packagesAreInstalled() {
  if (!existsSync(join(root, 'node_modules/.package-lock.json'))) return false;
  const wanted = readJson('package-lock.json').packages;
  const installed = readJson('node_modules/.package-lock.json').packages;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    const found = installed[path];
    // Optional packages of other platforms are in the lockfile only.
    return found === undefined ? optional || devOptional : found.version === version;
  });
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
