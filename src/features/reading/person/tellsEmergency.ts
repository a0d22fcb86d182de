import { anyOf, shows } from './dangerSigns.ts';

const r = String.raw;

const weapon = r`(?:gun|knife|bat|machete|rifle|shotgun|pistol|weapon)\b(?! (?:safe|shop|store|range|rack|cabinet|room|closet|collection|show))`;
const arma = r`(?:pistola|cuchillo|machete|navaja|arma|rifle|escopeta)`;
const somebody = r`(?:guy|man|dude|some ?(?:one|body|guy|man|dude|people)|(?:a|an|the|this|2|two) (?:\w+ )?(?:man|guy|dude|stranger|intruder|burglar|robber|men|guys|people|person)|intruders?|burglars?|robbers?)`;
const alguien = r`(?:alguien|un (?:\w+ )?(?:hombre|tipo|senor|intruso|ladron|sujeto)|unos (?:\w+ )?(?:hombres|tipos|sujetos)|ladrones|intrusos)`;
const building = r`(?:house|home|kitchen|garage|building|apartment|condo|attic|basement|place|roof|walls?|stove|casa|cocina|cochera|edificio|departamento|techo|sotano|estufa|cuarto)`;

/** Nothing more is needed: this happens now. */
const now = anyOf(
  r`\b(?:theres|there is|there are|i see|we see|i hear|we hear)? ?${somebody}\b[^.!?]{0,40}\b(?:with|has|holding|got|waving|pointing|hes got|shes got) (?:a|his|their|the|an) (?:\w+ )?${weapon}[^.!?]{0,60}\b(?:in(?:side)?|at|outside|here|house|home|door|now)\b`,
  r`\b${somebody}\b[^.!?]{0,30}\bin(?:side)? (?:the|my|our|this)(?: \w+){0,3} (?:house|home|apartment|attic|kitchen|bedroom|basement|garage)\b[^.!?]{0,60}\b(?:${weapon}|right now|help|911|hiding|please)\b`,
  r`\b(?:${somebody}|he|she|they|hes|shes|theyre|we hear somebody)\b[^.!?]{0,50}\b(?:just )?(?:came|come|coming|is coming|comes) (?:down|up|in|at (?:us|me))(?: \w+)? with (?:a|his) ${weapon}`,
  r`\b(?:${somebody}|theyre|they are|hes|he is)\b[^.!?]{0,20}\b(?:is |are )?(?:breaking in(?:to)?|trying to (?:get|break) in|kicking (?:in|down) (?:the|my|our)|breaking (?:the|down|my|our) (?:\w+ )?(?:door|window))\b(?![^.!?]{0,30}\b(?:last|ago|lol)\b)`,
  r`\b(?:shots? (?:are )?(?:being )?fired|active shooter|(?:someone|somebody|a guy|a man) is shooting)\b`,
  r`\b${building}(?: \w+){0,6} (?:(?:is|are|s|just) )?(?:(?:caught )?on fire|burning)\b(?! (?:sale|wood))|\b(?:smoke|flames) (?:\w+ )?(?:coming|pouring|everywhere|filling|in the (?:hall|hallway|stairs?|kitchen|house))\b(?![^.!?]{0,30}\b(?:chimney|grill|bbq|fireplace)\b)`,
  r`\b(?:is|are|s|hes|shes|im|mom|dad|husband|wife|baby|son|daughter|she|he) (?:\w+ )?having (?:a|another|some kind of|like a) (?:heart attack|stroke|seizure|asthma attack)\b`,
  r`\b(?:(?:isnt|is not|not|stopped|quit|aint|barely|hardly) breathing|cant breathe|turning blue|no pulse)\b[^.!?]{0,80}\b(?:help|now|floor|please|911|what do|hurry|here|choking|blue)\b|\b(?:he|she|hes|shes|husband|wife|mom|mother|dad|father|baby|son|daughter|kid|grandma|grandpa|guy|lady|man|woman|agent|friend) (?:\w+ ){0,4}(?:isnt|is not|not|stopped|quit|aint) (?:breathing|waking up|responding)\b`,
  r`\b(?:is|are|s|im|hes|shes) (?:choking(?! (?:the|this|our|my|out|up|off))|drowning(?! in (?:bills|debt|work|paper\w*|fees|repairs|taxes|it|this))|unconscious|bleeding (?:so|out|bad|badly|everywhere|a lot|to death|from))\b(?! (?:money|cash|on))`,
  r`\b(?:kid|baby|son|daughter|toddler|child|boy|girl|grandson|he|she)\b[^.!?]{0,20}\b(?:drank|swallowed|ate|fell (?:in|into|in to)) (?:the |some |a |my )?(?:\w+ )?(?:bleach|cleaner|poison|pills|battery|antifreeze|pool|well)\b(?![^.!?]{0,40}\b(?:ago|once|years?|when|last)\b)`,
  r`\b(?:gas|carbon monoxide|monoxido|co alarm|smell of gas|huele a gas)\b[^.!?]{0,80}\b(?:dizzy|faint\w*|passed out|passing out|pass out|wont wake|unconscious|throwing up|not answering|cant see|mare\w+|desmay\w+|vomit\w+|no (?:despierta|contesta|responde)\w*)\b`,
  r`\b(?:collapsed|passed out|fell|fainted)\b[^.!?]{0,60}\b(?:not (?:moving|responding|breathing|waking)|isnt (?:moving|responding|breathing)|wont (?:wake|respond)|unresponsive|cant (?:wake|breathe))\b`,
  r`\bchest (?:pains?|is)\b[^.!?]{0,60}\b(?:arm|breathe|so bad|help|now)\b`,
  // Lo mismo.
  r`\b${alguien} armad[oa]s?\b`,
  r`\b${alguien}\b[^.!?]{0,50}\b(?:con|trae|tiene|saco) (?:una? |su )?(?:\w+ )?${arma}\b(?! de (?:juguete|mi abuelo))`,
  r`\b(?:${alguien}|se)\b[^.!?]{0,20}\b(?:se (?:metio|metieron|esta metiendo|estan metiendo)|esta (?:adentro|dentro)|estan (?:adentro|dentro)|metio|metieron|metiendo)\b[^.!?]{0,40}\b(?:casa|departamento|cuarto)\b[^.!?]{0,60}\b(?:ahorita|ahora|ayuda|auxilio|escondid\w+|estoy|estamos|${arma})\b|\bestan? (?:rompiendo|tumbando|pateando|forzando) (?:la|mi|nuestra) (?:puerta|ventana|chapa)\b`,
  r`\b(?:se (?:esta )?(?:quemando|incendiando|prendio|prendiendo)|esta en llamas|ardiendo|hay (?:fuego|lumbre|un incendio|mucho humo))\b[^.!?]{0,40}\b${building}\b|\b${building}\b[^.!?]{0,30}\b(?:se (?:esta )?(?:quemando|incendiando|prendio)|esta (?:en llamas|ardiendo)|echando humo)\b`,
  r`\b(?:le (?:esta )?(?:dando|dio) un (?:infarto|derrame|ataque)|esta (?:convulsionando|inconsciente|ahogandose|desangrandose)|se (?:esta )?(?:ahogando|desangrando|muriendo)|convulsionando)\b(?! de (?:risa|ganas|envidia))`,
  r`\b(?:no (?:esta )?respira\w*|no se mueve|no reacciona|no despierta|no responde)\b[^.!?]{0,60}(?:\b(?:ayuda|auxilio|por favor|que hago|ahorita|ahora|piso|suelo|caliente)\b|$)(?<=\b(?:mi|el|ella|ninos?|bebe|senora?|esposo|esposa|mama|papa|hijo|hija|abuel[oa])\b.{0,120})(?<!\b(?:agente|banco|vendedor|correo|realtor|corredor|dueno)\b.{0,120})`,
);

/** Dangers that may be long over, or said of a house that is for sale … */
const hazards = anyOf(
  r`\b(?:${somebody}|${alguien}|he|she|they|ex|hes)\b[^.!?]{0,60}\b(?:${weapon}|${arma}|broke in|broken in|breaking in|break in|kicked in|se metio|se metieron)|\b(?:${somebody}|${alguien})\b[^.!?]{0,20}\b(?:in(?:side)?|adentro|dentro)\b[^.!?]{0,20}\b${building}\b`,
  r`\b(?:on fire|burning|flames|smoke|fire) (?:in|from|out|everywhere|coming|and|inside|at|the)\b|\b${building}[^.!?]{0,20}\b(?:is (?:on fire|burning)|(?:se quema|quemando|lumbre|incendio|fuego|humo))\b|\b(?:lumbre|incendio|humo|fuego)\b[^.!?]{0,30}\b${building}\b`,
  r`\b(?:heart attack|stroke|seizures?|convulsing|overdos\w+|chok(?:ing|es)|unconscious|unresponsive|collapsed|passed out|passing out|fainted|bleeding|drowning|electrocuted|electric shock|shocked|(?:hes|shes|he is|she is|baby|son|daughter|husband|wife|mom|dad|and) (?:\w+ )?not moving|isnt moving|not waking|wont wake|cant wake|stopped breathing|not breathing|isnt breathing|turning blue|(?:just )?dropped (?:in|on|to) the (?:floor|hall\w*|kitchen|driveway|ground)|cant breathe|anaphyla\w+|epi ?pen|stabbed|shot)\b`,
  r`\b(?:infarto|derrame|convulsi\w+|sobredosis|ahog\w+|inconsciente|desmay\w+|sangr\w+|desangr\w+|electrocut\w+|descarga|no respira|no se mueve|no reacciona|no despierta|apunal\w+|balacera|balazos?|disparos)\b`,
  r`\b(?:gas (?:leak|smell|everywhere)|smells? (?:like |of )?gas|carbon monoxide|co alarm|huele (?:mucho |muy fuerte )?a gas|fuga de gas|monoxido)\b`,
  r`\b(?:trapped|stuck) (?:in|inside|under|on)\b|\b(?:atrapad[oa]s?)\b|\bpinned\b|\b(?:came down|fell|collapsed|caved in|crashed)\b[^.!?]{0,20}\b(?:on|onto|into)\b|\b(?:fell|caught)\b[^.!?]{0,30}\b(?:through|off|from|under|into)\b|\b(?:footsteps|glass (?:just )?broke|someones? (?:is )?(?:downstairs|upstairs))\b|\bwater (?:is )?(?:up to|rising|coming (?:in|up))\b|\b(?:humo|agua|fuego) por todos lados\b`,
);
/** … unless it is happening as they write. */
const asWeWrite = anyOf(
  r`\b(?:right now|help(?: me| us)?(?=\W*$|[.,!]| (?:please|pls|now|my|he|she|someone|i|we|us|him|her))|911|hurry|call (?:an? )?(?:ambulance|cops|police|someone|somebody)|what do (?:i|we) do|wont stop|cant get (?:out|him|her|the|them)|cant stop|(?:im|we are|were|me and \w+(?: are)?) (?:hiding|locked|stuck|trapped|in the (?:closet|bathroom|bedroom|attic|basement|car|driveway|kitchen|back))|on the (?:floor|ground)|in the pool)\b`,
  r`\b(?:ayuda|ayudenme|auxilio|ahorita|ahora mismo|que hago|rapido|ambulancia|policia|estoy (?:escondid[oa]|encerrad[oa]|atrapad[oa]|sol[oa])|estamos (?:escondid[oa]s|encerrad[oa]s|atrapad[oa]s|adentro)|en el (?:piso|suelo)|no (?:podemos|puedo) salir|sigue adentro|esta adentro|estan adentro|llamen)\b`,
  r`\b(?:isnt|is not|not|aint) (?:moving|responding|breathing|waking up|talking|answering)\b|\bcant (?:talk|breathe|move|wake)\b|\b(?:is|are) (?:still )?(?:inside|upstairs|downstairs|in there)\b|\bthrowing up\b|\b(?:is|are|s|shes|hes) (?:pinned|stuck|trapped)\b|\b(?:are|is|turning|lips) blue\b|\b(?:live|im|am|home) alone\b|\b(?:an? )?(?:min|minute|sec|second)s? ago\b|\b(?:people|someone|somebody|he|she|shes|hes|theyre) (?:is |are |got )?(?:hurt|injured)\b|\bin the (?:closet|bathroom) with\b|\b(?:we are|were|im) stuck\b|\bno (?:habla|responde|contesta|se mueve|despierta|respira)\b`,
);

const past =
  /\b(?:ago|last (?:year|month|summer|winter|fall|spring|week)|in (?:19|20)\d\d|back (?:then|in)|used to|hace (?:\d+|mucho|un|unos) \w+|el ano pasado|previous (?:owner|tenant))\b/;

/** Whether something happens right now for which one calls 911. Of words as `bareWords` leaves them. */
export const tellsEmergency = (words: string): boolean =>
  !past.test(words) && (shows(now, words) || (shows(hazards, words) && shows(asWeWrite, words)));
