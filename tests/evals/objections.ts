import { cueKinds } from '../../src/contract/cues.ts';
import { cueKindsOn } from '../../src/features/coaching/cues/cueRules.ts';
import { cuesIn } from '../../src/features/coaching/cues/cuesIn.ts';
import { readBargains } from './cues/readDialogues.ts';
import { measureObjections, type SetFigures } from './objections/measureClasses.ts';
import { percentOf, shareOf } from './share.ts';

/** How far the rules are to be ahead of the keyword tables, in macro-F1. */
export const goals = { aheadAtLeast: 0.1 };

const linesSeen = 12;
const aheadOf = ({ ours, keywords }: SetFigures): number => ours.macroF1 - keywords.macroF1;

/**
 * Measures how our rules tell the ways in which people resist (Craigslist, eight classes; Persuasion For Good, ten) beside keyword tables,
 * and which cues they fire on real negotiations. Fails where they aren't far enough ahead of the tables.
 */
export function evaluateObjections({ data }: { data: string }): boolean {
  const sets = measureObjections(data);
  for (const set of sets) tell(set);
  const perNegotiation = tellFirings(data);
  const macroF1 = Object.fromEntries(
    sets.map((set) => [
      set.name,
      {
        ours: round(set.ours.macroF1),
        keywords: round(set.keywords.macroF1),
        keywordsAndQuestionMark: round(set.asking.macroF1),
        ahead: round(aheadOf(set)),
      },
    ]),
  );
  console.log(JSON.stringify({ eval: 'objections', macroF1, perNegotiation }));
  return sets.every((set) => aheadOf(set) >= goals.aheadAtLeast);
}

const round = (value: number): number => Number(value.toFixed(3));
const cell = (value: number): string => value.toFixed(3).padStart(11);

function tell(set: SetFigures): void {
  const { name, ours, keywords, asking } = set;
  console.log(
    `${name.padEnd(24)}${['lines', 'precision', 'recall', 'F1', 'keywords', 'and "?"'].map((head) => head.padStart(11)).join('')}`,
  );
  for (const [at, one] of ours.classes.entries())
    console.log(
      `${one.name.padEnd(24)}${String(one.support).padStart(11)}${[one.precision, one.recall, one.f1, keywords.classes[at]?.f1 ?? 0, asking.classes[at]?.f1 ?? 0].map(cell).join('')}`,
    );
  const reached = aheadOf(set) >= goals.aheadAtLeast ? 'reached' : 'not reached';
  console.log(
    `${'macro-F1'.padEnd(57)}${[ours, keywords, asking].map(({ macroF1 }) => cell(macroF1)).join('')}  ahead by ${aheadOf(set).toFixed(3)}, ≥ ${goals.aheadAtLeast} ${reached}\n`,
  );
}

/** What the rules see in negotiations, the kinds that are off too. Gives how many cues of kinds that are on there are in one. */
function tellFirings(data: string): number {
  const talks = readBargains(data);
  const fired = talks.map(({ lines }) =>
    lines.flatMap((_, at) => {
      const cues = cuesIn(lines.slice(Math.max(0, at + 1 - linesSeen), at + 1), new Set(cueKinds));
      return cues.map(({ rule }) => rule.kind);
    }),
  );
  console.log(
    `${`${talks.length} negotiations`.padEnd(24)}${['cues', 'in one', 'in % of all'].map((head) => head.padStart(13)).join('')}`,
  );
  for (const kind of cueKinds) {
    const count = fired.flat().filter((one) => one === kind).length;
    const within = percentOf(shareOf(fired, (kinds) => kinds.includes(kind)));
    const mean = (count / talks.length).toFixed(2);
    console.log(
      `${kind.padEnd(24)}${[String(count), mean, within].map((one) => one.padStart(13)).join('')}  ${cueKindsOn.has(kind) ? 'on' : 'off'}`,
    );
  }
  const shown = fired.flat().filter((kind) => cueKindsOn.has(kind)).length;
  const silent = fired.filter((kinds) => !kinds.some((kind) => cueKindsOn.has(kind))).length;
  const mean = shown / talks.length;
  console.log(`Of kinds that are on: ${mean.toFixed(2)} in one; none in ${silent} of ${talks.length}.`);
  return round(mean);
}
