import { anyOf, shows, showsTwo } from './dangerSigns.ts';

const r = String.raw;

const atHome = r`(?:husband|hubby|wife|ex|ex[- ]?(?:husband|wife|boyfriend|girlfriend|bf|gf)|bf|gf|boyfriend|girlfriend|partner|spouse|fiancee?|father|dad|grandson|nephew|daughter|step ?dad|step ?father|mother|mom|uncle|brother(?: in law)?|son|roommate|baby daddy|sister|cousin|step ?mom|step ?son|hubs|old man|moms? (?:boyfriend|husband)|that man|caregiver|nurse|stalker|land ?lord|coach|pastor|(?:father|mother|sister|son|brother)(?: |-)in(?: |-)law|grand(?:pa|ma|father|mother))`;
const who = r`(?:he|she|hes|shes|they|theyre|some(?:one|body)(?: at (?:the|my|our) (?:house|home))?|${atHome})`;
/** The words between the doer and the deed. */
const goesOn = r`(?:s|ll|d| is| has| was| will| would| keeps?| just| even| always| again| almost| nearly| still| also| im| going to| started| been| used to| tries to| tried to| wants to| could| might| said (?:he|she)(?:d| would|ll| will| is going to)?|d rather| would rather| swore (?:he|she)(?:d| would)| gets (?:drunk|mad|angry) and| (?:drunk|mad|angry|high|drinking) and| drinks and){0,4}`;
const whom = r`(?:me|us|(?:my|our|his|her) (?:\w+ )?(?:kids?|children|child|baby|son|daughter|boy|girl|boys|girls|mom|mother|sister|brother|grandma|grandmother|grandson|granddaughter|wife|dad|father)|the (?:kids|children|baby)|him with|her with)\b`;
const strikes = r`(?:hits?|hit(?:ting)?|beats?|beating|beat|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|punch(?:es|ed|ing)?|slap(?:s|ped|ping)?|kick(?:s|ed|ing)|burn(?:s|ed|t|ing)|abus(?:es|ed|ing)|hurts?|hurting|threaten(?:s|ed|ing)?|rap(?:es|ed|ing)|molest(?:s|ed|ing)|touch(?:es|ed|ing)|stalk(?:s|ed|ing)|strik(?:es|ing)|struck|stab(?:s|bed|bing)?|smack(?:s|ed|ing)?|bit(?:es|ing)?|assault(?:s|ed|ing)?|tortur(?:es|ed|ing)|attack(?:s|ed|ing)?|thr?eat\w*d|drag(?:s|ged)? |whip(?:s|ped)|grop(?:es|ed|ing))`;
const elHome = r`(?:espos[oa]|marido|mujer|ex(?: ?(?:espos[oa]|marido|novi[oa]|pareja))?|pareja|novi[oa]|padre|papa|padrastro|hijo|hermano|suegro|cunado|conviviente|mama|madrastra|tio|suegra)`;
const limb = r`(?:arms?|nose|ribs?|jaw|hands?|wrists?|legs?|tooth|teeth|fingers?|face|lips?|eyes?|skull|hip|collar ?bone|cheek|ankle|back)`;
const gun = r`(?:gun|knife|pistol|rifle|shotgun|machete|weapon)`;
const arma = r`(?:cuchillo|pistola|navaja|machete|arma|escopeta|rifle)`;

const violence = anyOf(
  r`\b${who}(?: \w+)? (?:has|have|got|is holding|holding|holds|keeps?|keeping|locked)(?: got)? (?:me|us|her|him|my \w+|the (?:kids|children))(?: \w+)? (?:locked|trapped|tied|hostage|captive|prisoner|in the (?:house|room|bedroom|basement|closet) and)\b|\bput (?:me|us|her|my \w+) in the ground\b|\bfind my body\b|\b(?:gave|giving) (?:me|her|my \w+|us) (?:a|another|two|2) black eyes?\b|\b(?:held|kept|holding me|keeping me) (?:\w+ )?against (?:my|our|her) will\b|\b(?:put|puts|putting) (?:his |her |their )?hands on (?:me|us|my|the kids)\b|\b(?:i|ive|she|mom)(?: have| got| has)* (?:2|two|a|another) black eyes?\b`,
  r`\b(?:me|nos|la|lo) (?:quiso|trato de|intento|ha querido|quiere) (?:ahorcar|matar|pegar|golpear|ahogar|quemar|violar|apunalar)\b|\b(?:me|nos|la) (?:agarr|dio|da|dan|daba)\w* (?:a |de |unas? |una )?(?:patadas?|golpes|golpiza|cachetadas?|punetazos|madrazos|trancazos)\b|\b(?:me|nos) (?:pica|corta|quema|apunta) con\b|\bwont let (?:me|us) (?:leave the (?:house|home|room)|out of (?:the|my) (?:house|home|room))\b|\b(?:has|took|keeps) my passport\b`,
  r`\b${who}\b[^.!?]{0,60}\bthreat(?:ening|ens|ened) (?:me|us|my|to (?:kill|hurt|shoot|burn))\b(?! (?:with (?:a |an )?(?:lawsuit|lawyer|eviction|fines?|court|legal)|agent|realtor))|\b(?:shoved|pushed|threw|dragged|slammed) (?:me|us|her|my (?:kid|son|daughter|mom|baby)) (?:down|into|against|by|across|off)\b|\b(?:whoops?|whups?|whooped|beats?|wails?) on (?:me|us|my (?:kids?|son|daughter|mom|brother|sister))\b|\b(?:being|getting|been) (?:physically |sexually )?(?:abused|beaten|battered)\b(?! by (?:the )?(?:market|hail|sun|weather))|\bforc(?:ed?|es|ing) (?:himself|herself|themselves) on (?:me|us|my)\b`,
  r`\bstalker\b[^.!?]{0,30}\b(?:found|follow\w*|is|knows|outside|again)\b|\b(?:he|she|my ${atHome})\b[^.!?]{0,20}\b(?:follows?|following|watches|sits|sitting|waits|waiting|parks|parked)\b[^.!?]{0,40}\b(?:every (?:day|night)|outside my (?:house|work|job|door|apartment)|dead|gun|rifle|knife)\b`,
  r`\b(?:la|lo|las|los) (?:toca|manosea|golpea|viola)\b[^.!?]{0,60}|\b(?:cigarettes?|cigarros?)\b(?<=\b(?:burns?|burned|quema|quemo)\b.{0,40})(?<=\b(?:him|her|me|my|kid|son|daughter|lo|la|me|hij[oa])\b.{0,60})`,
  r`\bwont give (?:me|us) (?:my|our) (?:passports?|papers|phone) back\b|\bnever see (?:them|her|him|my (?:kids|son|daughter)) (?:again|alive)\b[^.!?]{0,30}\bif\b`,
  r`\b${who}${goesOn} ${strikes} ${whom}`,
  r`\b(?:and|then|who) (?:hits|beats|chokes|slaps|punches|kicks) (?:me|us)\b`,
  r`\b${who}${goesOn} (?:kill|hurt|shoot|strangle) (?:me|us)\b`,
  r`\b(?:strangled|raped|molested) (?:me|us)\b`,
  r`\b${who}${goesOn} (?:broke|breaks|fractured) my (?:arm|nose|ribs?|jaw|hand|wrist|leg|tooth|teeth|fingers?)\b|\bput me in (?:the hospital|the er|a coma)\b`,
  r`\b${who}${goesOn} (?:(?:outside (?:right now )?)?banging on (?:the|my) door|trying to (?:get|break) in|lock(?:s|ed) (?:me|us) (?:in|up)|burn (?:the|this|my|our) (?:house|place|home) down)\b|\bmy ex(?:[- ]\w+)? (?:broke|keeps breaking|breaks) in\b`,
  r`\b(?:my|our) head (?:through|against|into) the\b|\bnext to my head\b|\b(?:im|were|staying|stay|live|living|at|in) (?:\w+ )?(?:a |the )?(?:womens|battered \w+) shelter\b|\brefugio (?:de|para) mujeres\b`,
  r`\b(?:where|so|so that) (?:he|she|my ${atHome}) (?:cant|cannot|wont|will not|doesnt|never) find (?:me|us)\b(?! (?:an?|another|any)\b)`,
  r`\b${who}${goesOn} threaten(?:s|ed|ing) (?:me|us) with (?:a |the |his |her )?(?:gun|knife|weapon)\b`,
  r`\bthreaten(?:s|ed|ing)? to (?:kill|hurt|shoot|beat|burn|stab) `,
  r`\b${who}${goesOn} (?:throws?|threw|throwing) (?:things|stuff|plates|\w+) at (?:me|us)\b`,
  r`\bput(?:s|ting)? (?:his|her|their) hands (?:on|around) (?:me|us|my)\b`,
  r`\b(?:pull(?:s|ed)|point(?:s|ed)|put|held) (?:a|his|her|the) (?:gun|knife) (?:on|at|to) (?:me|us|my)\b`,
  r`\b${who}${goesOn} (?:push(?:es|ed)|shov(?:es|ed)|throws|threw|drags|dragged|slams|slammed) (?:me|us|my \w+) (?:down|into|against|across|around|off|to the (?:floor|ground))\b`,
  r`\b${who} (?:wont|doesnt|does not|will not|never) lets? (?:me|us) leave(?=\W*$|\W+(?:the (?:house|home|apartment)|him|her|home|anymore|alone)\b)`,
  r`\b${who} (?:is|was|has been|gets|got|can be|has become|became) (?:so |very |really |physically |emotionally |verbally )*(?:abusive|violent)(?! (?:on|over|in|about|during|with the|towards? the)\b)`,
  r`\babusive (?:${atHome}|relationship|home|household|marriage|situation)\b|\b(?:my|our|this|the|suffer\w*|victim of|survivor of|leaving|escaping|fleeing|because of|from|its|is) domestic (?:violence|abuse)\b(?! (?:cases|program|nonprofit|center|unit|law|attorney|hotline))`,
  r`\b(?:afraid|scared|terrified|frightened) of (?:my ${atHome}(?!s)\b|(?:him|her)\b(?! \w+ing))`,
  r`\b(?:afraid|scared|fear(?:ing)?|terrified) for (?:my (?:own )?(?:life|safety|kids|children)|our (?:lives|safety))\b`,
  r`\b(?:afraid|scared|terrified) (?:that )?(?:he|she)(?:ll|d| will| might| would| is going to| is gonna)(?: come (?:back )?and)? (?:kill|hurt|hit|beat|find (?:me|us)|do something)\b`,
  r`\b(?:not|isnt|arent|dont feel|dont feel|never feel|no longer) safe (?:here |at home |in (?:my|our|this|the) (?:own )?(?:house|home) )?(?:with (?:him|her|my)|because (?:of )?(?:he|she|him|her|my))|\b(?:not|isnt|arent|dont feel|dont feel) safe (?:at home|in (?:my|our) own (?:home|house))\b|\bunsafe at home\b`,
  r`\b(?:flee(?:ing)?|fled|escap(?:e|ed|ing)|hiding|hide|r[ua]n(?:ning)?(?: away)?|g[eo]t(?:ting)? away|get out) from (?:(?:my|an?|the) (?:\w+ )?${atHome}|him|her)\b|\b(?:flee(?:ing)?|escap(?:e|ing)) (?:violence|abuse)\b`,
  r`\bviolencia (?:domestica|en (?:mi )?casa|de genero|intrafamiliar|familiar)`,
  r`\b(?:me|nos) (?:peg[ao]|golpe[ao]|maltrat[ao]|ahorc[ao]|estrangul[ao]|empuj[ao]|viol[ao]|amenaz[ao]|esta (?:pegando|golpeando|maltratando)|quiere (?:matar|pegar)|va a (?:matar|pegar|golpear)|ha (?:pegado|golpeado|maltratado|amenazado))\b`,
  r`\bamenaz(?:a|o|aba|ado) (?:con|de) (?:matar|golpear|pegar|hacer)|\b(?:quiere|va a|intento|trato de) matarme\b`,
  r`\b(?:golpe[ao]|pega|pego|maltrat[ao]|abus[ao]) (?:a|de) (?:mis? (?:hij[oa]s?|nin[oa]s?|mama|madre|hermana)|los ninos)`,
  r`\bmi ${elHome} (?:es|esta|se pone|se ha vuelto) (?:muy |bien )?(?:violent|abusiv|agresiv)[oa]|\b(?:hombre|esposo|marido|novio|pareja) (?:violent|abusiv|maltratador)[oa]?\b`,
  r`\b(?:miedo (?:de|a)|huy(?:o|endo)|huir de|escap(?:ar|ando)(?:me)? de|escond(?:o|ida|ido|iendo)(?:me)? de|temor (?:de|a)) (?:de )?(?:mi ${elHome}|el|ella)\b|\bmiedo (?:de|a) que (?:mi ${elHome}|el|ella) (?:me|nos) (?:mate|pegue|golpee|haga|encuentre)|\bsi (?:mi ${elHome}|el) se entera\b|\bsi se entera\b[^.!?]{0,40}\b(?:me|nos) (?:mata|pega|golpea|va mal|va a ir mal|va peor|hace algo|rompe)\b|\b(?:me|nos) (?:avento|azoto) (?:contra|al|por)|\btem(?:o|emos) por (?:mi|nuestra) vida`,
  r`\bno (?:estoy|me siento|estamos) (?:a salvo|segur[oa]s?) en (?:mi|nuestra) (?:propia )?casa\b`,
  // Blows and what they leave.
  r`\b${who}${goesOn} (?:beats?|beating|hits|hitting|hit|chok\w+|strangl\w+|punch\w*|slaps|slapped|slapping|abus(?:es|ed|ing)|rap(?:es|ed|ing)|stabbed|kicks) (?:on |up )?(?:her|him|them|mommy|mama|my (?:little |big |older |younger |baby |\w+ )?(?:brother|sister|kids?|son|daughter|girls?|boys?|mom|mother|grandma|dad|dog))\b(?! (?:to|at|by|in|with|out|golf|up for|on the|off)\b)`,
  r`\b(?:then|and|when|because|so|but)(?: \w+)? (?:he|she) (?:hits|beats|swings|punches|slaps|chokes|kicks)(?=\W*$|\s*[.,;!?])|^(?:he|she) (?:hits|beats)\W*$`,
  r`\b(?:punched|choked|strangled|stabbed|headbutted|smacked|raped|molested|assaulted|beat the (?:\w+) out of|beats the (?:\w+) out of|beat (?:up )?on|bit) (?:me|us)\b(?! up\b)`,
  r`\b${who}\b[^.!?]{0,40}\b(?:broke|breaks|fractured|dislocated|busted|cracked|split|slammed|slams|smashed|twisted|burned|cut|knocked out)(?: (?:my|the) (?:\w+ ){1,4}and(?: then)?)? my (?:\w+ )?(?:${limb}|head)\b|\b(?:slam|smash|bash|bang)\w* my (?:head|face|hand)\b`,
  r`\b(?:wall|door|floor|window|counter) (?:where|that|with) my (?:head|face|body|back)\b|\bmy (?:head|face) (?:went|hit|into|on) `,
  r`\b${who}${goesOn} (?:put|puts|sent|sends|landed|lands) (?:me|us|her|him|my \w+|the (?:baby|kids)) (?:in|to) (?:the |a )?(?:hospital|er|icu|coma|emergency|ambulance)\b`,
  r`\blast time (?:i|we)\b[^.!?]{0,40}\b(?:hospital|er|stitches|bruise\w*|black eye|emergency|bleeding)\b|\blast time i (?:needed|got|had) stitches\b|\bbruises (?:all over|on my|from (?:him|her))\b`,
  r`\b(?:from|with|by) (?:his|her) (?:fists?|boots|bare hands)\b|\b(?:his|her) fists? (?:through|in|into|at)\b|\b(?:grab\w*|held|holds|lift\w*|drag\w*) (?:me )?by (?:the|my) (?:throat|neck|hair)\b|\b(?:hands?|fingers|belt|cord) (?:on|around) my (?:throat|neck)\b`,
  r`\b(?:im|ive|i|we|were|weve|mom|she|kids)(?: was| were| am| get| got| getting| being| been| keep getting| have been| is| are)+ (?:beaten|battered|assaulted|choked|strangled|raped|stabbed|molested|stalked|abused by (?:my ${atHome}|him|her)|beat up|hit by (?:my ${atHome}|him|her)|held (?:hostage|captive|prisoner))(?! (?:out|by (?:a |an |the |another )?(?:\w+ )?(?:offer|buyer|bidder|cash|realtor|agent|market|rates?|price|hail))\b)`,
  r`\b(?:walked|ran|walk) into (?:a|the) (?:door|doorknob|cabinet)\b[^.!?]{0,20}\b(?:again|tell|say)|\bmy stalker\b|\b(?:dv|abuse) (?:survivor|victim|situation|shelter|case)\b|\bbattered (?:wife|woman|women)\b`,
  r`\b(?:kids?|son|daughter|baby|children|girls|boys|i|we) (?:flinch|hide|hides|cower|tremble|shake)(?:es|s|ing)? (?:when|if|every ?time|under|in|from) (?:he|she|him|my|the closet|the bed)\b`,
  // Weapons and threats.
  r`\b(?:he|she|hes|shes)(?: \w+){0,2} (?:has|got|have|had|grabbed|loaded|pulled|waved|waving|brought|bought|sleeps with|came at me with|holding|keeps) (?:out )?(?:a|his|the|her|that) (?:\w+ )?${gun}\b(?! (?:safe|collection|range|room|shop|store|license|permit|cabinet|shed|rack|block|set|club))`,
  r`\b(?:a|the|his|her) ${gun} (?:to|at|on|in|against) (?:my|our|her|me|us)\b(?! (?:house|home|safe|garage|closet)\b)|\bloaded (?:his|her|the) ${gun}\b|\b(?:pull|point|wav|aim)\w* (?:a|his|her|the) ${gun} (?:on|at|to)\b`,
  r`\bburn\w* (?:\w+ ){0,3}(?:house|home|place|apartment|it)\b(?: \w+)? (?:with (?:all of )?(?:me|us|the kids|my kids|everyone|everybody)\b)|\bthr?e?a?te?ne?d? to burn\b|\bthr?eatn?e?n?\w* (?:to |he will |that he )?(?:kil+|hurt|shoot|beat|burn|stab|take the kids)|\b(?:death threats?|threaten\w* (?:my|our) (?:life|kids|children|family))\b`,
  r`\b(?:he|she|${atHome}) (?:said|says|swears|swore|promised|told me|keeps saying|threatened) (?:that )?(?:if [^.!?]{1,40} )?(?:he|she|hell|shell|hed|shed|hes|shes|to)\b[^.!?]{0,30}\b(?:kil+|shoot|strangle|hurt|bury|stab|destroy|burn) (?:me|us|you|her|my \w+|the (?:kids|house|place)|everyone|everybody)\b`,
  r`\b(?:he|she)ll (?:kil+|beat|hit|hurt|shoot|find|choke|strangle|come for|come after) (?:me|us|my kids|the kids)\b`,
  r`\bif (?:he|she) (?:catches|hears|wakes|finds (?:me|us|this)|sees (?:me|us|this|it))\b[^.!?]{0,40}\b(?:im (?:dead|in trouble|done|finished)|(?:il+|i will) (?:pay|get it|be hurt)|its over for (?:me|us)|god help)`,
  r`\b(?:comes?|coming|came|come) (?:for|after) (?:me|us|the kids|my kids)\b[^.!?]{0,40}\b(?:kil+|jail|prison|gun|hide|far|safe|scared)|\b(?:jail|prison)\b[^.!?]{0,40}\b(?:comes?|coming|find|finds|looking|be) (?:for|after|back for)? ?(?:me|us)\b`,
  // Held and watched.
  r`\b(?:he|she|${atHome})\b[^.!?]{0,60}\b(?:locked|locks|locking|chained|tied) (?:me|us) (?:in(?! (?:at|to|on|with|for|a)\b)|up|inside|down|out naked)`,
  r`\b(?:im|were|we are|me and \w+|me and the kids|hiding|locked myself) (?:hiding|locked|trapped|barricaded|in hiding|sitting)? ?(?:in|inside) (?:the|my|a|our) (?:closet|bathroom|bedroom|laundry room|car|attic|basement)\b[^.!?]{0,40}\b(?:he|hes|she|shes|him|her|husband|boyfriend|wife)\b|\b(?:hiding|barricaded) in (?:the|my|a) (?:closet|bathroom|bedroom|car)\b`,
  r`\b(?:he|she|hes|shes|ex) (?:is |was )?(?:kick(?:ed|ing|s)|break(?:ing|s)|broke|bang(?:ing|ed|s)|pound(?:ing|ed|s)|smash(?:ing|ed|es)) (?:in |down |on |through )?(?:the|my|our) (?:\w+ )?(?:door|window)s?\b(?! (?:opener|knob|handle|bell))|\bdoor (?:that )?(?:he|she|my \w+) (?:kicked|broke|smashed|punched)\b`,
  r`\b${who} (?:wont|doesnt|never|does not|didnt)(?: even)? (?:lets?|allows?) (?:me|us)(?: to)? (?:leave(?! (?:a|our|the (?:deposit|key|car|review|furniture))\b)|go (?:out|anywhere|outside)(?! (?:the|our|of) (?:budget|range|area))|out(?:side)?\b|have (?:any )?(?:money|a phone|friends|my own|access)|see (?:my|our) (?:family|mom|sister|friends)|talk to|use (?:the|my) phone|work\b)`,
  r`\b(?:im |we are |were )?not (?:allowed|permitted) to (?:leave (?:the (?:house|home|apartment)|home|alone)|go out(?:side)?|have (?:money|a phone)|see my (?:family|friends|mom))\b`,
  r`\b(?:email|mail|number|phone|one|account)(?: \w+)? (?:that )?(?:he|she|my ${atHome}) doesnt know (?:about|of|exists)\b|\b(?:cant|never) find (?:me|us) (?:there|again)\b|\bsomewhere (?:he|she|my ${atHome}) (?:cant|wont|doesnt|never) (?:find|know|get|reach|follow|come)|\bwhere (?:he|she|my ${atHome}) (?:cant|wont|can never|never) (?:follow|reach|get|hurt|come)\b|\bplace (?:he|she) (?:cant|wont) (?:find|get (?:in|into|to)|follow)`,
  r`\b(?:im|i am|i dont feel|i feel|we are|we arent|im really) (?:not |un)safe\b(?! (?:driver|with (?:an?|the|those|these|stairs)|from|to (?:say|drive|walk)|on (?:the|those|stairs)|about))|\b(?:im|were|we are|i might be|she is|shes|(?:my|the) (?:\w+ )?(?:daughter|son|kids|sister|mom|mother|children|family|life) (?:is|are|may be)) in (?:real |serious |great )?danger\b(?! of\b)`,
  r`\b(?:i|we|she) (?:got to|have to|need to|must|gotta|had to|just have to) surviv\w+\b[^.!?]{0,30}\b(?:him|her|drunk)\b|\bwith (?:him|her) drunk\b`,
  r`\b(?:scared|afraid|terrified|frightened) (?:of what (?:he|she)|to (?:be (?:around|home|alone) with|go home|go back to) (?:him|her|my)|of (?:this|that) man|when (?:he|she))\b|\bfear (?:my ${atHome}|him)\b(?!s)|\b(?:scared|afraid) to go (?:back )?home\b`,
  // Away from it.
  r`\b(?:fled|flee|fleeing|escap\w+|hiding from|run(?:ning)? from|run(?:ning)? away from|get(?:ting)? away from|leaving) (?:from )?(?:my |an? |the |this )?(?:\w+ )?(?:abus\w+|violen\w+|batter\w+|domestic)\b(?! (?:neighborhood|area|city|town|part|landlord|boss|hoa))|\b(?:escap\w+|fled|fleeing|flee) (?:from )?(?:my (?:${atHome})(?!s)|him|her)\b`,
  r`\b(?:im|were|are|am|staying|living|stay|live|fled|went|moved|been|out of|left) (?:\w+ ){0,2}(?:in|at|to|of|with) (?:a|an|the) (?:(?!animal|dog|pet|cat|storm|bus|homeless|rescue|tornado)\w+ )?shelter\b(?! (?:cat|dog|pup|pet|animal|in place|with a (?:dog|cat)|volunteer|to (?:adopt|get)))|\bsafe ?house\b`,
  // En español.
  r`\b(?:me|nos|le|les|la) (?:pega\w*|pegaba\w*|golpe[ao]\w*|maltrat\w+|ahorc[ao]|apunal\w+|patea\w*|cachetea\w*|quiere matar|quiere golpear|quiere hacer dano)(?! (?:a (?:mi|un|el) (?:presupuesto|precio)|bien|mucho|el|la|los|una|un|de|con|en|al|que|duro)\b)(?=\W*$|\s*[.,;!?]| (?:a (?:mi|mis|los|las|su|sus|ella|el)|y|porque|cuando|desde|anoche|ayer|otra vez|todos|mi)\b)`,
  r`\b(?:el|ella|mi ${elHome}) (?:me|nos|le|les) (?:quiere|va a|ha querido) (?:matar|pegar|golpear|quemar|hacer)|\b(?:me|nos) (?:va a|quiere|queria|amenaza con|jura que va a) (?:quemar|matar|acuchillar|disparar|golpear)|\bamenaz\w+\b[^.!?]{0,60}\b(?:matar|matarme|matarnos|golpear|quemar|hacer(?:me|nos) dano|${arma})|\b(?:me|nos) mata (?:si|cuando) (?:me voy|lo dejo|se entera|me encuentra)`,
  r`\b(?:me|nos) (?:rompio|quebro|partio|fracturo|reviento|revento|corto|quemo|jalo|agarro|tiro|aventó|avento|azoto|saco|apunto|puso|encerro|encierra|tiene encerrad[oa]s?|dejo encerrad[oa]s?|dejo moretones|arrastro|pateo)(?: con)?(?: (?:el|la|los|las|un|una|del|de los|de))?(?: ${arma}| (?:brazo|nariz|costillas?|dientes?|labio|mano|boca|cara|ojo|pierna|cabeza|pelo|cabello|cuello|moreton\w*))?(?=(?<=${arma}|brazo|nariz|costillas?|dientes?|labio|mano|boca|cara|ojo|pierna|cabeza|pelo|cabello|cuello|encerr\w+|encierra|moreton\w*|pateo|arrastro)\b)`,
  r`\b(?:tiene|trae|saco|con) (?:un|una|su|el|la) ${arma} (?:y|en la mano|enfrente|cargad[oa])|\bencerrad[oa]s? (?:con llave )?en (?:el|la|mi|un|nuestro) (?:bano|cuarto|casa|recamara|closet|habitacion|sotano|carro)\b|\bencerrad[oa]s? con llave\b`,
  r`\bno (?:me|nos) deja (?:salir\b(?! del? (?:la )?(?:pagina|app|contrato|trato|renta))|ir(?:me|nos)?\b|trabajar|hablar con|tener (?:dinero|telefono|amig\w+)|usar el (?:telefono|cel\w*)|ver a mi (?:familia|mama|hermana))`,
  r`\b(?:estoy|estamos|vivo|vivimos|llegamos|llegue|sali|salimos|me quedo|nos quedamos|quedando|me fui|nos fuimos) (?:\w+ ){0,3}(?:en|a|de) un (?:refugio|albergue|shelter)\b(?! (?:de|para) (?:perros|animales|gatos|mascotas)| fiscal)`,
  r`\bmiedo (?:de |a )?(?:mi|a mi|de mi) ${elHome}\b|\b(?:me|nos) da miedo (?:mi ${elHome}|el(?=\W*$|\s*[.,])|ella(?=\W*$|\s*[.,])|lo que (?:me|nos) haga|que (?:me|nos) (?:pegue|mate|encuentre|haga (?:algo|dano))\b)|\b(?:huyo|huyendo|huimos|hui|escapando|escape|escapar) (?:de )(?:mi|la violencia|un (?:hombre|marido|esposo)|una (?:relacion|casa)|su)\b(?! (?:casero|renta|barrio|trabajo|deuda))`,
  r`\b(?:me|nos) (?:acosa|vigila|persigue|espia|viola|fuerza a|tortura)\b(?! (?:el|la) (?:banco|deuda|hoa|gobierno|renta))|\b(?:abusa|abuso|abusaba) de (?:mi|nosotras|mi hij[oa]|mis hij[oa]s)\b|\b(?:sufro|sufrimos|viv[io]|vivimos|victima de|salir de|salgo de) (?:la |una )?(?:violencia|maltrato|abuso)\b|\b(?:peligro|corro peligro|corremos peligro) (?:con (?:el|mi|ese)|en (?:mi|la) casa)\b`,
);

/** Little alone, much together: rage and drink, hurts, being watched, speaking in secret, fear, flight. */
const shadows = [
  anyOf(
    r`\b(?:he|she|hes|shes|${atHome})(?: (?:is|was|gets?|got|comes home|been|always|really|so|goes|starts))* (?:drunk|drinking|drinks|mad|angry|furious|raging|crazy|aggressive|screaming|yelling|out of control|abusive|violent|controlling)\b(?! (?:about|at the|coffee|in email|if you)\b)`,
    r`\bcuando (?:\w+ )?(?:toma|bebe|esta (?:tomado|borracho)|llega (?:tomado|borracho))\b|\bllega (?:borracho|tomado)\b`,
  ),
  anyOf(
    r`\bse pone (?:muy |bien |como )?(?:agresiv[oa]|violent[oa]|loc[oa]|furios[oa])\b`,
    r`\b(?:grita|gritando|gritos|amenaza)\b`,
    r`\b(?:shove|push|smash|punch|kick|throw|threw)\w*\b[^.!?]{0,15}\b(?:walls?|things|doors?|plates|dishes)\b`,
  ),
  anyOf(
    r`\b(?:stitches|bruis\w+|black eye|busted lip|broken (?:rib|jaw|arm|nose)|moretones|me va (?:mal|peor|a ir mal)|in the er|cops|called 911|police)\b(?! (?:station|report|academy|officer|department)\b)`,
  ),
  anyOf(
    r`\b(?:he|she|${atHome}) (?:always |also )?(?:checks|reads|goes through|tracks|watches|monitors|controls|follows|took|takes|hid|hides|broke)(?: all)? (?:everything|me\b|(?:my|our|the) (?:phone|laptop|texts|messages|mail|email|location|computer|keys|money|car|chat|bank))`,
    r`\b(?:me|nos) (?:revisa|quito|quita|rompio) (?:todo|el (?:telefono|cel\w*)|las llaves|el dinero|los papeles)\b`,
  ),
  anyOf(
    r`\bif (?:he|she|my ${atHome}) (?:sees|finds|reads|catches|knows|hears|answers|checks|ever)\b|\b(?:he|she|my ${atHome}) (?:doesnt|cant|must not|mustnt|shouldnt|can never) (?:know|find out|see|hear)\b|\bso (?:he|she) (?:doesnt|wont|cant) (?:know|see|find|hear)\b`,
    r`\bsi (?:el |ella )?(?:contesta|ve|se entera|sabe|lee|llega)\b|\bno (?:sabe|debe saber|puede saber) que (?:estoy|busco|quiero|me)\b`,
    r`\bwithout (?:him|her|my ${atHome}) (?:knowing|finding|seeing)\b|\b(?:while |when )?(?:hes|shes|he is|she is) (?:at work|gone|out|asleep|on shift)\b`,
  ),
  anyOf(
    r`\b(?:dont call|no calls?|only text|text only|just text|cant (?:talk|write|type|speak|text)|delete (?:this|the) (?:chat|message\w*)|erase this|say (?:you are|youre|its) (?:the|a|my) (?:dentist|doctor|school|bank|friend|wrong number))\b|\bno me (?:llame|llames|marque|marques|escriba|escribas)\b|\b(?:borra|borre|borren) (?:este|el|esto)\b`,
  ),
  anyOf(
    r`\b(?:hes|shes|he is|she is) (?:right |standing |almost |just )*(?:behind me|here|next to me|coming|home|outside|back|in the (?:other |next )?room|watching|downstairs)\b(?! \w+ing\b)|\bbefore (?:he|she) (?:comes|gets|is|wakes)\b|\b(?:his|her) (?:truck|car) (?:isnt|is not|is gone|is here)\b|\bya (?:viene|llego)\b|\besta (?:aqui|al lado|afuera)\b`,
  ),
  anyOf(
    r`\b(?:scared|afraid|terrified|frightened|not safe|unsafe|flinch\w*|emergency|please help|help me|miedo (?:de|a) (?:el|ella|mi|que me (?:pe|ma|en))|ayuda|ayudenme|urgente|juro)\b(?! (?:of heights|funds?|exit)\b)`,
  ),
  anyOf(
    r`\b(?:hide|hides|hiding|escape|get away|get out of here|(?:i )?need out|sleep\w* in (?:the|my|our) car|leave (?:him|her)|se esconden|esconder\w*|escond\w+|in trouble|escapar|salirme|huir)\b`,
  ),
  anyOf(r`\b(?:gets?|got|is|comes) out of (?:jail|prison)\b|\b(?:salga|sale|salio|saliera) de la (?:carcel|prision)\b`),
  anyOf(
    r`\b(?:comes?|coming|come) (?:for|after) (?:me|us)\b|\b(?:viene|vendra|va a venir|venga) por (?:mi|nosotr[oa]s|los ninos|mis hijos)\b|\bcomes? in at night\b|\b(?:find|finds|follow|follows) (?:me|us)\b`,
  ),
  anyOf(
    r`\b(?:lock|locks)\b[^.!?]{0,20}\b(?:inside|strong|bedroom|bathroom)\b|\bstrong (?:door|lock)s?\b|\bpanic room\b`,
  ),
  anyOf(
    r`\b(?:doesnt|wont|never|not) (?:lets?|allow(?:s|ed)?) (?:me|us|to)\b|\bnot allowed\b|\b(?:library|friends|neighbors|kids) (?:computer|phone|tablet)\b|\bno me deja\b`,
  ),
];
/** Harmless look-alikes: surprises for somebody, and what dogs do. */
const surprise =
  /\b(?:surprise|sorpresa|birthday|cumpleanos|anniversary|aniversario|gift|regalo|lol|haha\w*|jaja\w*|dogs?|pupp\w+|perro)\b/;

const past =
  /\b(?:(?:\d+|many|few|some|couple|couple of) (?:years?|yrs?) (?:ago|back)|in (?:19|20)\d\d|from (?:19|20)\d\d|when i was|growing up|hace (?:como )?(?:\d+|muchos|varios) anos|previous owner|used to (?:own|live))\b/;

/** Whether they say that a person close to them hurts or threatens somebody. Of words as `bareWords` leaves them. */
export const tellsViolence = (words: string): boolean => !past.test(words) && shows(violence, words);

/** Whether at least two hints of it stand together. Of words as `bareWords` leaves them. */
export const castsShadows = (words: string): boolean => !surprise.test(words) && showsTwo(shadows, words);
