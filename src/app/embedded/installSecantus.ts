import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine, EngineSearch } from './engine.ts';
import { runProgram } from './runProgram.ts';
import { secantusEngine, secantusVersion } from './secantusEngine.ts';

const installTimeoutMs = 10 * 60_000;
/** For pip to begin to deliver, however fast the machine is. */
const patienceMs = 9000;
const pythonNames = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python'];
const pythonCheck = 'import sys, venv, ensurepip; sys.exit(0 if (3, 11) <= sys.version_info[:2] else 1)';

/** SecantusDB in a Python environment of its own below `engineDir`; installed by pip at the first call. `undefined` when it cannot be had. */
export async function installSecantus(search: EngineSearch): Promise<Engine | undefined> {
  const home = join(search.engineDir, `secantus-${secantusVersion}`);
  const installed = join(home, 'bin', 'python');
  if (!existsSync(installed) && !(await install(home, search))) return undefined;
  return secantusEngine(installed);
}

async function install(home: string, { env, engineDir, say }: EngineSearch): Promise<boolean> {
  const python = await findPython(env);
  if (python === undefined) return false;
  say(`Installing the database server SecantusDB ${secantusVersion} (about 150 MB, once) …`);
  // Built aside and moved when complete: an interrupted install leaves nothing that looks like one, and two at once do not mix.
  const draft = `${home}.${process.pid}`;
  await mkdir(engineDir, { recursive: true });
  try {
    const startedAt = Date.now();
    const venv = await runProgram(python, ['-m', 'venv', draft], { timeoutMs: installTimeoutMs, env });
    // Making the environment runs pip without the network: its time says how slow pip is here, a dead network apart.
    const giveUpMs = Math.max(patienceMs, 3 * (Date.now() - startedAt));
    const done = venv.ok ? await pipInstall(draft, { env, say }, giveUpMs) : venv;
    if (!done.ok) {
      say(`  That failed: ${done.output.trim().split('\n').at(-1) ?? 'no reason given'}`);
      return false;
    }
    // If another start was faster, its install serves.
    if (!existsSync(home)) await rename(draft, home);
    return true;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function pipInstall(
  home: string,
  { env, say }: Pick<EngineSearch, 'env' | 'say'>,
  giveUpMs: number,
): Promise<{ ok: boolean; output: string }> {
  const unreachable = new AbortController();
  const timer = setTimeout(() => unreachable.abort(), giveUpMs);
  const args = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--progress-bar', 'off'];
  // No build from source: WiredTiger alone would take longer than anybody waits.
  args.push('--retries', '1', '--only-binary', 'SecantusDB,numpy,shapely', `SecantusDB==${secantusVersion}`);
  try {
    return await runProgram(join(home, 'bin', 'python'), args, {
      timeoutMs: installTimeoutMs,
      signal: unreachable.signal,
      env,
      onLine(line) {
        if (!/^(Downloading|Using cached|Processing|Installing)/.test(line)) return;
        clearTimeout(timer);
        say(`  ${line.slice(0, 100)}`);
      },
    });
  } finally {
    clearTimeout(timer);
  }
}

async function findPython(env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const name of pythonNames) {
    if ((await runProgram(name, ['-c', pythonCheck], { timeoutMs: 5000, env })).ok) return name;
  }
  return undefined;
}
