import { expect, test } from 'vitest';
import { chartOf, movesOf } from '../../../../scripts/chart.ts';
import { bots } from '../../../../src/contract/values.ts';
import { ruleNames } from '../../../../src/features/bots/policy/policy.ts';
import { chart, handOvers } from '../../../../src/features/bots/state/chart.ts';
import { fuzzBot } from '../fuzzBot.ts';
import { bookingPack } from '../withCalendar.ts';

const isOf = (bot: string, state: string): boolean =>
  (chart as Record<string, { bots: readonly string[] }>)[state]?.bots.includes(bot) ?? false;

test.each(bots)('the chart of the %s bot prints each of its states once, and every rule in its order', (bot) => {
  const lines = chartOf(bot, []).split('\n');
  for (const state of Object.keys(chart)) {
    const found = lines.filter((line) => new RegExp(`^ {2}[·?] ${state} `).test(line));
    expect(found.length, state).toBe(isOf(bot, state) ? 1 : 0);
  }
  const printed = lines.flatMap((line) => /^ {2,3}\d+\. (.+)$/.exec(line)?.[1] ?? []);
  expect(printed).toEqual(ruleNames);
  expect(new Set(printed).size).toBe(printed.length);
});

test.each(bots)('random talks with the %s bot reach no state and make no hand-over that is not on the chart', (bot) => {
  const { moves } = fuzzBot(bot, 40, bookingPack);
  expect(moves.size).toBeGreaterThan(20);
  const unknown = [...moves].filter((move) => {
    const [[from = ''] = [], [to = '', state = ''] = []] = move.split(' > ').map((end) => end.split(':'));
    const handedOver = from === to || handOvers[from as (typeof bots)[number]].some((one) => one.to === to);
    return !isOf(to, state) || !handedOver;
  });
  expect(unknown).toEqual([]);
});

test.each(bots)('the chart of the %s bot prints where it goes from its states, each on the chart', (bot) => {
  const moves = movesOf(bot);
  expect(moves.length).toBeGreaterThan(15);
  const printed = chartOf(bot, moves).split('\n');
  for (const { from, to } of moves) {
    expect(isOf(bot, from), from).toBe(true);
    expect(printed.some((line) => line.startsWith(`  ${from} `) && line.includes('→') && line.includes(to))).toBe(true);
  }
});
