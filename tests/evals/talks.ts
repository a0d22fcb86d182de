import { readFileSync } from 'node:fs';
import { grades } from './talks/gradeLine.ts';
import { type Measured, measureTalks, type Share } from './talks/measureTalks.ts';
import type { Talk } from './talks/model.ts';
import type { Reader } from './talks/playTalk.ts';
import { parseTalks, readTalks } from './talks/readTalks.ts';
import { wilson } from './wilson.ts';

export type ReaderName = 'offline' | 'oracle';

/** In percent, but for the values that are kept or met. `atMost` and `atLeast`, on the half that nobody read. */
const goals: Readonly<Record<ReaderName, Readonly<Record<string, { atLeast: number } | { atMost: number }>>>> = {
  offline: {
    right: { atLeast: 0.7 },
    wrong: { atMost: 0.1 },
    unacceptable: { atMost: 0 },
    'lowest category, right': { atLeast: 0.5 },
    'may have missed': { atMost: 0.08 },
    'unasked offer of a person': { atMost: 0.1 },
    'not on file': { atMost: 0.06 },
    'wishes for a person met': { atLeast: 1 },
    'false values': { atMost: 0.015 },
    'true values kept': { atLeast: 0.85 },
  },
  oracle: { right: { atLeast: 0.9 }, wrong: { atMost: 0.02 }, unacceptable: { atMost: 0 } },
};

/**
 * Plays people's talks against the bots and prints how good the replies are: of the unseen half sums alone. `files`: other talks
 * instead, which count as seen. `show`: the lines that went wrong, of one category where one is named.
 */
export async function evaluateTalks(given: {
  reader: ReaderName;
  files: readonly string[];
  show: boolean;
  category: string | undefined;
  json: boolean;
}): Promise<boolean> {
  const startedAt = Date.now();
  const halves: { seen: Talk[]; unseen: Talk[] } =
    given.files.length === 0
      ? readTalks()
      : { seen: given.files.flatMap((file) => parseTalks(readFileSync(file, 'utf8'), file)), unseen: [] };
  const readerOf = (talk: Talk): Reader => (given.reader === 'offline' ? 'offline' : oracleOf(talk));
  const seen = await measureTalks(halves.seen, readerOf);
  const unseen = halves.unseen.length === 0 ? null : await measureTalks(halves.unseen, readerOf);
  if (given.show) show(seen, given.category);

  const rows = figuresOf(seen).map(([name, share], at) => ({
    name,
    seen: share,
    unseen: unseen === null ? null : (figuresOf(unseen)[at]?.[1] ?? null),
    goal: goals[given.reader][name],
  }));
  // A goal is of the half that nobody has read; where there is none, of what was played.
  const reached = rows.map(({ goal, seen: of, unseen: unread }) => goal === undefined || isReached(unread ?? of, goal));
  if (!given.json) {
    console.log(
      `${given.reader}: ${halves.seen.length} talks seen, ${halves.unseen.length} unseen, ${seconds(startedAt)} s\n`,
    );
    console.log(`${''.padEnd(28)}${'seen'.padStart(28)}${'unseen'.padStart(28)}  goal`);
    for (const [at, { name, seen: one, unseen: other, goal }] of rows.entries())
      console.log(
        name.padEnd(28) +
          told(one).padStart(28) +
          (other === null ? '' : told(other)).padStart(28) +
          toldGoal(goal, reached[at]),
      );
    console.log(`\n${'seen, by category'.padEnd(28)}${grades.map((grade) => grade.padStart(14)).join('')}`);
    for (const [category, of] of Object.entries(seen.categories))
      console.log(
        category.padEnd(28) +
          grades.map((grade) => `${percent(of[grade])} %`.padStart(14)).join('') +
          `   of ${of.right.of}`,
      );
    console.log('');
  }
  console.log(
    JSON.stringify({
      eval: 'talks',
      reader: given.reader,
      held: reached.every((one) => one),
      seconds: seconds(startedAt),
      figures: rows.map(({ name, seen: one, unseen: other }) => ({ name, seen: one, unseen: other })),
      categories: seen.categories,
    }),
  );
  return reached.every((one) => one);
}

/** The true reading of each scripted line, by its words. */
const oracleOf = ({ lines }: Talk): Reader => {
  const readings = new Map(lines.flatMap((line) => ('answer' in line ? [] : [[line.text, line.reading]])));
  return (line) => readings.get(line) ?? null;
};

const figuresOf = (measured: Measured): [string, Share][] => [
  ...grades.map((grade): [string, Share] => [grade, measured.grades[grade]]),
  ['lowest category, right', lowest(measured)],
  ['answers to what was asked', measured.answers],
  ['may have missed', measured.clarified],
  ['unasked offer of a person', measured.unaskedPerson],
  ['not on file', measured.notOnFile],
  ['replies that ask', measured.asking],
  ['wishes for a person met', measured.personMet],
  ['false values', measured.falseValues],
  ['true values kept', measured.trueKept],
];

const lowest = ({ categories }: Measured): Share =>
  Object.values(categories)
    .map(({ right }) => right)
    .reduce((least, one) => (one.hits / one.of < least.hits / least.of ? one : least), { hits: 1, of: 1 });

const isReached = ({ hits, of }: Share, goal: { atLeast: number } | { atMost: number }): boolean =>
  'atLeast' in goal ? hits >= goal.atLeast * of : hits <= goal.atMost * of;

const percent = ({ hits, of }: Share): string => (of === 0 ? '–' : ((100 * hits) / of).toFixed(1));

function told(share: Share): string {
  const { from, to } = wilson(share.hits, share.of);
  return (
    `${share.hits}/${share.of}`.padStart(9) +
    `${percent(share)} %`.padStart(8) +
    ` ${whole(from)}–${whole(to)}`.padStart(8)
  );
}
const whole = (share: number): string => (100 * share).toFixed(0);

function toldGoal(goal: { atLeast: number } | { atMost: number } | undefined, isHeld: boolean | undefined): string {
  if (goal === undefined) return '';
  const words = 'atLeast' in goal ? `≥ ${100 * goal.atLeast} %` : `≤ ${100 * goal.atMost} %`;
  return `  ${words} ${isHeld ? 'reached' : 'not reached'}`;
}

const seconds = (since: number): number => Math.round((Date.now() - since) / 1000);

function show({ lines, slots }: Measured, category: string | undefined): void {
  for (const { talk, reply, grade, why } of lines) {
    if (grade === 'right' || (category !== undefined && talk.category !== category)) continue;
    console.log(`${grade}: ${why.join('; ')}\n  ${talk.id} ${talk.category}, ${talk.page}: ${talk.persona}`);
    console.log(`  > ${reply.line}\n  < ${reply.words.replaceAll('\n', '\n    ')}\n    ${reply.acts.join(' ')}\n`);
  }
  for (const { talk, of } of slots) {
    if ((category !== undefined && talk.category !== category) || of.wrong.length + of.missed.length === 0) continue;
    console.log(
      `${talk.id} values: false ${of.wrong.join(', ') || 'none'}; missed ${of.missed.join(', ') || 'none'}; untold ${of.untold.join(', ') || 'none'}`,
    );
  }
}
