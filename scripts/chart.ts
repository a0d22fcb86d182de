import { pathToFileURL } from 'node:url';
import { type BotName, bots } from '../src/contract/values.ts';
import { machineOf } from '../src/features/bots/flows/machines.ts';
import { ruleNames } from '../src/features/bots/policy/policy.ts';
import { chart, handOvers } from '../src/features/bots/state/chart.ts';
import { fuzzBot } from '../tests/features/bots/fuzzBot.ts';
import { bookingPack } from '../tests/features/bots/withCalendar.ts';

/**
 * A bot's states with what leads to each, the moves between them, the bots it hands over to, what it is out to learn, and the rules that
 * every reply goes by. `moves`: as `movesOf` gives them.
 */
export function chartOf(bot: BotName, moves: readonly Move[]): string {
  const states = Object.entries(chart).filter(([, { bots: of }]) => (of as readonly BotName[]).includes(bot));
  const width = Math.max(...states.map(([name]) => name.length));
  return [
    `The ${bot} bot asks for, in this order: ${machineOf(bot).slots.join(', ')}`,
    '',
    'States, and when each is entered (·: nothing is asked there):',
    ...states.map(([name, state]) => `  ${'rests' in state ? '·' : '?'} ${name.padEnd(width)}  ${state.when}`),
    '',
    'Moves seen in random conversations (with the name of the other bot, if it changes):',
    ...movesFrom(moves),
    '',
    'Hands off to:',
    ...handOvers[bot].map(({ to, when }) => `  → ${to}: ${when}`),
    '',
    'Policy rules, in order; a rule that completes the reply ends the list:',
    ...ruleNames.map((name, index) => `  ${String(index + 1).padStart(2)}. ${name}`),
  ].join('\n');
}

interface Move {
  from: string;
  /** With the bot's name before it, where that is another. */
  to: string;
}

/** The moves that a bot makes in a number of random talks, the same at every call. */
export function movesOf(bot: BotName): Move[] {
  const { moves } = fuzzBot(bot, walks, bookingPack, 1);
  return [...moves]
    .flatMap((move) => {
      const [[from = '', at = ''] = [], [to = '', then = ''] = []] = move.split(' > ').map((end) => end.split(':'));
      return from !== bot || move.split(' > ')[0] === move.split(' > ')[1]
        ? []
        : [{ from: at, to: to === bot ? then : `${to} ${then}` }];
    })
    .sort((a, b) => a.from.localeCompare(b.from) || a.to.localeCompare(b.to));
}

const walks = 40;

function movesFrom(moves: readonly Move[]): string[] {
  const states = Object.keys(chart).filter((name) => moves.some(({ from }) => from === name));
  const width = Math.max(0, ...states.map((name) => name.length));
  return states.map((name) => {
    const next = moves.filter(({ from }) => from === name).map(({ to }) => to);
    return `  ${name.padEnd(width)} → ${next.join(', ')}`;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const bot = bots.find((one) => one === process.argv[2]);
  if (bot === undefined) {
    console.error(`Usage: npm run chart -- ${bots.join('|')}`);
    process.exitCode = 1;
  } else console.log(chartOf(bot, movesOf(bot)));
}
