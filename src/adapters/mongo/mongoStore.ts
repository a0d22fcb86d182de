import mongoose, { type Connection, type Model, type Schema } from 'mongoose';
import { HubError } from '../../kernel/hubError.ts';
import { whenSilent } from '../../kernel/whenSilent.ts';

/** So that a database that hangs shows as an error, also where no socket breaks. */
const answerWithinMs = 5_000;

/** Of every schema: nothing unknown is written or asked for, nothing is added, and an empty object stays. */
export const strictly = {
  strict: 'throw',
  strictQuery: 'throw',
  minimize: false,
  versionKey: false,
  id: false,
  autoIndex: false,
  autoCreate: false,
} as const;

/** The model of a collection on a connection, made once per connection. */
export const modelOf =
  <Row>(collection: string, schema: Schema<Row>) =>
  (connection: Connection): Model<Row> =>
    (connection.models[collection] as Model<Row> | undefined) ?? connection.model<Row>(collection, schema, collection);

/** The index that refused a write because its key is taken; null for any other error. */
export function takenKeyOf(error: unknown): Record<string, unknown> | null {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 11_000) return null;
  const pattern: unknown = error.keyPattern;
  return typeof pattern === 'object' && pattern !== null ? (pattern as Record<string, unknown>) : {};
}

/** Runs an insert; false when a unique key is taken. */
export async function inserted(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (takenKeyOf(error)) return false;
    throw error;
  }
}

/**
 * The boundary of every MongoDB adapter: an error of the driver, or a silence of 5 s, leaves as DEPENDENCY_DOWN with the
 * cause. A write that ended so may have happened or not. Errors of our own (a cast, an unknown field) pass as they are.
 */
export function guarded<Store extends object>(store: Store): Store {
  const wrapped = Object.entries(store).map(([name, method]: [string, (...args: unknown[]) => Promise<unknown>]) => [
    name,
    (...args: unknown[]) => withinTime(() => method(...args)),
  ]);
  return Object.fromEntries(wrapped) as Store;
}

/** A socket that breaks while the driver writes to it leaves the driver as Node's own error. */
const isOfSocket = (error: unknown): boolean =>
  error instanceof Error &&
  ['EPIPE', 'ECONNRESET', 'ECONNREFUSED'].includes((error as NodeJS.ErrnoException).code ?? '');

async function withinTime<T>(act: () => Promise<T>): Promise<T> {
  let cancel = (): void => {};
  const silence = new Promise<never>((_, reject) => {
    cancel = whenSilent(answerWithinMs, () =>
      reject(new HubError('DEPENDENCY_DOWN', { cause: new Error(`no answer in ${answerWithinMs} ms`) })),
    );
  });
  try {
    return await Promise.race([act(), silence]);
  } catch (error) {
    const isOfDriver =
      error instanceof mongoose.mongo.MongoError || error instanceof mongoose.Error.MongooseServerSelectionError;
    if (isOfDriver || isOfSocket(error)) {
      throw new HubError('DEPENDENCY_DOWN', { cause: error });
    }
    throw error;
  } finally {
    cancel();
  }
}
