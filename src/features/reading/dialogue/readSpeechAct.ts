import { plainText } from '../text/plainText.ts';
import { readDay } from '../time/readDay.ts';
import { readTimeOfDay } from '../time/readTimeOfDay.ts';

/** The act of a message, in one word; `statement` when it says or wishes something of its own. */
export type SpeechAct =
  | 'greeting'
  | 'how-are-you'
  | 'thanks'
  | 'goodbye'
  | 'yes'
  | 'agree'
  | 'no'
  | 'opinion'
  | 'more'
  | 'search'
  | 'appointment'
  | 'person'
  | 'name'
  | 'market'
  | 'listing-status'
  | 'statement';

const home =
  '(?:homes?|houses?|condos?|apartments?|apts?|flats?|town ?houses?|townhomes?|duplex(?:es)?|places?|propert(?:y|ies)|villas?|studios?|mansions?|residences?|accommodations?|real ?estates?|dwellings?|lands?|lots?|casas?|departamentos?|apartamentos?)';
const lead =
  '(?:(?:ok|okay|oh|well|so|and|hi|hello|hey|yo|hola)(?: (?:there|again|bot|man|\\p{L}{2,10}))?[\\s,.!]{1,3})?';
const howAreYou = new RegExp(
  [
    `^\\W*${lead}(?:how|hows|how's|how've|howre|how're)(?: (?:is|are|r|was|have|has|do|does|'s|been))?(?: (?:you|u|ya|things?|life|it|your|everything|the (?:day|week|weekend|family|work)))+\\b(?!.*\\b(?:${'cost|price|old|much|contact|reach|help|area|house|home|apartment|market'})\\b)`,
    `^\\W*${lead}how (?:r|are) `,
    `^\\W*${lead}how (?:do|did|does|is|was|'s)? ?(?:you|u|your|the|ur|everything|it)\\b[^.?!]{0,12}\\b(?:feel(?:ing)?|doing|sleep|been|day|week|weekend|morning|evening|night|health|going)\\b`,
    `^\\W*(?:${lead}is )?(?:is )?(?:you|u|everything|all) (?:doing )?(?:ok|okay|good|fine|alright|well|all right)\\W*\\?`,
    `^\\W*${lead}(?:i )?hope (?:you|u)(?:'re| are)? (?:\\w+ )?(?:well|good|fine|ok|great)\\b`,
    `^\\W*${lead}what (?:are|r) (?:you|u) (?:doing|up to)\\b`,
    `^\\W*${lead}(?:what'?s|whats|what is) (?:up|new|happening|good|going on)\\b(?! (?:on the market|in|at|with the))`,
    `^\\W*${lead}(?:sup)\\b`,
    `^\\W*${lead}(?:are|r) (?:you|u) (?:ok|okay|alright|all right|fine|well|good|happy|having|doing|feeling)\\b`,
    `^\\W*${lead}(?:do|did|have) (?:you|u) (?:feel|have|having|had) (?:a )?(?:good|great|nice|fine|well|ok)\\b`,
    `^\\W*(?:what about|and|how about) (?:you|u|your (?:day|week|evening|morning|weekend))\\b\\W*$`,
    `^\\W*(?:i'm|i am|im) (?:fine|good|ok|okay|well|great)[, ](?:and|how about|what about) (?:you|u)\\b`,
    `^\\W*what are you doing\\W*$`,
    `^\\W*(?:i'm |i am )?(?:fine|good|great|ok|okay|well)[,.]? (?:thanks?,? |thank you,? )?(?:and|how about|what about|how are) (?:you|u)\\b`,
    `^\\W*${lead}did (?:you|u) (?:sleep|rest) `,
    `^\\W*${lead}(?:how do you do|how goes it|c[oó]mo (?:est[aá]s?|te va|va))\\b`,
  ].join('|'),
  'iu',
);
const greets =
  /^\W*(?:(?:well|oh|ah),? )?(?:hi+|hello+|hey+|hiya|heya|howdy|yo+|(?:good |top of the )?(?:morning|afternoon|evening|day)|greetings|salutations|bonjour|ola|(?:nice|pleased|good|great) (?:to meet|meeting) you|hola|buen(?:as|os)(?: d[ií]as| tardes| noches)?|(?:is )?(?:any|some)(?:body|one) (?:there|here|home))(?:[\s,.!]{1,3}(?:to (?:you|all|everyone)|(?:is )?(?:any|some)(?:body|one) (?:around|here|home)|is (?:any|some)(?:body|one) there|there(?: \p{L}{2,10})?|again|my (?:dear |good )?friend|all|everybody|everyone|folks|guys|pal|friend|mate|man|dear|ro?bot|bot|how can you help(?: me)?|what can you do|assistant|jorge|(?:nice|pleased|good) (?:to meet|meeting) you|\p{L}{2,12}))?\W*$/iu;
const parts =
  /^\W*(?:(?:ok|okay|thanks|alright|well)[\s,.!]{1,3})?(?:(?:good ?)?bye\b|bye ?bye|good ?night|farewell|see (?:you|ya|u)\b|cya|catch (?:you|ya)|later\W*$|take (?:care|it easy)|have a (?:good|great|nice|lovely|wonderful|pleasant)\b|i (?:have|got|need) to (?:go|leave|run)(?: now)?\W*$|(?:i )?gotta (?:go|run)|(?:i'?m|i am) (?:leaving|going|out|off|heading)\b(?! to)|peace(?: out)?\W*$|over and out|c u\b|au revoir|arrivederci|sayonara|(?:talk|speak|chat) (?:to you )?(?:soon|later)|we'?ll (?:talk|speak|be in touch)|until (?:next time|later)|adi[oó]s|hasta (?:luego|pronto)|(?:so long|cheerio|ciao|toodles|ttyl)\b)/i;
const thanksWords =
  /\b(?:thanks?|thank (?:you|u)|thankyou|thx|ty|cheers|appreciated?|grateful|gracias|much obliged)\b/i;
const asksMore =
  /\b(?:(?:any|some|show(?: me)?|give(?: me)?|see|have|got|want|need|list)\b[^.?!]{0,12}\b(?:more|other|others|another)(?! than)\b(?! (?:parking|bed|bath|room|floor|window))|more (?:options?|suggest\w*|choices?|results?|ones?|listings?)|next (?:results?|page|ones|listings?)|(?:have|show|see|find|got)\b[^.?!]{0,12}\bdifferent (?:ones?|options?|results?)|more (?:of|like) (?:these|those|this|that)|other (?:options?|suggest\w*|choices?|ones?)|(?:any|some)(?:thing)? (?:else|more)|something else|what else|next one|^\W*(?:any |another|others?)\b[^.?!\d]{0,16}$|something different|suggest (?:some )?others?|are there others|m[aá]s opciones|otras? opci[oó]n)|^\W*(?:more|next|continue|others?|another)(?: please)?\W*$/i;
// Without `u`, as in `readIntent`.
const searches = new RegExp(
  [
    `\\b(?:find|search(?:ing)?|look(?:ing)?|hunting|shopping|browse)(?: (?:for|me|up|at|to (?:buy|rent|purchase|find)))*(?: [^.?!]{0,24})? ?\\b${home}\\b`,
    `\\b${home} (?:shopping|hunting|search)\\b`,
    `\\b(?:give|show|showing|giving|list|send|tell|get)(?: (?:me|us))?\\b[^.?!]{0,30}\\b${home}\\b`,
    `\\b(?:buy(?:ing)?|purchas(?:e|ing)|rent(?:ing)?|view(?:ing)?|see|discuss)\\b[^.?!]{0,16}\\b${home}\\b`,
    `\\b(?:interested in|information (?:about|on)|info (?:about|on)|ask about|details (?:of|about|on))\\b[^.?!]{0,20}\\b${home}\\b`,
    `\\b(?:is|are) there (?:a|an|any|some)\\b[^.?!]{0,14}\\b${home}\\b`,
    `\\b(?:do you have|have you got|got)\\b[^.?!]{0,14}\\b${home}\\b`,
    `\\b(?:i|we)(?:'d| would)? ?(?:just |really )?(?:need|want|wanna|like)(?: to have)?(?: (?:a|an|some|any|my|another|new))* ${home}\\b(?! (?:to be|near|that|which|must|should|with))`,
    `^\\W*(?:need|want)(?: (?:a|an|some|any))? ${home}\\b`,
    `^\\W*(?:any |some )?${home} (?:in|near|around|at) (?!a |the (?:lake|countryside|city))`,
    `\\b${home} (?:for|to|on) (?:sale|sell|rent|buy)\\b`,
    `^\\W*any (?:\\w+ ){0,2}${home} (?:available|left|for|in|near|around|with|under)\\b`,
    `\\b(?:want|like|need|looking|wanna|wish|plan(?:ning)?) (?:to )?(?:buy|purchase|rent)\\b(?! (?:it|this|that|with|in cash)\\b)`,
    `\\blooking for (?:something|one|somewhere|a new home)\\b`,
    `\\bbusc(?:o|ando|amos)\\b[^.?!]{0,20}\\b${home}\\b`,
  ].join('|'),
  'i',
);
const namedPerson = '(?:@\\w+|\\p{Lu}\\p{L}+)';
const person = new RegExp(
  [
    `\\b(?:[Tt]alk|[Ss]peak|[Cc]hat|[Cc]onnect|[Cc]onnect me|[Ss]ay (?:something|hello|hi)|[Ss]omething|[Pp]ut(?: me)? through)\\b(?: \\p{L}+){0,2}? (?:to|with) (?:the |an? )?(?:${namedPerson}|agents?\\b|owners?\\b|sellers?\\b|person\\b|human\\b|someone\\b|somebody\\b|realtor\\b)`,
    `\\b(?:[Cc]all|[Cc]ontact|[Rr]each|[Mm]essage|[Tt]ext|[Pp]hone|[Rr]ing)(?: (?:up|to|with))? (?:the |an? )?(?:${namedPerson}|agent\\b|owner\\b|seller\\b|someone\\b|realtor\\b)`,
    `\\b(?:[Ss]end|[Ll]eave|[Gg]ive) (?:an? )?message (?:to|for) ${namedPerson}`,
    '\\b(?:talk|speak|chat) (?:to|with) (?!you\\b|u\\b|me\\b|us\\b|it\\b|my\\b|our\\b|your\\b)@?\\p{L}{2,}',
    '\\b(?:call|contact|connect|reach|message)(?: (?:me|us))?(?: (?:to|with))? (?!you\\b|u\\b|me\\b|us\\b|it\\b)@?[\\p{L}\\d ]{2,24} for me\\b',
  ].join('|'),
  'u',
);
const onlyName =
  /^\W*(?:(?:[Tt]o|[Ww]ith|[Ii]t's|[Ii]t is) )?(?:@\w+|\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})(?:,? please)?\W*$/u;
const meets =
  /\b(?:app?oint?ments?|meetings?(?! rooms?)|schedule|rendezvous|cita)\b|\b(?:meet|see|visit)\b(?: (?:with|@?[a-z\u00e0-\u00ff]+)){0,4} (?:on|at|in|next|this|tomorrow|today)\b|\b(?:wanna|want to|like to) meet\b/i;
const inMinutes = /^\W*(?:in|within|after) (?:\d{1,3}|an?|two|three|five|ten|half an) (?:minutes?|hours?|mins?)\b/i;
const weekendOnly = /^\W*(?:(?:at|on|in|this|next|the)\s){0,2}weekends?\W*$/i;
const market =
  /\bmarket(?:'s)?\b[^.?!]{0,20}\b(?:trends?|prices?|report|data|statistics?|stats|charts?|doing|like|value|overview|analysis)\b|\bhow(?:'s| is| are) the (?:\w+ )?market\b|\bsee the market\b(?! (?:from|nearby))|\bdashboards?\b|\banalytics\b|\b(?:what|how) are (?:the )?(?:\w+ )?prices (?:like|doing|going)\b|\b(?:trends?|charts?|graphs?|statistics?|visuali[sz]\w+)\b(?! (?:house|home))/i;
const listingStatus =
  /\b(?:(?:de-?|re-?)?activat\w+|turn(?:ing)? (?:it |them )?(?:on|off)|switch(?:ing)? (?:on|off)|enabl\w+|disabl\w+|(?:un)?publish\w*|take down|put up|hide|pause|close)\b[^.?!]{0,24}\b(?:posts?|listings?|ads?|adverts?|announcements?)\b|\b(?:put|take|bring|get)\b[^.?!]{0,8}\b(?:posts?|listings?|ads?|adverts?|announcements?) (?:online|offline|up|down|live)\b/i;
const refuses =
  /^\W*(?:(?:uh|um|oh|hmm|well|sorry)[\s,.]{1,3})?(?:no+|nope|nah|(?:absolutely|definitely|certainly) not|not (?:really|at all|now|yet|this(?: one| time)?|that(?: one)?|for me|interested|at the moment|right now|today)|(?:i(?:'d| would)|we(?:'d| would)) rather not|never ?mind|never|nothing\b|none\b|(?:that|this|it)(?:'s| is|s)? (?:all|enough|it)\W*$|not (?:good|suitable|right|ok|okay|fine) for (?:me|us)|neither\b|n\W*$|(?:don't|dont|do not)\b|i (?:don't|do not|dont|didn't|can't) (?:want|think|need|like|agree|really)(?! (?:a|an|any|more|you|it|this|the)\b)|(?:it|this|that) (?:does|is|will|would)(?: not|n't)|negative|no way|absolutely not|of course not|definitely not|i disagree|wrong|incorrect|stop|cancel)\b(?! (?:more (?:than|then)|less|higher|later|bigger|smaller|pets?|one|problem))/i;
const says =
  /^\W*(?:(?:oh|well|ah)[\s,]{1,3})?(?:(?:y+e+s+|yes+ ?sir|y|true|very well|(?:great|good|nice) idea|yea+h?|yep|yup|ya|si|s[ií]|absolutely|definitely|(?:for )?sure|of course|certainly|indeed|exactly|correct|(?:that(?:'s| is)|thats) (?:right|correct|true)|right|affirmative|by all means|totally|please do|why not|claro)(?:[\s,.!]{1,3}|$)){1,4}(?:please|sir|of course|i do|thanks?)?\W*$/iu;
const opensWithYes =
  /^\W*(?!(?:absolutely|definitely|certainly|sure) not\b)(?:(?:that(?:'s| is|'d be| would be) )?an? (?:\w+ )?yes|y+e+s+|yea+h?|yep|yup|sure|of course|absolutely|definitely|you bet|uh[- ]?huh|correct|exactly|s[ií])\b/iu;
const agrees =
  /^\W*(?!(?:cool|good|great)\W*$)(?:(?:ok(?:ay)?|okey|okie|go (?:for it|ahead)|k|alright|all right|fine|deal|agreed?|(?:that(?:'s| is|s)|it(?:'s| is)|i(?:'m| am)) (?:ok|okay|fine|alright|all right|cool with|good with|fine with)|i (?:agree|confirm|accept)|confirm(?:ed)?|sounds (?:good|great|fine|perfect)|works for me|got it|understood|i see|that works|cool|good|great|sure|i confirm (?:that|it|this)|no problem|vale|de acuerdo|est[aá] bien)(?:[\s,.!]{1,3}|$)){1,3}(?:by me|(?:to|with|for) (?:me|us|that|it)|then|please|that works)?\W*$/i;
const opines =
  /\b(?:(?:you|u)(?: people| guys| all)?(?:'re|r| are)? (?:\w+ ){0,2}(?:crazy|insane|nuts|useful|useless|smart|clever|stupid|dumb|great|amazing|awesome|good|bad|helpful|useless|funny|nice|the best|terrible|annoying|cool|sweet|slow|fast|perfect|idiot)|(?:stupid|useless|dumb|idiot|horrible|terrible|awful)\b|(?:great|good|bad|nice|terrible|horrible|awful|wonderful|amazing|perfect|lovely) (?:job|work|experience|service|bot|app|chat|talk|conversation)|well done|you did (?:\w+ )?(?:well|great|good)|(?:best|worst|greatest) (?:ro?)?(?:bot|chat|chatbot|assistant|service|app)\b|(?:i (?:really |do )?(?:love|like|hate|enjoy(?:ed)?)|^\W*(?:love|like|hate)) (?:it|this|you|talking|chatting)|not bad|don't like (?:it|this|you)|(?:you|it|this) sucks?|(?:good|bad|nice|smart|stupid|great|cool) (?:ro|chat ?)?bot)\b|^\W*(?:(?:it|this|that|you)(?:'s|'re| is| are| was| were) )?(?:(?:so|not|very|really|still|quite|pretty|just|too|a|such|that|all) ){0,4}(?:good|great|awesome|amazing|incredible|wonderful|excellent|perfect|fantastic|nice|cool|bad|sucks|the (?:best|worst)|worst|terrible|awful|stupid|brilliant|lovely|helpful|impressive|disappointing|boring|funny|useful|useless|friendly)\W*$/i;

const mostChars = 500;

/** The speech act of a message, which says what to answer it as. The readers of single facts say what is in it. */
export function readSpeechAct(text: string): SpeechAct {
  // A message of that length says something of its own.
  if (text.length > mostChars) return 'statement';
  const plain = plainText(text);
  const short = plain.length < 60;
  if (market.test(plain)) return 'market';
  if (howAreYou.test(plain)) return 'how-are-you';
  if (person.test(plain)) return 'person';
  if (listingStatus.test(plain)) return 'listing-status';
  if (says.test(plain) || (plain.length <= 20 && opensWithYes.test(plain) && !/\d/.test(plain))) return 'yes';
  if (greets.test(plain)) return 'greeting';
  if (short && (parts.test(plain) || /\b(?:good ?bye|bye(?:[- ]?bye)?)\b\W*$/i.test(plain))) return 'goodbye';
  const asksForMore = asksMore.test(plain);
  if (asksForMore && !refuses.test(plain)) return 'more';
  if (searches.test(plain)) return 'search';
  if (refuses.test(plain)) return 'no';
  if (meets.test(plain) || inMinutes.test(plain) || weekendOnly.test(plain) || isOnlyTime(plain)) return 'appointment';
  if (agrees.test(plain)) return 'agree';
  if (short && thanksWords.test(plain) && !/\d|\b(?:one|two|three|four|five|six)\b/i.test(plain)) return 'thanks';
  if (short && opines.test(plain)) return 'opinion';
  return onlyName.test(plain) ? 'name' : 'statement';
}

const timeWords =
  /\b(?:on|at|in|this|next|the|around|about|maybe|for|please|i|am|i'm|free|available|ok|okay|yes|and|or)\b/gi;

/** A day or a time of day and next to nothing else. */
function isOnlyTime(plain: string): boolean {
  if (plain.length > 60) return false;
  const reads = [readDay(plain), readTimeOfDay(plain)].filter((read) => read !== null);
  // "About 3" may be rooms as well.
  if (reads.length === 0 || /^\W*(?:about|around)\s\d{1,2}\W*$/i.test(plain)) return false;
  let rest = plain;
  for (const { start, end } of reads.sort((a, b) => b.start - a.start)) rest = rest.slice(0, start) + rest.slice(end);
  return (rest.replace(timeWords, '').match(/\p{L}/gu)?.length ?? 0) <= 3;
}

const ofThem =
  /(?<!\p{L})(?:i|im|ive|we|weve|my|our|me|us|it|its|the|there|theres|this|that|they|he|she|his|her|their|yo|mis?|nos|nosotr[oa]s|nuestr[oa]s?|el|la|los|las|es|est[aá]n?|hay|son|soy|somos|estoy|estamos|ten(?:go|emos))(?!\p{L})/iu;

/** "We owe about 310k", "la casa tiene diez años": four words or more of a person about themselves or the home, that ask nothing. */
export const tellsOfThemselves = (text: string): boolean =>
  !text.includes('?') && text.trim().split(/\s+/, 4).length === 4 && ofThem.test(text);
