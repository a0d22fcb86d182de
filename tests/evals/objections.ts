import { cueKinds } from '../../src/contract/cues.ts';
import { cuesIn } from '../../src/features/coaching/cues/cuesIn.ts';
import { readObjection, readStall } from '../../src/features/reading/dialogue/readObjection.ts';
import { readQuestion } from '../../src/features/reading/dialogue/readQuestion.ts';
import { readSpeechAct } from '../../src/features/reading/dialogue/readSpeechAct.ts';
import { isOdd } from './cues/readDialogues.ts';
import { ofKeywords, ofOurs, type Stands } from './objections/classes.ts';
import { type LabeledLine, type LabeledSet, readSets } from './objections/readRows.ts';

const every = new Set(cueKinds);
export const goals = { aheadOfKeywords: 0.1 };

interface ClassFigures {
  name: string;
  support: number;
  precision: number;
  recall: number;
  f1: number;
}

type Guess = (line: LabeledLine, set: LabeledSet) => string;
const standsIn = ({ name }: LabeledSet, stands: Stands | undefined): string | undefined => stands?.[name as keyof Stands];

/** The class that our rules and readings see in a line. */
const byRules: Guess = ({ lines }, set) => {
  const text = lines.at(-1)?.text ?? '';
  const seen = new Set(cuesIn(lines, every).map(({ rule }) => rule.id));
  const objection = readObjection(text);
  if (objection !== null) seen.add(`objection: ${objection.value}`);
  if (readStall(text) !== null) seen.add('stall');
  const asks = readQuestion(text, () => false) !== null;
  if (asks) seen.add('question');
  if (readSpeechAct(text) === 'no') seen.add('refusal');
  for (const one of ofOurs) {
    const found = standsIn(set, one.stands);
    if (seen.has(one.seen) && (one.asks ?? asks) === asks && found !== undefined) return found;
  }
  return set.none;
};

/** The class whose keyword stands in a line first. */
const byKeywords: Guess = ({ lines }, set) => {
  const text = (lines.at(-1)?.text ?? '').toLowerCase().replaceAll('’', "'");
  const found = ofKeywords.find(({ keywords }) => keywords.some((word) => text.includes(word)));
  return standsIn(set, found?.stands) ?? set.none;
};

function figuresOf(set: LabeledSet, rows: readonly LabeledLine[], guess: Guess): ClassFigures[] {
  const guesses = rows.map((row) => guess(row, set));
  return set.classes.map((name) => {
    const support = rows.filter(({ label }) => label === name).length;
    const said = guesses.filter((one) => one === name).length;
    const hits = rows.filter(({ label }, at) => label === name && guesses[at] === name).length;
    const precision = said === 0 ? 0 : hits / said;
    const recall = support === 0 ? 0 : hits / support;
    return { name, support, precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
  });
}

const macroOf = (figures: readonly ClassFigures[]): number =>
  figures.reduce((sum, { f1 }) => sum + f1, 0) / figures.length;

export interface SetFigures {
  name: string;
  ours: ClassFigures[];
  keywords: ClassFigures[];
  macro: { ours: number; keywords: number; ahead: number };
}

export function measureObjections(data: string, half?: 'even' | 'odd'): SetFigures[] {
  return readSets(data).map((set) => {
    const rows = set.rows.filter(({ dialogue }) => half === undefined || isOdd(dialogue) === (half === 'odd'));
    const ours = figuresOf(set, rows, byRules);
    const keywords = figuresOf(set, rows, byKeywords);
    const macro = { ours: macroOf(ours), keywords: macroOf(keywords) };
    return { name: set.name, ours, keywords, macro: { ...macro, ahead: macro.ours - macro.keywords } };
  });
}

export function evaluateObjections({ data }: { data: string }): boolean {
  for (const half of [undefined, 'even', 'odd'] as const)
  for (const { name, ours, keywords, macro } of measureObjections(data, half)) {
    console.log(half, name, macro);
    if (half==='even') for (const [i, o] of ours.entries())
      console.log(o.name.padEnd(26), String(o.support).padStart(6), o.precision.toFixed(3), o.recall.toFixed(3), o.f1.toFixed(3), keywords[i]?.f1.toFixed(3));
  }
  return true;
}
