import { readAddress } from '../../reading/readAddress.ts';
import { readCondition } from '../../reading/readCondition.ts';
import { readFinancing } from '../../reading/readFinancing.ts';
import { readHomeFeatures } from '../../reading/readHomeFeatures.ts';
import { readHomeKind } from '../../reading/readHomeKind.ts';
import { readHomeSearch } from '../../reading/readHomeSearch.ts';
import { readMotivation } from '../../reading/readMotivation.ts';
import { readOwnSum } from '../../reading/readOwnSum.ts';
import type { Heard } from '../hear.ts';
import { answerOf, type Turn } from '../turn.ts';

type Side = 'buy' | 'sell';

const owned =
  /(?<!\bsold )\b(?:my|our|(?:i|we) (?:own|have) (?:a|an|the|this)|(?:my|our|his|her|the) [\p{L}]+'s|mi|nuestra)(?: (?!works?|working|from|at|to|is|are|and|or|lease|budget)[\p{L}\d'-]+){0,3} (?:home|house|place|condo|property|town ?ho(?:me|use)|duplex|casa|propiedad|departamento)\b/iu;
const tooMuch =
  /\b(?:the |this )?(?:house|home|place|yard|upkeep|casa) (?:is|has (?:become|gotten)|got|es|se (?:nos|me) hizo)(?: \w+)? (?:too (?:much|big)|more than (?:we|i) (?:need|can)|demasiado)/i;
const inArrears =
  /\b(?:behind on (?:my|our|the) (?:payments?|mortgage)|facing foreclosure|(?:i'm|we're|i am|we are) underwater|owe more than|(?:might|may|could|will|going to|gonna|about to) lose (?:the|my|our) (?:house|home|place)|perder (?:la|mi|nuestra) casa)\b/i;
const rid =
  /\b(?:want|need) (?:it|this|the (?:house|place|property)) gone\b|\b(?:make|give) (?:me|us) an offer\b|\b(?:have|own|got)\b[^.?!]{0,40}\b(?:unload|offload|part with|let go of|get rid of)\b/i;
/** "I'd want about 900k. What is it worth?": the price that an owner has in mind. */
const asksWorth = /\b(?:what|how much)\b[^.?!]{0,24}\b(?:worth|get for (?:it|this|that))\b|\bcu[aá]nto vale\b/i;
const getsForIt =
  /\b(?:i|we)(?:'d| would|'m| am|'re| are)? (?:\w+ )?(?:want|like|hop(?:e|ing)|expect(?:ing)?|ask(?:ing)?|get|take|accept)\b|\b(?:quisiera|espero|pido)\b/i;
const aPlan =
  /\b(?:budget|afford|spend|presupuesto)\b|\bdown ?payment\b|\b(?:va|fha|usda|conventional) (?:home )?(?:loan|buyer)s?\b|\b(?:pago inicial|enganche)\b/i;
const atMost =
  /\b(?:under|below|less than|up to|at most|max(?:imum)?|no more than|not over|tops|or (?:less|under)|around|about|between|from|hasta|menos de|m[aá]ximo|como|unos|entre)\b/i;
const rentsNow =
  /\b(?:(?:i|we)(?:'m|'re| am| are)? (?:now |currently |still )?rent(?:ing)?\b(?! (?:out|it out|to))|(?:my|our) (?:lease|rent) (?:is|ends?|runs|goes|expires)|first home|estamos rentando|estoy rentando|(?:mi|nuestro) (?:contrato|renta))\b/i;
const likesIt =
  /\b(?:(?:i|we|my \w+ and i|me and my \w+) (?:(?:just|really|absolutely|both|all) ){0,2}(?:love|like|want|adore)(?:d)? (?:this|the|that|your) (?:home|house|place|property|condo|one|listing)|(?:this|the|that) (?:home|house|place|one) (?:is|looks|seems) (?:\w+ ){0,2}(?:perfect|ideal|(?:great|right|good) for (?:us|me))|me encanta (?:esta|la|esa) casa|nos encanta (?:esta|la|esa) casa)\b/i;
const asksFor =
  /\b(?:would love|(?:i|we)(?:'d)? (?:\w+ )?(?:want|need|love|like|have to have)|must have|looking for|something with|quisiera|necesito|busco)\b/i;
/** A sum and hardly a word beside it: "400ish", "maybe 350k". */
const shortSum = 24;
const aWish =
  /\b(?:something|anything|a (?:home|house|place|condo|townhouse|duplex)|one|algo|una casa|need|want|with)\b/i;

/**
 * Which bot's facts to look for in a message: the side that was named, else the side that alone would say this. Who only looks
 * around, or has not said what brings them, is heard as a buyer or a seller as soon as they say one thing that only those say.
 */
export function sideOf(turn: Turn, heard: Heard): Side | null {
  const intent = answerOf(turn.state, 'intent');
  if (intent === 'buy' || intent === 'sell') return intent;
  if (intent === 'rent' || (intent === 'both' && heard.asked !== 'first')) return null;
  if (isSellers(turn, heard)) return 'sell';
  return isBuyers(turn, heard) ? 'buy' : null;
}

/** That a home is theirs and what it is like: not a word about the home of the page. */
function isSellers({ pack, state }: Turn, { message, asked, question, requests }: Heard): boolean {
  const { text } = message;
  if (
    asksWorth.test(text) &&
    getsForIt.test(text) &&
    !aPlan.test(text) &&
    readOwnSum(text, { bare: false, seller: true })
  )
    return true;
  if (question !== null || requests.viewing || readHomeSearch(text) !== null) return false;
  if (readMotivation(text)?.value === 'inherited' || inArrears.test(text)) return true;
  if (tooMuch.test(text) || rid.test(text)) return true;
  const address = readAddress(text)?.value;
  const ofThePage = address !== undefined && numberOf(address) === numberOf(pack.listing?.title ?? '');
  if (address !== undefined && !ofThePage && (asksWhich(asked, state.at) || owned.test(text))) return true;
  const condition = readCondition(text);
  return condition !== null && (owned.test(text) || (asksWhich(asked, state.at) && pack.listing === undefined));
}

/** What a home should have or may cost, how it is paid for, that they like the one they look at. */
function isBuyers(turn: Turn, { message, asked, question, requests, home }: Heard): boolean {
  const { text } = message;
  const { state } = turn;
  if (requests.viewing || readHomeSearch(text) !== null || aPlan.test(text) || readFinancing(text) !== null)
    return true;
  if (home.wishes.beds !== null && asked !== 'day') return true;
  if (question !== null || owned.test(text)) return false;
  if (likesIt.test(text) || rentsNow.test(text)) return true;
  if (asksFor.test(text) && readHomeFeatures(text).length > 0) return true;
  if (!asksWhich(asked, state.at)) return false;
  const sum = readOwnSum(text, { bare: atMost.test(text) || text.length < shortSum });
  if (sum !== null && (atMost.test(text) || text.length < shortSum)) return true;
  const isWish = aWish.test(text) || message.text.length < 40;
  return isWish && (readHomeFeatures(text).length > 0 || readHomeKind(text) !== null || home.wishes.area !== null);
}

const numberOf = (address: string): string | undefined => /\d+/.exec(address)?.[0];

/** Buying or selling is what we want to know, or what somebody who looks around has not told us. */
const asksWhich = (asked: string | null, at: string): boolean =>
  asked === 'intent' || asked === 'first' || (asked === null && at === 'BROWSING');
