import { plainText } from '../text/plainText.ts';
import { readDay } from '../time/readDay.ts';
import { type AskedFact, askedFacts } from './readAskedFacts.ts';

const opens = String.raw`^\W*(?:(?:and|so|ok|okay|hey|hi|hello|but|also|y|pero|hola|oye)\W+){0,2}`;
const theHome =
  '(?:it|this|that|(?:this|that) one|(?:the|this|that) (?:house|home|place|condo|property)|la casa|esta|esta casa|ella)';
const price = new RegExp(
  `${opens}(?:${[
    `(?:(?:what['’]?s|what is|cu[aá]l es|qu[eé]) )?(?:the |its |their |el )?(?:asking |list(?:ing)? |sale )?(?:price|cost|precio)(?: (?:on|of|for|de) ${theHome})?`,
    `how much(?: money)?(?: (?:is|for|does) ${theHome}(?: cost)?| ${theHome} is| (?:are |r )?(?:they|the (?:seller|owner)s?) (?:asking|want(?:ing)?)(?: for ${theHome})?)?`,
    `(?:en |a )?cu[aá]nto(?: (?:cuesta|es|vale|sale|piden|est[aá]))?(?: (?:por )?${theHome})?`,
  ].join('|')})\\W*$`,
  'iu',
);

/** True for "price" or "how much" alone: on the page of a home they ask for its price. */
export const asksPriceAlone = (text: string): boolean => price.test(plainText(text));

const owner = '(?:they|he|she|the (?:seller|owner)s?)';
const lowest = new RegExp(
  [
    String.raw`\b(?:lowest|the least)(?! (?:rate|tax\w*|payment|monthly|hoa|down|fee)\b)`,
    String.raw`\b(?:bottom (?:line|dollar)|rock bottom|wiggle room|best price|how (?:low|firm|flexible)\b|negotiable|room (?:to|for) negotiat\w+|(?:under|below) asking)`,
    String.raw`\b${owner}(?:['’]?d|['’]ll)? (?:\w+ )?(?:take|accept|go|do|come|consider|sell(?: it)? for) (?:any |a bit |a little |for )?(?:less|lower|down|under|below)\b`,
    String.raw`\b(?:lo (?:menos|m[ií]nimo|[uú]ltimo)|(?:el )?[uú]ltimo precio|negociable|en cu[aá]nto (?:me )?l[ao] (?:dejan?|dan)|(?:bajan|bajar[ií]an|acepta(?:n|r[ií]an) menos))(?!\p{L})`,
  ].join('|'),
  'iu',
);

/** "Lowest they'll take", "is it negotiable": the lowest price, which is for the owner to say. */
export const asksLowest = (text: string): boolean => lowest.test(plainText(text));

const sum = String.raw`\$?(?:\d{3}(?:[.,]?\d{3})?(?:\s?(?:k|mil|thousand|grand))?|\d(?:\.\d+)?\s?(?:m|million|mill[oó]n(?:es)?))(?![\d:]|\s?(?:am|pm|sq|ft|feet|years?)\b)`;
const about = '(?:(?:like|about|around|maybe|say|como|unos) )?';
const proposed = new RegExp(
  [
    String.raw`\b(?:can|could|would|will|might|do you think|think|u think)(?: you think)? ${owner}(?:['’]?d|['’]ll)? (?:\w+ )?(?:do|take|accept|go (?:for|to|as low as|down to)|consider|sell (?:it )?for|come down to|let it go for) ${about}${sum}`,
    String.raw`\b(?:what|how) (?:if|about) (?:(?:i|we) (?:\w+ )?(?:offer\w*|did|gave|bid) )${about}${sum}`,
    String.raw`\bwould ${sum} (?:work|do it|be enough|get it|fly)\b`,
    String.raw`(?<!\p{L})(?:acepta(?:n|r[ií]an)|tomar[ií]an|la (?:dejan|dan|venden) en|l[ao] (?:dejar[ií]an|dar[ií]an) en|(?:y )?si (?:ofrezco|ofrecemos|doy|damos)|bajar[ií]an a) ${about}${sum}`,
  ].join('|'),
  'iu',
);

/** "Can they do 640?": a sum put to the owner, in the shape of a question. */
export const proposesSum = (text: string): boolean => proposed.test(plainText(text));

const openHouse = /\bopen[- ]?houses?\b|\b(?:casa abierta|puertas abiertas)\b/i;

/** True when an open house is spoken of, which needs no showing. */
export const speaksOfOpenHouse = (text: string): boolean => openHouse.test(text);

/** "Sunday?", "what about sunday", after the open house was asked about: still the same question. */
export const followsOpenHouse = (text: string, before: readonly string[]): boolean =>
  (speaksOfOpenHouse(before.at(-1) ?? '') ||
    (before.length > 1 && followsOpenHouse(before.at(-1) ?? '', before.slice(0, -1)))) &&
  text.trim().split(/\s+/).length <= mostFollowWords &&
  !/\d|\p{L}{2} (?:it|la|lo)\b/iu.test(text) &&
  readDay(text) !== null;
const mostFollowWords = 5;

/** Facts that are only ever asked of one home, whatever a reader makes of the message. */
const ofHomeAlone: ReadonlySet<AskedFact> = new Set([
  'listing-agent',
  'open-house',
  'pets',
  'hoa-rules',
  'rental-rules',
  'listed',
]);

/** Asks what only the file of a home can tell: its listing agent, its open houses, its rules. */
export const asksOfHomeAlone = (text: string): boolean =>
  askedFacts(text, { asked: true }).some(({ fact }) => ofHomeAlone.has(fact));
