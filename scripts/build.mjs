import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { giveUp, root, seconds, setUp } from './setUp.mjs';

await setUp();

const always = ['package-lock.json', 'scripts/build.mjs', 'scripts/lintTexts.ts'];

await buildPart('server', ['src', ...always], async (outdir) => {
  await lintTexts();
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/main.ts',
      admin: 'src/app/admin.ts',
      provideDatabase: 'src/app/embedded/provideDatabase.ts',
      busyTimesWorker: 'src/adapters/ical/busyTimesWorker.ts',
    },
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
});

await buildPart('client', ['client', 'src/contract', ...always], async () => {
  const { build } = await import('vite');
  for (const configFile of ['client/vite.config.ts', 'client/widget/vite.config.ts']) {
    await build({ configFile: join(root, configFile), logLevel: 'warn' });
  }
});

/** No build may say what it must not: every authored text of the bots is checked. */
async function lintTexts() {
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  const { faultsOf, textsOfBots } = await import('./lintTexts.ts');
  const faults = faultsOf(await textsOfBots(root));
  await unregister();
  if (faults.length > 0) giveUp(`The bots' texts have problems:\n${faults.join('\n')}`);
}

/** Builds into `dist/<name>` unless what it was built from is unchanged. A build that fails leaves no trace of having been done. */
async function buildPart(name, sources, build) {
  const outdir = join(root, 'dist', name);
  const stamp = join(root, 'dist', `${name}.sources`);
  const hash = hashOf(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(outdir)) return;
  const startedAt = Date.now();
  rmSync(stamp, { force: true });
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(dirname(stamp), { recursive: true });
  await build(outdir);
  writeFileSync(stamp, hash);
  console.error(`Built the ${name} in ${seconds(startedAt)}.`);
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((path) => filesOf(path)))
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

function filesOf(path) {
  if (path.includes('.')) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
