/** `npm run try -- talk` as a stranger runs it, but faster. Costs: a hub process and about a minute, most of it waiting. */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

it('plays all three talks from the recordings alone, says so, and ends by itself where nobody is at the terminal', async () => {
  const script = ['scripts/run.mjs', 'scripts/try/try.ts', 'talk', '--speed', '8'];
  // Rejects unless it ends with 0, as it does only where no answer was missing and the hub had nothing to warn of.
  const { stdout } = await run(process.execPath, script, { cwd: root });
  expect(stdout).toContain("The visitors and the model's answers are recordings");
  expect(stdout.match(/^Recorded talk \d of 3: /gm)).toHaveLength(3);
  const [, found, of] = /(\d+) of (\d+) answers came from the recordings/.exec(stdout) ?? [];
  expect(Number(of)).toBeGreaterThan(60);
  expect(found).toBe(of);
  const url = /What the team sees +(http:\S+)\/desk/.exec(stdout)?.[1];
  await expect(fetch(`${url}/livez`)).rejects.toThrow('fetch failed');
});

it('says how it is run when somebody asks for something else', async () => {
  for (const wrong of [[], ['sing'], ['talk', '9'], ['talk', '1', '--speed', 'fast']]) {
    const failed = run(process.execPath, ['scripts/run.mjs', 'scripts/try/try.ts', ...wrong], { cwd: root });
    await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('npm run try -- talk') });
  }
});
