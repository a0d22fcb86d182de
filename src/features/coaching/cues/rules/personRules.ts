import { readObjection } from '../../../reading/dialogue/readObjection.ts';
import type { CueRule } from '../model.ts';
import { either, oneOf, readingOf, saying } from './saying.ts';

const doubts = oneOf(
  /(?:is|are|if|whether|that|be|seems?|sounds?) (?:\w+ ){0,4}(?:legit|legitimate|reputable|trustworthy|credible|a (?:scam|fraud|hoax|real (?:company|charity|organization)))/,
  /(?:it's|its|a|are|is|just|of|been|being|like|another) (?:\w+ )?(?:scams?|scammers?|fraud|rip-?off)|got scammed|scammed/,
  /(?:don'?t|do not|can'?t|cannot|never|hard to|difficult to|why should (?:i|we)|can (?:i|we)|how (?:can|do) (?:i|we)|no) (?:really |fully |even )?trust(?: you| it| them| that| this| the)?/,
  /skeptical|sceptical|suspicious|sketchy|shady|fishy|too good to be true|what'?s the catch/,
  /how (?:do|can|could|would|will) (?:i|we) (?:know|be (?:sure|certain)|make sure|verify|confirm|check)(?: (?:that|if|whether|it|this|you|there|the|my|these|they))/,
  /(?:where|how much|what)(?: \w+){0,5} (?:money|donations?|fees?|proceeds|payment|funds)(?: \w+){0,3} (?:actually |really |directly )?(?:goes?|going|used|spent)(?! (?:i|we|you))/,
  /(?:what|how much|which)(?: \w+)? (?:percent(?:age)?|portion|part|amount|%)(?: \w+){0,9} (?:goes?|going|used|spent|reach\w*|overhead|admin\w*|salar\w+|costs?)/,
  /(?:overhead|administrat\w+ (?:costs?|fees?|expenses?))/,
  /(?:reviews?|ratings?|rated|track record|references)(?: \w+){0,3} (?:of|on|for|as|about) (?:this|the|your|you|a)|any (?:reviews|references)|is this (?:for )?real|are you (?:for real|real|a (?:bot|robot|scammer))/,
  /estafa|fraude|no (?:les |le |me |te )?conf[ií]o|(?:es|ser[aá]|son) (?:de )?(?:confianza|confiables?|leg[ií]tim[oa]s?)|c[oó]mo s[eé] (?:que|si)|desconf[ií]\w+/,
);
const trusts =
  /\b(?:(?:i|we) (?:do |fully )?trust|no doubt|not a scam|i know (?:it|this|that)(?:['’]s| is)|good to (?:know|hear)|glad|no problem|only \d)\b/i;

/** Asks what is wrong with it, or why somebody parts with it. */
const suspectsCatch = oneOf(
  /(?:what(?:'s|s| is)|is (?:there )?(?:any ?thing|something)|(?:is|are)(?: \w+)? (?:any ?thing|something)|any ?thing) (?:\w+ )?wrong (?:with|about)(?: \w+){0,2}/,
  /(?:why|how come|what(?:'s| is) (?:the|your) reason)(?: \w+){0,2} (?:you|they|u|(?:the |your )?(?:owners?|sellers?|landlord|tenants?))(?: \w+){0,3} (?:sell(?:ing)?|sold|mov(?:e|ing)|leav(?:e|ing)|get(?:ting)? rid|rent(?:ing)?|giv(?:e|ing) (?:it|them)|let(?:ting)? (?:it|them)|part(?:ing)?)|(?:reason|reasons) (?:for|you(?:'re| are)?) (?:\w+ )?(?:selling|moving|sale|getting rid)/,
  /(?:why|how come)(?: is| are|'s|'re)? (?:it|this|that|they|the (?:price|rent|house|home|apartment|place|unit|property))(?: is| are|'s)?(?: \w+){0,2} (?:so (?:cheap|low|long|much lower)|still (?:available|for sale|on)|back on|empty|vacant|being sold|for sale|priced|on the market)/,
  /how long (?:has|have) (?:it|this|that|they|the \w+) (?:\w+ )?(?:on the market|listed|for sale|been (?:on|listed|for sale|empty|vacant|up|posted|available))|(?:has|have) (?:it|this|the \w+) been (?:on the market|listed|for sale) (?:long|a while)/,
  /(?:what|anything)(?: \w+){0,3} (?:not telling|hiding|should i know|hidden)|hidden (?:fees?|costs?|charges?|problems?|damage)|(?:stolen|counterfeit|authentic|genuine|fake|a knock-? ?off)(?=[^.!]*\?)|(?:do|can) you (?:prove|show proof)|(?:have|got) (?:any |the )?(?:proof|receipt|paperwork|title|records|documentation)(?=[^.!]*\?)/,
  /por qu[eé] (?:la |lo |las |los )?(?:vend\w+|se (?:va|van|mudan?)|est[aá] tan barat[oa])|qu[eé] (?:problema|tiene de malo)|cu[aá]nto (?:tiempo )?lleva (?:en venta|en el mercado|vac[ií]a)/,
);

/** Wants to see for themselves, or on paper, that it is as it was said to be. */
const wantsProof = oneOf(
  /(?:can|could|may|would|will|is it|mind if|like|want|need|have|let me|able)(?: \w+){0,4} (?:inspect(?:ed|ions?)?(?: \w+){0,2}|test (?:it|them|drive|ride)|test[- ](?:drive|ride)|try (?:it|them) (?:out|on|first)|verify|(?:it|this|that|them|everything|the \w+) (?:checked|looked at|looked over|appraised|evaluated)(?: (?:out|over))?(?: by)?|check (?:it|them|everything) (?:out )?(?:first|myself|before|in person)|(?:my|a|an) (?:own )?(?:mechanic|inspector|contractor|plumber|electrician|appraiser|lawyer|attorney) (?:\w+ )?(?:look|check|see|inspect))/,
  /(?:warrant(?:y|ies)|guarantees?|refunds?|money back|return policy|clean title|car ?fax|(?:history|inspection|title|pest) reports?|(?:service|maintenance|repair) (?:records|history)|paperwork|permits|disclosures?|certificates?|authenticity)(?=[^.!]*\?)|(?:can|could) i (?:return|bring) (?:it|them)(?: \w+){0,2} (?:if|back)|what (?:if|happens if)(?: \w+){0,4} (?:break\w*|stops? working|(?:does|do)n'?t (?:work|fit)|goes wrong|fails?)/,
  /(?:see|have|send|show|get|more|any)(?: \w+){0,4} (?:proof|pictures?|photos?|pics|videos?)(?: \w+){0,3} (?:of|that|before|first)(?= )|in writing|who (?:owned|built|installed|inspected|appraised)(?=[^.!]*\?)|(?:see|look at|check) (?:it|them|the \w+) (?:in person|first|before)/,
  /garant[ií]as?(?=[^.!]*\?)|(?:inspecci[oó]n|inspeccionar\w*|por escrito|comprobante|escrituras|permisos)/,
);
const noProof =
  /\b(?:i|we|it|they|that|he|she)(?:['’]ll| will)? guarantee\b|\b(?:don['’]?t|do not|no) need\b|\b(?:weather|fee|letter|ride|appointment)\b|\byou be able to verify\b/i;

const asksAnother = oneOf(
  /(?:talk|speak|check|discuss|consult|confer|ask|run (?:it|this|that) (?:by|past)|show (?:it|this|that) to)(?: (?:it|this|that|about it|things))?(?: over)?(?: to| with)? (?:my|our|the) (?:\w+ )?(?:wife|husband|spouse|partner|fianc[eé]e?|boyfriend|girlfriend|boss|parents|mom|dad|mother|father|family|brother|sister|roommates?|lawyer|attorney|accountant|advisor)/,
  /(?:my|our|the) (?:wife|husband|spouse|partner|fianc[eé]e?|boyfriend|girlfriend|boss|parents|mom|dad|brother|sister|roommate) (?:(?:also |really )?(?:has|have|needs?|wants?|would (?:have|need)|will (?:have|need)) to (?:agree|approve|decide|see|sign|ok)|says?|said|won'?t|would(?:n'?t| not)? (?:like|agree|approve|let|kill)|will kill|makes? the|decides?|handles?|isn'?t (?:sure|sold|on board))/,
  /(?:not (?:just )?my (?:decision|call)|not up to me|both (?:of us )?(?:need|have) to (?:agree|decide|sign))/,
  /mi (?:espos[oa]|marido|mujer|pareja|novi[oa]|pap[aá]|mam[aá]|familia|soci[oa]) (?:decide|dice|quiere|no quiere|tiene que)|(?:hablar|platicar|consultar)(?:lo|la)? con mi \p{L}+/u,
);

const member =
  '(?:kids?|child(?:ren)?|sons?|daughters?|famil(?:y|ies)|bab(?:y|ies)|grandkids|grandchild(?:ren)?|grandsons?|granddaughters?|toddlers?|newborn|twins|wife|husband|spouse|fianc[eé]e?|girlfriend|boyfriend)';
const namesFamily = oneOf(
  new RegExp(
    `(?:my|our) (?:own |whole |entire |big |large |small |young |little |oldest |youngest |two |three |four |\\d )*${member}`,
  ),
  new RegExp(
    `(?:have|has|got|with|for|raising|support) (?:an? |two |three |four |five |\\d |little |young |small |large |big |growing |teenage )+${member}`,
  ),
  /(?:baby|another one|one|child|kid) on the way|(?:we're|i'm|wife is|she's) (?:expecting|pregnant)|we(?:'re| are) having a baby|single (?:mom|dad|mother|father)|family (?:home|house|of (?:\d|two|three|four|five|six))|for (?:myself|me|us) and (?:the |my )?(?:kids|children|family|wife|husband)/,
  /(?:mi|mis|nuestr[oa]s?) (?:familia|hij[oa]s?|ni[nñ][oa]s?|espos[oa]|marido|mujer|beb[eé]|niet[oa]s?)|(?:tengo|tenemos|somos)(?: \w+)? (?:hij[oa]s?|ni[nñ][oa]s)|una familia (?:de|grande)|embarazada/,
);
/** The agent's family, or somebody who decides, without being one of those it is for. */
const othersFamily = new RegExp(
  `\\b(?:you|your|you['’]ve|you['’]re|u|ur)(?: (?!my\\b|our\\b|i\\b|we\\b|for\\b)[\\w'’]+){0,5} ${member}\\b|\\b(?:talk|speak|check|ask|discuss|consult)\\b[^.?!]{0,16}\\bmy\\b|\\bmy (?:wife|husband|spouse|girlfriend|boyfriend) (?:says?|said|agrees?|decides?)\\b|\\bmy family['’]s\\b|\\bmy family (?:is|comes?) from\\b|\\bsurpris\\w+ my\\b`,
  'i',
);
/** Of a family that is no part of the matter: an errand, a loss, a joke. */
const familyAside =
  /\bex[- ]|\b(?:bring|bringing|take|introduce)\b[^.?!]{0,16}\bmy\b|\b(?:one day|some ?day|wonder|ever)\b|\b(?:died|passed|funeral|wedding|concert|birthday party|broke up|pick up my|date|kill me|save the|hope|weather|visit(?:ing)? my|ride)\b|\bmy (?:kids?|son|daughter|wife|husband|girlfriend|boyfriend)(?:['’]s)? (?:name|said hi)\b/i;

/** Moments about the people they trust, the ones who decide, and the ones it is for. */
export const personRules: readonly CueRule[] = [
  {
    id: 'trust-doubt',
    kind: 'trust',
    on: 'lead',
    find: either(saying(doubts, trusts), readingOf(readObjection, ['trust_credibility'])),
    text: 'They’re not sure they can trust this. Offer something to check.',
    priority: 1,
    lastsMin: 15,
  },
  {
    id: 'trust-catch',
    kind: 'trust',
    on: 'lead',
    find: saying(suspectsCatch),
    text: 'They wonder if there’s a catch. Say openly what you know.',
    priority: 1,
    lastsMin: 15,
  },
  {
    id: 'trust-proof',
    kind: 'trust',
    on: 'lead',
    find: saying(wantsProof, noProof),
    text: 'They want to be sure. Offer papers, or an inspection.',
    priority: 2,
    lastsMin: 15,
  },
  {
    id: 'authority-other',
    kind: 'authority',
    on: 'lead',
    find: either(
      saying(asksAnother, /\bfor (?:my|our)\b.*\bbirthday\b/i),
      readingOf(readObjection, ['authority_decision_maker']),
    ),
    text: 'Someone else has a say. Offer a time for both.',
    priority: 2,
    lastsMin: 30,
  },
  {
    id: 'family-named',
    kind: 'family',
    on: 'lead',
    find: saying(namesFamily, new RegExp(`${familyAside.source}|${othersFamily.source}`, 'i')),
    text: 'Family came up. Ask what they need, not who lives there.',
    priority: 3,
    lastsMin: 30,
  },
];
