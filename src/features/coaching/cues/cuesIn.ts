import type { CueKind } from '../../../contract/cues.ts';
import { cueRules } from './cueRules.ts';
import { endsOf } from './endsOf.ts';
import type { Cue, CueLine } from './model.ts';

/** The cues that the rules see in the newest of these lines, the most important first; one of each kind. */
export function cuesIn(lines: readonly CueLine[], kinds: ReadonlySet<CueKind>): Cue[] {
  const newest = lines.at(-1);
  if (newest === undefined) return [];
  const { inWhole } = endsOf(newest.text);
  const read = lines.map((line) => ({ ...line, text: endsOf(line.text).text }));
  const cues: Cue[] = [];
  for (const rule of cueRules) {
    if (rule.on !== newest.who || !kinds.has(rule.kind) || cues.some((one) => one.rule.kind === rule.kind)) continue;
    const span = rule.find(read);
    if (span !== null) cues.push({ rule, span: inWhole(span) });
  }
  return cues.sort((a, b) => a.rule.priority - b.rule.priority);
}
