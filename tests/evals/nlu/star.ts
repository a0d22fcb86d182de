import { readYesNo } from '../../../src/features/reading/dialogue/readYesNo.ts';
import { readBeds } from '../../../src/features/reading/home/readBeds.ts';
import { readMoney } from '../../../src/features/reading/numbers/readMoney.ts';
import { readContact } from '../../../src/features/reading/person/readContact.ts';
import { readDay } from '../../../src/features/reading/time/readDay.ts';
import { readTimeOfDay } from '../../../src/features/reading/time/readTimeOfDay.ts';
import { readRows } from './measures.ts';

interface StarTurn {
  w: 'U' | 'A' | 'G' | 'Q' | 'R';
  t?: string;
  act?: string;
  api?: string;
  c?: Record<string, string>;
}
const kinds = ['RenterName', 'Day', 'StartTimeHour', 'ApplicationFeePaid', 'NumRooms', 'Price'] as const;
type Kind = (typeof kinds)[number];

export interface StarFigures {
  chats: number;
  /** Constraints typed in by the wizard, and those of them that the readers had heard by then. */
  byKind: Record<Kind, { typed: number; heard: number }>;
}

const asks: [RegExp, Kind][] = [
  [/name/, 'RenterName'],
  [/day/, 'Day'],
  [/time/, 'StartTimeHour'],
  [/fee/, 'ApplicationFeePaid'],
  [/bedrooms/, 'NumRooms'],
  [/price/, 'Price'],
];

/** Whether what a live assistant typed into the search of a chat had been read from the visitor's words by then. */
export function measureStar(data: string, show: boolean): StarFigures {
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, { typed: 0, heard: 0 }])) as StarFigures['byKind'];
  const chats = readRows<{ id: string; turns: StarTurn[] }>(data, 'nlu_homes/star_apartment_dialogues.jsonl');
  for (const { id, turns } of chats) {
    const heard: Record<Kind, Set<string>> = Object.fromEntries(kinds.map((kind) => [kind, new Set()])) as never;
    const counted = new Set<string>();
    let asked: Kind | null = null;
    let last = '';
    for (const turn of turns) {
      if (turn.w === 'A') {
        const act = turn.act ?? '';
        asked = act.includes('ask')
          ? (asks.find(([pattern]) => pattern.test(act))?.[1] ?? null)
          : askedIn(turn.t ?? '');
      }
      if (turn.w === 'U') {
        last = turn.t ?? '';
        listen(last, asked, heard);
      }
      if (turn.w !== 'Q' || !turn.api?.startsWith('apartment')) continue;
      for (const kind of kinds) {
        const value = turn.c?.[kind];
        const wanted = value === undefined ? [] : valuesOf(value);
        // An empty or a many-valued constraint is no single fact, and one that stays is counted once.
        if (wanted.length !== 1 || counted.has(`${kind}:${wanted[0]}`)) continue;
        counted.add(`${kind}:${wanted[0]}`);
        byKind[kind].typed += 1;
        if (heard[kind].has(wanted[0] as string)) byKind[kind].heard += 1;
        else if (show) console.error(`${id} ${kind}=${wanted[0]} heard ${[...heard[kind]].join(',')} | ${last}`);
      }
    }
  }
  return { chats: chats.length, byKind };
}

const askedIn = (words: string): Kind | null => (/\?/.test(words) && /\bname\b/i.test(words) ? 'RenterName' : null);

function listen(text: string, asked: Kind | null, heard: Record<Kind, Set<string>>): void {
  const name = readContact(text, { askedName: asked === 'RenterName' }).name?.value;
  if (name) heard.RenterName.add((name.split(' ')[0] as string).toLowerCase());
  const day = readDay(text)?.value;
  if (day) heard.Day.add(day.replace(/^(?:next|this) /, '').toLowerCase());
  const time = readTimeOfDay(text)?.value;
  if (time) heard.StartTimeHour.add(/noon/.test(time) ? '12 pm' : time.replace(/ o'clock$/, ' pm').replace(':00', ''));
  const fee = asked === 'ApplicationFeePaid' || /\bfee\b/i.test(text) ? readYesNo(text) : null;
  if (fee) heard.ApplicationFeePaid.add(fee.value ? 'yes' : 'no');
  const beds = readBeds(text, { asked: asked === 'NumRooms' }).beds;
  if (beds) heard.NumRooms.add(String(beds.value));
  const money = readMoney(text, { rent: true, bare: asked === 'Price' })?.value;
  for (const cents of money ? [money.minCents, money.maxCents] : [])
    if (cents !== null) heard.Price.add(String(cents / 100));
}

/** `is_one_of(["Tuesday"])`, `"2 pm"`, `is_at_most(800)` → the values in them. */
function valuesOf(constraint: string): string[] {
  const inside = /\((.*)\)$/.exec(constraint)?.[1] ?? constraint;
  return inside
    .replace(/[[\]"]/g, '')
    .split(',')
    .map((value) => value.trim().toLowerCase())
    .filter((value) => value !== '' && value !== 'null');
}
