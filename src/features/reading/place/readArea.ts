import type { Read } from '../model.ts';
import { matchesIn, readAt } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';

const patterns = new WeakMap<readonly string[], RegExp>();
const anywhere =
  /^\W*(?:any|depende|me da igual|cualquiera)\W*$|\b(?:anywhere|any area|no preference|not picky|don't mind where|doesn't matter|wherever|open to any|donde sea|cualquier (?:zona|parte|lugar))\b/i;
const inOwnWords =
  /^\W{0,3}(?:(?:(?:yes|yeah|sure|ok|s[ií]),?|i like|i love|i'd like(?: to (?:live|be|stay))?|(?:i|we) (?:want|would like|need)(?: to (?:live|be|stay))?|(?:i was|i'm|we're) thinking(?: of| about)?|let's (?:say|go with|try)|i'm looking|looking|somewhere|maybe|probably|preferably|i prefer|something|it should be|me gustar[ií]a)\s){0,2}(?:(?:in|near|around|close to|by|at|por|cerca de|cerca del|en|en el|por)\s)?((?:the\s|el\s|la\s)?(?:down\s?town|city cent(?:er|re)|cent(?:er|re|ro)|midtown|uptown|suburbs?|(?:north|south|east|west|northwest|northeast|southwest|southeast)(?:ern)?(?: (?:side|part|austin))?|campus|university|airport|hospital|lake(?:side)?|hill country|el centro|las afueras|[a-z]+ (?:park|heights|hills|creek|lake|county|district))|\p{Lu}[\p{L}'.-]+(?:\s\p{Lu}[\p{L}'.-]+){0,3})(?=\W|$)/iu;
const nearSomething = /\b(?:near|close to|next to|around|by|cerca del?)\s((?:the\s|my\s|our\s)?[\p{L}' -]{3,30})/iu;
export const notAPlace =
  /^(?:oh|ah|um|uh|hmm|also|and|but|so|actually|well|perfect|awesome|nice|excellent|wonderful|alright|right|then|there|this|that|any|some|one|two|three|four|five|at|a|an|yep|yup|yes|yeah|no|nope|ok|okay|sure|hi|hello|hey|thanks|thank|great|maybe|what|why|how|when|where|who|please|i|i'm|it|the|sorry|not|never|none|good|fine|well|cool|wow|lol|stop|help|si|sí|hola|gracias|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|afternoon|is|are|do|can|could|would|select|let|my|we|you)\b/i;

const generalPlace =
  /^(?:the |el |la )?(?:down|city|cent|mid|up|sub|north|south|east|west|campus|univ|air|hosp|lake|hill|las)/i;
const namedPlace = /\b(?:park|heights|hills|creek|lake|county|district)$/i;
const zipCode =
  /^\W{0,3}(?:(?:the|in|zip|code|area|c[oó]digo(?: postal)?|around|near)\s){0,3}(\d{5})(?=\W*$|\s(?:please|area|or|and)\b)/i;
const refused =
  /(?:\b(?:not|no|except|but|avoid|hate|leave|leaving|(?:i|we|currently) live in|(?:works?|working|job|office|lives|got (?:his|hers|theirs)[^.?!,]{0,20}|trabajp{L}+|vive) (?:at|in|near|by|for|en)|realtor in|outside(?: of)?|instead of|rather than)|n't(?: (?:want|like))?)(?: (?:in|the|near|around))? $/i;
const aTime =
  /^(?:the )?(?:end|start|spring|summer|fall|autumn|winter|next|this|tomorrow|then|now|noon|january|february|march|april|may|june|july|august|september|october|november|december|christmas|weekend)\b/i;
/** "chicago would be great": a name in small letters, and what they think of it. */
const praised =
  /^\W{0,3}(?:(?:maybe|probably|i think)\s)?(?!(?:anything|whatever|everything|either|both|those|these|they|all|each|some\w*|which|your|his|her|their|budget|price|tomorrow|today|next|last|late|early|soon|help|buying|renting|sounds)\b)(\p{L}[\p{L}'.-]{2,}(?:\s\p{L}[\p{L}'.-]{2,}){0,2}?) (?:(?:would|could|might) (?:be|work|do)|sounds|is (?:good|great|fine|perfect|best|ideal)|works|please)\b/iu;
const capitalised = /^(?:the )?\p{Lu}[\p{L}'.-]*(?:\s\p{Lu}[\p{L}'.-]*){0,3}/u;

/** An area of the pack's list, on word boundaries: "purchase" holds no "RC". `asked`: a place in own words counts too. */
export function readArea(
  text: string,
  areas: readonly string[],
  options: { asked?: boolean } = {},
): Read<string> | null {
  const plain = plainText(text);
  const listed = areas.length > 0 ? firstWanted(patternOf(areas), plain) : undefined;
  if (listed) {
    const said = listed[1] as string;
    const start = listed.index + listed[0].length - said.length;
    const name = areas.find((area) => area.toLowerCase() === said.toLowerCase()) ?? said;
    return { value: name, start, end: start + said.length };
  }
  const side = bySide(plain, areas) ?? (options.asked ? loneSide(plain, areas) : null);
  if (side) return side;
  if (!options.asked || plain.length > 160) return null;
  const zip = zipCode.exec(plain);
  if (zip) return { value: zip[1] as string, start: zip.index + zip[0].length - 5, end: zip.index + zip[0].length };
  const any = anywhere.exec(plain);
  if (any) return readAt('any', any);
  const match = ownPlace(plain);
  if (!match) return null;
  const start = plain.indexOf(match);
  return { value: text.slice(start, start + match.length), start, end: start + match.length };
}

const compass: readonly (readonly [string, string])[] = [
  ['north', 'norte'],
  ['south', 'sur'],
  ['east', 'este'],
  ['west', 'oeste'],
];
const sideOfTown =
  /(?<!\p{L})(?:the )?(north|south|east|west)(?:ern)?[- ](?:side|end|part)(?: of (?:town|the city|\p{Lu}\p{L}+))?(?!\p{L})|(?<!\p{L})(?:far|deep|way|up|so|prefer|prefiero) (north|south|east|west)(?! (?:of|from)\b)(?!\p{L})|(?<!\p{L})(?:el |lado |zona |parte )+(norte|sur|este|oeste) de (?:la ciudad|\p{L}+)(?!\p{L})/iu;

/** "The east side" is East Austin, where the list has it; another part of town that the list calls so is not meant. */
function bySide(plain: string, areas: readonly string[]): Read<string> | null {
  const said = sideOfTown.exec(plain);
  if (!said || !isWanted(said, plain)) return null;
  const side = (said[1] ?? said[2] ?? said[3] ?? '').toLowerCase();
  const [name] = compass.find((words) => words.includes(side)) ?? [side];
  const called = areas.filter((area) => area.toLowerCase().startsWith(`${name} `));
  const value = called.find((area) => areas.includes(area.slice(name.length + 1))) ?? called[0];
  return value === undefined ? null : readAt(value, said);
}

const bare =
  /^\W*(?:(?:the|el|en el|in the|up|down|somewhere|maybe|probably|hacia el|por el)\s){0,2}(north|south|east|west|norte|sur|este|oeste)(?:side)?\W*$/iu;

/** Asked for the part of town: "south", "en el norte". */
function loneSide(plain: string, areas: readonly string[]): Read<string> | null {
  const said = bare.exec(plain);
  if (!said) return null;
  const [name] = compass.find((words) => words.includes((said[1] as string).toLowerCase())) ?? [''];
  const value =
    areas.find((area) => area.toLowerCase() === `${name} austin`) ??
    areas.find((area) => area.toLowerCase().startsWith(`${name} `));
  return value === undefined ? null : readAt(value, said);
}

/** Every area of the list that is wanted, as one value ("South Austin, Dripping Springs") over the words that name them; else as `readArea`. */
export function readAreas(
  text: string,
  areas: readonly string[],
  options: { asked?: boolean } = {},
): Read<string> | null {
  const first = readArea(text, areas, options);
  const plain = plainText(text);
  const found = areas.length === 0 ? [] : matchesIn(patternOf(areas), plain).filter((match) => isWanted(match, plain));
  const [start, last] = [found[0], found.at(-1)];
  if (first === null || start === undefined || last === undefined || found.length < 2) return first;
  const names = found.map(([said]) => areas.find((area) => area.toLowerCase() === said.toLowerCase()) ?? said);
  const value = [...new Set(names)].slice(0, areasKept).join(', ');
  return { value, start: start.index, end: last.index + last[0].length };
}
const areasKept = 5;

function ownPlace(plain: string): string | null {
  const own = inOwnWords.exec(plain)?.[1];
  if (own && !notAPlace.test(own)) {
    if (generalPlace.test(own) || namedPlace.test(own.trimEnd())) return own.trimEnd();
    // A name alone ("Round Rock") is a place; a capital at the head of a sentence is none.
    const name = capitalised.exec(own)?.[0];
    const after = name === undefined ? '' : plain.slice(plain.indexOf(name) + name.length);
    if (name !== undefined && /^\s*(?:[.,;!]|$|please|or\b|and\b|area\b)/i.test(after)) return name;
  }
  const liked = praised.exec(plain)?.[1];
  if (liked && !notAPlace.test(liked)) return liked;
  const near = nearSomething.exec(plain)?.[1];
  return near && !aTime.test(near) && !/^(?:here|there|this|that|it|me|us|aqu[ií]|ah[ií])\b/i.test(near)
    ? near.trimEnd()
    : null;
}
/** The first area of the list that is not refused: "anywhere but Zilker, maybe Hyde Park". */
function firstWanted(pattern: RegExp, plain: string): RegExpExecArray | undefined {
  for (const match of matchesIn(pattern, plain)) if (isWanted(match, plain)) return match;
  return undefined;
}

const isWanted = (match: RegExpExecArray, plain: string): boolean =>
  !refused.test(plain.slice(Math.max(0, match.index - 40), match.index));

function patternOf(areas: readonly string[]): RegExp {
  const known = patterns.get(areas);
  if (known) return known;
  const names = [...areas]
    .sort((a, b) => b.length - a.length)
    .map((area) => area.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const made = new RegExp(`(?<![\\p{L}\\d])(${names.join('|')})(?![\\p{L}\\d])`, 'giu');
  patterns.set(areas, made);
  return made;
}
