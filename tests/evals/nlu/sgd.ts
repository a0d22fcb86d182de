import { followHomeTalk, type HomeTalk, noteNamed } from '../../../src/features/reading/home/followHomeTalk.ts';
import { readAskedFacts } from '../../../src/features/reading/home/readAskedFacts.ts';
import type { Errand } from '../../../src/features/reading/home/readErrand.ts';
import type { HomeWishes } from '../../../src/features/reading/home/readHomeWishes.ts';
import type { Read } from '../../../src/features/reading/model.ts';
import { readTenure, type Tenure } from '../../../src/features/reading/person/readTenure.ts';
import { type FixedText, fixTypos, writtenSpan } from '../../../src/features/reading/text/fixTypos.ts';
import { bayArea } from './bayArea.ts';
import { Counts, isHeldOut, type Part, readRows } from './measures.ts';

/** One turn of a visitor about homes, with what its annotators read from it. */
interface SgdTurn {
  dialogue: string;
  turn: number;
  service: 'Homes_1' | 'Homes_2';
  prev_system: string;
  text: string;
  intent: 'FindApartment' | 'FindHomeByArea' | 'ScheduleVisit' | 'NONE';
  acts: string[];
  new_slots: Record<string, string[]>;
  state: Record<string, string[]>;
  requested: string[];
}
type Line = [number, 'U'] | [number, 'U' | 'S', string, unknown];

const booleans = ['has_garage', 'in_unit_laundry', 'pets_allowed', 'furnished'];
const slotsOf = {
  Homes_1: ['area', 'number_of_beds', 'number_of_baths', 'pets_allowed', 'furnished', 'visit_date'],
  Homes_2: ['area', 'number_of_beds', 'number_of_baths', 'has_garage', 'in_unit_laundry', 'intent', 'visit_date'],
};
const factNames: Record<string, string> = {
  phone: 'phone_number',
  address: 'address',
  beds: 'number_of_beds',
  baths: 'number_of_baths',
  garage: 'has_garage',
  laundry: 'in_unit_laundry',
  pets: 'pets_allowed',
  furnished: 'furnished',
};

export interface SgdFigures {
  slots: Counts;
  bySlot: Record<string, Counts>;
  homes2: Counts;
  booleans: Counts;
  requested: Counts;
  turns: number;
  goalsRight: number;
  errandsRight: number;
}

const newFigures = (): SgdFigures => ({
  slots: new Counts(),
  bySlot: {},
  homes2: new Counts(),
  booleans: new Counts(),
  requested: new Counts(),
  turns: 0,
  goalsRight: 0,
  errandsRight: 0,
});

/**
 * Every visitor's turn of the SGD Homes dialogues, read by the product's readers. A slot counts as said in a turn when the annotators
 * wrote INFORM for it; the goal is the state they wrote, without the property's name. `show` prints what was misread in the part rules were written on.
 */
export function measureSgd(data: string, show: boolean): Record<Part, SgdFigures> {
  const turns = new Map<string, SgdTurn>();
  for (const row of readRows<SgdTurn>(data, 'nlu_homes/sgd_homes_turns.jsonl'))
    turns.set(`${row.dialogue}#${row.turn}`, row);
  const parts = { learnt: newFigures(), heldOut: newFigures() };
  for (const { dialogue, turns: lines } of readRows<{ dialogue: string; turns: Line[] }>(
    data,
    'nlu_homes/sgd_homes_dialogues.jsonl',
  )) {
    const part = isHeldOut(dialogue) ? 'heldOut' : 'learnt';
    walk(dialogue, lines, turns, parts[part], show && part === 'learnt');
  }
  return parts;
}

function walk(dialogue: string, lines: Line[], turns: Map<string, SgdTurn>, figures: SgdFigures, show: boolean): void {
  let talk: HomeTalk = {};
  let said = '';
  const goal: Record<string, string> = {};
  for (const [number, speaker, words] of lines) {
    const turn = turns.get(`${dialogue}#${number}`);
    if (speaker === 'S') {
      said = words ?? '';
      talk = noteNamed(talk, said, bayArea);
      continue;
    }
    if (!turn) {
      talk = noteNamed(talk, words ?? '', bayArea);
      continue;
    }
    const before = talk.errand;
    const { text, fixes } = fixTypos(turn.text);
    const { wishes, meant, ...after } = followHomeTalk(talk, { text, log: '', seq: number }, { areas: bayArea, said });
    talk = after.talk;
    const tenure = talk.errand === 'search' ? readTenure(text) : null;
    const found = slotsFrom(turn, { ...wishes, tenure }, fixes);
    Object.assign(goal, found);
    if (meant.area) goal.area ??= meant.area.value;
    if (meant.day) goal.visit_date ??= meant.day.value;
    countTurn(turn, found, talk.errand ?? 'none', before, goal, figures, show);
  }
}

function slotsFrom(
  { text, service }: SgdTurn,
  wishes: HomeWishes & { tenure: Read<Tenure> | null },
  fixes: FixedText['fixes'],
): Record<string, string> {
  const words = (read: { start: number; end: number } | null) => {
    const at = read ? writtenSpan(fixes, read) : null;
    return at ? text.slice(at.start, at.end) : undefined;
  };
  const flag = (read: { value: boolean } | undefined) => (read ? (read.value ? 'True' : 'False') : undefined);
  const all: Record<string, string | undefined> = {
    area: words(wishes.area),
    number_of_beds: wishes.beds ? String(wishes.beds.value) : undefined,
    number_of_baths: wishes.baths ? String(wishes.baths.value) : undefined,
    intent: wishes.tenure?.value,
    visit_date: words(wishes.day),
    has_garage: flag(wishes.amenities.garage),
    in_unit_laundry: flag(wishes.amenities.laundry),
    pets_allowed: flag(wishes.amenities.pets),
    furnished: flag(wishes.amenities.furnished),
  };
  const found: Record<string, string> = {};
  for (const slot of slotsOf[service]) if (all[slot] !== undefined) found[slot] = all[slot];
  return found;
}

function countTurn(
  turn: SgdTurn,
  found: Record<string, string>,
  errand: Errand,
  before: Errand | undefined,
  goal: Record<string, string>,
  figures: SgdFigures,
  show: boolean,
): void {
  const wrong: string[] = [];
  for (const slot of slotsOf[turn.service]) {
    const gold = turn.acts.includes(`INFORM:${slot}`) ? (turn.new_slots[slot] ?? turn.state[slot]) : undefined;
    const value = found[slot];
    figures.bySlot[slot] ??= new Counts();
    const counts = [figures.slots, figures.bySlot[slot]];
    if (turn.service === 'Homes_2') counts.push(figures.homes2);
    if (booleans.includes(slot)) counts.push(figures.booleans);
    for (const count of counts) count.add(gold !== undefined, value !== undefined, isSame(value, gold));
    if ((gold || value) && !isSame(value, gold)) wrong.push(`${slot}: ${value} for ${gold}`);
  }
  const asked = readAskedFacts(turn.text).map((fact) =>
    fact === 'price' ? (turn.service === 'Homes_1' ? 'rent' : 'price') : factNames[fact],
  );
  const known = asked.filter((name) => name !== undefined);
  const goldAsked = turn.acts.filter((act) => act.startsWith('REQUEST:')).map((act) => act.slice(8));
  for (const name of new Set([...known, ...goldAsked])) {
    const [is, said] = [goldAsked.includes(name), known.includes(name)];
    figures.requested.add(is, said, is && said);
    if (is !== said) wrong.push(`asks ${name}: ${said} for ${is}`);
  }
  const goldErrand = turn.intent === 'NONE' ? 'none' : turn.intent === 'ScheduleVisit' ? 'visit' : 'search';
  if (goldErrand !== errand) wrong.push(`errand: ${errand} for ${goldErrand} (before ${before})`);
  const different = slotsOf[turn.service].filter(
    (slot) => (turn.state[slot] || goal[slot]) && !isSame(goal[slot], turn.state[slot]),
  );
  figures.turns += 1;
  if (goldErrand === errand) figures.errandsRight += 1;
  if (different.length === 0) figures.goalsRight += 1;
  if (show && (wrong.length > 0 || different.length > 0)) {
    const goals = different.map((slot) => `${slot}=${goal[slot]}/${turn.state[slot]}`);
    console.error(
      `${turn.service} ${turn.dialogue}#${turn.turn} | ${turn.prev_system} | ${turn.text}\n    WRONG ${wrong.join('; ')} GOAL ${goals.join('; ')}`,
    );
  }
}

const isSame = (value: string | undefined, gold: string[] | undefined): boolean =>
  value !== undefined && gold?.some((one) => worn(one) === worn(value)) === true;
/** "The 5th" and "the  5th" say the same; so do "SFO" and "sfo". */
const worn = (words: string): string => words.toLowerCase().replace(/^the /, '').replace(/\s+/g, ' ').trim();
