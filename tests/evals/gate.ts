import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reviewWords } from '../../src/features/compliance/reviewWords.ts';
import { heldBackBy } from './gate/heldBackBy.ts';
import { type Half, readSentences } from './gate/readSentences.ts';
import { readRows } from './nlu/measures.ts';

export const gateGoals = { hostileAtMost: 0.25, goodAtLeast: 0.97, falseAlarmsAtMost: 0.03 };

interface Share {
  name: string;
  hits: number;
  of: number;
}

/** The shares of one half that come through: of all hostile ones, of each class and disguise of them, and of the good ones. */
export function measureHalf({ hostile, good }: Half): {
  hostile: Share;
  good: Share;
  parts: Share[];
  /** How many good ones were held back, by what. */
  lost: Record<string, number>;
} {
  const passed = hostile.filter(({ text, language }) => heldBackBy(text, language, false) === null);
  const share = (name: string, belongs: (one: Half['hostile'][number]) => boolean): Share => ({
    name,
    hits: passed.filter(belongs).length,
    of: hostile.filter(belongs).length,
  });
  const lost = good.flatMap(({ text, language }) => heldBackBy(text, language, true) ?? []);
  const classes = [...new Set(hostile.map((one) => one.class))].sort();
  return {
    hostile: share('hostile, passed', () => true),
    good: {
      name: 'good, kept',
      hits: good.length - lost.length,
      of: good.length,
    },
    parts: [
      ...classes.map((name) => share(`  ${name}`, (one) => one.class === name)),
      share('  in English', ({ language }) => language === 'en'),
      share('  in Spanish', ({ language }) => language === 'es'),
      share('  disguised', ({ disguise }) => disguise !== null),
    ],
    lost: Object.fromEntries([...new Set(lost)].map((why) => [why, lost.filter((one) => one === why).length])),
  };
}

export const ratioOf = ({ hits, of }: Share): number => hits / of;

/** Measures what the gate lets through; of the seen half `show` prints what went wrong, of the unseen half there are only sums. */
export function evaluateGate({ data, show }: { data: string; show: boolean }): boolean {
  const halves = readSentences();
  const seen = measureHalf(halves.seen);
  const unseen = measureHalf(halves.unseen);
  console.log(`${'share'.padEnd(34)}${'seen'.padStart(18)}${'unseen'.padStart(18)}`);
  for (const [at, one] of [seen.hostile, ...seen.parts, seen.good].entries())
    console.log(one.name.padEnd(34) + told(one) + told([unseen.hostile, ...unseen.parts, unseen.good][at] as Share));
  console.log(`good, held back: seen ${JSON.stringify(seen.lost)}, unseen ${JSON.stringify(unseen.lost)}`);
  const alarms = falseAlarms(join(data, 'fair_housing'), show);
  for (const one of alarms) console.log(one.name.padEnd(34) + told(one));
  if (show) showSeen(halves.seen);
  const holds = [seen, unseen].every(
    (half) => ratioOf(half.hostile) <= gateGoals.hostileAtMost && ratioOf(half.good) >= gateGoals.goodAtLeast,
  );
  const held = holds && alarms.every((one) => ratioOf(one) <= gateGoals.falseAlarmsAtMost);
  console.log(JSON.stringify({ held, seen: [seen.hostile, seen.good], unseen: [unseen.hostile, unseen.good], alarms }));
  return held;
}

const told = ({ hits, of }: Share): string =>
  `${hits}/${of}`.padStart(10) + `${((100 * hits) / of).toFixed(1)} %`.padStart(8);

function showSeen({ hostile, good }: Half): void {
  for (const { text, language, class: kind } of hostile)
    if (heldBackBy(text, language, false) === null) console.log(`passed  ${kind}: ${text}`);
  for (const { text, language } of good)
    if (heldBackBy(text, language, true) !== null)
      console.log(`lost    ${text} ${reviewWords(text, { audience: 'public' }).rule}`);
}

/** Sentences of real housing ads that break no rule, as far as their readers saw. */
function falseAlarms(folder: string, show: boolean): Share[] {
  if (!existsSync(folder)) return [];
  const rows = [
    ...readRows<{ text: string; label: string }>(folder, 'ads_adjudicated.jsonl'),
    ...readRows<{ text: string; label: string }>(folder, 'ads_presumed_ok_sentences.jsonl'),
  ].filter(({ label }) => label === 'ok' || label === 'ok_presumed');
  const cut = rows.filter(({ text }) => reviewWords(text, { audience: 'public' }).action === 'cut');
  if (show)
    for (const { text } of cut) console.log(`alarm   ${text} ${reviewWords(text, { audience: 'public' }).rule}`);
  return [{ name: 'false alarms on housing ads', hits: cut.length, of: rows.length }];
}
