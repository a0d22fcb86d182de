import { isSearchPhrase } from '../../reading/isSearchPhrase.ts';
import { readAddress } from '../../reading/readAddress.ts';
import { readBeds } from '../../reading/readBeds.ts';
import {
  likesHome,
  mayBeWish,
  namesBound,
  needsSomething,
  plansToPay,
  rentsNow,
} from '../../reading/readBuyerSigns.ts';
import { readCondition } from '../../reading/readCondition.ts';
import { readFinancing } from '../../reading/readFinancing.ts';
import { readHomeFeatures } from '../../reading/readHomeFeatures.ts';
import { readHomeKind } from '../../reading/readHomeKind.ts';
import { readHomeSearch } from '../../reading/readHomeSearch.ts';
import { readIntent } from '../../reading/readIntent.ts';
import { readMotivation } from '../../reading/readMotivation.ts';
import { asksWhatItBrings, hasHome, partsWithHome, tellsOfOwnHome } from '../../reading/readOwnerSigns.ts';
import { readOwnSum } from '../../reading/readOwnSum.ts';
import { readRole } from '../../reading/readRole.ts';
import { isGentle } from '../gentle.ts';
import type { Heard } from '../hear.ts';
import { answerOf, type Turn } from '../turn.ts';

type Side = 'buy' | 'sell';

/** Who writes for another reason looks for no home, whatever words they use. */
const otherActs: ReadonlySet<string> = new Set(['vendor', 'spam']);

/** A sum and hardly a word beside it: "400ish", "maybe 350k". */
const shortSum = 24;

/**
 * Which bot's facts to look for in a message: the side that was named, else the side that alone would say this. Who only looks
 * around, or has not said what brings them, is heard as a buyer or a seller as soon as they say one thing that only those say.
 */
export function sideOf(turn: Turn, heard: Heard): Side | null {
  const intent = answerOf(turn.state, 'intent');
  if (intent === 'buy' || intent === 'sell') return intent;
  const role = readRole(heard.message.text);
  const isOther = (role !== null && role !== 'represented') || otherActs.has(heard.reading?.acts[0] ?? '');
  if (isOther || intent === 'rent' || (intent === 'both' && heard.asked !== 'first')) return null;
  const told = sideToldBy(turn, heard);
  if (told !== null) return told;
  if (isSellers(turn, heard)) return 'sell';
  // "I can't afford this house alone" looks for none.
  if (isGentle(heard.reading?.situation ?? 'none') && readIntent(heard.message.text) === null) return null;
  return isBuyers(turn, heard) ? 'buy' : null;
}

/** Whose facts a reader found: of one side only, and of somebody who asks to see nothing. */
function sideToldBy({ pack }: Turn, { reading, requests }: Heard): Side | null {
  if (requests.viewing || reading === null) return null;
  // "It needs a new roof" beside the page of a home is said of that home.
  const names = reading.slots.map(({ name }) => name).filter((name) => pack.listing === undefined || !ofPage.has(name));
  const [sells, buys] = [names.some((name) => ofSellers.has(name)), names.some((name) => ofBuyers.has(name))];
  return sells === buys ? null : sells ? 'sell' : 'buy';
}
const ofPage: ReadonlySet<string> = new Set(['address', 'condition', 'repairs', 'price']);
const ofSellers: ReadonlySet<string> = new Set([
  'price',
  'homeBeds',
  'homeBaths',
  'mortgageBalance',
  'authority',
  'address',
  'condition',
  'repairs',
]);
const ofBuyers: ReadonlySet<string> = new Set(['budget', 'preApproval', 'beds', 'baths', 'area', 'features']);

/** That a home is theirs and what it is like: not a word about the home of the page. */
function isSellers({ pack, state }: Turn, { message, asked, question, requests }: Heard): boolean {
  const { text } = message;
  if (asksWhatItBrings(text) && !plansToPay(text) && readOwnSum(text, { bare: false, seller: true })) return true;
  // "I have a question about my house" does not say that it is for sale, unless that was the question.
  const isOwner = tellsOfOwnHome(text) || (hasHome(text) && asksWhich(asked, state.at));
  if (isOwner && !plansToPay(text) && !requests.viewing && readIntent(text)?.value !== 'buy') return true;
  if (requests.viewing || readHomeSearch(text) !== null) return false;
  // "I have no idea what to do with it" asks, and tells whose it is.
  if (readMotivation(text)?.value === 'inherited' && !text.includes('?')) return true;
  if (question !== null) return false;
  if (partsWithHome(text)) return true;
  const address = readAddress(text)?.value;
  const ofThePage = address !== undefined && numberOf(address) === numberOf(pack.listing?.title ?? '');
  if (
    address !== undefined &&
    !ofThePage &&
    (asksWhich(asked, state.at) || hasHome(text) || readBeds(text).beds !== null)
  )
    return true;
  const condition = readCondition(text);
  return condition !== null && (hasHome(text) || (asksWhich(asked, state.at) && pack.listing === undefined));
}

/** What a home should have or may cost, how it is paid for, that they like the one they look at. */
function isBuyers(turn: Turn, { message, asked, question, requests, home }: Heard): boolean {
  const { text } = message;
  const { state } = turn;
  if (
    isSearchPhrase(text) ||
    requests.viewing ||
    readHomeSearch(text) !== null ||
    plansToPay(text) ||
    readFinancing(text) !== null
  )
    return true;
  if (home.wishes.beds !== null && asked !== 'day') return true;
  if (question !== null || hasHome(text)) return false;
  if (likesHome(text) || rentsNow(text)) return true;
  if (needsSomething(text) && readHomeFeatures(text).length > 0) return true;
  if (!asksWhich(asked, state.at)) return false;
  const isSum = namesBound(text) || text.length < shortSum;
  if (isSum && readOwnSum(text, { bare: true }) !== null) return true;
  const isWish = mayBeWish(text) || message.text.length < 40;
  return isWish && (readHomeFeatures(text).length > 0 || readHomeKind(text) !== null || home.wishes.area !== null);
}

const numberOf = (address: string): string | undefined => /\d+/.exec(address)?.[0];

/** Buying or selling is what we want to know, or what somebody who looks around has not told us. */
const asksWhich = (asked: string | null, at: string): boolean =>
  asked === 'intent' || asked === 'first' || asked === 'visit' || (asked === null && at === 'BROWSING');
