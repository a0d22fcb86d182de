import { anyOf, type Rule } from './rule.ts';

const children =
  '(?:kids?|child(?:ren)?|toddlers?|bab(?:y(?! (?:grand|gate|blue|monitor))|ies)|teens?|teenagers?|little ones|ninos?|ninas?|hij[oa]s?|bebes?|chamac[oa]s|adolescentes|pequen(?:itos|ines))';
const families =
  '(?:famil(?:y|ies|ias?)|parejas?|couples?|solter[oa]s?|jubilad[oa]s?|retirad[oa]s?|jovenes|profesionistas|profesionales|adult[oa]s?|ancian[oa]s?|estudiantes|matrimonios?|madres|mujeres|hombres|personas mayores|gente)';
const grupos =
  '(?:mexican[oa]s?|latin[oa]s?|hispan[oa]s?|negr[oa]s|moren[oa]s|blanc[oa]s|asiatic[oa]s?|chin[oa]s|corean[oa]s|arabes?|judi[oa]s?|musulman(?:es|as?)?|catolic[oa]s?|cristian[oa]s?|evangelic[oa]s?|mormon(?:es)?|inmigrantes?|indocumentad[oa]s?|extranjer[oa]s?|grin?g[oa]s?|american[oa]s?|afroamerican[oa]s?|centroamerican[oa]s?|indi[oa]s|gays?|homosexual(?:es)?|discapacitad[oa]s?)';
const groups =
  '(?:mexicans|indians|jews|muslims|catholics|christians|protestants|mormons|hindus|asians|hispanics|latinos|latinas|koreans|vietnamese|arabs|nigerians|filipinos|immigrants|foreigners|minorities|black families|white families|african americans|anglos|gays|lesbians)';
const place =
  '(?:area|neighbo(?:u)?rhood|block|street|building|complex|subdivision|community|part of town|side of town|suburb|zona|barrio|vecindario|colonia|calle|edificio|fraccionamiento|complejo|lado|rumbo|area|sector|cuadra|lugar|sitio)';
const decent =
  '(?:decent|respectable|good|nice|quiet|upscale|wealthy|rich|affluent|educated|professional|hard ?working|classy|blue collar|white collar|working class|clean|friendly|wholesome|god fearing|church ?going|like ?minded|similar|right kind of|better class of|well off|traditional|conservative|liberal|bien|decente|buena|rica|adinerada|de dinero|educada|trabajadora|tranquila|humilde|pobre|corriente|honrada|limpia|fina|de bien|conocida|sana)';
const people =
  '(?:people|folks|famil(?:y(?! (?:room|bath|home|kitchen|den|area|name)s?)|ies)|neighbo(?:u)?rs|residents|crowd|households|tenants|owners|gente|vecinos?|familias|personas|inquilinos|residentes)';
/** It declines, or leaves it to the visitor or a public source. */
const declines =
  /\b(?:can't|cannot|can not|couldn't|don't|do not|won't|not able to|no puedo|no podemos|no (?:describo|opino|califico|comento)|for you to (?:judge|decide)|lo decide usted|up to you|your call|only you|you decide|rather not|keeps? (?:me )?from|stay out|not something|isn't something|no (?:hago|doy|me toca|me corresponde)|police (?:data|site|website|records)|crime (?:data|figures|maps?|reports?)|datos de la policia|whether it suits|publish\w*|publica\w*|police department|statistics|estadisticas|cifras|with or without|con o sin|departamento de policia|everyone alike|por igual|fair housing|vivienda justa|equal|se llama|is called|named|center on|plano)\b/i;

/** A visitor's own children, taken up as they spoke of them: no word of the sentence says what a home or an area is for them. */
const ownChildren = `^(?!.*\\b(?:for|para(?! (?:recibir|pedir|preguntar)\\b)|perfect\\w*|ideal\\w*|great|good|best|safe\\w*|love|buen\\w*|mejor\\w*|segur\\w*|encant\\w*|schools?|escuelas?)\\b).*\\b(?:your|sus?) ${children}\\b`;

/** A visitor's child in need, with help or sympathy, and no word of what a home or an area is for children. */
const childInNeed =
  '^(?!.*\\b(?:perfect\\w*|ideal\\w*|great|good|best|safe\\w*|love|buen\\w*|mejor\\w*|segur\\w*|encant\\w*|schools?|escuelas?|neighbo\\w+|vecin\\w+|barrio|streets?|area|block|calle|zona|colonia)\\b).*(?:2-1-1|\\b(?:911|no heat|without heat|sin calefaccion|in the cold|en el frio|shelter|refugio|emergenc\\w+|urgente?)\\b)';

/** Statements about who lives in an area, who would fit in, how safe it is and how good its schools are: never a bot's to say, in either language. */
export const peopleRules: readonly Rule[] = [
  {
    id: 'children-named',
    category: 'familial-status',
    saidBy: 'bot',
    pattern: new RegExp(
      `(?<!\\b(?:juegos|recreo|parque|cuarto|recamara|habitacion|alberca|area) (?:para|de)(?: los)? )\\b${children}\\b(?!'(?:s?[ .,;?!]|$)(?!would|will|are|is))(?!s? ?(?:play\\w*|room|bedroom|hospital|museum|center|pool|structure|activity|area|library|park)\\b)`,
      'i',
    ),
    unless: new RegExp(`${declines.source}|${ownChildren}|${childInNeed}`, 'i'),
  },
  {
    id: 'asks-private',
    category: 'familial-status',
    saidBy: 'bot',
    pattern:
      /\bare you (?:married|divorced|pregnant|disabled|religious|christian|catholic|jewish|muslim|gay|straight|a (?:us )?citizen|an immigrant|expecting)\b|\b(?:do|did) you (?:have|plan (?:on|to have)|want) (?:a |any )?(?:kids|children|disabilit\w+|husband|wife|family)\b|\b(?:marital status|what (?:is your )?(?:religion|race|ethnicity|nationality)|where are you originally from|how old are you|which church|what church)\b|\b(?:esta|es|son) (?:usted(?:es)? )?(?:casad[oa]s?|divorciad[oa]|embarazada|solter[oa])\b|\btiene(?:n)? (?:hijos|esposa|esposo|pareja|alguna discapacidad)\b|\b(?:cuantos hijos|estado civil|que religion|de que pais|que edad tiene|cuantos anos tiene usted)\b/i,
  },
  {
    id: 'para-quien',
    category: 'familial-status',
    pattern: anyOf(
      new RegExp(
        `\\b(?:perfect[oa]s?|ideal(?:es)?|excelentes?|buen[oa]s?|mejor(?:es)?|apropiad[oa]s?|apt[oa]s?|adecuad[oa]s?|pensad[oa]s?|hech[oa]s?|conviene|recomend\\w+|mal[oa]s?)\\b(?: \\w+){0,2} (?:para|a) (?:\\w+ ){0,3}(?:${families}|${grupos})\\b`,
      ),
      new RegExp(
        `\\b(?:prefier\\w+|preferim\\w+|solo|unicamente|exclusiv\\w+|buscan?|quieren?)\\b(?: \\w+){0,3} (?:${families}|${grupos}|sin hijos|sin ninos)\\b`,
      ),
      new RegExp(
        `\\bno (?:se )?(?:acept\\w+|admit\\w+|permit\\w+|rent\\w+|quier\\w+)\\b(?: \\w+){0,3} (?:${families}|${grupos}|ninos|hijos|sillas? de ruedas)\\b`,
      ),
      /\b(?:raise|raising|criar|start|bring up) (?:a|your|the|su|una|tu) (?:famil\w+|child\w*|kids|hijos)\b|\b(?:prefers?|preferred|wants?|ideal|only) (?:\w+ )?(?:couples?|singles?|families|adults|professionals|retirees|mature)\b/,
    ),
    unless: declines,
  },
  {
    id: 'grupos',
    category: 'protected-class',
    pattern: anyOf(
      new RegExp(
        `\\b(?:gente|personas?|famil\\w+|vecin[oa]s?|barrio|zona|colonia|comunidad|area|vecindario|pura|puros?|puras|muchos?|muchas|mayoria|casi todos|para|los|las|como usted es|usted es)\\b(?: (?:de|son|es|muy|puros?|la|mayoria|otros?))* ${grupos}\\b`,
      ),
      new RegExp(`\\b${groups}\\b`),
      new RegExp(`\\bvecinos\\b.{0,40}\\b${grupos}\\b`),
      new RegExp(
        `\\b(?:since|because|as|being|for|if|como|por ser) (?:you'?re?|usted|an?)\\b.{0,20}\\b(?:\\w{3,}an|wheelchair|disabled|deaf|blind|pregnant|single|gay|muslim|jewish|black|white|hispanic|asian|retired|older|elderly|${grupos})\\b.{0,60}\\b(?:look|buy|better|suggest|recommend|prefer|comfortable|avoid|would|should|buscar|conviene|recomend\\w+|mejor|gustar\\w*|sentir\\w*)\\b`,
      ),
    ),
    unless: declines,
  },
  {
    id: 'neighbors-told',
    category: 'steering-people',
    saidBy: 'bot',
    pattern: anyOf(
      new RegExp(`\\b${decent} (?:\\w+ )?${people}\\b|\\bgente (?:\\w+ )?${decent}\\b`),
      /\b(?<!\b(?:no|rear|back|side|upstairs|downstairs|behind|sin|asociacion de|junta de|comite de) )(?:neighbo(?:u)?rs(?!')|vecinos|people (?:who live|living|around|there|here|in (?:this|that|the))|folks (?:around|there|here|in|who)|everyone (?:on|in|there|who lives)|gente (?:que vive|de ahi|de aqui|del|por))\b/,
      new RegExp(
        `\\b${place}\\b.{0,30}\\b(?:full of|tons of|lots of|packed with|mostly|mainly|largely|majority|lleno de|llena de|pura|puros|mayormente|mayoria|casi todos)\\b.{0,20}\\b(?:people|folks|famil\\w+|kids|children|professionals|retirees|students|couples|singles|seniors|renters|immigrants|gente|jovenes|parejas|profesion\\w+|estudiantes|ninos|extranjeros)\\b`,
      ),
      /\b(?:famil\w+|people|folks|immigrants|gente|familias)\b.{0,20}\b(?:have moved|moving|moved|llegando|se han mudado|mudando) (?:in|into|out|a|al)\b/,
      /\b(?:people|folks|someone|somebody|buyers|families|gente|personas|alguien) (?:like|just like|como) (?:you|yours|yourself|us|them|that|those|usted(?:es)?|tu|nosotros|esa)\b|\byour (?:own (?:kind|people|community|culture)|kind\b(?! of)|culture)\b|\bsu (?:propia )?(?:gente|comunidad|raza|cultura)\b|\byou(?:'d|'ll| would| will| might| may)? (?:\w+ )?(?:fit|blend|stand|stick) (?:right )?(?:in|out)\b|\b(?:sentir\w*|siente\w*|estar\w*) (?:\\w+ )?(?:sol[oa]s?|a gusto|fuera de lugar|en casa|mas comod[oa]s?|como en casa)\b|\b(?:more comfortable|feel (?:more )?comfortable|happier) (?:there|around|elsewhere|somewhere|in (?:a|an|the|that|another)|with people|over|on the|across)\b|\b(?:usted(?:es)?|gente|familia|personas)\b.{0,20}\bencaj\w+/,
    ),
    unless: declines,
  },
  {
    id: 'area-judged',
    category: 'steering-safety',
    saidBy: 'bot',
    pattern: anyOf(
      /\b(?:crimes?|criminals?|gangs?|shootings?|gunshots?|robber\w*|robbed|burglar(?:s|y|ies|ized)|thefts?|thieves|stolen|break ?ins?|mugg\w+|drug (?:dealers?|deals?|dens?)|drugs|homeless|murders?|(?<!contra la )violen\w+\b(?! hotline)|assaults?|prostitut\w+|(?<!gourmet )ghetto|the hood|sketchy|shady|delincuen\w+|crimen|crimenes|pandill\w+|robos?|robado|roban|asalt\w+|rateros?|ladron\w*|drogas?|drogadict\w+|balacer\w+|balazos|(?<!en )peligr\w+|insegur\w+|narcos?|malvivientes|maleantes|vagabund\w+|indigentes)\b/,
      /\b(?:(?:walk\w*|go|be|out|alone|around|there) (?:\w+ ){0,3}after (?:dark|sunset|midnight)|walk\w* (?:\w+ ){0,4}(?:at night|alone|midnight|late)|at night alone|(?:camin\w+|sal\w+|sol[oa]|anda\w*) (?:\w+ ){0,3}(?:de|en la) noche|lock your (?:doors?|car)|doors? unlocked|sin (?:cerrar|miedo|llave)|sleep (?:well|easy|soundly|tight)|feel (?:\w+ )?(?:safe|secure|unsafe)|safe (?:place|area|street|enough|here|there|to (?:walk|live|park|raise|go|be|let|leave))|safest|safer (?:area|part|street|side|than|here|there)|segur[oa]s? para (?:caminar|vivir|salir|sus|los|las|dejar)|segur[oa]s? (?:aqui|ahi)|police (?:are|come|patrol|calls|keep)|patrullas?)\b/,
      new RegExp(
        `\\b${place}\\b(?: \\w+){0,3} (?:muy |bien |mas |super |tan )?(?:segur[oa]s?|peligros[oa]s?|fe[oa]s?|mal[oa]s?|bonit[oa]s? y segur[oa]s?|calmad[oa]s?)\\b|\\b(?:buen|mal|mejor|peor)[oa]?s? (?:${place})\\b|\\b(?:es|son|esta) (?:muy |bien |super |mas |tan )?(?:segur[oa]s|segur[oa] (?:la|el|ahi|aqui|esa))\\b`,
      ),
      /\b(?:single |young |older )?(?:women|woman|men|ladies|seniors|gays|mujeres|senoras|senoritas|mexicans|hispanics)\b.{0,30}\b(?:avoid|shouldn't|should not|wouldn't|don't|not|careful|alone|evit\w+|no deber\w+|sol[oa]s)\b/,
      new RegExp(
        `\\b(?:avoid|stay away from|steer clear of|wouldn't (?:live|buy|walk|go|raise)|don't (?:go|buy|live)|evit[ea]|no (?:se meta|vaya|compre|viva)|alejese)\\b.{0,25}\\b${place}\\b`,
      ),
    ),
    unless: declines,
  },
  {
    id: 'schools-judged',
    category: 'steering-schools',
    saidBy: 'bot',
    pattern: anyOf(
      /\b(?:schools?|elementary|middle school|high school|campus(?:es)?|isd|school district)\b.{0,40}\b(?:(?:\w+|\d+(?:\.\d+)?) (?:out of|over) (?:ten|10|five|5)|\d ?\/ ?10|[abcdf] ?(?:plus|minus|rated|rating)|better|best|worst|worse|top|beats?|excellent|great|good|bad|failing|terrible|amazing|superb|outstanding|rough|blue ribbon|exemplary|ranked|rated|ranks|envy|strong|weak|awful|mediocre|finest|elite)\b(?! (?:source|way|place|room|walk|person|time|bet|question|people|site|office))/,
      /\b(?:better|best|worst|worse|top|great|good|bad|failing|terrible|amazing|excellent|superb|highly rated|ranked|rated|blue ribbon|exemplary|strong|weak|finest|elite|awful)\b(?! (?:source|way|place|room|walk|person|time|bet|question|people|site|office)).{0,20}\b(?:schools?|elementary|campus(?:es)?|isd|school district|teachers)\b/,
      /\b(?:escuelas?|primarias?|secundarias?|prepas?|preparatorias?|colegios?|distrito escolar|maestros)\b.{0,40}\b(?:buen\w*|mal\w*|mejor\w*|peor\w*|excelente\w*|pesim\w+|recomend\w+|calificad\w*|calificacion\w*|de las mas|primer nivel|reprobad\w+|super|diez|10|nueve|gran(?:des)?|terribl\w+)\b|\b(?:buen\w*|mal[oa]s?|mejor\w*|peor\w*|excelente\w*|pesim\w+|gran(?:des)?)\b.{0,15}\b(?:escuelas?|primarias?|secundarias?|preparatorias?|colegios?)\b/,
    ),
    unless: declines,
  },
  {
    id: 'wheelchair-steered',
    category: 'disability',
    pattern: anyOf(
      /\b(?:wheelchairs?|walkers?|disab\w+|handicap\w*|blind|deaf|silla de ruedas|discapaci\w+|andadera)\b.{0,40}\b(?:more comfortable|elsewhere|not (?:for|suitable|right|ideal|a good)|isn't (?:for|suitable|right|ideal)|wouldn't|no (?:apt\w+|apropiad\w+|conviene)|mejor en|otro edificio|a different (?:building|home|place|area))\b/,
      /\bno (?:es|son|esta|seria) (?:\w+ ){0,2}(?:apropiad[oa]|apt[oa]|adecuad[oa]|buen[oa]|ideal|para)\b.{0,30}\b(?:silla de ruedas|discapaci\w+|ancian\w+|personas mayores|adultos mayores)\b/,
    ),
    unless: declines,
  },
];
