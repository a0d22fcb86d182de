import { createHash } from 'node:crypto';
import { type CueKind, cueKinds } from '../../../src/contract/cues.ts';
import { cuesIn } from '../../../src/features/coaching/cues/cuesIn.ts';
import type { Cue } from '../../../src/features/coaching/cues/model.ts';
import type { Dialogue } from './readDialogues.ts';

/** A rule saw something in a line. */
export interface Firing {
  set: string;
  dialogue: string;
  turn: number;
  kind: CueKind;
  cue: Cue;
  /** The line, after at most two before it. */
  lines: readonly string[];
}

const every: ReadonlySet<CueKind> = new Set(cueKinds);

/** All that the rules see in these talks, in an order that only ids decide. Words that are said twice in a talk count once. */
export function fireRules(dialogues: readonly Dialogue[]): Firing[] {
  const firings = dialogues.flatMap(({ set, id, lines, counts }) =>
    lines.flatMap((_, turn) =>
      counts !== undefined && !counts.has(turn)
        ? []
        : cuesIn(lines.slice(0, turn + 1), every).map((cue) => ({
            ...{ set, dialogue: id, turn, kind: cue.rule.kind, cue },
            lines: lines.slice(Math.max(0, turn - 2), turn + 1).map(({ who, text }) => `${who}: ${text}`),
          })),
    ),
  );
  const seen = new Set<string>();
  return firings
    .map((firing): [string, Firing] => [placeOf(firing), firing])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, firing]) => {
      const words = `${firing.dialogue}#${firing.kind}#${firing.lines.at(-1)?.toLowerCase().trim()}`;
      if (seen.has(words)) return [];
      seen.add(words);
      return [firing];
    });
}

const placeOf = ({ dialogue, turn, kind }: Firing): string =>
  createHash('sha256').update(`${dialogue}#${turn}#${kind}`).digest('hex');
