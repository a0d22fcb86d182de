import { type AddressInfo, connect, createServer } from 'node:net';
import mongoose from 'mongoose';

type AdminCommand = Record<string, unknown>;

/** The one account of an embedded server. */
export const serverUser = 'hub';

/** Without a password: of a server that is open. */
export function serverUrl(port: number, password: string | undefined): string {
  const login = password === undefined ? '' : `${serverUser}:${encodeURIComponent(password)}@`;
  return `mongodb://${login}127.0.0.1:${port}/hub?directConnection=true${login === '' ? '' : '&authSource=admin'}`;
}

/** One command on the server's `admin` database over a connection of its own. Throws what the driver throws. */
export async function runAdminCommands<T>(
  url: string,
  use: (run: (command: AdminCommand) => Promise<Record<string, unknown>>) => Promise<T>,
  timeoutMs = 1000,
): Promise<T> {
  const client = new mongoose.mongo.MongoClient(url, {
    serverSelectionTimeoutMS: timeoutMs,
    connectTimeoutMS: timeoutMs,
    maxPoolSize: 1,
    monitorCommands: false,
  });
  try {
    return await use((command) => client.db('admin').command(command, { timeoutMS: timeoutMs }));
  } finally {
    await client.close();
  }
}

/** Whether a database server answers at this address, and lets in who has its password. */
export async function pingServer(url: string): Promise<boolean> {
  try {
    await runAdminCommands(url, (run) => run({ ping: 1 }));
    return true;
  } catch {
    // It does not answer, for whatever reason; the caller knows how long to go on asking.
    return false;
  }
}

/** Whether anybody listens on this port of 127.0.0.1: asked in a moment, where a driver that found nobody tries again after half a second. */
export function knock(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy()).end();
  });
}

/** `wanted` if it is free on 127.0.0.1, else one that the system picks. */
export async function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (wanted !== 0 && error.code === 'EADDRINUSE') resolve(freePort());
      else reject(error);
    });
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
