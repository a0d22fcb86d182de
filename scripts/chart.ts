import { pathToFileURL } from 'node:url';
import { type BotName, bots } from '../src/contract/values.ts';
import { chart, handOvers } from '../src/features/bots/chart.ts';
import { machineOf } from '../src/features/bots/machines.ts';
import { ruleNames } from '../src/features/bots/policy.ts';

/** A bot's states with what leads to each, the bots it hands over to, what it is out to learn, and the rules that every reply goes by. */
export function chartOf(bot: BotName): string {
  const states = Object.entries(chart).filter(([, { bots: of }]) => (of as readonly BotName[]).includes(bot));
  const width = Math.max(...states.map(([name]) => name.length));
  return [
    `The ${bot} bot learns, in this order: ${machineOf(bot).slots.join(', ')}`,
    '',
    'States, and what leads to each from wherever the talk is (·: nothing is asked there):',
    ...states.map(([name, state]) => `  ${'rests' in state ? '·' : '?'} ${name.padEnd(width)}  ${state.when}`),
    '',
    'Hands over:',
    ...handOvers[bot].map(({ to, when }) => `  → ${to}: ${when}`),
    '',
    'Rules of the policy, in order; one that closes the reply ends the list:',
    ...ruleNames.map((name, index) => `  ${String(index + 1).padStart(2)}. ${name}`),
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const bot = bots.find((one) => one === process.argv[2]);
  if (bot === undefined) {
    console.error(`Usage: npm run chart -- ${bots.join('|')}`);
    process.exitCode = 1;
  } else console.log(chartOf(bot));
}
