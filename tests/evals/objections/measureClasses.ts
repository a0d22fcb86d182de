import { type CueKind, cueKinds } from '../../../src/contract/cues.ts';
import { cuesIn } from '../../../src/features/coaching/cues/cuesIn.ts';
import { readObjection, readStall } from '../../../src/features/reading/dialogue/readObjection.ts';
import { readQuestion } from '../../../src/features/reading/dialogue/readQuestion.ts';
import { readSpeechAct } from '../../../src/features/reading/dialogue/readSpeechAct.ts';
import { ofKeywords, ofOurs, ofQuestionMark, type Stands } from './classes.ts';
import { type LabeledLine, type LabeledSet, readSets } from './readRows.ts';

export interface ClassFigures {
  name: string;
  support: number;
  precision: number;
  recall: number;
  f1: number;
}

/** How well a reader tells the classes of a set, each, and on average over the classes. */
export interface ReaderFigures {
  classes: readonly ClassFigures[];
  macroF1: number;
}

export interface SetFigures {
  name: LabeledSet['name'];
  ours: ReaderFigures;
  keywords: ReaderFigures;
  /** The keywords, and a question mark. */
  asking: ReaderFigures;
}

const every: ReadonlySet<CueKind> = new Set(cueKinds);

/** What a line stands for in a set; undefined for none of its classes. */
type Reader = (line: LabeledLine, name: keyof Stands) => string | undefined;

const byRules: Reader = ({ lines }, name) => {
  const text = lines.at(-1)?.text ?? '';
  const asks = readQuestion(text, () => false) !== null;
  const objection = readObjection(text);
  const seen = new Set([
    ...cuesIn(lines, every).map(({ rule }) => rule.id),
    ...(objection === null ? [] : [`objection: ${objection.value}`]),
    ...(readStall(text) === null ? [] : ['stall']),
    ...(asks ? ['question'] : []),
    ...(readSpeechAct(text) === 'no' ? ['refusal'] : []),
  ]);
  return ofOurs.find((one) => seen.has(one.seen) && (one.asks ?? asks) === asks && one.stands[name] !== undefined)
    ?.stands[name];
};

const byWords =
  (tables: typeof ofKeywords): Reader =>
  ({ lines }, name) => {
    const text = (lines.at(-1)?.text ?? '').toLowerCase().replaceAll('’', "'");
    return tables.find(({ keywords }) => keywords.some((word) => text.includes(word)))?.stands[name];
  };

/** Measures our rules on both sets of resistance, beside the keyword tables of the field. */
export const measureObjections = (data: string): SetFigures[] =>
  readSets(data).map((set) => ({
    name: set.name,
    ours: figuresOf(set, byRules),
    keywords: figuresOf(set, byWords(ofKeywords)),
    asking: figuresOf(set, byWords([...ofKeywords, ofQuestionMark])),
  }));

function figuresOf({ name, none, classes, rows }: LabeledSet, reader: Reader): ReaderFigures {
  const told = rows.map((row) => ({ label: row.label, said: reader(row, name) ?? none }));
  const figures = classes.map((one) => {
    const support = told.filter(({ label }) => label === one).length;
    const said = told.filter((row) => row.said === one).length;
    const hits = told.filter((row) => row.said === one && row.label === one).length;
    return {
      name: one,
      support,
      precision: hits / Math.max(1, said),
      recall: hits / Math.max(1, support),
      f1: (2 * hits) / Math.max(1, said + support),
    };
  });
  return { classes: figures, macroF1: figures.reduce((sum, { f1 }) => sum + f1, 0) / figures.length };
}
