import { homeKinds } from '../../packs/model.ts';
import { followHomeTalk, noteNamed } from '../../reading/home/followHomeTalk.ts';
import type { HomeSearch, HomeWish } from '../../reading/home/homeWish.ts';
import { askedFacts } from '../../reading/home/readAskedFacts.ts';
import type { Compared } from '../../reading/home/readCompared.ts';
import { type HomeFeature, homeFeatures, readHomeFeatures } from '../../reading/home/readHomeFeatures.ts';
import { readHomeKind } from '../../reading/home/readHomeKind.ts';
import { meansThisHome, namesStreet, pointsAtHome, readListPosition } from '../../reading/home/readHomeNamed.ts';
import { readHomeSearch } from '../../reading/home/readHomeSearch.ts';
import { sentencesOf } from '../../reading/text/sentencesOf.ts';
import { homeChosen, pageHome, withoutPrice } from '../booking/whichHome.ts';
import type { ShownHome } from '../state/protocol.ts';
import { answerOf, fill, fillRead, isOpen, type Move, type StepContext } from '../state/stepContext.ts';
import type { Intents } from '../understand/intents.ts';
import type { MessageReading } from '../understand/readMessage.ts';

/** A thing that the owners are to leave behind is no wish for a home that has it. */
const asksToLeave =
  /\b(?:leaves?|throw in|included?|stays?|dejen?)\b[^.?!]{0,20}\b(?:furniture|appliances|washer|fridge|muebles)\b/i;
const seenKept = 60;
const similarPrice = 0.2;
const thousandCents = 100_000;
const enoughToSearch = 2;

const seesIt =
  /\b(?:see|tour|view|visit|show me|look at) it\b|(?<!\p{L})(?:verla|verlo|visitarla|conocerla)(?!\p{L})/iu;

/** Notes which cards the visitor has on the screen: only then can "the second one" be resolved. */
export function noteShown({ state }: StepContext, items: readonly ShownHome[]): void {
  const seen = [...new Set([...state.homes.seen, ...items.map(({ listingId }) => listingId)])].slice(-seenKept);
  state.homes = { ...state.homes, shown: [...items], seen, picked: null };
  const { offer } = state.booking;
  if (offer !== null && offer.shown > 0) state.booking = { ...state.booking, offer: { ...offer, amongHomes: true } };
}

/** Follows what the visitor is after, and reads from the message what they wish for. `asked` null: no question of ours stands any more. */
export function followHomes({ state, pack }: StepContext, reading: MessageReading): void {
  if (state.bot === 'seller' && readHomeSearch(reading.message.text) === null) return;
  const said = reading.asked === null && state.asked !== null ? '' : state.lastText;
  const { agentSaid, homes } = state;
  const before = agentSaid === null ? (homes.talk ?? {}) : noteNamed(homes.talk ?? {}, agentSaid, pack.areas);
  const { talk, wishes, meant } = followHomeTalk(before, reading.message, { areas: pack.areas, said });
  reading.home = { wishes, meant };
  state.homes = { ...homes, talk };
  state.agentSaid = null;
}

/** Fills what a wish says of a home besides rooms, price and area: its kind and its features. */
export function trackHomeWishes(turn: StepContext, { message, question, home }: MessageReading): void {
  fillRead(turn, 'propertyType', readHomeKind(message.text), message);
  const wished = sentencesOf(message.text).filter(
    ({ plain, kind: of }) =>
      !asksToLeave.test(plain) &&
      (readHomeSearch(plain) !== null || (of === 'statement' && !question?.includes(plain.trim()))),
  );
  const found = wished.flatMap(({ plain, start }) =>
    readHomeFeatures(plain).map((one) => ({
      name: one.value as string,
      start: start + one.start,
      end: start + one.end,
    })),
  );
  const amenities = Object.entries(home.wishes.amenities).filter(([name]) => name !== 'pets');
  for (const [name, { value, start, end }] of amenities) if (value) found.push({ name, start, end });
  const known = (answerOf(turn.state, 'features') as string[] | undefined) ?? [];
  // "The garage is not that important": a wish taken back.
  const gone = amenities.filter(([name, { value }]) => !value && known.includes(name));
  const before = known.filter((name) => !gone.some(([one]) => one === name));
  const [back] = gone;
  if (back) fill(turn, 'features', before, message, back[1]);
  const more = found.filter(({ name }) => !before.includes(name));
  const [first] = more;
  if (first) fill(turn, 'features', [...before, ...new Set(more.map(({ name }) => name))], message, first);
}

/**
 * Tracks which home is spoken of: one of the cards, by its ordinal or its street, or any for sale that is named; it stays so until
 * another is named, or "this house" means the one of the page.
 */
export function trackHomeMeant(turn: StepContext, reading: MessageReading): void {
  const { message, question, requests, asked } = reading;
  const { state, pack } = turn;
  const { shown } = state.homes;
  const { text } = message;
  const own = pageHome(pack);
  const together = [...shown, ...(own === null ? [] : [own])].filter(({ title }) => namesStreet(text, title));
  if (together.length > 1) state.homes = { ...state.homes, together: together.map(({ listingId }) => listingId) };
  const chosen = asked === 'whichHome' ? homeChosen(turn, message) : undefined;
  // Where Claude read it, it says which home; "the 1st one" may be an offer.
  const pointed = reading.isReadByModel ? byReading() : byPlace();
  const picked = chosen ?? shown.find(({ title }) => namesStreet(text, title)) ?? anyNamed() ?? pointed ?? ownNamed();
  if (picked === undefined) return;
  reading.picksHome = true;
  const isOwn = picked.listingId === own?.listingId;
  const wasAbout = state.homes.about;
  const home = withoutPrice(picked);
  state.homes = { ...state.homes, picked: home, about: isOwn ? null : home };
  if (isOwn && wasAbout === null && chosen === undefined) return;
  fill(turn, 'home', picked.title, message);

  function ownNamed(): ShownHome | undefined {
    if (own === null || shown.length === 0) return undefined;
    // "Could I see it?", where several cards are on the screen, is of the one home they came for.
    const meansIt = !reading.isReadByModel && shown.length > 1 && state.homes.picked === null && seesIt.test(text);
    return meansThisHome(text) || namesStreet(text, own.title) || meansIt ? own : undefined;
  }

  /** A home that nobody showed them; of their own home for sale a seller asks nothing that is for buyers. */
  function anyNamed(): ShownHome | undefined {
    const { named } = reading;
    return named === null || named.listingId === own?.listingId || state.bot === 'seller' ? undefined : named;
  }

  function byReading(): ShownHome | undefined {
    const id = reading.understood?.homeId;
    return id === undefined
      ? undefined
      : [...shown, ...(own === null ? [] : [own])].find(({ listingId }) => listingId === id);
  }

  function byPlace(): ShownHome | undefined {
    if (cheaperOne.test(text) && shown.length > 1) return shown.toSorted((a, b) => priceOf(a) - priceOf(b))[0];
    const inCity = shown.filter(({ address }) => namesCity(text, address));
    if (inCity.length === 1) return inCity[0];
    const priced = shown.filter((home) => namesPrice(text, priceOf(home)));
    if (priced.length === 1) return priced[0];
    if (question === null && !requests.viewing && !pointsAtHome(text)) return undefined;
    const matters = reading.understood?.questions ?? [];
    const isOfHomes = matters.length === 0 || matters.some(({ about }) => about === 'home' || about === 'homes');
    const place = isOfHomes || requests.viewing || pointsAtHome(text) ? readListPosition(text) : null;
    return place === null ? undefined : shown.at(place === 'last' ? -1 : place);
  }
}

/** "The Pflugerville one" of those on the screen. */
function namesCity(text: string, address = ''): boolean {
  const city = address.split(',').at(-2)?.trim().toLowerCase() ?? '';
  const said = text.toLowerCase();
  return (
    city !== '' && (ofEnglish.some((noun) => said.includes(`the ${city} ${noun}`)) || said.includes(`la de ${city}`))
  );
}
const ofEnglish = ['one', 'home', 'house', 'place', 'condo'];
/** "The cheaper one" of those on the screen. */
const cheaperOne =
  /\b(?:the (?:cheap(?:er|est)|least expensive) (?:one|house|home|condo)|(?:la|el) m[aá]s barat[ao])(?!\p{L})/iu;
/** "The 389 one", "la de 389". */
const namesPrice = (text: string, priceCents: number): boolean =>
  new RegExp(`\\b(?:the|la|el) (?:de )?\\$?${Math.floor(priceCents / thousandCents)}(?:k|,?000)?(?![\\d,])`, 'iu').test(
    text,
  );
const priceOf = ({ priceCents = Number.POSITIVE_INFINITY }: ShownHome): number => priceCents;

/**
 * Whether this turn shows homes, and which to look for. Homes are shown on request; to a buyer once when two criteria are
 * known, and again when one changes or all are known. A page whose home is no longer for sale offers similar ones, once.
 */
export function lookForHomes(turn: StepContext, intents: Intents, move: Move): HomeSearch | null {
  const { state, pack } = turn;
  const intent = answerOf(state, 'intent');
  const isSale = state.bot === 'seller' || intent === 'sell';
  // Of a seller, "any similar homes for sale?" asks what theirs compares with.
  const looks = intents.homes === 'search' && turn.filled.some((slot) => slot in wishSlots);
  if (intent === 'rent' || (isSale && !looks)) return null;
  const { searched, seen } = state.homes;
  const own = pack.listing === undefined ? [] : [pack.listing.listingId];
  const wish = wishOf(turn, intents.homes !== null);
  const search = (why: HomeSearch['why'], what: HomeWish, without: readonly string[]): HomeSearch => {
    state.homes = { ...state.homes, searched: what };
    return { why, wish: what, without };
  };

  // "What else with 4 bedrooms?" and "the pool isn't a must, what else?" look for something new, and not for more of the old.
  const saysWhat = [...turn.filled, ...turn.cleared].some((slot) => slot in wishSlots);
  const others = intents.homes === 'more' ? [...own, ...seen] : own;
  if (intents.homes === 'more' && searched !== null && !saysWhat) return search('more', searched, others);
  const listing = pack.listing;
  // "Anything cheaper" is measured by the home at hand, and keeps what else they said they want.
  if (intents.homes !== null && listing !== undefined && intents.compared.length > 0)
    return search('wish', { ...searched, ...wish, ...comparedTo(listing, intents.compared) }, own);
  // With nothing said of what they want, homes like the one of the page are nearest to it.
  if (intents.homes !== null && listing !== undefined && Object.keys(wish).length === 0)
    return search('similar', similarTo(listing), [...own, ...seen]);
  // "Do you charge for showing homes?" asks for none.
  const isOfOther = !intents.isReadByModel && Object.keys(wish).length === 0 && intents.topics.length > 0;
  if (intents.homes !== null) return isOfOther ? null : search('wish', wish, others);
  const asks = wantsGoneHome(turn) || (isGone(turn) && asksWhetherForSale(intents.question));
  if (listing !== undefined && searched === null && asks) return search('similar', similarTo(listing), own);

  // "At 825 with 25 % down, what's my payment?" asks of the home on the page.
  if (listing !== undefined && intents.question !== null && !intents.isReadByModel) return null;
  if (state.bot !== 'buyer' || Object.keys(wish).length < enoughToSearch) return null;
  const isNew = searched === null || JSON.stringify(searched) !== JSON.stringify(wish);
  const heardNow = [...turn.changed, ...turn.cleared].some((slot) => slot in wishSlots);
  if (!isNew || (!heardNow && move.kind === 'ask' && !isSettled(turn))) return null;
  return searched === null || heardNow || isSettled(turn) ? search('wish', wish, own) : null;
}

/** The home of the page is no longer for sale, and no other one is spoken of. */
const isGone = ({ state, pack }: StepContext): boolean =>
  pack.listing !== undefined && pack.listing.status !== 'active' && state.homes.about === null;

/** They have just asked to see the home of the page, which is no longer for sale, and were shown no other homes yet. */
export const wantsGoneHome = (turn: StepContext): boolean =>
  isGone(turn) &&
  turn.state.homes.searched === null &&
  turn.filled.includes('visit') &&
  answerOf(turn.state, 'visit') === 'viewing';

const asksWhetherForSale = (question: string | null): boolean =>
  question !== null && askedFacts(question, { asked: true }).some(({ fact }) => fact === 'available');

const wishSlots: Readonly<Record<string, keyof HomeWish>> = {
  area: 'areas',
  beds: 'beds',
  baths: 'baths',
  budget: 'priceCents',
  propertyType: 'kinds',
  features: 'features',
};

/** Nothing more is to be learned of what they want. */
const isSettled = ({ state }: StepContext): boolean => ['budget', 'beds', 'area'].every((slot) => !isOpen(state, slot));

/** "Not a duplex", "no condos": a kind of home that is ruled out. */
const isBarred = /^(?:not?|nothing|never|sin|nada de)\b/i;

/** The search that the slots describe. Somebody who asks to be shown homes without naming an area means the area spoken of before. */
function wishOf({ state }: StepContext, isAsked: boolean): HomeWish {
  const area = answerOf(state, 'area') ?? (isAsked ? state.homes.talk?.place?.value : undefined);
  const beds = answerOf(state, 'beds');
  const baths = answerOf(state, 'baths');
  const budget = answerOf(state, 'budget') as { minCents: number | null; maxCents: number | null } | undefined;
  const kind = answerOf(state, 'propertyType');
  const named = answerOf(state, 'features');
  const names = Array.isArray(named) ? named.filter((name) => typeof name === 'string') : [];
  const barred = new Set(
    names.flatMap((name) => (isBarred.test(name) ? (readHomeKind(name.replace(isBarred, ''))?.value ?? []) : [])),
  );
  // A model keeps them in the visitor's words: "own pool, one story".
  const features = [...new Set(names.filter((name) => !isBarred.test(name)).flatMap(featuresIn))];
  const amenities = names.filter((name) => name === 'garage' || name === 'laundry' || name === 'furnished');
  return {
    ...(typeof area === 'string' && area !== 'any' ? { areas: area.split(/, *| (?:or|and|o|y) /) } : {}),
    ...(typeof beds === 'number' ? { beds: { from: beds, to: null } } : {}),
    ...(typeof baths === 'number' ? { baths: { from: baths, to: null } } : {}),
    ...(budget && typeof budget === 'object'
      ? { priceCents: { from: budget.minCents ?? null, to: budget.maxCents ?? null } }
      : {}),
    ...(typeof kind === 'string'
      ? { kinds: [kind] }
      : barred.size > 0
        ? { kinds: homeKinds.filter((one) => one !== 'land' && !barred.has(one)) }
        : {}),
    ...(features.length > 0 ? { features } : {}),
    ...(amenities.length > 0 ? { amenities: Object.fromEntries(amenities.map((name) => [name, true])) } : {}),
  };
}

const featuresIn = (said: string): HomeFeature[] =>
  said in homeFeatures ? [said as HomeFeature] : readHomeFeatures(said).map(({ value }) => value);

/** A wish relative to one home: below its price (to the thousand), one bedroom more, one bedroom less. */
const comparedTo = (
  { beds, priceCents }: NonNullable<StepContext['pack']['listing']>,
  compared: readonly Compared[],
): HomeWish => ({
  ...(compared.includes('cheaper')
    ? { priceCents: { from: null, to: Math.floor((priceCents - 1) / thousandCents) * thousandCents } }
    : {}),
  ...(compared.includes('bigger') ? { beds: { from: beds + 1, to: null } } : {}),
  ...(compared.includes('smaller') ? { beds: { from: null, to: Math.max(0, beds - 1) } } : {}),
});

/** A wish for homes like this one: as many bedrooms, the same part of town, a fifth more or less in price. */
const similarTo = ({ area, beds, priceCents }: NonNullable<StepContext['pack']['listing']>): HomeWish => ({
  areas: [area],
  beds: { from: beds, to: null },
  priceCents: { from: Math.round(priceCents * (1 - similarPrice)), to: Math.round(priceCents * (1 + similarPrice)) },
});
