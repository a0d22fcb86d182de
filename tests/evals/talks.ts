import { type Goal, isReached, percentOf, type Share, tellGoal, tellShare } from './share.ts';
import { grades } from './talks/gradeLine.ts';
import { type Measured, measureTalks } from './talks/measureTalks.ts';
import type { Talk } from './talks/model.ts';
import { oracleOf } from './talks/oracle.ts';
import type { Reader } from './talks/playTalk.ts';
import { readTalkFile, readTalks } from './talks/readTalks.ts';

export type ReaderName = 'offline' | 'oracle' | 'live';

const withModel = {
  right: { atLeast: 0.9 },
  wrong: { atMost: 0.02 },
  unacceptable: { atMost: 0 },
};

/** Of the half that nobody has read. */
const goals: Readonly<Record<ReaderName, Readonly<Record<string, Goal>>>> = {
  offline: {
    right: { atLeast: 0.7 },
    wrong: { atMost: 0.1 },
    unacceptable: { atMost: 0 },
    'lowest category, right': { atLeast: 0.5 },
    'may have missed': { atMost: 0.08 },
    'unasked offer of a person': { atMost: 0.1 },
    'not on file': { atMost: 0.06 },
    'replies that ask': { atMost: 0.33 },
    'wishes for a person met': { atLeast: 1 },
    'false values': { atMost: 0.015 },
    'true values kept': { atLeast: 0.85 },
  },
  oracle: withModel,
  live: withModel,
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
  if (given.reader === 'live' && !process.env.ANTHROPIC_API_KEY) {
    console.error('--live plays the talks with Claude: set ANTHROPIC_API_KEY');
    return false;
  }
  const startedAt = Date.now();
  const halves = given.files.length === 0 ? readTalks() : { seen: given.files.flatMap(readTalkFile), unseen: [] };
  const readerOf = (talk: Talk): Reader => (given.reader === 'oracle' ? oracleOf(talk) : given.reader);
  const seen = await measureTalks(halves.seen, readerOf);
  const unseen = halves.unseen.length === 0 ? null : await measureTalks(halves.unseen, readerOf);
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const rows = figuresOf(seen).map(([name, share], at) => ({
    name,
    seen: share,
    unseen: unseen === null ? null : (figuresOf(unseen)[at]?.[1] ?? null),
  }));
  const ownGoals = goals[given.reader];
  const held = rows.every(({ name, seen: of, unseen: unread }) => {
    const goal = ownGoals[name];
    return goal === undefined || isReached(unread ?? of, goal);
  });
  if (given.show) show(seen, given.category);
  if (!given.json) {
    console.log(`${given.reader}: ${halves.seen.length} talks seen, ${halves.unseen.length} unseen, ${seconds} s\n`);
    console.log(`${''.padEnd(28)}${'seen'.padStart(28)}${'unseen'.padStart(28)}  goal`);
    for (const { name, seen: one, unseen: other } of rows)
      console.log(
        name.padEnd(28) +
          tellShare(one) +
          (other === null ? ''.padEnd(28) : tellShare(other)) +
          tellGoal(ownGoals[name], other ?? one),
      );
    console.log(`\n${'seen, by category'.padEnd(28)}${grades.map((grade) => grade.padStart(14)).join('')}`);
    for (const [category, of] of Object.entries(seen.categories)) {
      const shares = grades.map((grade) => `${percentOf(of[grade])} %`.padStart(14)).join('');
      console.log(`${category.padEnd(28)}${shares}   of ${of.right.of}`);
    }
    console.log('');
  }
  console.log(
    JSON.stringify({ eval: 'talks', reader: given.reader, held, seconds, figures: rows, categories: seen.categories }),
  );
  return held;
}

/** The figures of played talks, by name. */
export const figuresOf = (measured: Measured): [string, Share][] => [
  ...grades.map((grade): [string, Share] => [grade, measured.grades[grade]]),
  ['lowest category, right', lowest(measured)],
  ['answers to what was asked', measured.answers],
  ['may have missed', measured.clarified],
  ['unasked offer of a person', measured.unaskedPerson],
  ['not on file', measured.notOnFile],
  ['replies that ask', measured.asking],
  ['wishes for a person met', measured.personMet],
  ['false values', measured.falseValues],
  ['values of unknown truth', measured.untoldValues],
  ['true values kept', measured.trueKept],
];

const lowest = ({ categories }: Measured): Share =>
  Object.values(categories)
    .map(({ right }) => right)
    .reduce((least, one) => (one.hits * least.of < least.hits * one.of ? one : least), { hits: 1, of: 1 });

function show({ lines, slots }: Measured, category: string | undefined): void {
  for (const { talk, reply, grade, why } of lines) {
    if (grade === 'right' || (category !== undefined && talk.category !== category)) continue;
    console.log(`${grade}: ${why.join('; ')}\n  ${talk.id} ${talk.category}, ${talk.page}: ${talk.persona}`);
    console.log(`  > ${reply.line}\n  < ${reply.words.replaceAll('\n', '\n    ')}\n    ${reply.acts.join(' ')}\n`);
  }
  const list = (of: readonly string[]): string => of.join(', ') || 'none';
  for (const { talk, of } of slots) {
    if ((category !== undefined && talk.category !== category) || of.wrong.length + of.missed.length === 0) continue;
    console.log(`${talk.id} values: false ${list(of.wrong)}; missed ${list(of.missed)}; untold ${list(of.untold)}`);
  }
}
