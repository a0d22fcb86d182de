import { cueKinds } from '../../src/contract/cues.ts';
import { cueKindsOn } from '../../src/features/coaching/cues/cueRules.ts';
import { type Firing, fireRules } from './cues/fireRules.ts';
import { isProven, type Label, readLabels, rightByKind } from './cues/labels.ts';
import { isOdd, readDialogues } from './cues/readDialogues.ts';
import { percentOf, tellShare } from './share.ts';

const keyOf = ({ set, dialogue, turn, kind }: Pick<Label, 'set' | 'dialogue' | 'turn' | 'kind'>): string =>
  `${set}#${dialogue}#${turn}#${kind}`;
const shownOfEach = 60;

/**
 * Fires all rules of cues over the shared talks: how often each kind was right, by the labels of the half that no rule was written on.
 * Fails where a kind is on that isn't proven, or off although it is. `show`: prints the wrong firings, and those without a label.
 */
export function evaluateCues({ data, show }: { data: string; show: boolean }): boolean {
  const dialogues = readDialogues(data);
  const started = performance.now();
  const odd = fireRules(dialogues.filter(({ id }) => isOdd(id)));
  const even = fireRules(dialogues.filter(({ id }) => !isOdd(id)));
  const lines = dialogues.reduce((sum, { lines: said }) => sum + said.length, 0);
  const msALine = (performance.now() - started) / lines;
  const labels = new Map(readLabels().map((one) => [keyOf(one), one]));
  // A label was given to the words of a rule: another rule that sees the same line was never judged.
  const labelOf = (firing: Firing): Label | undefined => {
    const found = labels.get(keyOf(firing));
    return found?.rule === firing.cue.rule.id ? found : undefined;
  };
  const judged = odd.flatMap((firing) => labelOf(firing) ?? []);
  const right = rightByKind(judged);
  console.log(
    `${'kind'.padEnd(20)}${'even'.padStart(6)}${'odd'.padStart(6)}${'right of labelled, 95 %'.padStart(28)}${'distinct'.padStart(10)}`,
  );
  const wrong: string[] = [];
  for (const kind of cueKinds) {
    const ofKind = (firings: readonly Firing[]): Firing[] => firings.filter((one) => one.kind === kind);
    const labelled = ofKind(odd).filter((firing) => labelOf(firing) !== undefined);
    const distinct = new Set(labelled.map((firing) => firing.lines.at(-1)?.toLowerCase().replace(/\W+/g, ' '))).size;
    const isOn = cueKindsOn.has(kind);
    const isRight = isProven(right[kind]) === isOn;
    if (!isRight) wrong.push(kind);
    const verdict = isRight ? '' : isOn ? '  not proven' : '  proven';
    console.log(
      `${kind.padEnd(20)}${String(ofKind(even).length).padStart(6)}${String(ofKind(odd).length).padStart(6)}${tellShare(right[kind])}${String(distinct).padStart(10)}  ${isOn ? 'on' : 'off'}${verdict}`,
    );
  }
  const stale = labels.size - judged.length;
  console.log(
    `${lines} lines, ${msALine.toFixed(2)} ms a line; ${stale} of ${labels.size} labels are of no firing any more.`,
  );
  if (show) for (const kind of cueKinds) tell(odd.filter((one) => one.kind === kind).slice(0, shownOfEach), labelOf);
  const precision = Object.fromEntries(cueKinds.map((kind) => [kind, percentOf(right[kind])]));
  console.log(JSON.stringify({ eval: 'cues', on: [...cueKindsOn], precision, wrong }));
  return wrong.length === 0;
}

function tell(firings: readonly Firing[], labelOf: (firing: Firing) => Label | undefined): void {
  for (const firing of firings) {
    const label = labelOf(firing);
    if (label?.right === true) continue;
    const { set, dialogue, turn, kind, cue, lines } = firing;
    const head = { set, dialogue, turn, kind, rule: cue.rule.id };
    console.log(`${label === undefined ? 'no label' : 'wrong'} ${JSON.stringify(head)}\n    ${lines.join('\n    ')}`);
  }
}
