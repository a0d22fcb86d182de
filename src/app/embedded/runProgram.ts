import { spawn } from 'node:child_process';

export interface ProgramLimits {
  timeoutMs: number;
  /** Ended after this long without output. */
  silenceMs?: number;
  signal?: AbortSignal;
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** Each line as it comes; `\r` counts as a line end, as progress bars use it. */
  onLine?(line: string): void;
}

/** Runs another program to its end. Never throws: `ok` is exit code 0, `output` the last 20,000 characters of both its outputs. */
export async function runProgram(
  file: string,
  args: string[],
  limits: ProgramLimits,
): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      env: limits.env ?? process.env,
      cwd: limits.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limits.timeoutMs,
      killSignal: 'SIGKILL',
      ...(limits.signal === undefined ? {} : { signal: limits.signal }),
    });
    const silence =
      limits.silenceMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limits.silenceMs);
    let output = '';
    const take = (chunk: Buffer) => {
      silence?.refresh();
      const text = chunk.toString('utf8');
      output = (output + text).slice(-20_000);
      for (const line of text.split(/[\r\n]+/)) if (line.trim() !== '') limits.onLine?.(line.trim());
    };
    const finish = (ok: boolean, last = '') => {
      clearTimeout(silence);
      resolve({ ok, output: output + last });
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', (error) => finish(false, error.message));
    child.once('close', (code) => finish(code === 0));
  });
}
