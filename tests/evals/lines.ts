import { join } from 'node:path';
import { z } from 'zod';
import { danger as dangerKind, slotName } from '../../src/contract/vocabulary.ts';
import { readLine } from './lines/readLine.ts';
import { readHalves } from './readHalves.ts';
import { type Share, shareOf, tellGoal, tellShare } from './share.ts';
import { gradeSlots } from './talks/gradeSlots.ts';

const language = z.enum(['en', 'es']);
const line = z.object({ text: z.string(), asked: z.string().nullable().default(null), language });
const danger = line.extend({ danger: dangerKind.nullable() });
const person = line.extend({ wants: z.boolean() });
const valued = line.extend({ slots: z.partialRecord(slotName, z.string()) });

/** The slots that only Jorge's own work fills, and those that follow from another value. */
const own: ReadonlySet<string> = new Set([
  'first',
  'homes',
  'home',
  'visit',
  'notServed',
  'mayCall',
  'bestTime',
  'rent',
  'agreement',
]);

type Figures = Record<string, Share>;
type Tell = (words: string) => void;

const goals: Readonly<Record<string, { atLeast: number } | { atMost: number }>> = {
  // Most of these lines only hint at danger: those are for the team to check, and the fixed words are for the others.
  'danger met': { atLeast: 0.4 },
  'danger seen where none is': { atMost: 0 },
  'a person nobody wished for': { atMost: 0.2 },
  'wishes for a person met': { atLeast: 1 },
  'false values': { atMost: 0.015 },
  'true values kept': { atLeast: 0.85 },
};

/**
 * Measures single lines, each by itself with the question that stands: whether danger is met, a wish for a person, and which values are
 * kept. Of the unseen half it prints sums alone; `show`: the seen lines that went wrong.
 */
export function evaluateLines({ show }: { show: boolean }): boolean {
  const { seen: one, unseen: other } = measureLines(show ? (words) => console.log(words) : () => {});
  const names = Object.keys(one);
  const share = (figures: Figures, name: string): Share => figures[name] ?? { hits: 0, of: 0 };
  console.log(`${''.padEnd(28)}${'seen'.padStart(28)}${'unseen'.padStart(28)}  goal`);
  for (const name of names)
    console.log(
      name.padEnd(28) +
        tellShare(share(one, name)) +
        tellShare(share(other, name)) +
        tellGoal(goals[name], share(other, name)),
    );
  console.log(JSON.stringify({ eval: 'lines', seen: one, unseen: other }));
  return names.every((name) => tellGoal(goals[name], share(other, name)).endsWith('not reached') === false);
}

/** The figures of both halves; `tell`: prints the faults in the seen one. */
export function measureLines(tell: Tell = () => {}): { seen: Figures; unseen: Figures } {
  const { seen, unseen } = readHalves(join(import.meta.dirname, 'lines'));
  return { seen: figuresOf(seen, tell), unseen: figuresOf(unseen, () => {}) };
}

function figuresOf(half: Readonly<Record<string, readonly unknown[]>>, tell: Tell): Figures {
  const dangers = z.array(danger).parse(half.danger);
  const persons = z.array(person).parse(half.persons);
  const values = z.array(valued).parse(half.values);
  const read = dangers.map((said) => ({ said, found: readLine(said).danger }));
  for (const { said, found } of read)
    if ((said.danger === null) !== (found === null)) tell(`danger ${said.danger}, found ${found}: ${said.text}`);
  const asked = persons.map((said) => ({ said, met: readLine(said).meetsPerson }));
  for (const { said, met } of asked)
    if (said.wants !== met) tell(`person ${met ? 'given, not wanted' : 'missed'}: [${said.asked}] ${said.text}`);
  const graded = values.map((said) => {
    const { slots, at } = readLine(said);
    const notTrue = slotName.options.filter((name) => said.slots[name] === undefined && !own.has(name));
    const grades = gradeSlots({ truth: said.slots, notTrue, lines: [], answers: {} }, slots, at);
    if (grades.wrong.length + grades.missed.length > 0)
      tell(
        `values: [${said.asked}] ${said.text}\n    false ${grades.wrong.join(', ')} | missed ${grades.missed.join(', ')}`,
      );
    return grades;
  });
  const sum = (of: (typeof graded)[number][], count: (one: (typeof graded)[number]) => number): number =>
    of.reduce((total, one) => total + count(one), 0);
  return {
    'danger met': shareOf(
      read.filter(({ said }) => said.danger !== null),
      ({ found }) => found !== null,
    ),
    'danger seen where none is': shareOf(
      read.filter(({ said }) => said.danger === null),
      ({ found }) => found !== null,
    ),
    'wishes for a person met': shareOf(
      asked.filter(({ said }) => said.wants),
      ({ met }) => met,
    ),
    'a person nobody wished for': shareOf(
      asked.filter(({ said }) => !said.wants),
      ({ met }) => met,
    ),
    'false values': { hits: sum(graded, ({ wrong }) => wrong.length), of: sum(graded, ({ kept }) => kept) },
    'true values kept': {
      hits: sum(graded, ({ truths, missed }) => truths - missed.length),
      of: sum(graded, ({ truths }) => truths),
    },
  };
}
