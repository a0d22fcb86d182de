import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CueKind } from '../../../src/contract/cues.ts';
import { type Dialogue, isOdd } from '../cues/readDialogues.ts';
import type { Subject } from './playNegotiation.ts';

/** What a reader says that an agent could use help with at a line of the lead. */
const needs = [
  'price',
  'buying-signal',
  'timing',
  'trust',
  'features',
  'financing',
  'location',
  'question',
  'vague',
  'other',
] as const;
type Need = (typeof needs)[number];

const moment = z.strictObject({
  dialogue: z.string(),
  line: z.number().int().nonnegative(),
  /** By reader. */
  wants: z
    .array(z.enum([...needs, 'nothing']))
    .min(1)
    .max(2),
});
export type Moment = z.infer<typeof moment>;

/** The labels of the readers. IDs only: the talks may be used for measuring, but not passed on. */
export const readMoments = (): Moment[] =>
  z.array(moment).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'moments.json'), 'utf8')));

/** The needs of a moment at which every reader wanted help; null where one of them wanted none. */
export const needsOf = ({ wants }: Pick<Moment, 'wants'>): Need[] | null => {
  const wanted = wants.filter((want) => want !== 'nothing');
  return wanted.length === wants.length ? wanted : null;
};

/** The subjects that help with each need. A suggestion that meets no objection answers a question, or warns of what may not be said. */
const fitting: Record<Need, { cues: readonly CueKind[]; objections: readonly (string | null)[] }> = {
  price: { cues: ['price', 'competition'], objections: ['price', 'online or neighbor price'] },
  'buying-signal': { cues: ['buying-signal', 'urgency'], objections: [] },
  timing: { cues: ['timing', 'urgency'], objections: ['timing'] },
  trust: { cues: ['trust'], objections: ['trust'] },
  features: { cues: ['features'], objections: [] },
  financing: { cues: ['financing'], objections: ['financing'] },
  location: { cues: ['location'], objections: [null] },
  question: { cues: ['open-question'], objections: [null] },
  vague: { cues: ['vague-answer'], objections: [] },
  other: {
    cues: ['authority', 'competition', 'family', 'compliance', 'contradicted-figure'],
    objections: ['has an agent', 'decides with someone', 'unhappy with the service', null],
  },
};

/** Whether a card helps with what one of the readers named. */
export const fits = (subject: Subject, wanted: readonly Need[]): boolean =>
  wanted.some((need) =>
    'cue' in subject ? fitting[need].cues.includes(subject.cue) : fitting[need].objections.includes(subject.objection),
  );

/** A line of a lead, by its place alone. */
type Place = Pick<Moment, 'dialogue' | 'line'>;

const picked = 60;

/** The lines that readers label: of the half that no rule was written on, in an order that only ids decide. */
export const pickMoments = (dialogues: readonly Dialogue[]): Place[] =>
  dialogues
    .filter(({ id }) => isOdd(id))
    .flatMap(({ id, lines }) => lines.flatMap(({ who }, line) => (who === 'lead' ? [{ dialogue: id, line }] : [])))
    .map((place): [string, Place] => [hashOf(place), place])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, picked)
    .map(([, place]) => place);

const hashOf = ({ dialogue, line }: Place): string =>
  createHash('sha256').update(`moment#${dialogue}#${line}`).digest('hex');
