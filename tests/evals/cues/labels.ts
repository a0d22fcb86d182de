import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type CueKind, cueKind, cueKinds } from '../../../src/contract/cues.ts';
import { wilson } from '../../../src/kernel/wilson.ts';
import { type Share, shareOf } from '../share.ts';

const label = z.strictObject({
  set: z.string(),
  dialogue: z.string(),
  turn: z.number().int().nonnegative(),
  kind: cueKind,
  rule: z.string(),
  right: z.boolean(),
});
export type Label = z.infer<typeof label>;

/**
 * A reader's labels of firings in the odd half: whether the kind fits the words from somebody who talks about a home,
 * and the hint is apt. IDs only: some of the data may be used for measuring, but not passed on.
 */
export const readLabels = (): Label[] =>
  z.array(label).parse(JSON.parse(readFileSync(join(import.meta.dirname, 'labels.json'), 'utf8')));

export const leastLabels = 50;
export const leastPrecision = 0.7;

/** Whether a kind may be shown: enough firings were judged, and even by the lower end of its interval it is right often enough. */
export const isProven = ({ hits, of }: Share): boolean => of >= leastLabels && wilson(hits, of).from >= leastPrecision;

/** How many of the labeled firings were right, by kind. */
export const rightByKind = (labels: readonly Label[]): Record<CueKind, Share> =>
  Object.fromEntries(
    cueKinds.map((kind) => [
      kind,
      shareOf(
        labels.filter((one) => one.kind === kind),
        ({ right }) => right,
      ),
    ]),
  ) as Record<CueKind, Share>;
