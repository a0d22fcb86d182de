import { isSearchPhrase } from '../../../reading/home/isSearchPhrase.ts';
import { readBeds } from '../../../reading/home/readBeds.ts';
import { readCondition } from '../../../reading/home/readCondition.ts';
import { readHomeFeatures } from '../../../reading/home/readHomeFeatures.ts';
import { readHomeKind } from '../../../reading/home/readHomeKind.ts';
import { readHomeSearch } from '../../../reading/home/readHomeSearch.ts';
import { readOwnSum } from '../../../reading/numbers/readOwnSum.ts';
import {
  likesHome,
  mayBeWish,
  namesBound,
  needsSomething,
  plansToPay,
  rentsNow,
} from '../../../reading/person/readBuyerSigns.ts';
import { readFinancing } from '../../../reading/person/readFinancing.ts';
import { readIntent } from '../../../reading/person/readIntent.ts';
import { readMotivation } from '../../../reading/person/readMotivation.ts';
import { asksWhatItBrings, hasHome, partsWithHome, tellsOfOwnHome } from '../../../reading/person/readOwnerSigns.ts';
import { readRole } from '../../../reading/person/readRole.ts';
import { readAddress } from '../../../reading/place/readAddress.ts';
import { isGentle } from '../../state/gentle.ts';
import { answerOf, type StepContext } from '../../state/stepContext.ts';
import type { MessageReading } from '../../understand/readMessage.ts';

type Side = 'buy' | 'sell';

/** A visitor with one of these purposes looks for no home, whatever words they use. */
const otherActs: ReadonlySet<string> = new Set(['vendor', 'spam']);

/** A sum and hardly a word beside it: "400ish", "maybe 350k". */
const shortSum = 24;

/**
 * Which bot's facts to look for in a message: the side that was named, else the side that alone would say this. A visitor who
 * only looks around, or has not said what brings them, is read as a buyer or a seller after one thing that only those say.
 */
export function sideOf(turn: StepContext, reading: MessageReading): Side | null {
  const intent = answerOf(turn.state, 'intent');
  if (intent === 'buy' || intent === 'sell') return intent;
  const role = readRole(reading.message.text);
  const isOther = (role !== null && role !== 'represented') || otherActs.has(reading.understood?.acts[0] ?? '');
  if (isOther || intent === 'rent' || (intent === 'both' && reading.asked !== 'first')) return null;
  const told = sideToldBy(turn, reading);
  // A model that read the message would have said so: "what's mine worth then", asked by a neighbor, sells nothing.
  if (told !== null || reading.isReadByModel) return told;
  if (isSellers(turn, reading)) return 'sell';
  // "I can't afford this house alone" looks for none.
  if (isGentle(reading.understood?.situation ?? 'none') && readIntent(reading.message.text) === null) return null;
  return isBuyers(turn, reading) ? 'buy' : null;
}

/** The side whose facts a reader found: only when all are of one side, and the visitor does not ask to see anything. */
function sideToldBy({ pack }: StepContext, { understood, requests, isReadByModel }: MessageReading): Side | null {
  if (requests.viewing || understood === null) return null;
  // "Need a bedroom on the ground floor, what's out there" repairs nothing.
  if (!isReadByModel && understood.acts.includes('wants-homes')) return 'buy';
  // "It needs a new roof" beside the page of a home is said of that home.
  const names = understood.slots
    .map(({ name }) => name)
    .filter((name) => (pack.listing === undefined || !ofPage.has(name)) && !(isReadByModel && ofAnybody.has(name)));
  const [sells, buys] = [names.some((name) => ofSellers.has(name)), names.some((name) => ofBuyers.has(name))];
  return sells === buys ? null : sells ? 'sell' : 'buy';
}
/** Where a parent's house stands is a place too: a model would have said that they look there. */
const ofAnybody: ReadonlySet<string> = new Set(['area', 'features']);
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

/** True when the message says that a home is theirs or what it is like, and is not about the home of the page. */
function isSellers({ pack, state }: StepContext, { message, asked, question, requests }: MessageReading): boolean {
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

/** True when the message says what a home should have or may cost, how it is paid for, or that they like the one they look at. */
function isBuyers(turn: StepContext, { message, asked, question, requests, home }: MessageReading): boolean {
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

/** True when we asked whether they buy or sell, or when a visitor who only looks around has not said. */
const asksWhich = (asked: string | null, at: string): boolean =>
  asked === 'intent' || asked === 'first' || asked === 'visit' || (asked === null && at === 'BROWSING');
