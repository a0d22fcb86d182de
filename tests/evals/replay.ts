/**
 * `npm run replay -- <conversation id | file.json> [--bot-version <checkout>] [--save <file.json>]`: steps recorded turns again
 * and prints where states, slots or effects differ. A file is what `--save` wrote. `--bot-version` is the folder of another
 * checkout of the hub, whose bots are stepped instead of these. Exit code 0: no difference, 1: some, 2: not understood.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { connectMongo } from '../../src/adapters/mongo/connectMongo.ts';
import { createMongoTurnStore } from '../../src/adapters/mongo/turnStore.ts';
import { readConfig } from '../../src/app/config.ts';
import { joinDatabase } from '../../src/app/embedded/provideDatabase.ts';
import type { BotState, Step } from '../../src/features/bots/state/protocol.ts';
import type { Market } from '../../src/features/packs/markets.ts';
import { type RecordedTurn, replayTurns } from '../../src/features/turns/replayTurns.ts';
import { silentLogger } from '../../src/kernel/observe.ts';

/** A conversation as it was recorded: each turn with what its bot knew of the brokerage and the home. */
interface Recording {
  turns: RecordedTurn[];
}
interface Bots {
  botVersion: string;
  step: Step;
  firstState(language: string): BotState;
  market: Market;
}

const turnsRead = 10_000;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { 'bot-version': { type: 'string' }, save: { type: 'string' } },
});
const [what] = positionals;
if (what === undefined || positionals.length > 1) {
  console.error(
    'Usage: npm run replay -- <conversation id | file.json> [--bot-version <checkout>] [--save <file.json>]',
  );
  process.exit(2);
}
const recording = existsSync(what)
  ? (JSON.parse(await readFile(what, 'utf8')) as Recording)
  : await readRecording(what);
if (recording === null || recording.turns.length === 0) {
  console.error('There is no such conversation, or its bot has not taken a turn yet.');
  process.exit(2);
}
if (values.save !== undefined) await writeFile(values.save, JSON.stringify(recording));

const bots = await loadBots(values['bot-version'] ?? resolve(import.meta.dirname, '../..'));
const differences = replayTurns(recording.turns, bots);
for (const { turnNo, what: where, recorded, replayed } of differences)
  console.log(`turn ${turnNo}, ${where}\n  was  ${JSON.stringify(recorded)}\n  is   ${JSON.stringify(replayed)}`);
const recordedVersions = [...new Set(recording.turns.map(({ versions }) => versions.bot))];
console.log(
  JSON.stringify({
    turns: recording.turns.length,
    differences: differences.length,
    recordedBy: recordedVersions,
    replayedBy: bots.botVersion,
  }),
);
process.exit(differences.length ? 1 : 0);

async function loadBots(checkout: string): Promise<Bots> {
  const file = join(resolve(checkout), 'src/features/bots/step.ts');
  if (!existsSync(file)) {
    console.error('--bot-version is the folder of another checkout of the hub.');
    process.exit(2);
  }
  const load = async (path: string) => await import(pathToFileURL(join(resolve(checkout), path)).href);
  const { austin } = (await load('src/features/packs/austin.ts')) as { austin: Market };
  return { ...((await load('src/features/bots/step.ts')) as Omit<Bots, 'market'>), market: austin };
}

async function readRecording(conversationId: string): Promise<Recording | null> {
  const config = readConfig(process.env);
  const say = (line: string): void => console.error(line);
  const database = config.mongodbUrl
    ? { url: config.mongodbUrl, stop: async () => {} }
    : await joinDatabase({ dataDir: config.dataDir, env: process.env, log: silentLogger, say });
  const mongo = await connectMongo(database.url, { log: silentLogger });
  try {
    const turns = await createMongoTurnStore(mongo.connection).list(conversationId, turnsRead);
    if (turns[0] === undefined) return null;
    return {
      turns: turns.map(({ turnNo, event, knew, stateAfter, effects, versions }) => ({
        turnNo,
        event,
        ...(knew === undefined ? {} : { knew }),
        stateAfter,
        effects,
        versions,
      })),
    };
  } finally {
    await mongo.close();
    await database.stop();
  }
}
