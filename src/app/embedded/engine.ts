import type { EngineKind } from './databaseRecord.ts';

/** A database server that speaks MongoDB's wire protocol and that we can start ourselves. */
export interface Engine {
  kind: EngineKind;
  /** For people: `MongoDB 8.2.6`, `SecantusDB 0.7.0b3`. */
  label: string;
  binary: string;
  /** With a `keyFile` every client has to sign in; without one the server is open, so that the account can be made. */
  args(port: number, storageDir: string, keyFile: string | null): string[];
  /** Called once it answers: makes it take majority writes; may be called again on a server that already does. */
  prepare(url: string, port: number): Promise<void>;
}

/** The folders in which an engine is looked for and put. */
export interface EngineSearch {
  env: NodeJS.ProcessEnv;
  /** Git-ignored place of the project for what has to be fetched. */
  engineDir: string;
  say(line: string): void;
}
