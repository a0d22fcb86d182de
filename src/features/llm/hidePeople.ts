import { LRUCache } from 'lru-cache';

/** A placeholder names the kind of what it hides, so that a model still knows what it reads, and is short. */
const placeholder = /\[(?:phone|email|address|person) \d{1,3}\]/gi;
const begunPlaceholder = /\[[a-z]{0,7}(?: \d{0,3})?$/i;

/** Text in which nobody can be recognised, and the way back. */
export interface Hidden {
  text: string;
  back: ReadonlyMap<string, string>;
}

const email = '[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){1,4}';
/** Ten digits as Americans write them, or a number with its country. A sum, a date or a time is none. */
const phone =
  '(?<![\\d$.,])(?:\\+\\d{1,3}[ .-]?(?:\\(?\\d{1,4}\\)?[ .-]?){2,5}\\d{2,4}|(?:1[ .-]?)?\\(?\\d{3}\\)?[ .-]{0,2}\\d{3}[ .-]{0,2}\\d{4})(?![\\d%])(?![.,]\\d)';
const way =
  'street|st|avenue|ave|boulevard|blvd|drive|dr|lane|ln|road|rd|court|ct|circle|cir|place|pl|way|terrace|ter|trail|trl|cove|cv|parkway|pkwy|highway|hwy|loop|path|row|run|pass|bend|crossing|square|sq|calle|avenida';
const noStreet =
  'months?|weeks?|days?|years?|hours?|minutes?|mins?|blocks?|miles?|houses?|homes?|bed(?:room)?s?|bath(?:room)?s?|beds?|br|ba|acres?|cars?|people|kids|of|to|from|in|on|down|up|off|the|a|an|and|or|per|for|at|by|each|more|than|percent|k|m|sq|ft|feet|foot|story|stories|different|good|other|st|nd|rd|th|am|pm';
const street = `(?<![\\d$.,/-])\\d{1,6}[a-z]?(?: (?:n|s|e|w|ne|nw|se|sw|north|south|east|west)\\.?)?(?: (?!(?:${noStreet})\\b)(?:[\\p{L}][\\p{L}'’.-]{0,24}|\\d{1,3}(?:st|nd|rd|th))){1,4}? (?:${way})\\b(?:\\.(?=,))?(?:,? (?:apt|apartment|unit|suite|ste|#) ?\\.?[\\da-z-]{1,6}\\b)?`;

/** First and last names that are also everyday words, or words of the calendar: alone they name nobody. */
const alsoWords = new Set(
  'april august bill chase dawn drew faith frank grace grant hope iris jack joy june king lane long mark may miles mr mrs ms dr park rich rob rose sue summer will young'.split(
    ' ',
  ),
);

interface Known {
  names: readonly string[];
  /** Cards and homes: addresses, phone numbers and emails that stand in them are public and stay. The texts are the same in many requests. */
  publicTexts?: readonly string[];
}

// An escape of JSON is passed over whole, so that its letter is not taken for part of a word.
const sources = [`\\\\(?:u[\\da-f]{4}|.)`, `(?<email>${email})`, `(?<address>${street})`, `(?<phone>${phone})`];
const withoutNames = new RegExp(sources.join('|'), 'giu');

interface PublicText {
  /** Street addresses in each spelling that tells them, phone numbers and emails as they stand there. */
  told: readonly string[];
  /** What looks like a placeholder of ours, and was somebody's own words. */
  placeholders: readonly string[];
  /** Its words without a capital: none of them is a name. */
  words: ReadonlySet<string>;
}

/** Cards and homes are the same thousands of characters in every request; reading them anew took a tenth of a busy hub's time. */
const readTexts = new LRUCache<string, PublicText>({
  maxSize: 1_000_000,
  sizeCalculation: (_, text) => text.length + 1,
});

const placeholdersIn = (text: string): string[] => (text.match(placeholder) ?? []).map((one) => one.toLowerCase());

function readPublic(text: string): PublicText {
  const known = readTexts.get(text);
  if (known !== undefined) return known;
  const found = [...text.matchAll(withoutNames)].map(({ groups }) => groups ?? {});
  const read = {
    told: found.flatMap(({ address, phone, email }) => (address ? spellingsOf(address) : (phone ?? email ?? []))),
    placeholders: placeholdersIn(text),
    words: new Set(text.match(/(?<![\p{L}\d])\p{Ll}{3,}(?![\p{L}\d])/gu)),
  };
  readTexts.set(text, read);
  return read;
}

/**
 * The same text with placeholders in place of phone numbers, email addresses, street addresses and the names that are known. Each
 * spelling has its own, so that it comes back letter by letter. In JSON nothing of its signs is touched.
 */
export function hidePeople(text: string, known: Known): Hidden {
  const { texts, back } = hidePeopleInAll([text], known);
  return { text: texts[0] ?? '', back };
}

/** The same in several texts, in which the same spelling has the same placeholder. */
export function hidePeopleInAll(texts: readonly string[], known: Known): { texts: string[]; back: Hidden['back'] } {
  const stable = new Map((known.publicTexts ?? []).map((text) => [text, readPublic(text)]));
  // "Agent", once taken for a name, would go missing from every card.
  const isWord = (name: string): boolean => [...stable.values()].some(({ words }) => words.has(name.toLowerCase()));
  const names = partsOf(known.names).filter((name) => !isWord(name));
  const person = `(?<person>(?<![\\p{L}\\d])(?:${names.map(escaped).join('|')})(?![\\p{L}\\d]))`;
  const whatHides = names.length === 0 ? withoutNames : new RegExp([...sources, person].join('|'), 'giu');
  const namesAny = names.length === 0 ? null : new RegExp(person, 'iu');
  const open = new Set([...stable.values()].flatMap(({ told }) => told));
  const taken = new Set(texts.flatMap((text) => stable.get(text)?.placeholders ?? placeholdersIn(text)));
  const given = new Map<string, string>();
  const back = new Map<string, string>();
  const counts: Record<string, number> = {};

  const hide = (found: string, ...rest: unknown[]): string => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined);
    if (kind === undefined || (kind === 'person' && !isNamed(found, known.names))) return found;
    if (open.has(kind === 'address' ? plainAddress(found) : found)) return found;
    const before = given.get(found);
    if (before !== undefined) return before;
    let mark: string;
    do {
      counts[kind] = (counts[kind] ?? 0) + 1;
      mark = `[${kind} ${counts[kind]}]`;
    } while (taken.has(mark));
    given.set(found, mark);
    back.set(mark, found);
    return mark;
  };
  const stays = (text: string): boolean => stable.has(text) && namesAny?.test(text) !== true;
  return { texts: texts.map((text) => (stays(text) ? text : text.replace(whatHides, hide))), back };
}

/** An address for comparing, since people write the one on file in their own way. */
const plainAddress = (address: string): string =>
  address
    .toLowerCase()
    .replace(/[.,]/g, '')
    .replace(/\p{L}+/gu, (word) => shortWords.get(word) ?? word)
    .replace(/ (?:apt|unit|ste|#) ?([\da-z-]{1,6})$/, ' #$1');

/** An address on file also tells the one without its unit, and no other unit. */
function spellingsOf(address: string): string[] {
  const plain = plainAddress(address);
  return [plain, plain.replace(/ #.*$/, '')];
}

const shortWords = new Map(
  'street st,avenue ave,boulevard blvd,drive dr,lane ln,road rd,court ct,circle cir,place pl,terrace ter,trail trl,cove cv,parkway pkwy,highway hwy,square sq,north n,east e,south s,west w,northeast ne,northwest nw,southeast se,southwest sw,apartment apt,suite ste'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Whole names first, then what they are made of. */
function partsOf(names: readonly string[]): string[] {
  const whole = names.map((name) => name.trim()).filter((name) => name.length >= 2 && name.length <= 80);
  const parts = whole.flatMap((name) => name.split(/\s+/)).filter((part) => part.length >= 3);
  return [...new Set([...whole, ...parts])].sort((a, b) => b.length - a.length);
}

/** A part of a name counts only as it is written, or in capitals, and not where it is a word of its own. */
const isNamed = (found: string, names: readonly string[]): boolean =>
  names.some(
    (name) =>
      name.trim().toLowerCase() === found.toLowerCase() &&
      (/\s/.test(name.trim()) || !alsoWords.has(found.toLowerCase())),
  ) ||
  (/^\p{Lu}/u.test(found) && !alsoWords.has(found.toLowerCase()));

const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Puts the hidden words back in place; a placeholder that was not given out stays. */
export const bringBack = (text: string, { back }: Pick<Hidden, 'back'>): string =>
  back.size === 0 ? text : text.replace(placeholder, (mark) => back.get(mark.toLowerCase()) ?? mark);

/** The same in everything that an answer holds. */
export function bringAllBack<T>(value: T, hidden: Pick<Hidden, 'back'>): T {
  if (typeof value === 'string') return bringBack(value, hidden) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => bringAllBack(one, hidden)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, bringAllBack(one, hidden)])) as T;
}

/** The same in text that comes piece by piece: the start of a possible placeholder is held back until it is one, or is none. */
export function bringBackAsItComes(
  hidden: Pick<Hidden, 'back'>,
  out: (text: string) => void,
): { push(piece: string): void; end(): void } {
  let waiting = '';
  const hand = (text: string): void => {
    if (text !== '') out(bringBack(text, hidden));
  };
  return {
    push(piece) {
      if (hidden.back.size === 0) return out(piece);
      const text = waiting + piece;
      const open = begunPlaceholder.exec(text)?.index ?? text.length;
      waiting = text.slice(open);
      hand(text.slice(0, open));
    },
    end() {
      hand(waiting);
      waiting = '';
    },
  };
}
