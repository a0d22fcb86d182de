import { readRequests } from '../../src/features/reading/dialogue/readRequests.ts';
import { readSpeechAct } from '../../src/features/reading/dialogue/readSpeechAct.ts';
import { followHomeTalk } from '../../src/features/reading/home/followHomeTalk.ts';
import { readAmenities } from '../../src/features/reading/home/readAmenities.ts';
import { readMoney } from '../../src/features/reading/numbers/readMoney.ts';
import { readIntent } from '../../src/features/reading/person/readIntent.ts';
import { fixTypos } from '../../src/features/reading/text/fixTypos.ts';
import { readTimeline } from '../../src/features/reading/time/readTimeline.ts';
import { bayArea } from './nlu/bayArea.ts';
import { measureLanguages } from './nlu/languages.ts';
import { Counts, readRows } from './nlu/measures.ts';
import { measureParaphrases } from './nlu/paraphrases.ts';
import { measureQueries } from './nlu/queries.ts';
import { measureRasa } from './nlu/rasa.ts';
import { measureSgd, type SgdFigures } from './nlu/sgd.ts';
import { measureStar } from './nlu/star.ts';
import type { Share } from './share.ts';

/** One line of the table. `atLeast` null: told, with no goal to hold. */
interface Line {
  name: string;
  cases: number;
  value: number;
  atLeast: number | null;
  learnt?: number;
  heldOut?: number;
}

/** Reads every set of `nlu_homes` and `nlu_buyer_seller` with the product's readers, prints one table, says whether the goals hold. */
export function evaluateReading({ data, show }: { data: string; show: boolean }): boolean {
  const lines = measureReading(data, show);
  const microsPerMessage = timeReaders(data);
  print(lines, microsPerMessage);
  const held = lines.every(({ value, atLeast }) => atLeast === null || value >= atLeast);
  console.log(
    JSON.stringify({
      eval: 'nlu',
      held,
      microsPerMessage,
      figures: Object.fromEntries(
        lines.map(({ name, cases, value, learnt: a, heldOut: b }) => [
          name.trim(),
          { value, cases, ...(a === undefined ? {} : { learnt: a, heldOut: b }) },
        ]),
      ),
    }),
  );
  return held;
}

/** Every line of the table; `show`: also what was misread, where it was. */
export function measureReading(data: string, show = false): Line[] {
  const { learnt, heldOut } = measureSgd(data, show);
  const queries = measureQueries(data, show);
  const rasa = measureRasa(data, show);
  const star = measureStar(data, show);
  const lines: Line[] = [
    counted('SGD slots said in a turn, F1', learnt, heldOut, 0.95, ({ slots }) => slots),
    counted('  of these Homes_2, F1', learnt, heldOut, 0.92, ({ homes2 }) => homes2),
    counted('  of these yes/no slots, F1', learnt, heldOut, 0.85, ({ booleans }) => booleans),
    ...Object.keys({ ...learnt.bySlot, ...heldOut.bySlot }).map((slot) =>
      counted(`    ${slot}, F1`, learnt, heldOut, null, ({ bySlot }) => bySlot[slot] ?? new Counts()),
    ),
    share('SGD joint goal without property name', learnt, heldOut, 0.85, ({ goalsRight }) => goalsRight),
    share('SGD intent (search, visit, none)', learnt, heldOut, 0.975, ({ errandsRight }) => errandsRight),
    counted('SGD facts asked for, F1', learnt, heldOut, null, ({ requested }) => requested),
    { name: 'Rasa intents (measured only)', cases: rasa.messages, value: rasa.right / rasa.messages, atLeast: 0.9 },
    ...paraphraseLines(show),
    ...languageLines(),
    { name: 'Prices in queries, F1', cases: queries.prices.said, value: queries.prices.f1, atLeast: 0.98 },
    { name: 'Bedrooms in queries, F1', cases: queries.beds.said, value: queries.beds.f1, atLeast: null },
    { name: 'Bathrooms in queries, F1', cases: queries.baths.said, value: queries.baths.f1, atLeast: null },
    ...Object.entries(star.byKind).map(([kind, { typed, heard }]) => ({
      name: `STAR ${kind}, recall of what was typed`,
      cases: typed,
      value: heard / Math.max(1, typed),
      atLeast: null,
    })),
  ];
  const all = Object.values(star.byKind).reduce(
    (sum, { typed, heard }) => ({ typed: sum.typed + typed, heard: sum.heard + heard }),
    { typed: 0, heard: 0 },
  );
  lines.push({
    name: 'STAR constraints, recall',
    cases: all.typed,
    value: all.heard / Math.max(1, all.typed),
    atLeast: null,
  });
  return lines;
}

function paraphraseLines(show: boolean): Line[] {
  const { seen, unseen, byIntent } = measureParaphrases(show);
  return [
    row('Paraphrases of intents, seen half', seen, null),
    row('Paraphrases of intents, unseen half', unseen, 0.9),
    ...Object.entries(byIntent).map(([intent, { seen: one, unseen: other }]) => ({
      ...row(`    ${intent}`, { hits: one.hits + other.hits, of: one.of + other.of }, null),
      learnt: part(one),
      heldOut: part(other),
    })),
  ];
}

function languageLines(): Line[] {
  const { all, ...parts } = measureLanguages();
  return [
    row('Language of a first message, en and es', all, 0.98),
    ...Object.entries(parts).map(([name, share]) => row(`  ${name}`, share, null)),
  ];
}

const part = ({ hits, of }: Share): number => hits / Math.max(1, of);
const row = (name: string, share: Share, atLeast: number | null): Line => ({
  name,
  cases: share.of,
  value: part(share),
  atLeast,
});

type Pick = (figures: SgdFigures) => Counts;

function counted(name: string, learnt: SgdFigures, heldOut: SgdFigures, atLeast: number | null, pick: Pick): Line {
  const both = pick(learnt).plus(pick(heldOut));
  return { name, cases: both.said, value: both.f1, atLeast, learnt: pick(learnt).f1, heldOut: pick(heldOut).f1 };
}

function share(
  name: string,
  learnt: SgdFigures,
  heldOut: SgdFigures,
  atLeast: number,
  pick: (figures: SgdFigures) => number,
): Line {
  const cases = learnt.turns + heldOut.turns;
  return {
    name,
    cases,
    value: (pick(learnt) + pick(heldOut)) / Math.max(1, cases),
    atLeast,
    learnt: pick(learnt) / Math.max(1, learnt.turns),
    heldOut: pick(heldOut) / Math.max(1, heldOut.turns),
  };
}

/** Microseconds of each reader per message of the SGD dialogues, in one pass after a warming one. */
function timeReaders(data: string): Record<string, number> {
  const turns = readRows<{ text: string; prev_system: string }>(data, 'nlu_homes/sgd_homes_turns.jsonl').slice(0, 2000);
  const at = '2026-11-21T15:00:00.000Z';
  const readers: Record<string, (text: string, said: string) => unknown> = {
    money: (text) => readMoney(text),
    timeline: (text) => readTimeline(text, { at }),
    intent: (text) => readIntent(text),
    requests: (text) => readRequests(text),
    amenities: (text) => readAmenities(text),
    slips: (text) => fixTypos(text),
    homeTalk: (text, said) => followHomeTalk({ errand: 'search' }, { text, log: '', seq: 1 }, { areas: bayArea, said }),
    speechAct: (text) => readSpeechAct(text),
  };
  return Object.fromEntries(
    Object.entries(readers).map(([name, read]) => {
      const pass = () => {
        for (const { text, prev_system } of turns) read(text, prev_system);
      };
      pass();
      const start = performance.now();
      pass();
      return [name, Math.round(((performance.now() - start) * 10_000) / Math.max(1, turns.length)) / 10];
    }),
  );
}

function print(lines: Line[], micros: Record<string, number>): void {
  const figure = (value: number | undefined) => (value === undefined ? '' : value.toFixed(3)).padStart(8);
  console.log(
    `${'measure'.padEnd(44)}${'cases'.padStart(7)}${'value'.padStart(8)}${'goal'.padStart(8)}${'learnt'.padStart(8)}${'unseen'.padStart(8)}`,
  );
  for (const { name, cases, value, atLeast, learnt, heldOut } of lines) {
    const mark = atLeast === null ? '' : value >= atLeast ? '  ok' : '  MISSED';
    console.log(
      `${name.padEnd(44)}${String(cases).padStart(7)}${figure(value)}${figure(atLeast ?? undefined)}${figure(learnt)}${figure(heldOut)}${mark}`,
    );
  }
  console.log(
    'nothing is learned: rules only, no weights, so there is nothing to fold; "learnt" is the half their writers looked at or may look at, "unseen" the half they did not (of SGD by hash of the dialogue)',
  );
  const each = Object.entries(micros).map(([name, value]) => `${name} ${value}`);
  console.log(`microseconds a message: ${each.join(', ')}`);
}
