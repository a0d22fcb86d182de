import { plainText } from './plainText.ts';

/** Who may not be safe: by their own hand, or by somebody at home. */
export type Danger = 'self-harm' | 'violence';

const any = (...words: string[]): string => `(?:${words.join('|')})`;
const rule = (...patterns: string[]): RegExp => new RegExp(patterns.join('|'), 'iu');

/** What is at the end of what they say, or goes on without a place or a thing: "no point in living" and not "… in living so far out". */
const outright =
  '(?=\\W*$|\\s*[.,;!?]|\\W+(?:any ?more|now|if i|since|because|bc|cause|and|but|so i|when|after|without (?:him|her|them))\\b(?! (?:in|here|with|at|near|there)\\b))';
const outrightEs =
  '(?=\\W*$|\\s*[.,;!?]|\\W+(?:m[aá]s|as[ií]|si|porque|y|pero|desde|sin (?:[eé]l|ella)|despu[eé]s)(?!\\p{L})(?! (?:en|aqu[ií]|con|cerca|lejos)(?!\\p{L})))';

const selfHarm = rule(
  '\\b(?:kill(?:ing)?|harm(?:ing)?|shoot(?:ing)?|hang(?:ing)?|drown(?:ing)?|stab(?:bing)?|unalive|cut(?:ting)?|hurt(?:ing)?) my ?self\\b',
  '\\b(?:wants?|wanted|trying|tried|tries|going|gonna|threatens?|threatened|threatening)(?: to)? (?:kill|hurt|harm|hang|shoot) (?:(?:him|her|them)sel(?:f|ves)|ourselves)\\b',
  "\\b(?:kills|shoots|hangs|(?:he|she|someone|somebody)(?:'d| would|'ll| will)? (?:kill|kills|shoot|hang)) (?:him|her|them)sel(?:f|ves)\\b|\\b(?:he|she) (?:just )?wants to die\\b",
  '\\bsuicid(?:e|es|al|ality)\\b',
  "\\b(?:gonna|going to|want to|wanna|should|might|i'll|ill|just) (?:just )?kms\\b",
  '\\bend(?:ing)? (?:my|our) (?:own )?li(?:fe|ves)\\b|\\btak(?:e|ing) my (?:own )?life\\b|\\bend(?:ing)? it all\\b|\\bthink(?:ing)? (?:of|about) ending (?:it|things)(?! with)\\b|\\b(?:going to|gonna|want to|wanna) end it(?=\\W*$|\\s*[.,;!?])',
  "\\bbetter off (?:if i (?:was|were) )?dead\\b|\\bbetter off with(?:out me| my life insurance)\\b|\\bi'?ll be dead (?:by|before|when)\\b",
  "\\b(?:i|i'd|id)(?: just| really| honestly| only| don't even| dont even| sometimes| often| kinda| so)* (?:want|wanna|wish|wanted|would rather|'d rather|rather)(?: to)? (?:die|be dead|not (?:wake up|be here|exist|live)|disappear forever|disappear and (?:never|not) wake up)\\b",
  "\\bi(?: just| really| honestly| only| sometimes| often)* wish (?:that )?i (?:was(?:n't)?|were(?:n't)?|wouldn'?t|could(?:n'?t)?|had never been|didn'?t)(?: just| ever)? (?:dead|wake up|never wake up|die|disappear|alive|exist|born|not (?:wake up|be here))\\b",
  `\\b(?:don't|dont|do not|no longer|didn't) (?:even )?(?:want to|wanna) (?:live|be alive|exist|wake up)(?: like this| this way)?${outright}`,
  `\\b(?:can't|cant|cannot) go on living${outright}`,
  `\\bno (?:reason|point)(?: left)? (?:to live|in living|to go on living|to be alive|to go on|to keep going|in anything)${outright}`,
  "\\b(?:don't|dont|do not|can't|cant) see the point(?: any ?more| in anything| of anything| in going on)\\b|\\bwant (?:it all|everything) to stop\\b",
  "\\bnothing (?:left )?to live for\\b|\\blife (?:isn't|isnt|is not|ain't) worth (?:it|living)\\b",
  '\\b(?:no ?body|no one) would (?:even )?(?:miss me|(?:care|notice) if i (?:died|was gone|were gone|disappeared|was dead|were dead))\\b',
  '\\b(?:jump|driv|walk)(?:e|ing)? off (?:a|the|that) bridge\\b',
  '\\b(?:pills|meds|medication)\\b[^.!?]{0,60}\\btak(?:e|ing) (?:them all|all of them|the whole bottle)\\b|\\btak(?:e|ing) all (?:of )?(?:my|the|these) (?:pills|meds)\\b|\\boverdos(?:e|ing)\\b|\\b(?:bottle|handful|bunch|lot) of (?:\\w+ )?pills\\b|\\b(?:got|have|has|took|saved) (?:the|my|enough) pills\\b',
  "\\b(?:i|i'm|im|i'll|ill|i'd|id|me)\\b(?: \\w+){0,3} (?:jump(?:ing)? (?:off|from) (?:a|the|that|my) (?:roof|building|balcony|cliff)|step(?:ping)? in front of a (?:train|truck|bus|car))\\b",
  '\\buse it on myself\\b|\\b(?:pistol|gun|rifle)(?: is)? (?:on the table|in my (?:hand|lap|mouth))\\b|\\bbullet in my (?:own )?(?:head|brain)\\b|\\b(?:slit|cut)(?:ting)? my (?:own )?wrists?\\b',
  '\\b(?:quiero|voy a|pienso en|pensando en|pensado en|ganas de|intent[eé]|trat[eé] de|quisiera|deseo) (?:matarme|suicidarme)(?!\\p{L})|\\bsuicid(?:io|arme|a|as)(?!\\p{L})',
  '\\bme (?:voy a|quiero) matar(?!\\p{L})|\\bquitarme la vida\\b|\\bacabar con (?:mi vida|todo(?=\\W*$))|\\b(?:cortarme las venas|hacerme da[nñ]o)',
  `\\b(?:ya )?no quiero (?:vivir|seguir viviendo|estar viv[oa]|despertar)(?!\\p{L})${outrightEs}`,
  `\\b(?:no tengo|sin|perd[ií] las|se me quitaron las) ganas de (?:vivir|seguir)${outrightEs}`,
  '\\b(?:me quiero morir|quiero morir(?:me)?|quisiera morirme|ojal[aá] me muriera)(?!\\p{L})|\\bmejor (?:estar[ií]a )?muert[oa](?=\\W*$|\\s*[.,])',
  '\\b(?:mi|la) vida (?:ya )?no (?:tiene sentido|vale (?:nada|la pena))|\\bno le (?:veo|encuentro) sentido a (?:la|mi) vida\\b|\\bnada (?:por|para) (?:lo )?qu[eé] vivir\\b',
);

const atHome = any(
  'husband',
  'hubby',
  'wife',
  'ex',
  'ex[- ]?(?:husband|wife|boyfriend|girlfriend|bf|gf)',
  'bf',
  'gf',
  'boyfriend',
  'girlfriend',
  'partner',
  'spouse',
  'fianc[eé]e?',
  'father',
  'dad',
  'grandson',
  'nephew',
  'daughter',
  'step ?dad',
  'step ?father',
  'mother',
  'mom',
  'uncle',
  'brother(?: in law)?',
  'son',
  'roommate',
  'baby daddy',
);
const who = any('he', 'she', 'hes', 'shes', atHome);
/** What stands between who does it and what they do. */
const goesOn =
  "(?:'s|'ll|'d| is| has| was| will| would| keeps?| just| even| always| again| almost| nearly| still| also| gonna| going to| started| been| used to| tries to| tried to| wants to| could| might| said (?:he|she)(?:'d| would|'ll| will| is going to)?|'d rather| would rather| swore (?:he|she)(?:'d| would)| gets (?:drunk|mad|angry) and| drinks and)*";
const whom =
  '(?:me|us|(?:my|our|his|her) (?:kids?|children|child|baby|son|daughter|mom|mother|sister|brother)|the (?:kids|children|baby))\\b';
const strikes =
  '(?:hits?|hit(?:ting)?|beats?|beating|beat|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|punch(?:es|ed|ing)?|slap(?:s|ped|ping)?|kick(?:s|ed|ing)|burn(?:s|ed|t|ing)|abus(?:es|ed|ing)|hurts?|hurting|threaten(?:s|ed|ing)?|rap(?:es|ed|ing)|molest(?:s|ed|ing)|touch(?:es|ed|ing)|stalk(?:s|ed|ing)|strik(?:es|ing)|struck)';

const elHome = any(
  'espos[oa]',
  'marido',
  'mujer',
  'ex(?: ?(?:espos[oa]|marido|novi[oa]|pareja))?',
  'pareja',
  'novi[oa]',
  'padre',
  'pap[aá]',
  'padrastro',
  'hijo',
  'hermano',
  'suegro',
  'cu[nñ]ado',
  'conviviente',
);

const violence = rule(
  `\\b${who}${goesOn} ${strikes} ${whom}`,
  `\\b(?:and|then|who) (?:hits|beats|chokes|slaps|punches|kicks) (?:me|us)\\b`,
  `\\b${who}${goesOn} (?:kill|hurt|shoot|strangle) (?:me|us)\\b`,
  '\\b(?:strangled|raped|molested) (?:me|us)\\b',
  `\\b${who}${goesOn} (?:broke|breaks|fractured) my (?:arm|nose|ribs?|jaw|hand|wrist|leg|tooth|teeth|fingers?)\\b|\\bput me in (?:the hospital|the er|a coma)\\b`,
  `\\b${who}${goesOn} (?:(?:outside (?:right now )?)?banging on (?:the|my) door|trying to (?:get|break) in|lock(?:s|ed) (?:me|us) (?:in|up)|burn (?:the|this|my|our) (?:house|place|home) down)\\b|\\bmy ex(?:[- ]\\w+)? (?:broke|keeps breaking|breaks) in\\b`,
  "\\b(?:my|our) head (?:through|against|into) the\\b|\\bnext to my head\\b|\\b(?:women'?s|battered \\w+) shelter\\b|\\brefugio (?:de|para) mujeres\\b",
  `\\b(?:where|so|so that) (?:he|she|my ${atHome}) (?:can'?t|cannot|won'?t|will not|doesn'?t|never) find (?:me|us)\\b(?! (?:an?|another|any)\\b)`,
  `\\b${who}${goesOn} threaten(?:s|ed|ing) (?:me|us) with (?:a |the |his |her )?(?:gun|knife|weapon)\\b`,
  `\\bthreaten(?:s|ed|ing)? to (?:kill|hurt|shoot|beat|burn|stab) `,
  `\\b${who}${goesOn} (?:throws?|threw|throwing) (?:things|stuff|plates|\\w+) at (?:me|us)\\b`,
  '\\bput(?:s|ting)? (?:his|her|their) hands (?:on|around) (?:me|us|my)\\b',
  '\\b(?:pull(?:s|ed)|point(?:s|ed)|put|held) (?:a|his|her|the) (?:gun|knife) (?:on|at|to) (?:me|us|my)\\b',
  `\\b${who}${goesOn} (?:push(?:es|ed)|shov(?:es|ed)|throws|threw|drags|dragged|slams|slammed) (?:me|us|my \\w+) (?:down|into|against|across|around|off|to the (?:floor|ground))\\b`,
  `\\b${who} (?:won't|wont|doesn't|doesnt|does not|will not|never) lets? (?:me|us) leave(?=\\W*$|\\W+(?:the (?:house|home|apartment)|him|her|home|any ?more|alone)\\b)`,
  `\\b${who} (?:is|was|has been|gets|got|can be|has become|became) (?:so |very |really |physically |emotionally |verbally )*(?:abusive|violent)(?! (?:on|over|in|about|during|with the|towards? the)\\b)`,
  `\\babusive (?:${atHome}|relationship|home|household|marriage|situation)\\b|\\bdomestic (?:violence|abuse)\\b|\\b(?:restraining|protective) order\\b`,
  `\\b(?:afraid|scared|terrified|frightened) of (?:my ${atHome}(?!'s)\\b|(?:him|her)\\b(?! \\w+ing))`,
  '\\b(?:afraid|scared|fear(?:ing)?|terrified) for (?:my (?:own )?(?:life|safety|kids|children)|our (?:lives|safety))\\b',
  "\\b(?:afraid|scared|terrified) (?:that )?(?:he|she)(?:'ll|'d| will| might| would| is going to| is gonna)(?: come (?:back )?and)? (?:kill|hurt|hit|beat|find (?:me|us)|do something)\\b",
  "\\b(?:not|isn't|aren't|don't feel|dont feel|never feel|no longer) safe (?:here |at home |in (?:my|our|this|the) (?:own )?(?:house|home) )?(?:with (?:him|her|my)|because (?:of )?(?:he|she|him|her|my))|\\b(?:not|isn't|aren't|don't feel|dont feel) safe (?:at home|in (?:my|our) own (?:home|house))\\b|\\bunsafe at home\\b",
  `\\b(?:flee(?:ing)?|fled|escap(?:e|ed|ing)|hiding|hide|r[ua]n(?:ning)?(?: away)?|g[eo]t(?:ting)? away|get out) from (?:(?:my|an?|the) (?:\\w+ )?${atHome}|him|her)\\b|\\b(?:flee(?:ing)?|escap(?:e|ing)) (?:violence|abuse)\\b`,
  `\\bviolencia (?:dom[eé]stica|en (?:mi )?casa|de g[eé]nero|intrafamiliar|familiar)`,
  '\\b(?:me|nos) (?:peg[aó]|golpe[aó]|maltrat[aó]|ahorc[aó]|estrangul[aó]|empuj[aó]|viol[aó]|amenaz[aó]|est[aá] (?:pegando|golpeando|maltratando)|quiere (?:matar|pegar)|va a (?:matar|pegar|golpear)|ha (?:pegado|golpeado|maltratado|amenazado))(?!\\p{L})',
  '\\bamenaz(?:a|[oó]|aba|ado) (?:con|de) (?:matar|golpear|pegar|hacer)|\\b(?:quiere|va a|intent[oó]|trat[oó] de) matarme(?!\\p{L})',
  '\\b(?:golpe[aó]|pega|peg[oó]|maltrat[aó]|abus[aó]) (?:a|de) (?:mis? (?:hij[oa]s?|ni[nñ][oa]s?|mam[aá]|madre|hermana)|los ni[nñ]os)',
  `\\bmi ${elHome} (?:es|est[aá]|se pone|se ha vuelto) (?:muy |bien )?(?:violent|abusiv|agresiv)[oa]|\\b(?:hombre|esposo|marido|novio|pareja) (?:violent|abusiv|maltratador)[oa]?(?!\\p{L})`,
  `\\b(?:miedo (?:de|a)|huy(?:o|endo)|huir de|escap(?:ar|ando)(?:me)? de|escond(?:o|ida|ido|iendo)(?:me)? de|temor (?:de|a)) (?:de )?(?:mi ${elHome}|[eé]l|ella)(?!\\p{L})|\\bmiedo (?:de|a) que (?:mi ${elHome}|[eé]l|ella) (?:me|nos) (?:mate|pegue|golpee|haga|encuentre)|\\bsi (?:mi ${elHome}|[eé]l) se entera\\b|\\b(?:me|nos) (?:avent[oó]|azot[oó]) (?:contra|al|por)|\\btem(?:o|emos) por (?:mi|nuestra) vida`,
  '\\bno (?:estoy|me siento|estamos) (?:a salvo|segur[oa]s?) en (?:mi|nuestra) (?:propia )?casa\\b|\\b[oó]rden de (?:restricci[oó]n|protecci[oó]n|alejamiento)|\\borden de (?:restricci[oó]n|protecci[oó]n|alejamiento)',
);

const ofDeals =
  '(?:offers?|bids?|counter\\w*|assessments?|fees?|bills?|prices?|papers|paperwork|news|lists?|requests?|surprises?|increases?|questions?|deals?|terms|charges?|tax(?:es)?|lawsuits?|numbers?|quotes?|rates?|fines?|foreclosure|eviction|delays?|repairs?)';
/** Said in jest, of a thing or a deal, of what is long over, of stairs: taken out before anybody is thought to be in danger. */
const figures = [
  // Who is killed over a purchase, and not for going.
  /\bkill (?:me|us)(?: (?:if|when|for|unless|over|because)\b(?! (?:(?:i|we)(?: ever| even| try to| tried to)* (?:leave|left|go|went|run|ran|tell|told|call|called|come back|say|stay|speak|report)\b|(?:he|she)(?: ever| even)* (?:finds?|found|knows?|sees?|catch\w*|learns?|gets?)\b|leaving))| (?:lol|lmao|haha\w*)| to (?:have|get|live))/giu,
  new RegExp(
    `\\b(?:hit|hits|hitting|slap\\w*|beat|beats|beating|punch\\w*|threaten\\w*) (?:me|us)(?: \\w+)? with (?:\\w+[- ]){0,3}${ofDeals}\\b`,
    'giu',
  ),
  /\b(?:beat|beats|burn(?:s|ed|t)) (?:me|us) (?:to (?:it|that|the|a)\b|out|by|up on|down on|on (?:price|the|my|our|that|a))/giu,
  /\b(?:push|drag|shov)\p{L}+ (?:me|us) (?:in|down|around )?to(?:wards?)? (?:\p{L}+ing\b|(?:the|a|this|that) (?:sale|offer|deal|contract|market|house|home|limit))/giu,
  /\b(?:me|nos) (?:pega|mata|va a (?:matar|pegar))[^.!?]{0,60}\b(?:jaja\p{L}*|jeje\p{L}*|lol)/giu,
  /\bkick(?:s|ed|ing) (?:me|us) out\b/giu,
  /\b(?:hurt|kill|hit|hurts|hits|kills)(?:ing)? (?:my|our) (?:wallet|budget|credit|offer|back|bank)/giu,
  /\bmy ?self (?:(?:in|on) (?:the (?:foot|feet)|(?:(?:the|those|these|that|any|steep|your) )*(?:stairs?|steps|ice|deck|ladder))|off\b|some slack|\p{L}+ing\b|with (?:the|this|that|all|these) )/giu,
  /\btak(?:e|ing) (?:my|our) life (?:savings|insurance)\b/giu,
  /\b(?:die|be dead|quiero morir(?:me)?) (?:laughing|than (?:live|buy|pay|rent|move|own|deal|have|sell|commute)|of laughter|de (?:risa|ganas|envidia|amor|hambre|pena ajena)|(?:in|at|en) (?:this|that|our|my|esta|mi|esa) (?:own |propia )?(?:house|home|place|casa)|in it\b)/giu,
  /\b(?:(?:was|were|is|been|has) there (?:been |ever )*(?:a |any )?suicides?|suicides? (?:in|at|on) (?:this|that|the|your|it)\b|(?<!\bi )(?<!\bto )(?:committed|commited|died (?:by|from|of)) suicide|(?:hubo|ha habido|alg[uú]n|hay) (?:un |alg[uú]n )?suicidios?|suicidio en (?:la|esta|esa|el))/giu,
  /\b(?:restraining|protective) order(?: \p{L}+){0,3} (?:on|against|over) the (?:sale|property|house|home|title|deed|account|listing)/giu,
  /\b(?:me|nos) pega (?:\p{L}+ )?(?:el|la|un) (?:sol|viento|calor|fr[ií]o|luz|ruido|tr[aá]fico|precio|inter[eé]s|inflaci[oó]n)/giu,
  /\b(?:me|nos) amenaz\p{L}+ con (?:embarg|desaloj|demand|mult|sub|ech|cobr|quitarme la casa|la renta)/giu,
  /\b(?:me|nos) (?:va a matar|mata|matar[aá])(?: (?:si|por|como|cuando)(?!\p{L})(?! (?:me (?:voy|escapo|encuentra|ve)|nos (?:vamos|encuentra)|l[oa] (?:dejo|denuncio)|sabe|se entera|hablo|llamo|digo|regreso|vuelvo)))/giu,
];

/** Somebody may be in danger; null otherwise. Rather once too often: what follows are a few kind words and a person. */
export function readDanger(text: string): Danger | null {
  const meant = figures.reduce((left, figure) => left.replace(figure, ' – '), plainText(text));
  if (selfHarm.test(meant)) return 'self-harm';
  return violence.test(meant) ? 'violence' : null;
}
