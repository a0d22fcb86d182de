import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { Engine, EngineSearch } from './engine.ts';
import { mongodAt } from './findMongod.ts';
import { runProgram } from './runProgram.ts';

const defaultHost = 'https://fastdl.mongodb.org';
const probeTimeoutMs = 1500;
const silenceTimeoutMs = 20_000;
const downloadTimeoutMs = 15 * 60_000;

// In a process of its own: the library prints to stdout, takes its settings from the environment only, and cannot be canceled.
const downloadScript = `
import { MongoBinary } from 'mongodb-memory-server-core';
const path = await MongoBinary.getPath({ downloadDir: process.argv[1] });
console.log('mongod=' + path);
`;

/** A mongod that mongodb-memory-server-core fetches or fetched before; `undefined` when it cannot be had. One try; an unreachable host costs less than 2 s. */
export async function downloadMongod({ env, engineDir, say }: EngineSearch): Promise<Engine | undefined> {
  const downloadDir = join(engineDir, 'mongod');
  const mayFetch = env.MONGOMS_RUNTIME_DOWNLOAD !== 'false' && (await isReachable(env));
  if (!mayFetch && !existsSync(downloadDir)) return undefined;
  let lastPercent = -10;
  let path: string | undefined;
  const { ok } = await runProgram(process.execPath, ['--input-type=module', '-e', downloadScript, downloadDir], {
    timeoutMs: downloadTimeoutMs,
    silenceMs: silenceTimeoutMs,
    // The import in the script is resolved from here.
    cwd: import.meta.dirname,
    // Left to its default the library does not verify the host's certificate.
    env: {
      ...env,
      npm_config_strict_ssl: 'true',
      MONGOMS_MAX_RETRIES: '1',
      MONGOMS_RUNTIME_DOWNLOAD: String(mayFetch),
    },
    onLine(line) {
      if (line.startsWith('mongod=')) path = line.slice('mongod='.length);
      const percent = Number(/(\d+(?:\.\d+)?)%/.exec(line)?.[1]);
      if (!(percent >= lastPercent + 10)) return;
      lastPercent = percent;
      say(`Downloading MongoDB (once): ${Math.floor(percent)}%`);
    },
  });
  return ok && path !== undefined ? mongodAt(path) : undefined;
}

async function isReachable(env: NodeJS.ProcessEnv): Promise<boolean> {
  const proxy = env.https_proxy || env.HTTPS_PROXY || env.http_proxy || env.HTTP_PROXY;
  const address = proxy || env.MONGOMS_DOWNLOAD_URL || env.MONGOMS_DOWNLOAD_MIRROR || defaultHost;
  // Proxies are often given as host:port alone.
  const href = address.includes('://') ? address : `http://${address}`;
  if (!URL.canParse(href)) return false;
  const url = new URL(href);
  const port = Number(url.port) || (url.protocol === 'http:' ? 80 : 443);
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname, port });
    const done = (reachable: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(reachable);
    };
    // A timer of our own: a socket's timeout does not cover the look-up of the name.
    const timer = setTimeout(done, probeTimeoutMs, false);
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
}
