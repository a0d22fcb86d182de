import { type AddressInfo, createServer } from 'node:net';
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
    // Whatever the reason, it does not answer; the caller knows how long to go on asking.
    return false;
  }
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
