import type { CueKind } from '../../../contract/cues.ts';
import type { CueRule } from './model.ts';

/** The kinds that are shown: each was right in enough labelled firings (`npm run eval -- cues`). */
export const cueKindsOn: ReadonlySet<CueKind> = new Set<CueKind>(['price']);

/** One more with every change of a rule. */
export const cueRulesVersion = 1;

/** What each rule sees. */
export const cueRules: readonly CueRule[] = [
  {
    id: 'price-too-high',
    kind: 'price',
    on: 'lead',
    find: (lines) => {
      const match = /\b(?:too (?:expensive|much|high|pricey)|over ?priced|can['’]?t afford)\b/i.exec(
        lines.at(-1)?.text ?? '',
      );
      return match === null ? null : { start: match.index, end: match.index + match[0].length };
    },
    text: 'Price is the obstacle. Ask what figure would feel right.',
    priority: 2,
    lastsMin: 15,
  },
];
