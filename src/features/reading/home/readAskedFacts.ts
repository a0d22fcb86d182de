import { rememberRecent } from '../../../kernel/rememberRecent.ts';
import { namesOnlyFacts } from '../dialogue/namesOnlyFacts.ts';
import { messagesRemembered } from '../model.ts';
import { sentencesOf } from '../text/sentencesOf.ts';
import { type Amenity, askedAmenities } from './readAmenities.ts';

/** A fact of a home that somebody may ask for. */
export type AskedFact =
  | Amenity
  | 'phone'
  | 'address'
  | 'price'
  | 'price-per-sqft'
  | 'beds'
  | 'bed-floor'
  | 'baths'
  | 'hoa'
  | 'taxes'
  | 'size'
  | 'lot'
  | 'year'
  | 'kind'
  | 'parking'
  | 'heating'
  | 'features'
  | 'available'
  | 'open-house'
  | 'listing-agent'
  | 'listed'
  | 'steps'
  | 'rental-rules'
  | 'hoa-rules';

const bedrooms = '(?:bed ?rooms?|beds|suites?|rec[aá]maras?|cuartos?|dormitorios?|habitaci(?:[oó]n|ones))';
const floors =
  '(?:up ?stairs|down ?stairs|(?:first|ground|main|second|same|one|which|what) (?:floor|level)|arriba|abajo|planta baja|segundo piso)';
const bedFloor = new RegExp(
  `\\b${bedrooms}(?!\\p{L})[^.?!]{0,24}\\b${floors}(?!\\p{L})|\\b${floors}(?!\\p{L})[^.?!]{0,16}\\b${bedrooms}(?!\\p{L})`,
  'iu',
);

const facts: [AskedFact, RegExp][] = [
  [
    'phone',
    /\b(?:phone|telephone|contact (?:number|info\w*|details?)|contact no|(?:their|your|the|its|a|what) number|number (?:to|for|of) (?:call|the|this|contact|reach|that)|n[uú]mero|tel[eé]fono|how (?:can|do|could) (?:i|we) (?:contact|reach|call))\b/i,
  ],
  [
    'address',
    /\b(?:address|where (?:is|are) (?:it|they|this|that|the)|where's|located|location of|direcci[oó]n|d[oó]nde (?:est[aá]|queda))\b/i,
  ],
  [
    'price',
    /\b(?:how much(?! (?:work|time|room|space|land|yard|storage|notice|longer|traffic|noise|light|sun|info\w*|details?|experience|help|interest|interior|of)\b)|(?<!\b(?:accepted|agreed|sold|final|contract|selling|closing|offer) )price[ds]?|cost(?:s|ing)?(?! (?:me|us|you|anything|nothing)\b)|(?:what(?:'s| is)|monthly) (?:the )?rent|rent(?:al)? (?:amount|price|cost)|asking for|going for\b|cu[aá]nto (?:cuesta|vale|es)(?! [a-z]+(?:ar|er|ir)(?:l[ao]s?)?\b)|precio)\b/i,
  ],
  [
    'price-per-sqft',
    /\b(?:ppsf|(?:per|\/) ?(?:sq(?:uare)?\.? ?f(?:oo|ee)?t|sqft|sf)|(?:price|cost|how much|\$)[^.?!,]{0,20}(?:a|each|by the) ?(?:sq(?:uare)?\.? ?f(?:oo|ee)?t|sqft|sf)|(?:por|el|cada) (?:pie|pi[eé]) cuadrado)\b/i,
  ],
  [
    'beds',
    /\b(?:how many|number of|count of|what about) (?:\w+ (?:and|or|&|n) )?(?:bed ?rooms?|beds?|rooms|rec[aá]maras|habitaciones|cuartos)\b|\b(?:have|has|are there|got) (?:at least |only )?(?:\d|one|two|three|four|five) bed ?rooms?\b|\bcu[aá]ntas? (?:rec[aá]maras|habitaciones)/i,
  ],
  ['bed-floor', bedFloor],
  [
    'baths',
    /\b(?:how many|number of|count of|what about) (?:[\w ]{1,12} (?:and|or|&|n) )?(?:bath ?rooms?|baths?|ba[nñ]os)\b|\b(?:have|has|are there|got|and) (?:at least |only )?(?:\d|one|two|three|four|five) bath ?(?:rooms?|s)?\b|\bcu[aá]ntos ba[nñ]os/i,
  ],
  [
    'hoa',
    /\b(?:hoa|home ?owners'? association|association (?:fees?|dues|charges?)|condo fees?|cuota (?:de|del) (?:la )?(?:hoa|asociaci[oó]n)|maintenance fees?|cuotas?(?: (?:mensual|al mes))?(?: de)? mantenimiento|(?:mes|mensual(?:es)?) de mantenimiento|mantenimiento (?:al mes|mensual))\b/i,
  ],
  ['taxes', /(?<!\b(?:income|sales|gains|estate|gift|transfer|inheritance) )\b(?:tax(?:es)?|impuestos?|predial)\b/i],
  [
    'size',
    /\b(?:how (?:big|large)(?! (?:is|are|was) (?:the|that|this|your|its) (?!(?:house|home|place|property|condo|unit|town|duplex|apartment|building|one)))|square (?:feet|footage|meters)|sq\.? ?ft|sqft|qu[eé] tan grande|metros cuadrados|pies cuadrados|qu[eé] tama[nñ]o)\b/i,
  ],
  [
    'lot',
    /\b(?:lot size|size of the (?:lot|yard)|how (?:big|large) is the (?:lot|yard|garden)|(?<!\ba )lot\b|acres?|acreage|terreno|lote)\b/i,
  ],
  [
    'year',
    /\b(?:how old(?: (?:is|are))? (?:it|this|that|they|the (?:house|home|place|property|building|condo|unit))|how old\W*$|what year|when was (?:it|the \w+) built|year built|a[nñ]o de construcci[oó]n|(?:en )?qu[eé] a[nñ]o|de qu[eé] a[nñ]o|cu[aá]ndo se construy[oó]|qu[eé] edad tiene)(?!\p{L})/iu,
  ],
  [
    'kind',
    /\b(?:what (?:kind|type|sort) of (?:home|house|property|place|building)|is (?:it|this|that) an? (?:condo|town ?ho(?:me|use)|duplex|house|single[- ]family)|qu[eé] tipo de (?:casa|propiedad|vivienda))/i,
  ],
  ['parking', /\b(?:parking|carport|driveway|estacionamiento|cochera|parquear)\b/i],
  [
    'heating',
    /\b(?:heat(?:ing|ed)?|central air|hvac|cooling|air[- ]condition(?:ing|er|ed)?|a\/c|\bac\b|furnace|calefacci[oó]n|aire acondicionado)(?!\p{L})/iu,
  ],
  [
    'features',
    /\b(?:features|amenities|what (?:comes with|does it (?:have|come with|include))|amenidades|caracter[ií]sticas)\b/i,
  ],
  [
    'available',
    /\b(?:still (?:available|for sale|on the market|listed|up(?! (?:to|for (?:debate|discussion))\b))|is (?:it|this|that) available|available now|been sold|(?:is|are) (?:it|this|that|this one|that one|they) (?:really |already )?(?:gone|taken)|(?:really|already) (?:gone|taken)|is it sold(?! (?:furnished|as|with|by)\b)|under contract|sigue disponible|todav[ií]a (?:est[aá] )?(?:disponible|a la venta|en venta)|(?:est[aá]|sigue) (?:a la|en) venta|est[aá] disponible|ya se vendi[oó])(?!\p{L})/iu,
  ],
  ['open-house', /\bopen[- ]?houses?\b|\b(?:casa abierta|puertas abiertas)\b/i],
  [
    'listing-agent',
    /\blisting (?:agent|realtor|broker)\b|\b(?:who(?:'s| is)|whos|name of) (?:the |your )?(?:agent|realtor) (?:on|for|of|here|listing|selling)\b|\b(?:who(?:'s| is)?|whos|whose) (?:list(?:s|ed|ing)|selling|showing|representing|handling|has|is) (?:it|this|that|(?:the|this) (?:house|home|listing|place|one|property))\b|\bwho(?:'s| is|s) (?:the )?(?:agent|realtor)\W*$|\bname of (?:the )?(?:agent|realtor)\b|\bqui[eé]n (?:vende|lleva|muestra) (?:la|esta|esa)\b|\bqui[eé]n es (?:el|la) (?:agente|realtor)(?: de (?:la|esta|esa)\b|\W*$)/iu,
  ],
  [
    'listed',
    /\b(?:when (?:was|did) (?:it|this|that|the \w+) (?:get |first |go )?(?:listed|on the market)|how long (?:has|have|'s|is|was) (?:it|this|that|the \w+) (?:been )?(?:on the market|listed|for sale|up)|how (?:long|many days) on (?:the )?market|days on (?:the )?market|listing date|list date|cu[aá]ndo se (?:public|list|puso)\w*|cu[aá]nt[oa]s? (?:tiempo |d[ií]as )?(?:lleva|tiene) (?:en|a la) (?:el )?(?:venta|mercado))(?!\p{L})/iu,
  ],
  [
    'steps',
    /\b(?:stairs?|staircases?|step[- ]?free|wheelchair|(?<!next |first |the )steps?(?= (?:up|down|at|into|inside|outside|or|to get (?:in|up))\b|\W*$)|(?:any|many|no) steps?|escal(?:ones|eras?)|gradas|silla de ruedas)\b/i,
  ],
  [
    'rental-rules',
    /\b(?:air ?bnb|vrbo|strs?|short[- ]term rent\w*|rentable|rent (?:it|this|that|the \w+) out|rental (?:rules?|restrictions?|caps?)|sublet|(?:can|could|may) (?:i|we) rent (?:it|this|that|the \w+)|rentarla|se puede rentar)\b/i,
  ],
  [
    'hoa-rules',
    /\b(?:hoa|association)(?:'s)? (?:rules?|restrictions?|bylaws?|regulations?|covenants?)\b|\b(?:rules?|restrictions?|bylaws?) (?:of|from|by|in) the (?:hoa|association)\b|\bwhat does the hoa (?:allow|forbid|say)\b|\bcc ?& ?rs?\b|\breglas (?:de la|del) (?:hoa|asociaci[oó]n)(?!\p{L})/iu,
  ],
];

/** In a list of names they are asked for without a "how many". */
const bareNames: [AskedFact, RegExp][] = [
  ['beds', /\b(?:bed ?rooms?|beds?|br|bd|rec[aá]maras?|cuartos?|habitaciones)(?!\p{L})/iu],
  ['baths', /\b(?:bath ?rooms?|baths?|ba|ba[nñ]os?)(?!\p{L})/iu],
  ['size', /\b(?:size|tama[nñ]o|metros)(?!\p{L})/iu],
  ['year', /\b(?:age|year|a[nñ]o)\b(?<!(?:roof|hvac|ac|a\/c|heater|system)s? age)/iu],
];

/** The sums that "how much" asks for when the sentence names another one. */
const otherSum =
  /\b(?:insurance|earnest|option|electric\w*|utilit\w+|water|mortgage|payments?|down|deposit|repairs?|rates?|closing|seguro|luz|agua|enganche|hipoteca)\b/i;
/** "How much is it and is there an HOA?" asks for both. */
const ownSum = /\bhow much (?:is|does) (?:it|this|the (?:house|home|place|condo))(?: cost)?(?:[?,]| and\b)/i;
const onlySum = /^(?:how much|cost(?:s|ing)?|cu[aá]nto)/i;

export interface Asked {
  fact: AskedFact;
  /** Where in the text its words begin. */
  start: number;
}

/**
 * The facts of the home at hand that a message asks for, in the order in which they are named; empty when it asks for none. `asked`: the
 * whole text is known to be a question, as "HOA and taxes" is one where somebody asks.
 */
export const askedFacts = (text: string, { asked = false }: { asked?: boolean } = {}): readonly Asked[] =>
  (asked ? askedInQuestion : askedInMessage)(text);
const askedInQuestion = rememberRecent(messagesRemembered, (text) => findAsked(text, true));
const askedInMessage = rememberRecent(messagesRemembered, (text) => findAsked(text, false));

function findAsked(text: string, asked: boolean): Asked[] {
  const sentences = sentencesOf(text)
    .map((sentence) => (asked ? { ...sentence, kind: 'question' as const } : sentence))
    .filter(({ kind }) => kind === 'question');
  const found = new Map<AskedFact, number>();
  for (const { plain, start } of sentences) {
    const named = facts.flatMap(([fact, pattern]) => {
      const match = pattern.exec(plain);
      return match ? [{ fact, words: match[0], start: start + match.index }] : [];
    });
    if (asked && namesOnlyFacts(plain))
      for (const [fact, pattern] of bareNames) {
        const match = named.some((one) => one.fact === fact) ? null : pattern.exec(plain);
        if (match !== null) named.push({ fact, words: match[0], start: start + match.index });
      }
    const perArea = named.some(({ fact }) => fact === 'price-per-sqft');
    const asksFee = named.some(({ fact }) => fact === 'hoa' || fact === 'taxes');
    for (const { fact, words, start: at } of named) {
      // "Price per square foot" asks for one figure, and not for its two halves.
      if (perArea && (fact === 'price' || fact === 'size')) continue;
      // "Are the bedrooms upstairs?" asks where they are, and not how many.
      if (fact === 'beds' && named.some((one) => one.fact === 'bed-floor')) continue;
      // "Why is it still for sale?" does not ask whether it is.
      if (fact === 'available' && /\bwhy\b|\bpor qu[eé]/i.test(plain)) continue;
      if (fact === 'price' && onlySum.test(words) && (asksFee || otherSum.test(plain)) && !ownSum.test(plain)) continue;
      if (!found.has(fact)) found.set(fact, at);
    }
    for (const { amenity, at } of askedAmenities([{ plain, start, kind: 'question' }])) {
      if (!found.has(amenity)) found.set(amenity, at);
    }
  }
  return [...found].map(([fact, start]) => ({ fact, start })).sort((a, b) => a.start - b.start);
}

/** As `askedFacts`, without the positions. */
export const readAskedFacts = (text: string): AskedFact[] => askedFacts(text).map(({ fact }) => fact);
