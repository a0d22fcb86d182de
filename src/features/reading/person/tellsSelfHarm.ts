import { anyOf, shows, showsTwo } from './dangerSigns.ts';

const r = String.raw;

/** These words end a sentence, or go on without a place or a thing: "no point in living" and not "… in living so far out". */
const outright = r`(?=\W*$|\s*[.,;!?]|\W+(?:anymore|now|if i|since|because|and|but|so i|when|after|without (?:him|her|them))\b(?! (?:in|here|with|at|near|there)\b))`;
const outrightEs = r`(?=\W*$|\s*[.,;!?]|\W+(?:mas|de verdad|en serio|asi|si|porque|y|pero|desde|sin (?:el|ella)|despues)\b(?! (?:en|aqui|con|cerca|lejos)\b))`;
/** Where what they say ends. */
const end = r`(?=\W*$|\s*[.,;!?])`;

const selfHarm = anyOf(
  r`\b(?:kill(?:ing)?|harm(?:ing)?|shoot(?:ing)?|hang(?:ing)?|drown(?:ing)?|stab(?:bing)?|unalive|cut(?:ting)?|hurt(?:ing)?) my ?self\b`,
  r`\b(?:wants?|wanted|trying|tried|tries|going|threatens?|threatened|threatening)(?: to)? (?:kill|hurt|harm|hang|shoot) (?:(?:him|her|them)sel(?:f|ves)|ourselves)\b`,
  r`\b(?:kills|shoots|hangs|(?:he|she|someone|somebody)(?:d| would|ll| will)? (?:kill|kills|shoot|hang)) (?:him|her|them)sel(?:f|ves)\b|\b(?:he|she) (?:just )?wants to die\b`,
  r`\b(?:kill|hurt|harm|hang|shoot|cut|drown|stab|burn|unaliv|unalive|off)(?:ed|ing)? (?:my|me) ?self\b`,
  r`\bsuicidal\b|\b(?:commit|committing|attempt(?:ed|ing)?|consider(?:ing)?|think(?:ing)? (?:of|about)|thoughts? (?:of|about)|tried|trying|contemplat(?:e|ing)|planning) suicide\b`,
  r`\b(?:od|ods|oding|odd|overdosed|overdosing|overdose) (?:on purpose|myself)\b|\b(?:took|taken|swallowed|drank|ate|downed|od on)\b[^.!?]{0,30}\b(?:all|bunch|whole|handful|too many|lots?|everything|\d\d+)\b[^.!?]{0,30}\b(?:pills?|meds|medication|oxy\w*|xanax|tylenol|advil|percocets?|fentanyl|sleeping)\b|\b(?:drank|took|swallowed|ate|drove|cut)\b[^.!?]{0,40}\bon purpose\b`,
  r`\b(?:want|thing i want|all i want|what i want)(?: is| really)? to (?:just )?(?:die|be dead)\b(?! (?:of|in|for|laughing)\b)|\b(?:never|not|dont want to|hope i dont|wish i (?:dont|wouldnt|didnt)) wake up (?:tomorrow|again|anymore|in the morning|ever)\b|\b(?:sleep|go to sleep) and (?:never|not) wake\b`,
  r`\b(?:im|i am|ill|i|me|just)\b(?: \w+){0,3} (?:going to|about to|ready to|want to|wanting to)(?: just)? (?:jump|hang|drown|shoot|slit|end it|od|overdose)\b(?=\W*$|\s*[.,;!?]| (?:off|from|tonight|today|now|and|so|myself|it)\b)(?! (?:on (?:this|that|the|it)|at (?:this|that|the)|ship|through))`,
  r`\b(?:im|ill be|going to be) ending (?:it|everything|my life)\b(?! (?:with|on|at)\b)`,
  r`\bdriv(?:e|ing) (?:my|the|this) (?:car|truck|suv|van) (?:in)?to (?:a|the|that|some) (?:wall|tree|pole|river|lake|train|semi|truck|bridge|pillar|median|barrier)\b|\b(?:tonight|today|this) is my last (?:night|day)\b(?! (?:here|in|at|of)\b)|\b(?:ready|want|going|time) to (?:go )?(?:be with|join) (?:my \w+|him|her|them)\b[^.!?]{0,30}\b(?:in heaven|on the other side|in the grave)\b|\bse (?:quiere|va a|quiso) (?:matar|suicidar|quitar la vida|ahorcar|colgar)\b|\b(?:got|have|bought|tied|ive got) (?:the|a|my) (?:rope|noose)\b(?! (?:swing|light|for|ladder))|\b(?:wrote|written|write) (?:the|my|a) (?:suicide |goodbye |last )?note\b(?! (?:to|for|about|on)\b)|\bi (?:have|made|got) a plan (?:and|to) (?:im|i am|ill|i will|end|die|kill|do it|go)\b`,
  r`\b(?:going to|want to|should|might|ill|just) (?:just )?kms\b|\bkms (?:tonight|today|now|for real)\b|\b(?:not being|wont be|not going to be) here\b[^!?]{0,30}\b(?:as in dead|dead)\b`,
  r`\bend(?:ing)? (?:my|our) (?:own )?li(?:fe|ves)\b|\btak(?:e|ing) my (?:own )?life\b|\bend(?:ing)? it all\b|\bthink(?:ing)? (?:of|about) ending (?:it|things)(?! with)\b|\b(?:going to|want to) end it(?=\W*$|\s*[.,;!?])`,
  r`\bbetter off (?:if i (?:was|were) )?dead\b|\bbetter off with(?:out me| my life insurance)\b|\bill be dead (?:by|before|when)\b`,
  r`\b(?:i|id)(?: just| really| honestly| only| dont even| sometimes| often| kinda| so)* (?:want|wish|wanted|would rather|d rather|rather)(?: to)? (?:die|be dead|not (?:wake up|be here|exist|live)|disappear forever|disappear and (?:never|not) wake up)\b`,
  r`\bi(?: just| really| honestly| only| sometimes| often)* wish (?:that )?i (?:was(?:nt)?|were(?:nt)?|wouldnt|could(?:nt)?|had never been|didnt)(?: just| ever)? (?:dead|wake up|never wake up|die|disappear|alive|exist|born|not (?:wake up|be here))\b`,
  r`\b(?:dont|do not|no longer|didnt) (?:even )?want to (?:live|be alive|exist|wake up)(?: like this| this way)?${outright}`,
  r`\b(?:cant|cannot) go on living${outright}`,
  r`\bno (?:reason|point)(?: left)? (?:to live|in living|to go on living|to be alive|to go on|to keep going|in anything)${outright}`,
  r`\b(?:dont|do not|cant) see the point(?: anymore| in anything| of anything| in going on)\b|\bwant (?:it all|everything) to stop\b`,
  r`\bnothing (?:left )?to live for\b|\blife (?:isnt|is not|aint) worth (?:it|living)\b`,
  r`\b(?:no ?body|no one) would (?:even )?(?:miss me|(?:care|notice) if i (?:died|was gone|were gone|disappeared|was dead|were dead))\b`,
  r`\b(?:jump|driv|walk)(?:e|ing)? off (?:a|the|that) bridge\b`,
  r`\b(?:pills|meds|medication)\b[^.!?]{0,60}\btak(?:e|ing) (?:them all|all of them|the whole bottle)\b|\btak(?:e|ing) all (?:of )?(?:my|the|these) (?:pills|meds)\b|\boverdos(?:e|ing)\b|\b(?:bottle|handful|bunch|lot) of (?:\w+ )?pills\b|\b(?:got|have|has|took|saved) (?:the|my|enough) pills\b`,
  r`\b(?:i|im|ill|id|me)\b(?: \w+){0,3} (?:jump(?:ing)? (?:off|from) (?:a|the|that|my) (?:roof|building|balcony|cliff)|step(?:ping)? in front of a (?:train|truck|bus|car))\b`,
  r`\buse it on myself\b|\b(?:pistol|gun|rifle)(?: is)? (?:on the table|in my (?:hand|lap|mouth))\b|\bbullet in my (?:own )?(?:head|brain)\b|\b(?:slit|cut)(?:ting)? my (?:own )?wrists?\b`,
  r`\b(?:quiero|voy a|pienso en|pensando en|pensado en|ganas de|intente|trate de|quisiera|deseo) (?:matarme|suicidarme)\b|\b(?:me )?suicid(?:arme|o|are)\b|\bpens(?:ar|ando|ado|e) en (?:el )?suicidio\b`,
  r`\bme (?:mato|voy a (?:matar|suicidar|ahorcar|colgar|quitar la vida|cortar las venas|dar un (?:tiro|balazo)|aventar|tirar (?:de|del|al))|quiero (?:matar|morir(?! de\b)|hacer dano|quitar la vida)|estoy cortando|corto los brazos)\b(?! (?:trabajando|trabaj\w+|de (?:risa|trabajo|ganas|hambre|sueno|calor|envidia)|por (?:esa|esta|ese)))|\b(?:quitarme|quitar) la vida\b`,
  r`\b(?:me )?tome (?:\w+ ){0,3}(?:pastillas|pildoras|cloro|veneno|medicinas)\b|\btome\b[^.!?]{0,30}\ba proposito\b|\b(?:ya no voy a estar|no voy a amanecer|no quiero amanecer)\b`,
  r`\bme (?:voy a|quiero) matar\b|\bquitarme la vida\b|\bacabar con (?:mi vida|todo(?=\W*$))|\b(?:cortarme las venas|hacerme dano)`,
  r`\b(?:ya )?no quiero (?:vivir|seguir viviendo|estar viv[oa]|despertar)\b${outrightEs}`,
  r`\b(?:no tengo|sin|perdi las|se me quitaron las) ganas de (?:vivir|seguir)${outrightEs}`,
  r`\b(?:me quiero morir|quiero morir(?:me)?|quisiera morirme|ojala me muriera)\b|\bmejor (?:estaria )?muert[oa](?=\W*$|\s*[.,])`,
  r`\b(?:mi|la) vida (?:ya )?no (?:tiene sentido|vale (?:nada|la pena))|\bno le (?:veo|encuentro) sentido a (?:la|mi) vida\b|\bnada (?:por|para) (?:lo )?que vivir\b`,
  // Not to live, not to be here.
  r`\b(?:dont|no longer|not|didnt)(?: even| really| just| ever| honestly)* (?:want|wish|care|plan|intend|deserve)(?: to|ing to| on)? (?:live|living|be(?:ing)? alive|exist|existing|wake up|waking up|keep living|go on|be on this (?:earth|planet)|be in this (?:world|life))(?: like this| this way)?${outright}`,
  r`\b(?:dont|no longer) (?:even |really )?want to be (?:here|around)(?: anymore| at all)?\W*$`,
  r`\b(?:i|im|ill|id)\b(?: \w+){0,4} (?:wont|not|dont|never|isnt|doubt)(?: \w+){0,3} be(?:ing)? alive\b|\bnot that i (?:\w+ ){1,3}(?:be|being) (?:alive|around|here) (?:to|for|by|then)\b`,
  r`\b(?:i|id|im) (?:\w+ ){0,2}(?:hate|hating|tired of|sick of|done|done with) (?:being alive|living|life|existing|my life)${end}`,
  r`\bwish(?:ed)? (?:that )?(?:i|id) (?:was|were|had|could|would|did|wasnt|wouldnt|didnt)?(?: just| have| been)* ?(?:never |not )?(?:been |be )?(?:dead|born|die|died|wake up|exist|alive)\b`,
  r`\b(?:want|going|rather|could|wish i could|ready) to (?:just )?(?:die|not wake up|never wake up|disappear for(?:ever| good)|stop existing|not exist|sleep forever|go to sleep and (?:not|never) wake)(?=\W*$|\s*[.,;!?]| (?:and|but|because|so|if|now|tonight|today|already|since)\b)`,
  r`\bworth more dead\b|\bbetter (?:of+ )?(?:dead|if i (?:was|were) (?:dead|gone))\b|\brather be dead\b`,
  r`\b(?:better|happier|easier|fine|best)(?: of+)?(?: for \w+)? (?:without me\b|if i (?:was|were|am|wasnt|werent|died|die|disappeared|just died|left this world)(?: gone| dead| not here| not around| here| alive)?${end}|with me (?:gone|dead|out of the (?:way|picture)))`,
  r`\bbetter of+ with (?:the |my )?(?:\w+ )?(?:insurance|payout|policy|money)\b[^.!?]{0,30}\bthan\b[^.!?]{0,12}\bme\b|\bwith the (?:life )?insurance than (?:with )?me\b`,
  // No reason to go on.
  r`\b(?:no|any|see no|zero|a single|much) (?:reason|point|sense|use|purpose)(?: \w+){0,2} (?:to|in|for|of) (?:me to )?(?:live|living|be(?:ing)? alive|go on|going on|go on living|keep(?:ing)? going|keep(?:ing)? living|continue living|continuing to live|exist|existing|wake up|waking up)${outright}`,
  r`\bno (?:reason|point)(?: \w+)? (?:to be|in being|for me to be) (?:here|around)(?: anymore)?(?=\W*$| (?:now |since |without |because |if )(?:that )?(?:my|she|he|her|him|i)\b)`,
  r`\bthe (?:point|use) (?:of|in) (?:living|going on|life|being alive|existing|waking up|me being)${outright}|\bthe point (?:of|in) (?:anything|it all|any of it)${end}`,
  r`\bnothing (?:\w+ ){0,3}to (?:live|go on) for\b|\bnothing left for me\b${end}|\b(?:people|someone|guys|somebody) like me (?:dont|wont|never|doesnt) (?:make it|live|last)\b`,
  r`\b(?:cant|dont want to|not going to|couldnt) (?:go on|keep going|keep living|continue)(?: living| on| with (?:my )?life| like this| this way)*(?: anymore)?(?=\W*$|\s*[.!?])`,
  r`\bnot (?:just |only )?(?:with |about )?the (?:house|home|sale|mortgage|job)\b\W+(?:\w+ ){0,2}(?:any of it|everything|all of it|it all|life|living|all of this)\b|\b(?:done|tired|sick|through|finished)(?: \w+)? (?:with|of) (?:living|life|this life|my life)${end}`,
  // By what means.
  r`\bkil+(?:ing|in)? (?:my|me) ?sel[fv]e?\b|\bkil+(?:ing)? (?:myslef|mysefl|mself)\b|\b(?:suisid|sucid|suicd|suecid)(?:e|al|al+y|ial)\b`,
  r`\b(?:took|swallowed|take|taking|drank|down|downed|swallow) (?:a|the|my|this) (?:whole|full|entire|whole damn) (?:bottle|box|pack)\b|\bpills (?:\w+ )?(?:lined up|counted|ready|in my hand|saved)\b|\b(?:saving|saved|hoarding|stockpil\w+|counting|counted)(?: up)? (?:my|the|all my|enough|some) (?:\w+ )?(?:pills|meds)\b`,
  r`\bgarage\b[^.!?]{0,20}\b(?:car|engine|motor|truck)(?: is)? (?:running|on|idling)\b`,
  r`\b(?:i|im|ill|id|me|about|of)\b(?: \w+){0,4} (?:jump(?:ing)?|leap(?:ing)?|step(?:ping)?|throw(?:ing)? my ?self|driv(?:e|ing)|walk(?:ing)?) (?:off|from|out of|in front of|into)(?: of)? (?:a|the|that|this|my|our|an)? ?(?:\w+ )?(?:roof|building|balcony|cliff|bridge|overpass|window|ledge|train|traffic|tracks|river|tree)\b(?! (?:on the way home from|view|listing))`,
  r`\bi (?:\w+ ){0,3}(?:stand|stood|stop|park|sit|sat|go|went)(?:ing|ped)? (?:\w+ ){0,4}(?:bridge|overpass|roof|ledge|tracks|cliff)\b[^.!?]{0,60}\b(?:and|just|to) (?:just )?(?:look|stare|think|wonder|cry|jump)`,
  r`(?<!\b(?:put|puts|held|holds|pointed|pointing|pressed) (?:a|his|her|the) )\b(?:gun|pistol|rifle|shotgun|barrel) (?:\w+ )?(?:(?:in|on|to|at|under) my (?:own )?(?:lap|mouth|head|hand|chin|temple))\b|\b(?:cut|cutting|slit|slitting) my (?:own )?(?:arms?|legs?|wrists?|thighs?|skin)\b|\bhang(?:ing)? (?:me|my ?self)\b|\b(?:a|the) (?:rope|noose) (?:around my|ready|tied|in the garage)\b`,
  r`\b(?:not|wont|never|dont) (?:\w+ )?(?:live to|make it to|be (?:here|around|alive|there) (?:to|when|for)) see (?:it |the (?:house |sale )?)?(?:close|closing|sold|sell|spring|summer|fall|winter|christmas|new year|next year|tomorrow|another|the end of|friday|monday)\b`,
  r`\b(?:end|ending) (?:it|everything|things|this life)(?: all)?(?: for good| for ever| once and for all)? ?(?:tonight|today|this weekend|tomorrow|soon|once and for all|for good|after)\b(?! (?:with|if the|the|at|in)\b)(?=\W*$|\s*[.,;!?]| (?:and|before|because|so|i|she|he|they)\b)`,
  r`\b(?:want|going|ready|decided|need|about|better|time) to (?:just )?end (?:it|everything|it all|all of it|this|things)(?=\W*$|\s*[.!?]| (?:and|because|before) (?:i|my|they|she|he|nobody|everyone)\b)`,
  // Farewells.
  r`\b(?:this is|heres) (?:my )?(?:good ?bye|farewell|last (?:message|chat|text|words?))\b(?! to (?:rent|my (?:landlord|apartment)|the (?:city|old|apartment)))(?=\W+(?:for good|for ever|forever|to (?:anyone|anybody|everyone|everybody|all|you|the world)|everyone|everybody|world|sorry|im sorry|i love|take care of))`,
  r`\b(?:goodbye|good bye|bye|farewell)\b[^a-z]{1,4}(?:please )?tell (?:my|the) (?:kids|children|wife|husband|mom|mother|dad|son|daughter|family|girls|boys)\b`,
  r`\b(?:wrote|written|write|left|leaving|finished|writing) (?:my|the|a|out my) (?:suicide|goodbye|farewell|final|last) (?:note|letter|message)|\b(?:wrote|written|left|finished|writing) my (?:note|notes|letters)\b(?! (?:to|for|about|on)\b)`,
  r`\b(?:last|only) (?:one|person|thing|people|human|voice) (?:that )?(?:i|ill|i ever) (?:\w+ )?(?:talk|talked|speak|spoke|text|texted|chat|chatted|write|wrote|see)(?: to| with)?${end}`,
  r`\bwhere im going i wont (?:be )?need(?:ing)? (?:it|this|that|anything|any of it|money|a house|a home|one)\b|\b(?:only|just) one way out(?: for me)?\b`,
  // Lo mismo.
  r`(?<!\b(?:quiere|va a|intento|trato de|puede|podria|queria|iba a|juro|juro que va a|capaz de|con|de|y) )\b(?:matarme|suicidarme)\b(?! (?:trabajando|de (?:risa|trabajo)|por esa))|\b(?:voy a|decidido|decidi|quiero|pienso|planeo|pensado en|pensando en|ganas de) matarme\b`,
  r`\b(?:quisiera|quiero|ojala|deseo|deseara|prefiero|preferiria|mejor|gustaria)(?: ya| yo| nunca)* (?:no |nunca )(?:despert\w+|existi\w+|haber nacido|hubiera nacido|amanec\w+|estar viv[oa])\b|\bno (?:quiero|quisiera|tengo ganas de|deseo)(?: ya| ni)? (?:despertar\w*|existir|amanecer|seguir aqui|seguir viv[oa]|estar (?:mas )?(?:aqui )?en (?:este|el) mundo|seguir en este mundo)\b`,
  r`\bya no quiero estar(?: mas)? aqui(?: mas)?\W*$|\b(?:seguir|estar)(?: aqui)? en este mundo\b`,
  r`\b(?:no |ni |sin )(?:le )?(?:ya )?(?:veo|encuentro|hallo|tiene|tengo) (?:mas |ya |ningun )?(?:el |un )?(?:caso|sentido|razon|motivo)(?:s|es)? ?(?:a |de |para |en )?(?:nada|la vida|mi vida|vivir|seguir viviendo|seguir|todo)${outrightEs}`,
  r`\b(?:valgo|valdria|sirvo) mas (?:muert[oa]|en el hoyo)|\b(?:estaria|estuviera|estar) (?:mejor )?muert[oa]\b(?! de)|\bmejor (?:me muero|muert[oa]|morirme)\b(?! de)`,
  r`\b(?:me quito|quitarme) (?:ya )?(?:del camino|de en ?medio)\b|\b(?:descansen|descansarian|descansaran|descansan) (?:todos|de mi|sin mi)\b|\btodos (?:van a )?descansar(?:ian|an|)?\b`,
  r`\b(?:mejor|felic\w+|tranquil\w+|bien) sin mi\b|\bsi (?:yo )?(?:ya )?no (?:existiera|estuviera|viviera|estuviese)(?: aqui| viv[oa])?${end}|\bmejor si (?:yo )?(?:ya )?(?:me muero|me muriera|muriera|desaparezco)`,
  r`\b(?:carta|nota|mensaje) de despedida\b|\bme (?:corto|corte|cortaba|estoy cortando) (?:los|las|el|la) (?:brazos?|venas|munecas|piernas)\b|\b(?:pastillas|pildoras) (?:en la mano|listas|juntas|guardadas|contadas)\b|\bme tom(?:e|o|are) (?:todas las|un (?:frasco|monton|bote)|todo el (?:frasco|bote)|las) (?:de )?(?:pastillas|pildoras)?`,
  r`\b(?:acabar|terminar)(?: ya)? con (?:todo|mi vida|este sufrimiento|mi sufrimiento)(?=\W*$|\s*[.,!?]| (?:de una|y|hoy|esta noche|porque|ya)\b)`,
  r`\b(?:aventarme|tirarme|lanzarme|saltar|brincar|echarme|me (?:aviento|tiro|lanzo)) (?:del?|desde|al|a|por) (?:el |la |un |una |las )?(?:\w+ )?(?:puente|balcon|edificio|techo|azotea|metro|tren|ventana|vias|barranco|rio)\b|\b(?:colgarme|ahorcarme|darme un (?:tiro|balazo)|pegarme un (?:tiro|balazo)|desaparecer (?:de este mundo|para siempre))\b`,
  r`\b(?:ganas|quisiera|quiero|prefiero|preferiria|ojala|mejor) (?:de )?(?:morir(?:me)?|me muriera|morirme ya|morir ya)\b(?! (?:de (?:risa|ganas|envidia|amor|hambre|pena)|en (?:esta|mi|la|esa) casa))|\b(?:cansad[oa]|hart[oa]) de (?:vivir|la vida|mi vida|existir)${outrightEs}|\bodio (?:estar viv[oa]|mi vida|vivir)${outrightEs}`,
);

/** Little alone, much together: not being here, letting go of things, farewells, having decided. */
const partings = [
  anyOf(
    r`\b(?:i|ill|im|and) (?:\w+ ){0,2}(?:wont|not going to) (?:\w+ )?be (?:here|around)\b(?! (?:for the|to open|to let|to show|on|until|til|when you|if you)\b)`,
    r`\bno (?:voy a|pienso) estar (?:aqui|ya)\b`,
    r`\bwont be around (?:much |very )?long`,
    r`\b(?:when|after|once) im gone\b|\bill be gone\b(?! (?:by|until|til|for|on|this|next)\b)`,
    r`\bsi yo (?:ya )?no estoy\b|\bcuando yo (?:ya )?no este\b`,
    r`\bwont (?:\w+ )?see it\b|\b(?:wont|not going to) (?:be )?need(?:ing)? (?:it|this|them|anything)\b[^.!?]{0,12}\bafter\b`,
  ),
  anyOf(
    r`\b(?:ive|i have) (?:already )?(?:decided|made (?:up )?my mind|made my peace)\b`,
    r`\bya lo decidi\b`,
    r`\bby choice\b`,
    r`\bno need to (?:save|keep|write|call)\b`,
    r`\bmy mind is made up\b`,
  ),
  anyOf(
    r`\b(?:tell nobody|dont tell (?:anyone|anybody|my|them)|no le digas? a nadie)\b`,
    r`\bnot lol\b`,
    r`\bgone gone\b`,
  ),
  anyOf(
    r`\b(?:take care of|look after|feed|feeds|watch over|cuiden a|cuida a) (?:my|the|mis?|los) (?:dogs?|cats?|kids|children|mom|wife|son|daughter|perr\w+|gat\w+|hij\w+|nin\w+)`,
    r`\b(?:leave|give|gave|giving) (?:the |all (?:of )?(?:the |my )?|away )?(?:money|house|everything|stuff|it all|it|my stuff|all my stuff)?(?: \w+)? ?(?:to my (?:kids|children|sister|brother|son|daughter)|away)\b`,
    r`\b(?:kids|children|sister|brother|family|son|daughter)s? (?:can|could|will|gets?|would|should) (?:\w+ )?(?:have|get|keep|take|gets?)\b`,
    r`\b(?:house|money|keys) (?:is|are) (?:theirs|hers|his)\b`,
    r`\baffairs in order\b`,
  ),
  anyOf(
    r`\bso nobody (?:has|will have|would have) to\b`,
    r`\bi took care of it\b`,
    r`\bnobody (?:will|has to|needs to) (?:deal|worry|find|clean)`,
  ),
  anyOf(
    r`\b(?:this is |its )good ?bye\b|\bgoodbye,? (?:for good|forever|everyone)\b|\bfor good\b|\bgone (?:for good|forever)\b|\b(?:me voy|adios) para siempre\b`,
    r`\bperdon(?:en|enme|ame) (?:todos|por todo)\b|\b(?:im )?sorry (?:for everything|everyone|to everyone)\b`,
  ),
  anyOf(
    r`\b(?:doesnt|dont|wont|does it|what does (?:money|it)|no) matter(?: to me| anymore| now)?\b`,
    r`\bnothing (?:matters|will be|is)\b|\bwhats the point\b|\bno importa nada\b|\bya nada importa\b|\bperdi todo\b|\blost everything\b`,
  ),
  anyOf(r`\bburden\b`, r`\b(?:una|otra) carga\b|\bestorbo\b`),
  anyOf(r`\bsoon (?:i|ill|it)\b|\bhurry up\b|\bnot for (?:much )?long(?:er)?\b`),
  anyOf(
    r`\b(?:tired|sick|done|over|exhausted)(?: \w+)? (?:of|with|from)? ?(?:it all|everything|all of it|all this|any of it)${end}`,
    r`\bcant do this anymore\b${end}`,
    r`\bya no (?:puedo|aguanto)(?: mas)?${end}`,
    r`\bim so tired\b${end}`,
  ),
  anyOf(r`\b(?:roof (?:open|access)|bridge|pills|tall(?:est)? building|rope|gun|puente|pastillas|azotea)\b`),
  anyOf(
    r`\b(?:wifes?|husband|son|daughter|mom) (?:is |has |s )?(?:gone|passed|died|dead)\b`,
    r`\b(?:lost my (?:wife|husband|son|daughter))\b`,
  ),
  anyOf(
    r`\b(?:be|join|joining|see|seeing|being) (?:with )?(?:her|him|them|my (?:wife|husband|son|daughter)) (?:again |real )?(?:soon|again|in heaven|on the other side)\b`,
  ),
  anyOf(r`\b(?:insurance|seguro)\b[^.!?]{0,40}\b(?:kids|hijos|family|familia|pays?)\b`),
];
/** Words of a move, work or travel: "I won't be here" is harmless beside them. */
const elsewhere =
  /\b(?:mov(?:e|es|ing|ed)|relocat\w+|vacation|travel\w*|out of town|flight|trip|work|job|visit\w*|inspection|showing|appointment|estate plan\w*|trust|will and|nos mudamos|mudanza|viaje|vacaciones|trabajo)\b/;

/** Whether somebody says that they, or one they know, may end their own life. Of words as `bareWords` leaves them. */
export const tellsSelfHarm = (words: string): boolean => shows(selfHarm, words);

/** Whether at least two things stand together that people do before they leave for good. Of words as `bareWords` leaves them. */
export const soundsLikeParting = (words: string): boolean => !elsewhere.test(words) && showsTwo(partings, words);
