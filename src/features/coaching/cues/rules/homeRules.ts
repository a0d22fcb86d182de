import { homeFeatures } from '../../../reading/home/readHomeFeatures.ts';
import type { CueRule } from '../model.ts';
import { either, oneOf, saying } from './saying.ts';

/** Not the words that name a place as well: "near my office", "Mountain View". */
const { view: _view, office: _office, ...named } = homeFeatures;
const part = [
  ...Object.values(named),
  /\d\+? ?(?:-? ?)(?:bed|bath)(?: ?rooms?|s)?\b|\b(?:one|two|three|four|five|six|\d) (?:bed|bath)(?: ?rooms?|s)?\b|\b(?:bed|bath) ?rooms?\b/,
  /\b(?:garages?|parking|laundry|washers?|dryers?|dishwashers?|furnished|unfurnished|pets?(?:[- ]friendly)?|dogs?|cats?|air conditioning|a\/c|heating|utilities|wi-?fi|kitchen|closets?|square f(?:ee|oo)t|sq\.? ?ft|floor ?plan|rooftop|(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)?) floor|floor \d+|higher floor|smok(?:e|ing)|furniture|cochera|amueblad[oa]|rec[aá]maras?|ba[nñ]os?|mascotas?)\b/,
]
  .map(({ source }) => source)
  .join('|');
const wish =
  "(?:need|needs|want|wants|looking for|looking to|would like|'d like|would love|'d love|prefer(?:ably)?|must|should|has to|have to have|with|hoping for|find(?: me)?|search for|at least|important|required|requirements?|wish it had|necesito|quiero|busco|queremos|buscamos|necesitamos|con|que tenga|at most|okay with)";
const wishesFeature = new RegExp(
  `(?<!\\p{L})${wish}(?!\\p{L})[^.?!;]{0,60}?(?:${part})|(?:${part})[^.?!;]{0,24}\\b(?:(?:is|are) (?:a must|required|important|needed|necessary|enough)|would be (?:nice|great|good|perfect)|preferred|if possible|please|es importante)`,
  'iu',
);
const asksFeature = new RegExp(
  `(?<!\\p{L})(?:is|are|does|do|has|have|will|can|what|how many|how big|which|any|tiene|tienen|hay|cu[aá]nt[oa]s|se permiten|aceptan|allow(?:s|ed)?)(?!\\p{L})[^.?!;]{0,50}?(?:${part})[^.!;]{0,60}\\?|\\b(?:check|know|tell me|find out|confirm|wonder\\w*|curious)\\b[^.?!;]{0,40}(?:${part})`,
  'iu',
);
const noFeature =
  /\b(?:don['’]?t|do not|doesn['’]?t|does not|not) (?:really )?(?:need|want|care|matter|have to)\b|\b(?:hotel|restaurant|car|ride|cab|flight|bike|phone|hot dog|weather|movie)\b|\bany (?:pets|of your)\b.*\byour\b/i;

/** Asks how it holds up. */
const asksCondition = oneOf(
  /(?:any|are there|is there|were there|(?:does|did|has|have|had)(?: \w+){1,4}|no)(?: \w+){0,3} (?:damages?|defects?|issues?|problems?|leaks?|mold|cracks?|scratch\w*|dents?|stains?|rust|accidents?|repairs?|tears?|flaws?|pests?|termites?|flood(?:ing|s|ed)?|wear|holes?|chips?|damaged|scratched|stained|renovated|remodeled|updated|repaired|replaced)(?=[^.!]*\?)/,
  /(?:how old|how new|how worn) (?:is|are|was|were)(?! (?:you|they|your)\b)(?: \w+){1,6}|how (?:many miles|long) (?:are|is|does|do|has|have|did) (?:on|it|you) (?:on|have|had|owned|used|been using)|(?:what year) (?:is|was)(?: \w+){1,4}(?=[^.!]*\?)|what (?:kind of |sort of |type of )?(?:condition|shape)|how(?:'s| is| are|s) (?:the|its|their) (?:\w+ )?(?:condition|shape)|(?:in|its|the|overall|good|bad|great|working|decent) (?:condition|shape|order)(?=[^.!]*\?)/,
  /(?<!\b(?:how|what|where|who|countries|places) )(?:does|do|is|are) (?:it|they|everything|all of it|the \w+(?: \w+)?)(?: \w+){0,2} (?:work(?:s|ing)?(?! (?:in|by|for|with|as|at|around)\b)|run(?:s|ning)?(?! (?:in|by|for|the)\b)|function\w*|intact|clean|sturdy|dependable|reliable)(?=[^.!]*\?)|(?:need|needs|require)(?: \w+){0,2} (?:work|repairs?|fixing|maintenance)(?=[^.!]*\?)/,
  /(?:tiene|hay|ha tenido)(?: \w+){0,3} (?:da[nñ]os?|goteras?|problemas?|humedad|moho|fugas?|plagas?)(?=[^.!]*\?)|en qu[eé] (?:condiciones|estado)|qu[eé] tan (?:viej[oa]|antigu[oa])|cu[aá]ntos a[nñ]os tiene/,
);
const otherCondition =
  /\b(?:your (?:day|family|trip)|weather|traffic|charit\w+|organi[sz]ation)\b|\bproblem\?|\bno problem/i;

/** Says what speaks against it. */
const findsFault = oneOf(
  /(?:it|they|that|this|there|(?:the|this|that) \w+(?: \w+)?)(?:'s|'re| is| are| was| looks?| seems?| feels?| has| have)(?: (?:\w+ )?(?:an?|some|a lot of|a bit|a little|kind of|pretty|very|quite|too|really|so|rather|also|just|only|already)){0,2} (?:old|older|outdated|dated|worn(?: out)?|used|damaged|scratched|scratches|dents?|stain(?:s|ed)|dirty|small|smaller|tiny|cramped|dark|noisy|loud|broken|rough|far|run[- ]?down|rusty|rust|ugly|plain|missing|narrow|cracks?|wear|damage|problems?|issues?|high mileage|lots? of miles|flaws?|holes?)/,
  /(?:it|they|that|this|(?:the|this|that) \w+(?: \w+)?) (?:'ll |will |would |does |do |probably |definitely |also |still |might ){0,2}(?:needs?|requires?|could use|lacks?|is missing|are missing|is lacking)(?: \w+){0,3} (?:work|repairs?|renovat\w+|remodel\w*|updat\w+|paint\w*|new \w+|fix\w*|replac\w+|clean\w*|maintenance|a tune|tune[- ]?ups?)/,
  /(?:don'?t|do not|didn'?t|not (?:a fan of|crazy about|thrilled (?:with|about)|wild about)) (?:really |quite |particularly )?(?:like|love|care for|the) (?:that |how |the (?:color|colour|layout|location|look|style|kitchen|yard|floor\w*|bathroom|view|street|area|neighborhood|size|condition|fact|idea|carpet))/,
  /(?:only|just) (?:has|have|got) (?:one|1|a single|two|2) (?:bed|bath|car|garage|window|closet|\w*room)|(?:no|without an?|doesn'?t have an?|does not have an?|has no|have no|there(?:'s| is| are) no) (?:\w+ )?(?:garage|parking|yard|backyard|washer|dryer|laundry|dishwasher|elevator|balcony|pool|storage|closets?|air conditioning|a\/c|ac|warranty|box|charger|view|light|windows?)|not (?:worth|in (?:the best|great|good|perfect))/,
  /(?:est[aá]|es|se ve|se ven|son|est[aá]n) (?:muy |un poco |demasiado |algo |bastante )(?:viej[oa]s?|antigu[oa]s?|peque[nñ][oa]s?|chic[oa]s?|oscur[oa]s?|ruidos[oa]s?|lejos|descuidad[oa]s?)|(?:necesita|le falta|le faltan|hay que)(?: \w+){0,3} (?:arregl\w+|repar\w+|pintura|pintar|remodel\w+|trabajo)/,
);
const noFault =
  /\?|\b(?:not|n['’]t|never|isn['’]?t|aren['’]?t|no (?:scratch|stain|damage|problem|issue|dent|flaw|rust|wear|hole|crack))\b(?! (?:like|worth|in|a fan))|\b(?:how old|years? old|(?:day|month|week)s? old|as old|used to|(?:kids?|children|dogs?|son|daughter|family|budget|fan|world|heart|kind)\b(?: \w+){0,4} (?:is|are) (?:\w+ )?(?:small|old|older))\b|\bsmall (?:amount|donation|price|part|thing)\b|\b(?:not )?too far\b/i;

const aCity =
  /(?:in|near|around|close to|over in|within) (?:the )?(?:[A-Z]{2,3}\b|(?:(?:San|Santa|Los|Las|El|La|New|St\.?|Saint|Fort|North|South|East|West|Mount|Lake|Palo|Walnut|Union|Half|Daly) )?[A-Z][\p{L}'-]+)/u
    .source;
/** A month, a day, a name of something else. */
const noCity =
  '(?! ?(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I\\b|Craigslist|English|Spanish|Am\\b|The\\b|My\\b|It\\b|Is\\b|A\\b|Ok\\b|USA?\\b|America\\b|U\\.S))';
const livesIn = new RegExp(
  `\\b(?:apartments?|homes?|houses?|place|propert(?:y|ies)|condos?|units?|townhouses?|flat|live|living|mov(?:e|ing)|looking|find|search(?:ing)?|something|one|bedrooms?|rent|buy|be|located|located|it|options?|areas?|city|prefer)\\b[^.?!;]{0,50}?\\b${aCity.replace(' (?:the )?', ` (?:the )?${noCity}`)}|^\\W*(?:[Pp]lease |[Mm]aybe |[Yy]es,? |[Oo]h,? |[Oo]k,? )?(?:[Ii]n|[Nn]ear|[Aa]round) (?:the )?${noCity}[A-Z][\\p{L}'-]+(?: [A-Z][\\p{L}'-]+)?(?: area| please)?\\W*$`,
  'u',
);
const nearby = oneOf(
  /(?:near|nearby|close (?:to|by)|next to|far from|walking distance|within (?:walking|\d+)|not far from|minutes from|around the corner from) (?:of |to )?(?:an? |the |my |our |any |some )?(?:\w+ )?(?:parks?|schools?|work|office|job|university|campus|college|station|stations?|bart|train|metro|bus|subway|transit|transport\w*|shops?|shopping|stores?|grocer\w+|downtown|center|centre|beach|hospital|airport|freeway|highway|gym|city|town|restaurants?|water|lake|church|mall|family|friends|children|kids|playgrounds?)/,
  /(?:good|nice|great|safe|quiet|bad|better|convenient|which|what|ideal|perfect|close|same) (?:and \w+ )?(?:areas?|neighbou?rhoods?|locations?|parts? of (?:town|the city)|side of town)/,
  /(?:how(?:'s| is| are)|like|love|about) the (?:\w+ )?(?:area|neighbou?rhood|location|commute|surrounding area)/,
  /(?:where (?:is|are|exactly is|'s) (?:it|this|the (?:apartment|house|home|property|place|unit))(?: located)?|what (?:city|area|part|street|neighbou?rhood)|(?:location|area|neighbou?rhood) (?:is|seems|looks|matters|works))/,
  /(?:in|to|by|near|of) (?:the )?(?:downtown|midtown|suburbs|city center|countryside|west side|east side|north side|south side)|my commute|(?:short|long|easy|the) commute|downtown/,
  /(?:any|are there|is there)(?: \w+){0,3} (?:parks?|schools?|shops?|stores?|restaurants?|playgrounds?|transit|bart)(?: \w+){0,2} (?:nearby|near|close|around|in the area|within)|public transport\w*/,
  /cerca (?:de|del)|(?:en|por) el centro|(?:qu[eé]|buena|mala|esa|esta|otra) (?:zona|colonia|[aá]rea|ubicaci[oó]n)|lejos (?:de|del)|d[oó]nde (?:est[aá]|queda)/,
);
const noPlace =
  /\b(?:i|we) (?:currently |now )?live in\b|\b(?:rain\w*|snow\w*|degrees|forecast|temperature|sunny|cloudy|cold|hot|like on)\b|\b(?:weather|ride|cab|taxi|uber|hotel|restaurant to|flight|fly|movie|bus ticket|pick you|deliver\w*|rent a car|car|event|concert)\b|\b(?:pick|meet|come)\b[^.?!]{0,24}\b(?:up|you)\b/i;

/** Moments about the home that they want, and its area. */
export const homeRules: readonly CueRule[] = [
  {
    id: 'features-wished',
    kind: 'features',
    on: 'lead',
    find: saying(wishesFeature, noFeature),
    text: 'They named a must-have. Ask which ones they’d trade.',
    priority: 3,
    lastsMin: 30,
  },
  {
    id: 'features-asked',
    kind: 'features',
    on: 'lead',
    find: saying(asksFeature, noFeature),
    text: 'They asked about a feature. Answer it, then ask why.',
    priority: 3,
    lastsMin: 15,
  },
  {
    id: 'features-condition',
    kind: 'features',
    on: 'lead',
    find: saying(asksCondition, otherCondition),
    text: 'They ask about its condition. Say what’s disclosed, and offer an inspection.',
    priority: 2,
    lastsMin: 15,
  },
  {
    id: 'features-fault',
    kind: 'features',
    on: 'lead',
    find: saying(findsFault, noFault),
    text: 'They see a drawback. Ask how much it matters to them.',
    priority: 2,
    lastsMin: 15,
  },
  {
    id: 'location-sensitive',
    kind: 'location',
    on: 'lead',
    find: saying(
      oneOf(
        /(?:is|are|how|what|good|safe|bad|great|better|best|about)(?: \w+){0,4} (?:safe|schools?|crime|dangerous|neighbou?rhood safe)/,
        /(?:safe|bad|dangerous|rough|good) (?:and \w+ )?(?:area|neighbou?rhood|part of town)|crime rates?|school district|(?:es|zona) (?:\w+ )?segur[oa]|buenas escuelas/,
      ),
      /\b(?:safe (?:to|trip|drive|travels|side)|weather|ride)\b/i,
    ),
    text: 'Don’t rate safety or schools. Point them to public sources.',
    priority: 1,
    lastsMin: 15,
  },
  {
    id: 'location-wished',
    kind: 'location',
    on: 'lead',
    find: either(saying(nearby, noPlace), saying(livesIn, noPlace)),
    text: 'Location matters to them. Ask what they need nearby.',
    priority: 3,
    lastsMin: 30,
  },
];
