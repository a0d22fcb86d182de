import mongoose, { type Connection } from 'mongoose';
import type { Logger } from '../../kernel/observe.ts';
import { guarded } from './mongoStore.ts';

export interface Mongo {
  connection: Connection;
  /** Throws DEPENDENCY_DOWN when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * One connection of the hub to MongoDB. Every write waits for the majority and the journal and every read goes to the
 * primary, whatever the URL says: without `j` acknowledged writes were lost under kill -9. A dead database shows as
 * DEPENDENCY_DOWN within 5 s; a returned one is found within 2 s.
 */
export async function connectMongo(url: string, { log }: { log: Logger }): Promise<Mongo> {
  const connection = mongoose.createConnection(url, {
    writeConcern: { w: 'majority', j: true },
    readPreference: 'primary',
    readConcernLevel: 'local',
    retryWrites: true,
    retryReads: true,
    serverSelectionTimeoutMS: 3_000,
    connectTimeoutMS: 3_000,
    heartbeatFrequencyMS: 2_000,
    waitQueueTimeoutMS: 4_000,
    maxPoolSize: 30,
    minPoolSize: 2,
    appName: 'jorge-hub',
    ignoreUndefined: true,
    bufferCommands: false,
    autoIndex: false,
    autoCreate: false,
    sanitizeFilter: true,
  });
  // The caller reports a connection that never stood, in one line.
  let standing = false;
  // Without a listener an error of the connection would end the process.
  connection.on('error', (err: unknown) => standing && log.error('MongoDB connection failed', { err }));
  connection.on('disconnected', () => standing && log.warn('MongoDB connection lost'));
  connection.on('reconnected', () => log.info('MongoDB connection is back'));

  const opened = guarded({ open: () => connection.asPromise() });
  try {
    await opened.open();
  } catch (error) {
    await connection.close(true);
    throw error;
  }
  standing = true;
  return {
    connection,
    ...guarded({
      async ping() {
        await connection.getClient().db().command({ ping: 1 });
      },
    }),
    async close() {
      standing = false;
      await connection.close();
    },
  };
}
