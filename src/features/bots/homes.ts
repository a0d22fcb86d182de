import { followHomeTalk, noteNamed } from '../reading/followHomeTalk.ts';
import type { HomeSearch, HomeWish } from '../reading/homeWish.ts';
import type { Compared } from '../reading/readCompared.ts';
import { type HomeFeature, homeFeatures, readHomeFeatures } from '../reading/readHomeFeatures.ts';
import { readHomeKind } from '../reading/readHomeKind.ts';
import { meansThisHome, namesStreet, pointsAtHome, readPlaceInList } from '../reading/readHomeNamed.ts';
import { readHomeSearch } from '../reading/readHomeSearch.ts';
import { sentencesOf } from '../reading/sentencesOf.ts';
import { homeChosen, pageHome } from './booking/whichHome.ts';
import type { Heard } from './hear.ts';
import type { ShownHome } from './protocol.ts';
import { answerOf, fill, isOpen, type Move, type Turn } from './turn.ts';
import type { Wishes } from './wishes.ts';

/** What the owners are to leave behind is no wish for a home that has it. */
const asksToLeave =
  /\b(?:leaves?|throw in|included?|stays?|dejen?)\b[^.?!]{0,20}\b(?:furniture|appliances|washer|fridge|muebles)\b/i;
const seenKept = 60;
const similarPrice = 0.2;
const thousandCents = 100_000;
const enoughToSearch = 2;

/** What cards the visitor has on the screen: only then can "the second one" be known. */
export function noteShown({ state }: Turn, items: readonly ShownHome[]): void {
  const seen = [...new Set([...state.homes.seen, ...items.map(({ listingId }) => listingId)])].slice(-seenKept);
  state.homes = { ...state.homes, shown: [...items], seen, picked: null };
  const { offer } = state.booking;
  if (offer !== null && offer.shown > 0) state.booking = { ...state.booking, offer: { ...offer, amongHomes: true } };
}

/** Follows what the visitor is after, and reads from the message what they wish for. `asked` null: what was said last asks them nothing any more. */
export function followHomes({ state, pack }: Turn, heard: Heard): void {
  if (state.bot === 'seller') return;
  const said = heard.asked === null && state.asked !== null ? '' : state.lastText;
  const { agentSaid, homes } = state;
  const before = agentSaid === null ? (homes.talk ?? {}) : noteNamed(homes.talk ?? {}, agentSaid, pack.areas);
  const { talk, wishes, meant } = followHomeTalk(before, heard.message, { areas: pack.areas, said });
  heard.home = { wishes, meant, said };
  state.homes = { ...homes, talk };
  state.agentSaid = null;
}

/** Fills what a wish says of a home besides rooms, price and area: its kind and its features. */
export function hearHomeWishes(turn: Turn, { message, question, home }: Heard): void {
  const kind = readHomeKind(message.text);
  if (kind) fill(turn, 'propertyType', kind.value, message, kind);
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

/** Which home is spoken of: one of the cards, by its place or its street; it stays so until another is named, or "this house" the page shows. */
export function hearHomeMeant(turn: Turn, { message, question, requests, asked }: Heard): void {
  const { state, pack } = turn;
  const { shown } = state.homes;
  const { text } = message;
  const own = pageHome(pack);
  const chosen = asked === 'whichHome' ? homeChosen(turn, message) : undefined;
  const picked = chosen ?? shown.find(({ title }) => namesStreet(text, title)) ?? byPlace() ?? ownNamed();
  if (picked === undefined) return;
  const isOwn = picked.listingId === own?.listingId;
  const wasAbout = state.homes.about;
  state.homes = { ...state.homes, picked, about: isOwn ? null : picked };
  if (isOwn && wasAbout === null && chosen === undefined) return;
  fill(turn, 'home', picked.title, message, { start: 0, end: text.length });

  function ownNamed(): ShownHome | undefined {
    if (own === null || shown.length === 0) return undefined;
    return meansThisHome(text) || namesStreet(text, own.title) ? own : undefined;
  }

  function byPlace(): ShownHome | undefined {
    if (question === null && !requests.viewing && !pointsAtHome(text)) return undefined;
    const place = readPlaceInList(text);
    return place === null ? undefined : shown.at(place === 'last' ? -1 : place);
  }
}

/**
 * Whether this turn shows homes, and which to look for. Who asks is shown some; a buyer who has said two things of what they want is, once;
 * again when they change one of them, or when all is known. A page whose home is no longer for sale offers similar ones, once.
 */
export function lookForHomes(turn: Turn, wishes: Wishes, move: Move): HomeSearch | null {
  const { state, pack } = turn;
  const intent = answerOf(state, 'intent');
  if (state.bot === 'seller' || intent === 'sell' || intent === 'rent') return null;
  const { searched, seen } = state.homes;
  const own = pack.listing === undefined ? [] : [pack.listing.listingId];
  const wish = wishOf(turn, wishes.homes !== null);
  const search = (why: HomeSearch['why'], what: HomeWish, without: readonly string[]): HomeSearch => {
    state.homes = { ...state.homes, searched: what };
    return { why, wish: what, without };
  };

  // "What else with 4 bedrooms?" looks for something new, and for more of the old it does not.
  const saysWhat = turn.filled.some((slot) => slot in wishSlots);
  if (wishes.homes === 'more' && searched !== null && !saysWhat) return search('more', searched, [...own, ...seen]);
  const listing = pack.listing;
  // "Anything cheaper" is measured by the home at hand, and keeps what else they said they want.
  if (wishes.homes !== null && listing !== undefined && wishes.compared.length > 0)
    return search('wish', { ...searched, ...wish, ...comparedTo(listing, wishes.compared) }, own);
  // With nothing said of what they want, what is like the home of the page is nearest to it.
  if (wishes.homes !== null && listing !== undefined && Object.keys(wish).length === 0)
    return search('similar', similarTo(listing), [...own, ...seen]);
  if (wishes.homes !== null) return search('wish', wish, own);
  const isGone = listing !== undefined && listing.status !== 'active' && state.homes.about === null;
  if (isGone && searched === null && (wishes.question !== null || wishes.visit))
    return search('similar', similarTo(listing), own);

  if (state.bot !== 'buyer' || Object.keys(wish).length < enoughToSearch) return null;
  const isNew = searched === null || JSON.stringify(searched) !== JSON.stringify(wish);
  const heardNow = turn.changed.some((slot) => slot in wishSlots);
  if (!isNew || (!heardNow && move.kind === 'ask' && !isSettled(turn))) return null;
  const changedMind = searched !== null && turn.changed.some((slot) => (wishSlots[slot] ?? '') in searched);
  return searched === null || changedMind || isSettled(turn) ? search('wish', wish, own) : null;
}

const wishSlots: Readonly<Record<string, keyof HomeWish>> = {
  area: 'areas',
  beds: 'beds',
  baths: 'baths',
  budget: 'priceCents',
  propertyType: 'kinds',
  features: 'features',
};

/** Nothing more is to be learned of what they want. */
const isSettled = ({ state }: Turn): boolean => ['budget', 'beds', 'area'].every((slot) => !isOpen(state, slot));

/** What the slots say of the home that is wanted. Somebody who asks to be shown homes without naming an area means the area spoken of before. */
function wishOf({ state }: Turn, isAsked: boolean): HomeWish {
  const area = answerOf(state, 'area') ?? (isAsked ? state.homes.talk?.place?.value : undefined);
  const beds = answerOf(state, 'beds');
  const baths = answerOf(state, 'baths');
  const budget = answerOf(state, 'budget') as { minCents: number | null; maxCents: number | null } | undefined;
  const kind = answerOf(state, 'propertyType');
  const named = answerOf(state, 'features');
  const names = Array.isArray(named) ? named.filter((name) => typeof name === 'string') : [];
  const features = names.filter((name): name is HomeFeature => name in homeFeatures);
  const amenities = names.filter((name) => name === 'garage' || name === 'laundry' || name === 'furnished');
  return {
    ...(typeof area === 'string' && area !== 'any' ? { areas: area.split(', ') } : {}),
    ...(typeof beds === 'number' ? { beds: { from: beds, to: null } } : {}),
    ...(typeof baths === 'number' ? { baths: { from: baths, to: null } } : {}),
    ...(budget && typeof budget === 'object'
      ? { priceCents: { from: budget.minCents ?? null, to: budget.maxCents ?? null } }
      : {}),
    ...(typeof kind === 'string' ? { kinds: [kind] } : {}),
    ...(features.length > 0 ? { features } : {}),
    ...(amenities.length > 0 ? { amenities: Object.fromEntries(amenities.map((name) => [name, true])) } : {}),
  };
}

/** Below the price of a home to the thousand, a bedroom more, a bedroom less. */
const comparedTo = (
  { beds, priceCents }: NonNullable<Turn['pack']['listing']>,
  compared: readonly Compared[],
): HomeWish => ({
  ...(compared.includes('cheaper')
    ? { priceCents: { from: null, to: Math.floor((priceCents - 1) / thousandCents) * thousandCents } }
    : {}),
  ...(compared.includes('bigger') ? { beds: { from: beds + 1, to: null } } : {}),
  ...(compared.includes('smaller') ? { beds: { from: null, to: Math.max(0, beds - 1) } } : {}),
});

/** As many bedrooms, the same part of town, a fifth more or less in price. */
const similarTo = ({ area, beds, priceCents }: NonNullable<Turn['pack']['listing']>): HomeWish => ({
  areas: [area],
  beds: { from: beds, to: null },
  priceCents: { from: Math.round(priceCents * (1 - similarPrice)), to: Math.round(priceCents * (1 + similarPrice)) },
});
