import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { firstState } from '../../../../src/features/bots/state/firstState.ts';
import type { StepResult } from '../../../../src/features/bots/state/protocol.ts';
import { austin } from '../../../../src/features/packs/austin.ts';
import type { Pack } from '../../../../src/features/packs/model.ts';
import { alertsOf, tagsOf, watched } from '../expectations.ts';
import { kindsOf, pack } from '../play.ts';
import { withCalendar } from '../withCalendar.ts';

/** One scenario, a line of the file each, with its messages and everything that has come of them by its end. */
interface Scenario {
  id: string;
  /** `@human`, `@agent words` and `@later minutes` are what else happens. */
  says: string[];
  /** With a calendar that has times. */
  calendar?: boolean;
  given?: Partial<Pack>;
  ends: { state: string; asked: string | null; mode: string; temperature: string | null; answered: number };
  /** Values of the answered slots, the state of the others. */
  slots: Record<string, unknown>;
  /** Kinds of the effects of each message, in the order of what was said; the score's are told by `temperature`. */
  does: string[][];
  /** Tags that were ever added, those that were ever removed, alerts that were ever raised, in this order. */
  tags: string[];
  untagged: string[];
  alerts: string[];
}

const file = resolve(import.meta.dirname, '../../../fixtures/scenarios.jsonl');
const scenarios = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Scenario);

/** The market that the hub comes with. */
const shipped: Pack = { ...austin, brokerage: pack.brokerage, timeZone: pack.timeZone };

/** Plays it in the market that the hub comes with, with the rules that hold of every reply, and gives the turns of each message. */
function play({ says, calendar = false, given }: Scenario) {
  const market = { ...shipped, books: calendar, ...given };
  const booked = calendar ? withCalendar({}, market) : null;
  const plain = watched(firstState(), market);
  const turns: StepResult[][] = [];
  for (const said of says) {
    if (said.startsWith('@later ')) (booked ?? plain).later(Number(said.slice(7)) * 60_000);
    else if (said === '@human') turns.push([plain.mode('human', 'staff')]);
    else if (said.startsWith('@agent ')) turns.push([plain.agent(said.slice(7))]);
    else turns.push(booked?.says(said) ?? [plain.visitor(said)]);
  }
  return { state: (booked ?? plain).state, turns };
}

const once = <T>(list: readonly T[]): T[] => [...new Set(list)];

test.each(scenarios.map((scenario) => [scenario.id, scenario.says.at(-1), scenario] as const))(
  '%s, to its end "%s": state, slots, effects and words together',
  (_id, _last, scenario) => {
    const { state, turns } = play(scenario);
    const { asked, mode, temperature } = state;
    const all = turns.flat();
    const slots = Object.entries(state.slots).map(([name, slot]) => [
      name,
      slot.state === 'answered' ? slot.value : slot.state,
    ]);
    const does = turns.map((results) =>
      once(results.flatMap(kindsOf))
        .filter((kind) => kind !== 'score')
        .sort(),
    );
    expect({
      ends: {
        state: `${state.bot}:${state.at}`,
        asked: asked?.question ?? null,
        mode,
        temperature,
        answered: all.at(-1)?.summary.questionsAnswered,
      },
      slots: Object.fromEntries(slots),
      does,
      tags: once(all.flatMap((result) => tagsOf(result).add)),
      untagged: once(all.flatMap((result) => tagsOf(result).remove)),
      alerts: once(all.flatMap(alertsOf)),
    }).toEqual({
      ends: scenario.ends,
      slots: scenario.slots,
      does: scenario.does,
      tags: scenario.tags,
      untagged: scenario.untagged,
      alerts: scenario.alerts,
    });
  },
);

test('no scenario of the page is left out, but those that need what is not built yet or are no talk', () => {
  const ids = once(scenarios.map(({ id }) => id.slice(0, 3)));
  const range = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`);
  const wanted = [...range('S', 31), ...range('B', 17), ...range('L', 22), ...range('C', 28)];
  expect(wanted.filter((id) => !ids.includes(id))).toEqual(elsewhere);
});

/** Tests of their own, for they are told by arithmetic, by two nodes, by stores or by homes; L13 to L17, C23 and C24 are not built. */
const elsewhere = [
  'B16',
  'L07',
  'L08',
  'L09',
  'L10',
  'L11',
  'L12',
  'L13',
  'L14',
  'L15',
  'L16',
  'L17',
  'L20',
  'L21',
  'L22',
  'C07',
  'C16',
  'C17',
  'C18',
  'C19',
  'C20',
  'C21',
  'C23',
  'C24',
];
