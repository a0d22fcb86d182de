// `npm run try -- talk [1|2|3]`, `-- call`, or `-- narrative`: recorded talks, a phone call, or the story of a home, through a hub of its own, without a key for Claude.
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { openTheater, type Theater } from './openTheater.ts';
import { readCalls, readTalks } from './recordings.ts';
import { showNarrative } from './showNarrative.ts';

const usage = `Usage: npm run try -- talk [1|2|3] | call [--speed <times as fast as people>] | narrative [<style>] [<length>]`;

if (process.argv[2] === 'narrative') process.exit((await showNarrative(process.argv[3], process.argv[4])) ? 0 : 1);

const { shows, speed } = readCommand();
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop.abort());
const stopped = once(stop.signal, 'abort');

const theater = await openTheater(shows, speed).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
// Someone may have pressed Ctrl-C meanwhile.
let isWhole = true;
if (!stop.signal.aborted) isWhole = await show(theater);
if (process.stdin.isTTY && !stop.signal.aborted) {
  console.log('\nThat was all. Look around as long as you like. Ctrl-C stops the hub; nothing is kept.');
  await stopped;
}
await theater.close();
process.exit(isWhole ? 0 : 1);

/** False: something went wrong, which has been said. */
async function show({ hub, model, watchUrl, password, started, play }: Theater): Promise<boolean> {
  const isCall = shows.some((one) => !('turns' in one));
  console.log(`
Recorded ${isCall ? 'phone calls' : 'talks'}, played through a hub on this machine without a key and without a network.
The people and the model's answers are recordings; the rest is the hub at work.

${isCall ? '' : `  What the visitor sees   ${watchUrl}\n`}  What the team sees      ${hub.url}/desk
                          sign in as agent@demo.example, password: ${password}
`);
  if (process.stdin.isTTY) {
    console.log(
      isCall
        ? 'Open the desk and sign in. Then press Enter here, and open the call that comes in.'
        : 'Open both pages side by side. Then press Enter here, or Start on the first page.',
    );
    await Promise.race([once(process.stdin, 'data'), started, stopped]);
  }
  try {
    await play(console.log, stop.signal);
  } catch (error) {
    if (stop.signal.aborted) return true;
    console.error((error as Error).message);
    return false;
  }
  const missing = model.asked.filter(({ recorded }) => !recorded);
  for (const { task, words } of missing) console.error(`Not recorded: ${task}, ${words ?? 'what someone asked for'}`);
  for (const line of hub.warned) console.error(`hub: ${line}`);
  console.log(`\n${model.asked.length - missing.length} of ${model.asked.length} answers came from the recordings.`);
  return missing.length === 0 && hub.warned.length === 0;
}

function readCommand() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { speed: { type: 'string', default: '1' } },
  });
  const [what, number] = positionals;
  const all = what === 'talk' ? readTalks() : what === 'call' ? readCalls() : [];
  const shows = number === undefined ? all : all.slice(Number(number) - 1, Number(number));
  const speed = Number(values.speed);
  if (shows.length > 0 && speed > 0) return { shows, speed };
  console.error(usage);
  process.exit(1);
}
