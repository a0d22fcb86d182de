import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface StartedHub {
  url: string;
  /** Warnings and errors since the start. */
  warned: string[];
  stop(): Promise<void>;
}

const main = resolve(import.meta.dirname, '../../dist/server/main.js');
const stopWithinMs = 15_000;

/** The hub of `npm start` in a process of its own: on a free port, with nothing kept, and with no settings but these. */
export async function startHub(settings: Record<string, string>): Promise<StartedHub> {
  const { PATH, HOME, TMPDIR, SystemRoot } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', main], {
    env: { PATH, HOME, TMPDIR, SystemRoot, PORT: '0', HUB_STORE: 'memory', HUB_LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Ctrl-C reaches the process that started the hub, which stops the hub in its turn.
    detached: true,
  });
  const exited = once(child, 'exit');
  // Should this process end by itself, nothing of it stays behind.
  const killNow = (): void => void child.kill('SIGKILL');
  process.once('exit', killNow);
  const warned: string[] = [];
  const url = await new Promise<string>((done, fail) => {
    let address = '';
    for (const output of [child.stdout, child.stderr])
      createInterface({ input: output }).on('line', (line) => {
        if (/^\{.*"level":/.test(line)) warned.push(line);
        address = /running at (http:\S+)/.exec(line)?.[1] ?? address;
        // The last line of what a start prints.
        if (line.startsWith('HUB_STORE=memory')) done(address);
        else if (address === '' && line !== '') warned.push(line);
      });
    exited.then(() => fail(new Error(`The hub did not start.\n${warned.join('\n')}`)), fail);
  });
  return {
    url,
    warned,
    async stop() {
      process.off('exit', killNow);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const late = setTimeout(killNow, stopWithinMs);
      await exited;
      clearTimeout(late);
    },
  };
}
