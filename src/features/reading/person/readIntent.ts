import { lookingAround } from '../dialogue/lookingAround.ts';
import type { Read } from '../model.ts';
import { spanOf } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { readTenure } from './readTenure.ts';

export type Intent = 'buy' | 'sell' | 'both' | 'rent' | 'browse';

const home =
  '(?:home|house|condo|apartment|aparmtent|flat|townhouse|townhome|duplex|place|property|propertie|land|lot|casa|departamento|apartamento|propiedad)s?';
// Without `u`: together with `i` it makes every `\b` a search of its own, and the whole thirty times as slow.
const buying = new RegExp(
  [
    '(?<!\\d[\\d,.]{0,9}k? )\\bbuy(?:ing)?\\b',
    '\\bpurchas(?:e|ing)\\b',
    "\\b(?:i'?m|i am|we'?re|we are) (?:a |the )?(?:first[- ]time )?(?:home ?)?buyers?\\b",
    '\\bfirst[- ]time (?:home ?)?buyers?\\b',
    `\\b(?:look(?:ing)?|search(?:ing)?|hunting|shopping|interested in|needs?|wants?|find(?:ing)?|get)\\b(?: (?:for|me|to find|us))?(?: (?:a|an|my|our|some|another|any|new))?(?: (?!sell|list|valu|worth|know|what|whether|how\\b)[\\w$/-]{1,12}){0,5}? ${home}\\b`,
    '\\b(?:house|home|condo|apartment)[- ](?:hunting|shopping|search)\\b',
    `\\b(?:upgrad\\w+|upsiz\\w+|mov(?:e|ing) up|downsiz\\w+) (?:in)?to\\b[^.?!]{0,24}\\b${home}\\b|\\binvertir en\\b|\\bin the market (?:for|to buy)\\b|\\bshop(?:ping)? (?:around )?for\\b[^.?!]{0,24}\\b${home}\\b`,
    `\\b(?:tour|see|view|visit|look at|check out) (?:(?:some|a few|any|more|other|available|several) ){1,2}(?:homes|houses|condos|properties|places)\\b`,
    "\\b(?:i|we)(?:'d| would| want| wanna| like| love| are ready|'re ready|'m ready|'ll| will| plan| need| hope)* (?:to )?(?:make|put in|submit|write) an offer\\b(?! (?:on|for) (?:my|our))|\\b(?:would|'d) like to (?:make|put in|submit|write) an offer\\b(?! (?:on|for) (?:my|our))",
    '\\b(?:looking for|need|want|after) (?:an? |at least )?(?:[1-6]|two|three|four|five)[ -]?(?:bed(?:room)?s?|brs?)\\b',
    '\\b(?:interested in|ask(?:ing)? about) (?:this|the|your) (?:home|house|listing|property|place|condo)\\b',
    '\\b(?:quiero|quisiera|queremos|busco|buscamos|me gustar[ií]a) (?:comprar|una casa|un departamento|un apartamento)',
    '\\b(?:want(?:s|ed)?|need|looking for|after|like) (?:something|somewhere|a place) (?:a (?:bit|little) )?(?:smaller|bigger|larger|cheaper|newer|closer|quieter)\\b|\\b(?:get|buy|need|want|looking for|after) something (?:with|under|below|around|up to|in|near|big|small|cheap|bigger|smaller|else|new)\\b',
    '\\bcomprar\\b',
    '\\bme interesan? (?:esta|la|esa|una|estas|las) (?:casa|propiedad|vivienda)s?\\b',
    `\\bbusc(?:o|ando|amos)\\b(?: [a-z\u00e0-\u00ff]{1,12}){0,2}? ${home}`,
  ].join('|'),
  'i',
);
const selling = new RegExp(
  [
    '\\bsell(?:ing)?\\b',
    "\\bcash (?:me|us) out\\b|\\b(?:house|home|place|it)\\b[^.?!]{0,20}\\b(?:has to|have to|needs to|must|gotta) be sold\\b|\\bfor sale by owner\\b|\\bfsbo\\b|\\b(?:me|nos) (?:quieren?|van a|ofrecen) comprar\\b|\\bcan (?:you|y'?all|u|ya) (?:move|list|sell) (?:it|mine|ours)\\b|^\\W*(?:to )?get rid of (?:one|it|mine|ours)\\W*$",
    `\\b(?:agenc(?:y|ies)|agents?|realtors?|brokers?)\\b[^.?!]{0,30}\\bfor (?:my|our) ${home}\\b`,
    "\\b(?:i'?m|i am|we'?re|we are) (?:a |the )?(?:home ?)?sellers?\\b",
    `\\blist(?:ing)? (?:my|our) ${home}`,
    `\\bput(?:ting)? (?:my|our)(?: \\w{1,12}){0,2}? ${home} (?:up|on|for)\\b`,
    `\\b(?:what(?:'s| is)|how much is) (?:my|our)(?: \\w{1,12}){0,2}? ${home} worth\\b`,
    `\\b(?:get rid of|offload|unload|out of|part with|let go of) (?:my|our|this|the|a|an|one of (?:my|our))(?: \\w{1,12}){0,2}? (?:${home}|rentals?)\\b`,
    `\\b(?:${home}|rentals?)\\b[^.?!]{0,30}\\b(?:to|wanna) (?:get rid of|offload|unload|part with|let go of)\\b`,
    `\\b(?:my|our)(?: \\w{1,12}){0,2}? ${home}(?: \\w{1,12})? needs an? (?:new )?(?:buyer|owner)\\b|\\b(?:find|finding|get|need|want) (?:me |us )?an? buyer for\\b`,
    `\\b(?:could|can|would|will|might|should|do) (?:i|we) (?:\\w+ )?get for (?:my|our|the)(?: \\w{1,12}){0,2}? ${home}\\b`,
    `\\b(?:my|our)(?: \\w{1,12}){0,2}? ${home}(?:'s)? (?:value|worth|(?:go|sell|be listed|fetch|bring)(?: in)?(?: for)?)\\b`,
    `\\b(?:get|have) (?:my|our)(?: \\w{1,12}){0,2}? ${home} (?:listed|valued|appraised)\\b|\\b(?:value|appraise|evaluate) (?:my|our)(?: \\w{1,12}){0,2}? ${home}\\b`,
    '\\bput(?:ting)? (?:it|mine|ours|this one)(?: \\w+)? (?:on|onto) the market\\b',
    `\\b(?:my|our)(?: \\w{1,12}){0,2}? ${home}(?: back)? on the market\\b`,
    `\\b(?:make|give) (?:me|us) an?(?: \\w+){0,2}? offer\\b[^.?!]{0,12}\\b(?:my|our)\\b`,
    '\\b(?:want|need|get|have|like|order(?:ed|s)?)(?: \\w+){0,3}? sold\\b',
    '\\bcu[aá]nto (?:me|nos) (?:dan|dar[ií]an|pagan|pagar[ií]an|ofrecen) por (?:mi|nuestr[oa])\\b|\\b(?:poner|pongo|sacar)(?: [a-z\u00e0-\u00ff]+){0,3} (?:en|a la) venta\\b',
    `\\b(?:value of|worth of) (?:my|our)(?: \\w{1,12}){0,2}? ${home}\\b`,
    '\\b(?:want|ready|looking|like|planning|plan|need) to list(?: it)?\\b(?! (?:of|the|some|all)\\b)',
    '\\b(?:do|can|could|would|will) (?:you|u)(?: guys)? (?:buy|purchase)\\b',
    '\\bcu[aá]nto (?:vale|cuesta|valdr[ií]a|me dan por) (?:mi|nuestra) (?:casa|propiedad|departamento)',
    '\\b(?:unloading|offloading|getting rid of|letting go of|parting with|(?:want|wanna|like|ready|looking|time|trying) to (?:unload|offload|part with|get rid of|let go of)) (?<!\\b(?:carpets?|fridge|furniture|couch|stove|washer|roof|floors?|shed|trees?|wallpaper|paint|cabinets?)\\b[^.?!]{0,40})(?:it|them|this|mine|ours)\\b',
    '(?<!\\b(?:they|he|she|owners?|sellers?) )\\b(?:get|want|need|looking for)(?: an?)?(?: (?:all|quick|fast|fair))? (?:cash|fair|quick|fast) offer\\b',
    '\\bliquidat(?:e|ing)\\b[^.?!]{0,30}\\b(?:my|our|them|it|two|three|some|one|rentals?|propert(?:y|ies)|houses?|homes?)\\b',
    '\\bhome valuation\\b',
    `\\b(?:the|a) sale of (?:my|our)(?: \\w{1,12}){0,2}? ${home}`,
    '\\b(?:vender|vendo|vendiendo|vendemos)\\b',
  ].join('|'),
  'i',
);
const helpsSell =
  /\b(?:can|could|would|will|do|help) (?:you|u)(?: guys| help(?: me| us)?)? sell (?:my|our|it|this|mine|a)\b/i;
/** "A tenant for my condo", "me quieren comprar la casa": no purchase of theirs. */
const othersBuy =
  /\b(?:find|get|need|want)\b[^.?!]{0,24}\b(?:tenant|renter)s?\b|\b(?:me|nos|le|la|lo) (?:quieren?|quer[ií]an?|van a|ofrecen|ofrecieron|ofreci[oó]) comprar\b|\bi buy (?:houses|homes|properties)\b|\b(?:if|they|he|she|who|someone|somebody) (?:\w+ )?(?:buys?|wants? to buy)\b/i;
const othersSell =
  /\bdid (?:it|this|that|they|the \w+) sell\b|\b(?:we|i) sell (?!(?:my|our|it|this|that|mine|ours|the|an?|your|one|them|these|first|in|now|soon|by|before|and|to|fast|quick\w*|next|after|when|or|for|off|asap)\b)\w+|\b(?:andan|est[aá]n|ustedes|uds|tienen) vendiendo\b|\b(?:they|owners?|sellers?|he|she|someone|people|you|who|neighbou?rs?)(?:'re|'s| are| is| were| was| have| has)?(?: \w+)? sell(?:ing)?\b|\b(?:best|top)[- ]selling\b|\bsell(?:ing)? (?:price|point)s?\b|\b(?:are|is) (?:you|they)\b[^.?!,]{0,24}\bsell(?:ing)?\b|\bwhy (?:are|is) (?:they|the owners?|the sellers?)\b[^.?!]{0,20}\bsell/i;
const notBefore =
  /\b(?:forget(?: about)?|not|don't|do not|never|no longer|n't|instead of|rather than|without|no)\b(?: \w+){0,3} $/i;
const rentsFirst =
  /\b(?:buy|purchase|comprar)\b[^.?!]{0,24}\b(?:might|may|maybe|could|perhaps|but|quiz[aá]s?)\b[^.?!]{0,16}\b(?:rent|lease|rentar)\b/i;
const putsRight = /\b(?:wait,? )?no,? (?:wait,? )?(?:sorry,? )?(?:i |we )(?:mean|meant|want|wanted)\b/gi;
const rents = /\b(?:rent|leas|alquil|renta|arrend)/i;
const noRent =
  /\b(?:tired of|stop|instead of|currently|been|now|are|am|able to|afford to|still|r|i'm|we're) (?:to )?rent|\brent(?:al)? (?:comps?|comparables?|rolls?|estimates?|income|yields?|control)\b|\b(?:another|more|investment|short[- ]term|vacation) rentals?\b|\b(?:i|we) rent\b|\brent(?:ing|ed|s)? (?:(?:it|them|mine|ours|this|(?:the|my|our) \w+) )?out\b|\brent(?:ing)? (?:now|currently|right now|at the moment)\b|\b(?:my|our) rent\b/i;
const browsing = new RegExp(
  `\\b(?:${lookingAround}|(?:just|only) checking)\\b|^\\W*(?:(?:i'?m|we'?re|i am|we are) )?not (?:really )?(?:buying|(?:looking|trying|here) to buy)\\W*$|^\\W*(?:browsing|looking around)\\W*$`,
  'i',
);
const bothWord =
  /^\W*(?:(?:well|hi|i want|we want|i need|to do),? ){0,2}(?:both|ambos|ambas|las dos|los dos)\W*(?:please|actually)?\W*$/i;
const sellsToBuy =
  /\b(?:sell|vender) (?:my|our|this|the|mine|ours|mi|nuestra|la)\b[^.?!]{0,30}\b(?:first|primero)\b(?! (?:time|of|thing|week|offer))/i;
/** "Thinking about selling", "want to buy": short, and a sentence all the same. */
const plans =
  /\b(?:think(?:ing)?|consider(?:ing)?|look(?:ing)?|plan(?:ning)?|want|wanna|need|like|hop(?:e|ing)|ready|quiero|queremos|quisiera|pienso|pensando)\b/i;
const bareOther = /^\W*(?:a )?(buyer|seller|comprador|vendedor)\W*$/i;

/**
 * Reads what the visitor is here for. `clause`: said in a sentence ("I want to sell my house"), not as one bare word. Owners who
 * sell a listing, a listing that is looked at and a negated verb are no wish of the visitor's.
 */
export function readIntent(text: string): (Read<Intent> & { clause: boolean }) | null {
  const plain = plainText(text);
  const clause = plain.split(/\s+/, 5).filter(Boolean).length >= 4 || plans.test(plain);
  const bare = bareOther.exec(plain);
  if (bare) return { value: /^(?:b|c)/i.test(bare[1] as string) ? 'buy' : 'sell', ...spanOf(bare), clause: false };
  const buy = othersBuy.test(plain) ? null : wished(buying, plain);
  const sell = othersSell.test(plain) && !helpsSell.test(plain) ? null : wished(selling, plain);
  const both = bothWord.exec(plain);
  // "Get rid of my house", "do you buy houses?": one wish, a seller's.
  if (
    buy &&
    sell &&
    buy.index < endOf(sell) &&
    sell.index < endOf(buy) &&
    !/\b(?:buy|purchas|compra)/i.test(plain.replace(sell[0], ' '))
  )
    return { value: 'sell', ...spanOf(sell), clause };
  if (buy && sell) {
    return { value: 'both', start: Math.min(buy.index, sell.index), end: Math.max(endOf(buy), endOf(sell)), clause };
  }
  if (both) return { value: 'both', ...spanOf(both), clause: false };
  // "We would have to sell our house first": before what, if not a purchase?
  if (sell && sellsToBuy.test(plain)) return { value: 'both', ...spanOf(sell), clause };
  if (sell) return { value: 'sell', ...spanOf(sell), clause };
  const tenure = rents.test(plain) && !noRent.test(plain) ? readTenure(plain) : null;
  // "Want to buy but might rent first": the purchase is what they are after.
  if (tenure?.value === 'rent' && !(buy && rentsFirst.test(plain))) return { ...tenure, value: 'rent', clause };
  if (buy) return { value: 'buy', ...spanOf(buy), clause };
  const browse = browsing.exec(plain);
  return browse ? { value: 'browse', ...spanOf(browse), clause: false } : null;
}

/** True when one side, read as `side`, is left for the other: "Not buying any more, I want to sell". That ends nothing. */
export const changesSides = (text: string, side: Intent): boolean =>
  (side === 'buy' && selling.test(plainText(text))) || (side === 'sell' && buying.test(plainText(text)));

function wished(pattern: RegExp, plain: string): RegExpExecArray | null {
  const match = pattern.exec(plain);
  const before = match === null ? '' : plain.slice(Math.max(0, match.index - 40), match.index);
  // "No, I meant buy" puts something right.
  if (!match || notBefore.test(before.replace(putsRight, ' '))) return null;
  return match;
}

const endOf = (match: RegExpExecArray): number => spanOf(match).end;
