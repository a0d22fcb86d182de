import { dealRules } from './dealRules.ts';
import { peopleRules } from './peopleRules.ts';
import type { Category, Rule } from './rule.ts';
import { selfRules } from './selfRules.ts';
import { stateRules } from './stateRules.ts';

/** Raised with every change of the rules; kept with each verdict. */
export const rulesVersion = 'us-tx-2';

const religion =
  '(?:jewish|jews?|muslims?|islamic|christians?|catholics?|protestants?|hindus?|buddhists?|mormons?|sikhs?|atheists?)';
const origin =
  '(?:african[- ]americans?|asians?|hispanics?|latin[oax]s?|latinx|mexicans?|chinese|indians?|irish|koreans?|vietnamese|arabs?|nigerians?|filipinos?|caucasians?|anglos?|immigrants?|foreigners?|minorit(?:y|ies)|native americans?)';
const color = '(?:whites?|blacks?|brown|colou?red)';
const orientation = '(?:gays?|lesbians?|lgbtq?\\+?|homosexuals?|transgender|trans people|straight)';
const group = `(?:${religion}|${origin}|${color}|${orientation}|veterans?|disabled|handicapped|single (?:moms?|mothers?|parents?))`;
const persons =
  '(?:people|persons?|famil(?:y|ies)(?! rooms?)|folks|neighbo(?:u)?rs?|neighbo(?:u)?rhoods?|areas?|communit(?:y|ies)|suburbs?|residents?|households?|buyers?|sellers?|tenants?|renters?|applicants?|couples?|gentlem[ae]n|ladies|wom[ae]n|m[ae]n|students?|kids|children|population|crowd)';
const many =
  '(?:mostly|predominantly|largely|mainly|primarily|majority|heavily|all|full of|lots of|a lot of|many|few|increasingly|traditionally|historically)';
const fitting =
  '(?:perfect|ideal|great|good|best|suit(?:able|ed|s)|right|meant|designed|made|fit|excellent|wonderful|better|geared|tailored|appropriate)';
const stages =
  '(?:famil(?:y|ies)(?! rooms?| gatherings?| dinners?| heirloom)|couples?|singles?|bachelors?(?! apartment)|retirees?|young professionals?|professionals|empty[- ]nesters?|kids|children|toddlers|adults|seniors|newlyweds|single (?:person|man|woman|professional|lady|gentleman))';
const praise =
  '(?:good|great|best|top(?:[- ](?:rated|ranked|notch|tier|performing))?|excellent|(?:highly|well)[- ](?:rated|ranked|regarded)|award[- ]winning|better|bad|poor|terrible|amazing|strong|outstanding|exemplary|failing|fantastic|wonderful|superb|sought[- ]after|desirable)';
const schools = '(?:schools?|school districts?|schooling|isd)';
const refuses =
  /\b(?:can't|cannot|can not|don't|do not|won't|unable to|not able to|not allowed to|isn't something i|avoid|rather not|no puedo)\b[^.?!]{0,60}\b(?:rate|judge|rank|say|tell|comment|recommend|characteri[sz]e|compare|speak|describe|answer|know|give|offer|advise|promise|guarantee|predict|label|call|vouch|weigh|opine|discuss|cover|grade|score|address|opin|decir|calific|describ|juzg|habl|coment|compar)/i;

/** "What you could write off is for a CPA to say" leaves the question to an expert, and answers none of it. */
const leavesToExpert =
  /^\W*(?:what|whether|how much|how|which|if)\b[^.?!]{0,80}\b(?:is|are|would be|depends)\b[^.?!]{0,30}\b(?:for|to|by|with) (?:an?|your|the) (?:cpa|accountant|tax (?:advis[eo]r|professional|preparer|attorney)|attorney|lawyer)\b/i;
const unlessLeft = new RegExp(`${refuses.source}|${leavesToExpert.source}`, 'i');

/** Sentences that must not reach a visitor, and that staff are warned of. First set; `fair housing` first. */
export const rules: readonly Rule[] = [
  {
    id: 'class-people',
    category: 'protected-class',
    pattern: new RegExp(`\\b${group}[- ](?:\\w+[- ])?${persons}\\b(?! cent(?:er|re))`, 'i'),
  },
  {
    id: 'class-home',
    category: 'protected-class',
    pattern: new RegExp(`\\b(?:${religion}|${origin}) (?:homes?|houses?|buildings?|owners?)\\b`, 'i'),
  },
  {
    id: 'class-many',
    category: 'protected-class',
    pattern: new RegExp(
      `\\b${many} (?:of (?:the )?)?(?:${religion}|${origin}|${orientation})\\b|\\b${many} ${color}(?=\\s*(?:[.,;!?]|$|and (?:${origin}|${religion}|brown|black|white)))`,
      'i',
    ),
  },
  {
    id: 'class-excluded',
    category: 'protected-class',
    pattern: new RegExp(
      `\\bno (?:${religion}|${origin}|blacks|whites|${orientation}|veterans|foreigners)\\b|\\b(?:${religion}|${origin}|blacks|whites|${orientation}|veterans|women|men|females?|males?) (?:only|not (?:allowed|welcome|accepted)|need not apply|preferred)\\b|\\b(?:only|exclusively|prefer(?:ably)?)(?: for)?(?: (?:a|an))? (?:${religion}|${origin}|${orientation}|whites?|blacks?)\\b`,
      'i',
    ),
  },
  {
    id: 'class-accent',
    category: 'protected-class',
    pattern:
      /\b(?:english[- ]speaking|speak(?:s)? (?:good|fluent|proper) english|without an accent|english (?:speakers? )?only|must speak english|americans? only|citizens only)\b/i,
  },
  {
    id: 'no-children',
    category: 'familial-status',
    pattern:
      /\b(?:no|(?<!with or )without|free of) (?:kids|children|babies|toddlers|teens|families)\b|\b(?:kids?|child(?:ren)?|famil(?:y|ies))(?: are| is)? (?:not (?:allowed|welcome|permitted|accepted)|unwelcome)\b|\b(?:child|kid)[- ]free\b|\b(?:don't|do not|won't|doesn't) (?:allow|accept|take|rent to|sell to|want) (?:kids|children|families)\b/i,
  },
  {
    id: 'adults-only',
    category: 'familial-status',
    pattern:
      /\badults?[- ]only\b|\b(?:only|for) adults\b|\badult (?:community|building|living|complex|household)\b|\bmature (?:persons?|people|couples?|individuals?|adults?|tenants?|buyers?|residents?|christian|gentleman|lady)\b|\b(?:couples?|singles?|single persons?) (?:only|preferred)\b|\b(?:wanted|candidate|tenant|looking for|rent to|rent for|for)(?: \w+){0,2} (?:a )?single (?:professional|person|man|woman|or couple)|\b(?:female|male|women|men)s? (?:tenants?|renters?|buyers?)\b/i,
  },
  {
    id: 'older-persons',
    category: 'familial-status',
    pattern:
      /\b(?:55|fifty[- ]five|62)(?:\s?\+|[- ]plus|[- ](?:and|or)[- ](?:over|older|better|up))|\bseniors?[- ]only\b|\b(?:retirement|senior) (?:community|living)\b|\bage[- ]restricted\b/i,
    unless: /housing for older persons|\bhopa\b/i,
  },
  {
    id: 'fit-for-family',
    category: 'familial-status',
    pattern: new RegExp(
      `\\b${fitting} (?:(?:choice|place|home|house|spot|area|neighbo(?:u)?rhood|fit|pick|option) )?(?:for|to) (?:(?:a|an|any|your|the|young|growing|small|large|big|new|active|busy|working|multi[- ]generational) ){0,4}${stages}\\b|\\bfamily[- ](?:friendly|oriented)\\b|\\bkid[- ]friendly\\b|\\bnot (?:suitable|ideal|right|good|a good fit|appropriate|meant) for (?:kids|children|famil|babies|toddlers)`,
      'i',
    ),
    unless: /\bpet\b.{0,20}\bfamily\b|\b(?:for you to|your call|up to you|only you|you decide|can't|cannot|whether)\b/i,
  },
  {
    id: 'disability',
    category: 'disability',
    pattern:
      /\bno wheelchairs?\b|\bable[- ]bodied\b|\bnot (?:suitable|ideal|right|appropriate|good) for (?:the )?(?:disabled|handicapped|elderly|wheelchairs?|people with disabilit\w+|anyone in a wheelchair)\b|\b(?:no|without) (?:disabled|handicapped|mentally ill|people with disabilit\w+)\b|\bmust be (?:healthy|physically fit)\b|\b(?:no|not accept|refuse)\w* (?:service|assistance|emotional support) animals?\b/i,
  },
  {
    id: 'who-lives-there',
    category: 'steering-people',
    pattern: new RegExp(
      `\\b${many} (?:\\w+ )?(?:young professionals?|families(?! rooms?)|retirees|students|elderly(?: people)?|older (?:people|folks|couples)|singles|couples|seniors|renters)\\b|\\b(?:people|residents|neighbo(?:u)?rs|families|folks) (?:like (?:you|us|them)|of your (?:kind|background))\\b|\\byour (?:kind|own kind|type) of people\\b|\\byou(?:'d|'ll| would| will| might| may)?(?: not|n't)? (?:\\w+ )?(?:fit(?: right)? in|feel (?:at home|welcome|comfortable|out of place)|be (?:more |most )?comfortable) (?:with|there|here|in|among|around|living)\\b|\\b(?:diverse|ethnic|integrated|homogene?ous|up[- ]and[- ]coming|changing|transitional|exclusive) (?:area|neighbo(?:u)?rhood|community|population|part of town)\\b`,
      'i',
    ),
    unless: refuses,
  },
  {
    id: 'school-quality',
    category: 'steering-schools',
    pattern: new RegExp(
      `\\b${praise} (?:(?:public|local|elementary|middle|high|nearby|neighbo(?:u)?rhood|area|private|austin|rated|ranked|and) ){0,3}${schools}\\b|\\b${schools}\\b[^.?!]{0,40}\\b(?:is|are|was|were|rank(?:s|ed)?|rated?|considered|known)\\b[^.?!]{0,24}\\b(?:${praise}|\\d+ ?(?:\\/|out of) ?10|[ab][+-]?(?= rat))\\b`,
      'i',
    ),
    unless: refuses,
  },
  {
    id: 'area-safety',
    category: 'steering-safety',
    pattern:
      /\b(?:safe(?:r|st)?|unsafe|dangerous|sketchy|shady|crime[- ](?:free|ridden)|(?:low|high)[- ]crime|rough|bad|good|better|worse|right|wrong|nice[rst]*) (?:and \w+ )?(?:areas?|neighbo(?:u)?rhoods?|parts? of (?:town|the city|austin)|streets?(?! (?:parking|light\w*|view|access|name|number|address))|blocks?|communit(?:y|ies)|places? to (?:live|raise)|sides? of town)\b|\b(?:areas?|neighbo(?:u)?rhoods?|streets?|blocks?|place|parts?|(?<!keep )(?<!play )it|it's|there|here|side)(?:'s| is| are| feels?)?(?: (?!an?\b|wall|floor|gun)\w+){0,2} (?:safe|unsafe|dangerous|sketchy|crime[- ]free)\b(?! (?:to (?:say|assume|deposit|use)|bet|harbor|in|room|box))|\b(?:low|no|little|hardly any|minimal|high|rising) crime\b|\bcrime(?: rates?)? (?:is|are|there is) (?:\w+ )?(?:low|high|rare|rising|minimal|common)\b|\b(?:avoid|stay away from|steer clear of) (?:that|this|the|those) (?:\w+ )?(?:areas?|neighbo(?:u)?rhoods?|sides?|parts?|blocks?)\b|\b(?:barrio|zona|vecindario) (?:muy )?(?:segur|peligros)[oa]\b/i,
    unless: refuses,
  },
  {
    id: 'vouchers',
    category: 'source-of-income',
    pattern:
      /\bno (?:section 8|vouchers?|housing assistance)\b|\b(?:section 8|vouchers?) (?:is |are )?not (?:accepted|welcome|allowed)\b/i,
    action: 'flag',
  },
  {
    id: 'guarantee',
    category: 'guarantee',
    pattern:
      /\b(?:guarantee[ds]?|promise you|assure you)\b|\b(?:risk[- ]free|can't lose|sure thing|no[- ]brainer)\b|\bwill (?:definitely|certainly|surely|absolutely|for sure) (?:go up|appreciate|increase|rise|sell|double|get|pay)\b|\bgarantiz(?:o|amos|ado|ada)\b/i,
    unless:
      /\b(?:can't|cannot|can not|no|not|never|don't|won't|nobody can|no puedo)\b[^.?!]{0,24}\b(?:guarantee|promise|assure|garanti)/i,
  },
  {
    id: 'investment-promise',
    category: 'guarantee',
    pattern:
      /\b(?:great|excellent|solid|smart|good|safe|wise|best|sound) (?:\w+ )?investment\b|\b(?:prices?|values?|rates?|market) (?:will|are going to|is going to|is sure to|are sure to) (?:\w+ )?(?:rise|go up|increase|drop|fall|crash|double|appreciate)\b|\b\d+(?:\.\d+)? ?(?:%|percent) (?:annual )?(?:returns?|yields?|appreciation|roi|profit)\b|\b(?:buen[ao]|excelente) inversi[oó]n\b/i,
    unless: refuses,
  },
  {
    id: 'scarcity',
    category: 'guarantee',
    pattern:
      /\b(?:won't last(?: long)?|act (?:now|fast)|before it's (?:gone|too late)|(?:other|several|multiple|many) (?:buyers|offers|people) (?:are|have|were) (?:interested|looking|already|coming|made)|once in a lifetime|last chance)\b/i,
    unless: refuses,
  },
  {
    id: 'opinion-of-value',
    category: 'valuation',
    pattern:
      /\b(?:is|it's|are|be|probably|definitely|easily|currently) worth (?:about |around |roughly |at least |over |up to |approximately |close to )?(?:\$|\d)|\b(?:market|appraised|true|fair|actual) value (?:is|of|would|at|around)\b|\bapprais(?:ed|es|al) (?:at|value|of)\b|\bmy (?:valuation|appraisal|opinion of value)\b|\b(?:under|over)(?:priced|valued)\b|\b(?:below|above|under|over) market (?:value|price)\b|(?<!\b(?:asking|asked|ask|question) (?:about|for|on) (?:a |the )?)\b(?:good|great|fair|bad|amazing|fantastic) (?:deal(?! of)|price\b|bargain|value for)\b|\ba (?:steal|bargain)\b|\b(?:you|i)(?: should|'d| would| could) offer (?:them |about |around |at least )?(?:\$|\d|less|more|below|asking)/i,
    unless:
      /\b(?:not the same as the opinion of value in an appraisal|(?:can't|cannot|can not|not|don't|won't|unable to)\b[^.?!]{0,50}\b(?:say|tell|judge|give|offer|appraise|value|appraisal|opinion|advise|comment|know))/i,
  },
  {
    id: 'credit-promise',
    category: 'lending',
    pattern:
      /\byou(?:'ll| will| would|'d| are going to)? (?:easily |definitely |surely |certainly |probably )?(?:qualify for (?:a|the|this) (?:loan|mortgage)|(?:be|get) (?:pre-?)?approved)\b(?! (?:or|if|by))|\bmonthly payments? (?:is|are|would be|will be|of) (?:about |around |only |just )?\$?\d|\binterest rates? (?:is|are|of|at|starts? at) \d/i,
    unless: /\bestimate\b|\bwhether\b|\bif you\b/i,
  },
  {
    id: 'kickback',
    category: 'respa',
    pattern:
      /\bkick ?backs?\b|\breferral (?:fees?|bonus(?:es)?|reward|commission)\b|\b(?:use|go with|choose|work with|recommend) our (?:preferred |in-house |own |affiliated |partner )?(?:lenders?|title (?:company|agency)|mortgage (?:company|broker|partner)|escrow|inspector)\b|\b(?:require[ds]?|have|must) (?:you )?(?:to )?use our\b|\b(?:gift cards?|cash ?back|rebate|discount) (?:if|when|for) (?:you )?(?:use|using|choos|refer)/i,
    unless: /\b(?:can't|cannot|don't|do not|never|won't|not)\b[^.?!]{0,30}\b(?:accept|pay|offer|take|give|require)/i,
  },
  {
    id: 'ai-denial',
    category: 'ai-denial',
    pattern:
      /\bi(?:'m| am) (?:not (?:actually |really )?(?:an? )?(?:a\.?i\.?|artificial|bot|chat ?bot|robot|machine|computer|program|automated)\b|(?:actually |really |definitely |of course )?(?:an? )?(?:real |actual |live |fellow )?(?:human(?: being)?|person|realtor|(?:licensed |real estate |live |real )+(?:agent|broker|person))\b)|\b(?:there is|there's) no (?:bot|ai) (?:here|involved)\b|(?<!\bno )\bsoy (?:una? )?(?:persona|humano|humana|agente)\b|\bno soy (?:un |una )?(?:bot|robot|m[aá]quina|ia)\b|\byou(?:'re| are) (?:talking|speaking|chatting|texting|writing) (?:to|with) (?:an? )?(?:real |live |actual )?(?:human|person|agent|realtor|broker)\b|\bi(?:'m| am) (?:\w+, )?(?:your |the |an? )?(?:licensed |listing |local |experienced |human )?(?:agent|realtor|broker)\b(?!'s| assistant)|\bas an? (?:fellow )?(?:human|(?:licensed|experienced|local) (?:agent|realtor|broker))\b|\best[aá](?:s)? hablando con (?:una persona|un humano|un agente)\b|\bsoy \w+, (?:un |su )?(?:agente|corredor|asesor)\b/i,
    unless: /(?<!\bno )\b(?:i'm|i am|soy) (?:an? |un |una )?(?:ai|ia|virtual|automated)\b/i,
  },
  {
    id: 'legal-advice',
    category: 'legal-tax-advice',
    pattern:
      /\byou (?:should|can|could|must|may|ought to) (?:\w+ )?(?:sue|evict|file (?:for )?(?:bankruptcy|a lawsuit)|break (?:the|your) (?:lease|contract)|withhold|back out of the contract|terminate the contract)\b|\blegally,? you\b|\bit(?:'s| is) (?:perfectly |totally |completely )?(?:legal|illegal) to\b|\byou(?:'re| are|'re not| are not| aren't) (?:legally )?(?:liable|entitled to|obligated)\b|\bas your (?:lawyer|attorney|accountant)\b|\bmy legal (?:advice|opinion)\b/i,
    unless: unlessLeft,
  },
  {
    id: 'tax-advice',
    category: 'legal-tax-advice',
    pattern:
      /\byou(?:'ll| will| can| could| should| may)? (?:be able to )?(?:deduct|write off|avoid (?:paying )?(?:capital gains|(?:the )?tax(?:es)?))\b|\byou (?:don't|won't|do not|will not) (?:owe|pay|have to pay) (?:any )?(?:capital gains|tax(?:es)?)\b|\b(?:completely |totally )tax[- ]free\b|\bmy tax advice\b/i,
    unless: unlessLeft,
  },
  ...peopleRules,
  ...dealRules,
  ...selfRules,
  ...stateRules,
];

/** The replacement of a sentence that was cut. `{schools}`: the publisher of school figures in the state. */
export const safeTexts: Readonly<Record<Category | 'gate-failed', Readonly<Record<'en' | 'es', string>>>> = {
  'protected-class': everyone(),
  'familial-status': everyone(),
  disability: everyone(),
  'steering-people': {
    en: "I can't describe who lives in an area, but I can go by price, size, features, and distance to the places you name.",
    es: 'No puedo describir quién vive en una zona, pero sí guiarme por precio, tamaño, características y distancia.',
  },
  'steering-schools': {
    en: "I can't rate schools, but {schools} publishes its own ratings for every campus.",
    es: 'No puedo calificar escuelas, pero {schools} publica sus evaluaciones de cada una.',
  },
  'steering-safety': {
    en: "I can't judge how safe an area is, but the police department publishes its own figures for every part of town.",
    es: 'No puedo juzgar la seguridad de una zona, pero la policía publica sus propias cifras de cada parte de la ciudad.',
  },
  'source-of-income': everyone(),
  guarantee: {
    en: "I can't promise how a sale or the market will go.",
    es: 'No puedo prometer cómo irá una venta o el mercado.',
  },
  valuation: {
    en: 'What a home could sell for, or what to offer, is for an agent to look at with you.',
    es: 'Por cuánto podría venderse una casa, o qué ofrecer, lo puede ver un agente con usted.',
  },
  lending: {
    en: 'What a loan would look like for you is for a lender of your choice to say.',
    es: 'Cómo sería un préstamo para usted se lo dice el prestamista que usted elija.',
  },
  respa: {
    en: "You're free to choose your own lender, title company, and inspector.",
    es: 'Usted elige libremente su prestamista, compañía de título e inspector.',
  },
  'ai-denial': { en: "I'm an AI assistant, not a person.", es: 'Soy un asistente de IA, no una persona.' },
  'legal-tax-advice': {
    en: "I can't give legal or tax advice, but an attorney or a tax adviser can.",
    es: 'No puedo dar consejo legal ni fiscal, pero un abogado o asesor fiscal sí.',
  },
  payment: {
    en: "Payments aren't arranged in this chat, and no one here asks for private numbers. A person on the team can tell you how it's done.",
    es: 'En este chat no se arreglan pagos ni se piden datos privados. Una persona del equipo le explica cómo se hace.',
  },
  commitment: {
    en: "I can't agree to anything on anyone's behalf. That's for the people involved to put in writing.",
    es: 'No puedo acordar nada por nadie. Eso lo ponen por escrito las personas interesadas.',
  },
  pressure: { en: "There's no rush.", es: 'No hay prisa.' },
  condition: {
    en: 'An inspector of your choice can tell you what state a home is in.',
    es: 'El estado de una casa se lo dice un inspector que usted elija.',
  },
  'opt-out': {
    en: 'You can end these messages whenever you like: write STOP.',
    es: 'Puede terminar estos mensajes cuando quiera: escriba ALTO.',
  },
  'false-identity': { en: "I'm an AI assistant, not a person.", es: 'Soy un asistente de IA, no una persona.' },
  'gate-failed': {
    en: "I'd rather leave that to a person on the team.",
    es: 'Prefiero dejar eso a una persona del equipo.',
  },
};

function everyone() {
  return {
    en: 'Homes are open to everyone. I can go by price, size, features, and location.',
    es: 'Las casas están abiertas a todos por igual. Puedo guiarme por precio, tamaño, características y ubicación.',
  };
}
