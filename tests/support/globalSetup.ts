import type { TestProject } from 'vitest/node';
import { startDatabase, startRedis } from './servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A real database server; give each file its own database with `uniqueDatabaseUrl`. */
    mongodbUrl: string;
    redisUrl: string;
  }
}

/** One database server and one redis-server for the whole run. Throws, and so fails the run, where one is missing. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.HUB_TEST_MONGODB_URL;
  const database = given ? { url: given, engine: 'HUB_TEST_MONGODB_URL', stop: async () => {} } : await startDatabase();
  const redis = await startRedis().catch(async (error: unknown) => {
    await database.stop();
    throw error;
  });
  process.stderr.write(
    `Tests run on ${database.engine}, pages in ${process.env.CHROMIUM_PATH ?? 'the browser of the PATH'}\n`,
  );
  project.provide('mongodbUrl', database.url);
  project.provide('redisUrl', redis.url);
  return async () => {
    await Promise.all([database.stop(), redis.stop()]);
  };
}
