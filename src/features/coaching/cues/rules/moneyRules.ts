import { readObjection } from '../../../reading/dialogue/readObjection.ts';
import { readFinancing } from '../../../reading/person/readFinancing.ts';
import type { CueRule } from '../model.ts';
import { either, oneOf, readingOf, saying } from './saying.ts';

const tooMuch = oneOf(
  /too (?:expensive|pricey|steep|costly)/,
  /(?:price|rent|that|it|this|\d|bit|little|cost|figure)(?:'s| is| are| seems?| sounds?| feels?| was)?(?: \w+)? too high/,
  /too (?:high|much)(?: money)? (?:for (?:me|us|my|our|it|that|this|an?|the)|to (?:pay|spend|ask))/,
  /(?:that|it|price|rent|\d)(?:'s| is| seems?| sounds?| feels?) (?:\w+ )?too much/,
  /over ?priced/,
  /(?:can'?t|cannot|can not|couldn'?t|unable to)(?: \w+)? afford/,
  /(?:out of|over|above|beyond|outside(?: of)?|not in|exceeds) (?:my|our) (?:\w+ )?(?:budget|price ?range|range|means)/,
  /(?:a (?:bit|little|tad)|kinda|kind of|pretty|very|quite|rather|really|so) (?:pricey|expensive|steep)/,
  /(?:a (?:bit|little)|kind of|pretty|very|quite) high (?:for|in price)/,
  /more than (?:i|we)(?:'m| am|'re| are| was| were)?(?: \w+){0,2} (?:afford|spend|pay)/,
  /(?:on a |my |our )(?:\w+ )?(?:tight|limited|strict|fixed|small|low) budget|budget is (?:\w+ )?(?:tight|limited|low|small)/,
  /(?:muy|demasiado|bastante) (?:car[oa]s?|elevad[oa]|alto el precio)/,
  /no (?:me|nos) alcanza|(?:fuera|se (?:me|nos) sale) de(?:l| mi| nuestro) presupuesto|no (?:lo |la )?puedo pagar/,
  /(?:precio|renta) (?:es|est[aá]|se me hace) (?:muy|demasiado|bastante) alt[oa]/,
);
const notTooMuch =
  /(?:\bnot|n['’]t|\bno|\bnever|\bisnt|\bwithin|\bif|\bunless)(?: (?!afford\b)\w+){0,2} (?!afford\b)(?:too|so|very|that|overpriced|pricey|expensive|steep|out of|over|muy|tan|demasiado)\b|\b(?:floor|stairs?|noise|traffic|trouble|work|ceilings?) (?:is|are|was)? ?too\b|\bshipping\b/i;

const wantsLess = oneOf(
  /(?:lower|reduce|drop|cut|bring down|come down|go down)(?:(?! \d)(?: \w+)){0,4} (?:price|rent|asking|cost)/,
  /(?:come|go|bring (?:it|that|this)|budge|bend) down(?: \w+){0,2} (?:on|in|to|from|for|a bit|a little|some|any)/,
  /(?:come|go) down (?:a (?:bit|little|lot)|some|any(?: more| further)?|more|slightly|at all)/,
  /(?:go|do|come|get) (?:any |a (?:bit|little) |even |much |slightly )(?:lower|cheaper|less|better)/,
  /(?:are you|is (?:it|that|this|the|your)|be|would you be|any)(?: \w+){0,4} negotia(?:ble|te|ting|tion)/,
  /(?:open|willing|able|like|want|room|possible|hoping) (?:to|for) (?:negotiat\w+|discuss the price|work with (?:me|us|the))/,
  /wiggle room/,
  /(?:lowest|best|bottom) (?:price|you|you'?d|that you)(?=.{0,24}(?:price|take|go|do|accept|offer|for|\?))/,
  /(?:(?:get|have|give (?:me|us)|offer|do|any) (?:an? |any |some |kind of )*)discounts?/,
  /(?:take|accept|consider|settle for)(?: \w+)? (?:less|lower)/,
  /flexible (?:on|with|about)(?: \w+)? (?:price|rent|cost)|price (?:is )?(?:flexible|firm\?)/,
  /knock (?:\w+ ){0,3}off/,
  /(?:bajar(?:le)?|rebajar|descontar)(?: \w+){0,3} (?:precio|renta|poco)|(?:hacer|dar|dan|hacen) (?:un |alg[uú]n )?descuento|precio (?:es )?negociable|lo menos/,
);
const notLess =
  /\b(?:i|we) (?:can['’]?t|cannot|won['’]?t|can not|couldn['’]?t|don['’]?t (?:want|need))\b(?! see)|\bnot (?:negotiable|going)\b/i;

/** A sum of money, and no time, date, or number of rooms. */
const sum =
  /\$? ?\d[\d.,]*(?: ?(?:k|grand|dollars|bucks))?(?!\d| ?(?:[ap]\.?m\b|o'clock|:|th\b|st\b|nd\b|rd\b|%|days?|weeks?|months?|years?|bed|bath|min|hours?|miles?|people|br\b|or|rooms?|stars?))/
    .source;
const namesSum = oneOf(
  new RegExp(
    `(?:would|will|could|can) (?:you|u)(?: \\w+){0,3}? (?:take|accept|do|consider|go|go for|sell (?:it|this|that|them)(?: to me)? for|let (?:it|them|this) go for|come down to|go down to|meet (?:me )?at|lower (?:it |the price )?to)(?: \\w+){0,2}? ${sum}`,
  ),
  new RegExp(`(?:how about|what about) (?=\\$|\\d{2}|\\d+ (?:dollars|bucks))${sum}`),
  new RegExp(
    `(?:i|we)(?:'ll|'d| will| can| could| would| am willing to| would be willing to| was hoping to)(?: only| probably| like to| happily| gladly)? (?:offer|give you|pay)(?: you)?(?: \\w+){0,2}? ${sum}`,
  ),
  new RegExp(`(?:my|our) (?:\\w+ )?(?:budget|max(?:imum)?|limit|offer)(?: \\w+){0,3} ${sum}`),
  new RegExp(`(?:most|highest|best) (?:that )?(?:i|we)(?: can| could|'d| would)?(?: \\w+){0,4} ${sum}`),
  /(?:mi|nuestro) presupuesto es de (?:\w+ )?\$? ?\d[\d.,]*|(?:le|te|les) (?:ofrezco|doy|pago) \$? ?\d[\d.,]*|(?:aceptar[ií]a|acepta)n? \$? ?\d[\d.,]*/,
);

/** Their last word on a figure: a seller's as much as a buyer's. */
const holdsFigure = oneOf(
  /(?:price|rent|offer|it|that|i'm|we're|i am|we are)(?:'s| is| are)? (?:\w+ )?(?:firm|final|non-? ?negotiable|not negotiable)|firm (?:on|at|price)|take it or leave it/,
  /(?:can'?t|cannot|can not|couldn'?t|won'?t|will not|would not|wouldn'?t|don'?t want to|not going to|not willing to|never)(?: \w+){0,2} (?:go|take|accept|do|sell|let|consider|come|drop|pay|part|offer|budge)(?: \w+){0,5} (?:less|lower|low|below|under|more than|anything|higher|above|over)/,
  /(?:can'?t|cannot|can not|couldn'?t|won'?t|will not|would not|wouldn'?t) (?:\w+ )?(?:do|accept|take|agree to|go for|sell (?:it|this|them) for)(?: (?:it for|to))? (?:(?:that|this) (?:low|little|much|high|price|amount|offer)|\$? ?\d[\d.,]*k?)(?! (?:food|water|wood|fire\w*)\b)/,
  /(?:lowest|least|minimum|highest|most|absolute (?:lowest|best|minimum)|bottom line|best) (?:that )?(?:i|we)(?:'d|'ll| can| could| would| will|'m|'re| am| are)? (?:\w+ ){0,3}(?:go|do|take|accept|offer|sell|pay|spend)/,
  /(?:way|far|much|a bit|a little|just|really|that's|that is|is|it's) too (?:low|little)(?! (?:food|water|space|room|time|sleep))|not (?:nearly )?enough (?:money|for (?:it|this|that|the (?:house|home|place|property)))|(?:my|our) (?:final|last|best) (?:offer|price)|low ?-?ball\w*/,
  /(?:precio|oferta) (?:es |est[aá] )?(?:fij[oa]|firme|final)|no (?:voy|vamos|puedo|podemos) (?:a )?(?:bajar|aceptar|vender|pagar)(?: \w+){0,3} (?:menos|m[aá]s)|mi [uú]ltim[oa] (?:oferta|precio)|(?:muy|demasiado) poco/,
);
const holdsNothing =
  /\b(?:what(?:['’]s| is)|how (?:low|much|high)|is (?:that|this|it)|would you|could you|can you|will you|do you)\b[^.?!]*\?/i;

const moneyIsTight = oneOf(
  /(?:don'?t|do not|doesn'?t|didn'?t) (?:really |actually )?(?:have|make|earn)(?: \w+){0,3} (?:money|income|funds|cash|savings)/,
  /(?:low|short|tight|strapped) (?:on|for|of) (?:\w+ )?(?:money|cash|funds)|(?:money|cash|funds)(?:'s| is| are) (?:\w+ )?(?:tight|short|low|limited)|strapped/,
  /(?:i'm|i am|we're|we are|been|currently|pretty|kinda|a bit) (?:\w+ )?(?:broke|unemployed|out of work|laid off|between jobs|in debt|retired|struggling|poor)|lost (?:my|our|his|her) job/,
  /(?:fixed|low|small|limited|only one|one|single|tight) (?:income|salary|paycheck|means)|(?:paycheck|check) to (?:paycheck|check)|(?:on|living on) (?:disability|welfare|social security|a pension|unemployment)|(?:college|grad|poor|broke|full[- ]time) student|(?:i'm|i am) (?:just )?a student/,
  /all (?:that )?(?:i|we)(?:'ve)? (?:have|got|can spare|can spend|make)(?! (?:for (?:today|now)|to (?:say|ask)|left to))|(?:only|just) (?:have|got|make|earn)(?: \w+){0,2} (?:\$ ?\d[\d.,]*|\d[\d.,]*k? (?:dollars|bucks|cash|to spend))|(?:bills|debts?|medical bills|tuition)(?: \w+)? to pay|(?:need|could use) (?:the|all the|every|my) (?:money|penny|cent|cash)|ends meet/,
  /no tengo (?:\w+ )?dinero|estamos (?:muy )?(?:justos|apretad[oa]s)|perd[ií] (?:el|mi) trabajo|sin trabajo|vivo de/,
);
const notTight = /\b(?:you|he|she|people|children|kids|they)(?:['’]re| are| don['’]t| do not|['’]s| is)\b|\bif\b/i;

const ofOtherDebt =
  /\bstudent loans?\b|\bpay(?:ing)? off\b|\bon loan\b|\bcredit for\b|\bno (?:loan|mortgage|lender)\b|\bwithout\b|\b(?:don['’]?t|not|no) need\b|\bloaned\b|\bbackground check\b/i;
const speaksOfLoan = oneOf(
  /mortgages?|lenders?|loan officer|pre-? ?(?:approv\w+|qualif\w+)|down ?payments?|credit (?:score|check|history|report|union)|(?:bad|good|great|excellent|poor|my) credit/,
  /(?:a|the|my|our|home|fha|va|bank|car|get|personal) loans?|loan (?:approval|application)/,
  /interest rates?|financ(?:e|ing) (?:it|options?|available|the|this|through|with|for)|(?:owner|seller|need|get|offer|have|any|do) financ(?:e|ing)|financing/,
  /payment plans?|installments?|monthly payments?|payments? (?:each|every|per|a) month/,
  /hipotecas?|pr[eé]stamos?|enganche|financiamiento|preaprobad[oa]|pre ?aprobaci[oó]n|(?:mi|buen|mal) cr[eé]dito|mensualidades/,
);
const paysCash = oneOf(
  /(?:pay|paying|paid)(?: \w+){0,3} (?:in )?cash/,
  /(?:\$ ?\d[\d.,]*|\d[\d.,]*(?: ?(?:k|dollars|bucks))?) (?:in )?cash/,
  /(?:in|all|have(?: the)?|bring(?: the| you)?|with|got(?: the)?|you(?: the)?|hard|cold) cash(?! (?:app|back|flow))(?: today| now| in hand| on hand)?/,
  /cash (?:buyer|offer|today|in hand|on hand|now|right now|tonight|ready|deal|only|on the spot)/,
  /(?:pag\w+|comprar\w*|oferta|compra)(?: \w+){0,2} (?:de contado|en efectivo)|de contado|en efectivo/,
);
const notInCash =
  /\b(?:short|low|tight|strapped|rid|out) (?:on|for|of)(?: some)? cash\b|\bto spare\b|\b(?:only|just) (?:have|got|had)\b|\ball the cash\b|\b(?:no|not|don['’]?t|doesn['’]?t|can['’]?t|without)\b(?: \w+){0,3} cash\b|\bcash or\b|\bneed (?:the |some |a )?cash\b|\bdo (?:you|they) (?:take|accept|want)\b|\bget(?:ting)? cash\b/i;

const elsewhere = oneOf(
  /(?:found|seen|saw|looked at|looking at|looking into|considering|checking out|comparing|got|have|had|there are|there's|there is|viewed|viewing|visited)(?: \w+){0,3} (?:(?:an)?other|similar|cheaper|comparable|better|identical) (?:\w+ )?(?:ones?|offers?|listings?|places?|apartments?|units?|houses?|homes?|sellers?|bikes?|cars?|phones?|options?|deals?|ads?|posts?|agents?|realtors?|properties|property|prices?|couch(?:es)?|tables?|models?|rentals?|condos?|rooms?)(?! you)/,
  /(?:seen|saw|found|see|get|buy|find|bought)(?! your)(?: (?!your)\w+){0,5} (?:elsewhere|somewhere else|from someone else|online|on (?:amazon|e-?bay|craigslist|zillow|redfin|trulia|facebook)|at (?:walmart|target|ikea|best buy|costco))/,
  /(?:brand )?new(?: ones?)?(?: \w+){0,4} (?:for|at|around|is|are|cost|costs|goes for|sell for|retails?(?: for)?)(?: \w+){0,2} \$ ?\d[\d.,]*/,
  /(?:other|similar|comparable|same)(?: \w+){0,3} (?:(?:are |is )?(?:going|selling|listed|renting|priced|asking)(?: \w+){0,2} (?:for|at|around)|(?:in|around) (?:the|this|that|your|my) (?:area|neighborhood|building|city|complex)|for (?:less|cheaper|\$ ?\d))/,
  /(?:another|other|different) (?:seller|agent|realtor|broker|buyer|dealer|landlord)s?/,
  /(?:market|going|average|median) (?:rate|price|value|rent)|(?:the )?comps|blue ?book|kbb/,
  /(?:one of|several|a few|other) (?:\w+ )?(?:i am|i'm|we're|we are|i've been) (?:considering|looking at|interested in)/,
  /(?:otr[oa]s?|mejor) (?:agente|casa|oferta|vendedor|propiedad|corredor|apartamento|departamento)s?(?: \w+){0,4} (?:m[aá]s barat[oa]s?|por menos)|(?:vi|vimos|encontr[eé]|encontramos|tengo|tenemos) (?:otr[oa]s?|una? mejor) \w+|(?:en|por) (?:zillow|redfin)/,
);
/** What they do or have already, or would sooner do. */
const hasOwnPlan = oneOf(
  /(?:i|we)(?:'ve|'m|'re| have| am| are)? (?:already|usually|always|normally|typically|regularly|currently|mostly) (?:\w+ )?(?:(?:have|has|had|got) (?:an? |another |my |our |someone)|give|gave|given|donate|donated|donating|giving|support|supporting|sponsor\w*|work(?:ing)? with|use|using|signed|help|volunteer\w*|contribute\w*|promised|committed|spoke|talked to|chosen|picked|decided)/,
  /(?:i|we)(?:'d| would)? (?:much |really |do |usually )?(?:rather|sooner|prefer(?: to)?|favor) (?:just |to )?(?:donat\w+|giv(?:e|ing)|help\w*|contribut\w+|wait|keep|sell|do (?:it|that|this)|spend|save|support\w*|buy (?:from|elsewhere|new|something|somewhere)|go (?:elsewhere|with (?:another|someone))|work with|deal with|use (?:my|our|another))|(?:i|we)(?:'d| would)? (?:rather|prefer)[^.?!]{0,40} (?:myself|ourselves|on my own|on our own)/,
  /(?:have|has|got) (?:my|our|his|her) own|(?:have|got) (?:an? |another )?(?:agent|realtor|broker|lender|buyer)(?= (?:already|i|we|who|that|in)\b|\W*$)|(?:my|our) (?:own|current|usual|regular|local) (?:agent|realtor|broker|lender|bank|charit\w+|church|lawyer|community)/,
  /(?:decided|choose|chose|choosing|plan|planning|going|want|like|prefer) to (?:stay (?:put|where|another|one more)|keep (?:it|renting|my|our)|keep my money|rent instead|sell (?:it )?(?:myself|ourselves)|do it (?:myself|ourselves|directly|another way|on my own)|give (?:directly|locally)|help (?:locally|directly|in (?:other|another)))|(?:instead of|rather than) (?:buying|selling|giving|donating|paying|going)|in (?:other|another|my own|our own|different) ways?/,
  /ya (?:tengo|tenemos|trabajo|trabajamos) (?:con )?(?:un |una )?(?:agente|corredor\w*|banco)|prefer(?:imos|ir[ií]a|o) \w+|(?:lo |la )?(?:vendemos|vendo|vender) (?:nosotros|yo) mism[oa]s?/,
);
const noOwnPlan =
  /\?|\b(?:rather|prefer)\b[^.?!]{0,30}\b(?:see|visit|tour|schedule|bedrooms?|bathrooms?|parks?|near|location|afternoon|morning|not to say)\b|\bup to you\b/i;

const asksForOthers =
  /\b(?:can|could|will|would|do|did|have) you\b[^.?!]{0,30}\b(?:other|another|find|show|search)\b|\bif there\b|\bother people\b|\bsomething i couldn['’]?t\b|\b(?:are|is) there (?:any|an)|\bany other\b|\bshow me\b|\bfind me\b|\b(?:not|\w*n['’]t|never|haven['’]?t|no)\b[^.?!]{0,16}\b(?:found|seen|saw|see|find|other|another)\b/i;

/** Moments about the price, how they would pay it, and what else they could have for the money. */
export const moneyRules: readonly CueRule[] = [
  {
    id: 'price-too-high',
    kind: 'price',
    on: 'lead',
    find: saying(tooMuch, notTooMuch),
    text: 'Price is the obstacle. Ask what figure would feel right.',
    priority: 2,
    lastsMin: 15,
  },
  {
    id: 'price-lower',
    kind: 'price',
    on: 'lead',
    find: saying(wantsLess, notLess),
    text: 'They want a lower price. Find out what matters most first.',
    priority: 2,
    lastsMin: 15,
  },
  {
    id: 'price-named',
    kind: 'price',
    on: 'lead',
    find: saying(namesSum),
    text: 'They named a figure. Ask what it’s based on.',
    priority: 2,
    lastsMin: 15,
  },
  {
    id: 'price-firm',
    kind: 'price',
    on: 'lead',
    find: saying(holdsFigure, holdsNothing),
    text: 'They hold to a figure. Ask what it has to cover.',
    priority: 2,
    lastsMin: 15,
  },
  {
    id: 'price-tight',
    kind: 'price',
    on: 'lead',
    find: saying(moneyIsTight, notTight),
    text: 'Money is tight. Ask what they’d be comfortable paying.',
    priority: 2,
    lastsMin: 15,
  },
  {
    id: 'financing-cash',
    kind: 'financing',
    on: 'lead',
    find: saying(paysCash, notInCash),
    text: 'They’d pay cash. Ask for proof of funds with an offer.',
    priority: 2,
    lastsMin: 30,
  },
  {
    id: 'financing-approved',
    kind: 'financing',
    on: 'lead',
    find: readingOf(readFinancing, ['pre-approved']),
    text: 'They’re pre-approved. Ask for the letter and its limit.',
    priority: 2,
    lastsMin: 30,
  },
  {
    id: 'financing-open',
    kind: 'financing',
    on: 'lead',
    find: saying(speaksOfLoan, ofOtherDebt),
    text: 'Financing came up. Ask where they stand with a lender.',
    priority: 2,
    lastsMin: 30,
  },
  {
    id: 'competition-elsewhere',
    kind: 'competition',
    on: 'lead',
    find: either(
      saying(elsewhere, asksForOthers),
      readingOf(readObjection, ['competition_shopping', 'anchoring', 'neighbor_comp']),
    ),
    text: 'They’re comparing. Ask what they like about the other option.',
    priority: 2,
    lastsMin: 30,
  },
  {
    id: 'competition-own',
    kind: 'competition',
    on: 'lead',
    find: saying(hasOwnPlan, noOwnPlan),
    text: 'They have a plan of their own. Ask what it gives them.',
    priority: 2,
    lastsMin: 30,
  },
];
