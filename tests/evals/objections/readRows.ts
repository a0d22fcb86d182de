import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CueLine } from '../../../src/features/coaching/cues/model.ts';
import type { Stands } from './classes.ts';

/** A line, and the way in which readers say that it resists. */
export interface LabeledLine {
  dialogue: string;
  label: string;
  /** The line and those before it, its speaker in the place of the lead. */
  lines: readonly CueLine[];
}

export interface LabeledSet {
  name: keyof Stands;
  /** The class of a line that doesn't resist. */
  none: string;
  /** `none` first, then in the order of their names. */
  classes: readonly string[];
  rows: readonly LabeledLine[];
}

interface Row {
  dialogue: string;
  speaker: string;
  text: string;
  label?: string;
  resistance?: string | null;
}

const linesHeld = 12;
const secondsApart = 10;

/** Both sets of resistance. Whoever speaks is taken for the lead: on Craigslist sellers resist as buyers do. */
export const readSets = (data: string): LabeledSet[] => [
  readSet(data, 'craigslist', 'resper_craigslist', 'none'),
  readSet(data, 'persuasion', 'p4g_resisting', 'not-a-strategy'),
];

function readSet(data: string, name: LabeledSet['name'], file: string, none: string): LabeledSet {
  const talks = new Map<string, Row[]>();
  const rows: LabeledLine[] = [];
  for (const text of readFileSync(join(data, `coaching_objections/${file}.jsonl`), 'utf8').split('\n')) {
    if (text === '') continue;
    const row: Row = JSON.parse(text);
    const talk = talks.get(row.dialogue) ?? [];
    talks.set(row.dialogue, talk);
    // A line with two labels stands there twice.
    if (talk.at(-1)?.text !== row.text) talk.push(row);
    const label = row.label ?? row.resistance;
    if (label !== undefined && label !== null) rows.push({ dialogue: row.dialogue, label, lines: linesOf(talk, row) });
  }
  const labels = [...new Set(rows.map(({ label }) => label))].filter((label) => label !== none).sort();
  return { name, none, classes: [none, ...labels], rows };
}

const linesOf = (talk: readonly Row[], { dialogue, speaker }: Row): CueLine[] =>
  talk.slice(-linesHeld).map(({ speaker: who, text }, seq) => ({
    ...{ who: who === speaker ? 'lead' : 'agent', text, log: dialogue, seq, at: seq * secondsApart * 1000 },
  }));
