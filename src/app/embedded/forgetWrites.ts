import { runAdminCommands } from './pingServer.ts';

const COMMAND_NOT_FOUND = 59;

/**
 * Drops the oplog of a SecantusDB that an earlier version of the hub started and that still runs, but for its newest entry. A mongod
 * has no such command: its oplog holds deleted words until the data is written anew.
 */
export async function forgetWrites(url: string): Promise<void> {
  try {
    await runAdminCommands(url, (run) => run({ 'secantusAdmin.pruneOplog': 1 }), 60_000);
  } catch (error) {
    if ((error as { code?: number }).code !== COMMAND_NOT_FOUND) throw error;
  }
}
