import { plainText } from '../text/plainText.ts';

/** A matter that has its own answer, word for word, because a guess there would do harm or break a law. */
export type Topic =
  | 'exclusion'
  | 'kickback'
  | 'people'
  | 'safety'
  | 'schools'
  | 'worship'
  | 'vouchers'
  | 'commission'
  | 'offer-advice'
  | 'wants-offer'
  | 'market-advice'
  | 'loan-terms'
  | 'lender'
  | 'valuation'
  | 'sale-time'
  | 'what-is-this'
  | 'monthly-payment'
  | 'commercial'
  | 'company'
  | 'privacy'
  | 'read-along'
  | 'unwanted-contact'
  | 'for-the-team'
  | 'frustrated'
  | 'next-steps';

/** Names of the groups that fair housing law protects, with the words that show that people are meant, and not a wall or a street. */
const people =
  '(?:people|ppl|persons?|famil(?:y|ies)|buyers?|couples?|investors?|tenants?|folks|men|women|ones?|types?|applicants?|owners?|neighbou?rs?)';
const named =
  '(?:immigrants?|foreigners?|mexicans?|latinos?|hispanics?|asians?|chinese|arabs?|africans?|indians?|vietnamese|koreans?|muslims?|jews|jewish|christians?|catholics?|hindus?|gays?|lesbians?|lgbt\\w*|blacks|whites|minorit(?:y|ies)|refugees?|negros|inmigrantes|extranjeros|musulmanes|jud[ií]os|cristianos|chinos|mexicanos|discapacitados)';
const class_ = `(?:${named}|(?:black|white|american|jewish|christian|muslim|gay|straight|chinese|indian|minority|disabled|young|older|single|childless|religious|non[- ]?english[- ]speaking) (?:\\w+ )?${people}|famil(?:y|ies) with (?:kids|children)|people (?:with (?:kids|children|vouchers|disabilit\\w+)|on (?:disability|welfare|vouchers|section 8|assistance))|(?:any(?:one|body)|people|those|someone) (?:in|on|with) (?:a )?(?:wheelchairs?|disabilit\\w+|kids|children|section 8|welfare)|section (?:8|eight) (?:people|tenants?|buyers?|famil\\w+|folks)|famil(?:ias|ia) con (?:ni[nñ]os|hijos)|personas (?:negras|con discapacidad)|familias (?:cristianas|blancas|latinas)|compradores (?:blancos|cristianos|americanos))`;
const sells = '(?:sell|selling|rent|renting|show|showing|bring|bringing|market|marketing|advertise|leav(?:e|ing))';
const exclusions = [
  `\\b(?:don't|do not|dont|never|won't) (?:let|allow|admit|invite)(?: any| the)* ${class_}`,
  `\\bto (?:an? )?${class_} only\\b`,
  `\\bwant (?:an? )?(?:nice |good )?${class_} to (?:get|buy|have|live|move|take)`,
  `\\b(?:don't|do not|dont|won't|wont|will not|never|not|refuse to|rather not|wouldn't|no) (?:want to |wanna |like to |going to |gonna |plan to )?${sells}(?: \\w+){0,4}? (?:to |by )?(?:any |the |some |more )?${class_}`,
  `\\b(?:rather not|don't want|do not want|not want|won't have|wouldn't want|keep out|keep|screen out|filter out|weed out|exclude|avoid|no|without) (?:have |having |any |the |those |all |to have |out |some |you bringing |any more )*${class_}(?: (?:out|away|buying|as buyers?|please|allowed|in here|in my house|in my home))?(?=\\W|$)(?! (?:homes?|food|restaurants?|stores?|architecture|art|agents?))`,
  `\\bonly (?:want |sell |selling |show |accept |to |it |take |rent |looking for )*(?:to )?(?:an? )?(?:nice |good |other |fellow )?(?:${class_}|couples? without (?:kids|children))`,
  `\\b(?:make sure|want|prefer|need)(?: (?:the|that|my|it|to|be|only))* (?:buyers?|sell to|vender a|new owners?) (?:are|is|to be|be)? ?(?:an? )?(?:all )?(?:white|black|christian|american|jewish|muslim|straight|young|childless)\\b`,
  `\\b(?:i|we)(?:'d)? (?:would )?(?:prefer|rather have|rather sell to)(?: to sell to)? (?:an? )?(?:nice |good )?${class_}`,
  `\\bno (?:quiero|queremos|voy a|vendo|vender[ée]?|le muestren?|les muestren?|muestren?|ense[nñ]en?)(?: (?:vender|vend[eé]rsel[ao]|la casa|mi casa|mostrar|rentar|a|los|las|que|vengan))* ${class_}`,
  `\\b(?:solo|s[oó]lo|solamente|prefiero|[uú]nicamente)(?: (?:le |les )?(?:quiero|vender|vendo|vendemos|a|rentar|acepto))* ${class_}`,
];
const group =
  '(?:famil(?:y|ies)|kids?|children|immigrants?|foreigners?|mexicans?|latinos?|hispanics?|blacks|black people|asians?|arabs?|indians?|whites|white people|muslims?|jews|jewish people|christians?|gays?|gay (?:couples?|people)|disabled(?: people)?|wheelchairs?|section 8|single (?:moms?|mothers?|women|men)|women|old people|inmigrantes|extranjeros|ni[nñ]os|familias|mujeres)';
/** A text that names none of these is no exclusion: one quick test instead of a very slow one. */
const namesPeople = new RegExp(
  `${class_}|${group}|couples? without|\\b(?:white|black|christian|american|jewish|muslim|asian|straight|young|childless)`,
  'i',
);
// In this order: topics that the law forbids come first.
const topics: readonly (readonly [Topic, RegExp])[] = [
  [
    'exclusion',
    new RegExp(
      `${exclusions.join('|')}|\\b(?:(?:don't|do not|won't|never|not|refuse to|rather not) (?:want to |wanna )?(?:sell(?:ing)?|rent(?:ing)?|show(?:ing)?)(?: (?:it|this|that|my (?:house|home|place)|the (?:house|home|place)))? to|(?:don't|do not) want(?: any)?|keep out|exclude|no sale to|only (?:sell )?to non[- ]?|no (?:quiero vender|vender)(?:la)? a) (?:any |the )?${group}\\b(?!')|(?<!\\b(?:have|has|had|with|are|there's|got|we're|i'm) )\\bno ${group}\\b(?:[^.?!]{0,20}\\b(?:buyers?|please|allowed|viewing|welcome)|[^?]{0,40}\\b(?:to (?:buy|get|have) (?:it|the|my)|sell it|as buyers))|\\bonly (?:want |sell to |show (?:it )?to )?(?:white|christian|american|jewish|asian)s?(?: (?:buyers?|people|famil(?:y|ies)|couples?))?\\b`,
      'i',
    ),
  ],
  [
    'kickback',
    /\b(?:kick-?backs?|(?<!pay an? |pay any |pay the )referral fees?|(?:pay|give|slip|send) you (?:\w+ ){0,3}?(?:for|if|per|to) (?:\w+ ){0,3}?(?:refer|send|steer|recommend)\w*|\b(?:pay|give) (?:you )?(?:\$\d+ |\w+ ){0,3}?(?:for|per) (?:each |every |a )?(?:referral|lead|client|buyer)|pay (?:realtors|agents|anyone|people|you) (?:who|that|if you|when you) (?:send|refer|bring)|pago (?:\w+ )?por (?:cada )?(?:cliente|referido|comprador)|cut of (?:the|your) commission|split (?:the|your) commission|(?:something|little something|cash|money) on the side|under the table|por debajo de la mesa|use my (?:title|mortgage|inspection|escrow) company and|comisi[oó]n si (?:me|nos) (?:mand|env|refier|pas)\w*|finder'?s fee|comisi[oó]n por referir)\b/i,
  ],
  [
    'people',
    /\b(?:(?:are there|is it|is there|has it|mostly|lots? of|many|full of)\b[^.?!]{0,16}(?:families|kids|children|immigrants|foreigners|mexicans|latinos|hispanics|black people|asians|indians|muslims|jews|christians|gay people|old people|students|familias|ni[nñ]os)\b(?!'| (?:room|pool|play|bath))|(?:good|ok|okay|right|suitable|nice) for (?:\w+ ){0,2}(?:famil(?:y|ies)|kids|children|muslims|jews|christians|immigrants|latinos|black people|asians|gay (?:people|couples)|single (?:women|moms))|(?:live|living|be) (?:\w+ )?(?:near|next to|around|by|with) (?:\w+ ){0,2}?section (?:8|eight)|any (?:\w+ )?(?:mexicans|latinos|hispanics|blacks|black people|asians|indians|arabs|muslims|jews|immigrants|foreigners|gays?|whites|white people|families|kids|children)(?: people)? (?:living|live|around|there|here|nearby|next door|in the)|people (?:like (?:us|me)|(?:our|my|his|her) age)|college kids|(?:mucha |m[aá]s )?gente (?:hispana|latina|mexicana|blanca|negra|asi[aá]tica|morena|de color|joven|mayor)|entre los m[ií]os|\bis (?:it|the (?:area|neighbou?rhood|street|building))(?: \w+)? diverse|(?:gay|lgbtq?|queer|lesbian|trans)[- ]friendly|our kind of people|what (?:kind|sort|type)s? of (?:people|families|neighbou?rs)|what(?:'?s| is) (?:\w+ ){1,3}like to live in|(?:neighbou?rs|people|residents)\b[^.?!]{0,16}\b(?:mostly|mainly|all) \w+|who lives (?:there|around|in (?:the|that|this))|demographics?|racial|ethnic(?:ity)?|(?:christian|jewish|muslim|white|black|hispanic|latino|asian|family[- ]oriented|adults?[- ]only) (?:area|neighbou?rhood|community|part of town)|which (?:areas?|neighbou?rhoods?) (?:should|to) (?:i |we )?avoid|avoid that (?:area|part|neighbou?rhood)|gente como nosotros|(?:qu[eé] (?:tipo|clase) de gente|qui[eé]n(?:es)? viven? (?:ah[ií]|en)|barrio (?:sin|de) (?:negros|blancos|mexicanos|inmigrantes|latinos|ricos)|neighbou?rhoods? without (?:\w+)|ghetto|(?:somewhere|area|place) without (?:kids|children)|near (?:black|white|brown) people|because of the people)|lots? of immigrants|find me [^.?!]{0,20}without (?:mexicans|blacks|immigrants|whites|asians))\b/i,
  ],
  [
    'safety',
    /\b(?:(?:is|are|how|a|any|in) (?:it |the |this |that )?(?:area |neighbou?rhood |street |part of town )?(?:a )?(?:safe|unsafe|dangerous)\b(?! deposit)|safe(?:st)? (?:area|neighbou?rhood|part|street|place to live)|crime|bad (?:part of town|area|neighbou?rhood)|(?:zona|barrio) (?:segur[ao]|peligros[ao])|es segur[ao])\b/i,
  ],
  [
    'schools',
    /\b(?:(?:good|great|best|better|top|decent|nice|high(?:ly)?[- ]rated|bad) (?:public )?schools?\b|schools? (?:\w+ ){0,2}?(?:good|any good|rated|ratings?|ranking|score)|(?:how|what) (?:are|good are|is|about) the schools?|^\W*(?:and|y|also) (?:the |las )?(?:schools|escuelas)\W*$|(?:which|what) schools\b|qu[eé] escuelas|escuelas? (?:\S+ ){0,2}?q(?:u[eé])? tal|q(?:u[eé])? tal (?:son |est[aá]n )?las escuelas|c[oó]mo son las escuelas|buenas escuelas|escuelas buenas)\b/i,
  ],
  [
    'worship',
    /\b(?:churche?s?|mosques?|synagogues?|gurdwaras?|(?:hindu |buddhist )?temples?|places? of worship|parish(?:es)?|iglesias?|mezquitas?|sinagogas?|templos?)\b(?! (?:street|st\b|road|rd\b|lane|drive))/i,
  ],
  [
    'vouchers',
    /\b(?:section (?:8|eight)|housing (?:choice )?vouchers?|vouchers?|hud[- ]?vash|housing authority|secci[oó]n (?:8|ocho)|vales? de vivienda)\b/i,
  ],
  [
    'commission',
    /\b(?:(?:your|the|what|agent'?s?|realtor'?s?|listing|much|any|a|pay) (?:agent |realtor )?(?:commissions?)|commission (?:rate|percent\w*|fee)|your (?:fees?|rate|cut|percentage)|(?:how much|what) (?:do|would|will) (?:you|u|ya|y'all|(?:you|u) (?:guys|all|people)|your team|your agents?|the agents?) (?:charge|cost|take)|(?:do|would|will) (?:you|u)(?: guys| all)? charge\b|cobran (?:algo|por)\b|comisi[oó]n|cu[aá]nto cobran)\b/i,
  ],
  [
    'offer-advice',
    /\b(?:what (?:would|should) (?:you|i|we) offer|how much (?:should|would) (?:you|i|we) offer|should (?:i|we) (?:make an offer|offer|bid)|(?:is|are) (?:the |they |it )?(?:price |sellers? |owners? )?(?:negotiable|open to offers|flexible on (?:the )?price)|room (?:to|for) negotiat\w+|price (?:is )?negotiable|(?:is|was) (?:it|this|that) (?:a )?(?:good|great|fair|bad) (?:deal|price|buy)|would (?:they|the sellers?|the owners?) (?:really |actually )?(?:take|accept|consider)|(?:they|the sellers?|the owners?|it)(?:'d|d| would| will|'ll| might| could)? (?:ever )?(?:go|come) (?:any )?(?:lower|down|less)\b|worth the (?:money|price)|over ?priced|qu[eé] ofrecer[ií]a)\b/i,
  ],
  [
    'wants-offer',
    /\b(?:(?:can|could|will|would|do) (?:you|u|y'all)(?: guys)? (?:just )?buy (?:it|mine|ours|them)\b|(?:make|give|send) (?:me|us) (?:an?|your|the) (?:(?:cash|best|fair|first|quick) )?offer|(?:get|want|need|looking for) an? (?:(?:cash|fair|quick|instant) )?offer (?:for|on) (?:my|our|the|this)|what(?:'s| is| would be) your (?:(?:cash|best) )?offer|how much (?:would|will|can|could) (?:you|y'all|you guys) (?:pay|give|offer)(?: (?:me|us))?(?: (?:for (?:it|my|our|the|this)|\?|$))|(?:h[aá]game|hazme|deme) una oferta|cu[aá]nto me (?:dan|ofrecen))/i,
  ],
  [
    'market-advice',
    /\b(?:should (?:i|we) (?:wait|sell now|buy now|hold off|sell|buy)(?! (?:it|this|that|the|my) (?:before|first))|(?:good|right|best|bad) time to (?:buy|sell)|(?:are|is|will|do you think) (?:the )?(?:prices?|rates?|interest rates?|values?|market)(?: (?:is|are|will))? (?:going|go|drop|fall|crash|rise|come down)|(?:good|safe|bad) investment|buen momento para (?:comprar|vender)|debo esperar|me conviene esperar)\b/i,
  ],
  [
    'loan-terms',
    /\b(?:how much (?:money )?(?:down|(?:of a )?(?:down ?payment|deposit))\b|(?:what(?:'s| is)|need|minimum|least|how big)\b[^.?!]{0,20}\b(?:down ?payment|credit score)|credit(?: score)? (?:is|of|around|about)? ?(?:\d{3}|bad|poor|low)\b[^.?!]{0,40}\b(?:possible|can (?:i|we)|qualify|ok|enough)|(?:bad|poor|low) credit\b[^.?!]{0,40}(?:possible|can (?:i|we)|qualify|\?)|(?:can|could|would|do) (?:i|we) (?:even )?(?:qualify|get (?:approved|a (?:loan|mortgage)))|\bitin\b|(?:no|without|sin)(?: (?:a|el|un|my|mi))? (?:social|ssn|seguro social|papeles)\b|cu[aá]nto (?:necesito |hay que dar |se da |doy |piden |ser[ií]a )?(?:de|el) enganche|enganche,? cu[aá]nto|(?:mal|buen|poco) cr[eé]dito\b[^.?!]{0,30}\?)/i,
  ],
  [
    'lender',
    /\b(?:recommend|suggest|refer|know|have|which|what|a good|any good)\b[^.?!]{0,24}\b(?:lenders?|mortgage (?:brokers?|compan(?:y|ies))|loan officers?|banks?) ?(?:\?|$|(?:you|do|should|is|for|that|i|to)\b)|\brecomienda[^.?!]{0,16}\b(?:bancos?|prestamistas?)\b/i,
  ],
  [
    'valuation',
    /\b(?:what (?:would|do|could|can) you (?:say|think|guess)[^.?!]{0,20}\bworth|what(?:'s| is| are)? (?:my|our) (?:home|house|place|condo|property)[^.?!]{0,12}\bworth|what (?:might|would|could|will|does) (?:such a|a|my|our|the|this|it)\b[^.?!]{0,24}\b(?:fetch|bring in|sell for|go for)|how much (?:is|can|could|would|will) (?:my|our|i|we)\b[^.?!]{0,24}\b(?:worth|get for|sell for)|(?:home|house) valuation|what (?:would|could|can|should) (?:you|we|i) (?:list|price|sell) (?:it|them|mine|ours|this|my|our)\b|cu[aá]nto vale (?:mi|nuestra))\b/i,
  ],
  [
    'sale-time',
    /\b(?:how (?:long|fast|quick(?:ly)?|soon) (?:does|do|would|will|could|can|is) [^.?!]{0,24}\b(?:sell|be sold|on the market)|cu[aá]nto (?:se )?tarda[^.?!]{0,20}\bvender\w*)\b/i,
  ],
  [
    'what-is-this',
    /^\W*(?:(?:ok|so|and|but|wait|hi|hello)[\s,.!]{1,3})?(?:who (?:are|r) (?:you|u)(?: exactly| anyway| again)?|who is this|what (?:are|r) (?:you|u)(?: for)?|what(?:'s| is)(?: the \w+)? this(?: (?:chat|thing|site|about|for))?|what the \w+ is this|what can you do(?: for me)?|what do you do|how does this work|i (?:don't|dont|do not|didn't) (?:understand|get it|get this)|qui[eé]n eres|qui[eé]n es|qu[eé] es esto|no entiendo|c[oó]mo funciona(?: esto)?)\W*$/iu,
  ],
  [
    'monthly-payment',
    /\b(?:(?:monthly|per month|a month) (?:payments?|cost|mortgage)|(?:mortgage|payments?) (?:per|a|each|every) month|what would (?:the|my) (?:mortgage|payments?) be|pago mensual|mensualidad)\b/i,
  ],
  [
    'commercial',
    /\b(?:commercial (?:space|propert(?:y|ies)|real estate|buildings?|lease|unit)|office buildings?|(?:commercial|rent|renting|lease|leasing|sublet) (?:an? |some |the |your )?office space|retail (?:space|unit)s?|warehouses?|store ?fronts?|local(?:es)? comercial(?:es)?|bodega industrial)\b/i,
  ],
  [
    'company',
    /\b(?:(?:can|could|may|should|is it (?:ok(?:ay)?|fine|all right) if|would it be (?:ok(?:ay)?|fine) if) (?:(?:my|our) (?:wife|husband|spouse|partner|fianc[eé]e?|boyfriend|girlfriend|kids?|children|son|daughter|mom|mother|dad|father|parents|family|friend|brother|sister|contractor|dog)s?|the kids)(?: and \w+(?: \w+)?)? (?:come|comes|join|joins|tag|be there|see it|look)|(?:can|could|may|should) (?:i|we) bring (?:(?:my|our|the)(?! (?:dogs?|cats?|pets?|pupp?\w*))|someone|somebody|along|a (?:friend|contractor))|puede (?:venir|ir|acompa[nñ]arme) mi|puedo (?:llevar|ir con) (?:a )?mi)\b/i,
  ],
  [
    'read-along',
    /\b(?:can|could|will|would|does|did|is|puede|va a)\b[^.?!]{0,12}\b(?:he|she|they|my (?:husband|wife|ex|boyfriend|girlfriend|partner|mother|father|mom|dad|brother|sister|son|boss|roommate)|[eé]l|ella|mi (?:esposo|esposa|marido|mujer|ex|novi[oa]|pareja|mam[aá]|pap[aá]|jefe))\b[^.?!]{0,16}\b(?:see|read|find|look at|open|ver|leer|encontrar)\b[^.?!]{0,12}\b(?:this|these|the|my|what i|est[eao]s?|el|mis)\b ?(?:chat|conversation|messages?|texts?|wr[io]te|mensajes?|conversaci[oó]n|$|\?)|\b(?:saved|stored|e-?mailed|sent|show(?:s|n)?(?: up)?)\b[^.?!]{0,30}\b(?:somebody|someone|anyone|anybody|he|she|my \w+)(?: else)? (?:could|can|would|might|will) (?:see|read|find)\b/i,
  ],
  [
    'privacy',
    /\b(?:(?!who (?:can|could|should|would|may) know\b|(?:anyone|anybody)(?: else)? know\b)(?:who|my \w+|anyone|anybody|nobody|no one)(?: else)? (?:can|could|must|should|will|would|may|is going to)?(?: not|n't)? ?(?:see|sees|read|reads|know|find out)\b[^.?!]{0,24}\b(?:this|that|it|any of)\b(?! (?:home|house|place|one|listing|sat|on|before|first|in|at|with|to)\b)|(?:sell|share|give away|pass on) my (?:info\w*|data|number|e-?mail|details)|(?:is|are) (?:this|it|my (?:info\w*|data))(?: chat)? (?:private|confidential|kept private)|keep (?:this|it|that) (?:private|confidential|between us|quiet|a secret)|es (?:privado|confidencial)|comparten mis datos)\b/i,
  ],
  [
    'unwanted-contact',
    /\b(?:(?:you|u|y'all|you (?:people|guys|all)|u (?:people|guys)|your (?:people|team|company)|somebody|someone|they)(?:'ve| have| has)? (?:keep|keeps|kept|been) (?:calling|texting|e-?mailing|bothering|messaging)|(?:you|u|you (?:people|guys|all)|u (?:people|guys)) (?:have )?(?:call|called|text|texted|e-?mailed) me (?:\w+ ){0,2}(?:times|every|again|daily|constantly|all (?:day|week))|(?:who gave|where did|how did|how do)\b[^.?!]{0,24}\bmy (?:number|phone|e-?mail|info)|(?:i )?never gave (?:you|u|y'all|anyone)(?: people| guys)? (?:my|this) (?:number|phone|e-?mail)|me (?:siguen|han estado) (?:llamando|escribiendo)|(?:c[oó]mo|de d[oó]nde) (?:consigui|obtuv|sac)\S+ mi (?:n[uú]mero|tel[eé]fono))\b/i,
  ],
  [
    'for-the-team',
    /\b(?:running (?:a (?:bit|little) )?(?:\d+ min\w* )?late\b(?! on\b)|(?:i|we)(?:'ll| will|'m| am)? (?:going to |gonna )?be (?:\w+ ){0,3}late (?:for|to)\b|(?:have|had|got) (?:an? |my )?(?:appt|appointment|meeting|showing|closing) with \w+ (?:today|tomorrow|tonight|at|on)\b|(?:i'?m|we'?re|i am|we are|im) (?:(?:already|right|just|here|standing|parked|sitting) )*(?:outside(?! (?:of|the)\b)|out front|in front of|at the (?:house|home|door|property|gate))\b|let (?:me|us) in(?=\W*$)|(?:nobody|no one|noone|you never|they never) (?:has |have |ever )?(?:called|call|contacted|got back|replied|answered|responded|showed up)\b|(?:still|been) waiting (?:for|on) (?:a call|someone|somebody|an answer|your)|nadie (?:me |nos )(?:ha )?(?:llam|contest|habl|respond)[a-z\u00e0-\u00ff]+|(?:your (?:listing|sign|agent|contractors?|workers?|crew|tenants?)|workers|contractors|construction|dumpster)\b[^.?!]{0,40}\b(?:my (?:driveway|yard|fence|street|lawn)|blocking|nois[ey]|too loud|trash)|maintenance (?:request|emergency)|(?:this is|it'?s) an emergency|voy (?:a llegar )?tarde|tengo (?:una )?cita con \w+ (?:hoy|ma[nñ]ana)|es una emergencia)\b/i,
  ],
  [
    'frustrated',
    /\b(?:(?:this|the) (?:ro)?(?:bot|chat|thing|app)(?:'s| is)? (?:sucks?|the worst|(?:so )?(?:dumb|stupid|trash|garbage|terrible))|(?:this|you)(?:'s| is| are|'re)? (?:(?:so|totally|really|completely|just|all|getting) ){0,2}(?:useless|ridiculous|pointless|hopeless|annoying|frustrating|no help|a joke|not help(?:ing|ful)|going nowhere)|waste of (?:my |our )?time|you(?:'re| are)? (?:still |just )?not (?:answering|listening|helping|getting it)|(?:you (?:don't|do not|didn't) (?:understand|get it|listen|answer))|i give up|what a joke|esto no sirve|no sirve para nada|p[eé]rdida de tiempo|no me (?:entiende|ayuda)s?|es in[uú]til)\b/i,
  ],
  [
    'next-steps',
    /\b(?:what (?:happens|comes|is|are|'s) (?:next|now|the next steps?)|what(?:'s| is) next|(?:what|where) (?:do|would|should|shall) (?:i|we) (?:do first|do next|start|begin)|next steps?|por d[oó]nde (?:empiezo|empezamos|se empieza)|and now what|what now|qu[eé] sigue|y ahora qu[eé]|pr[oó]ximos? pasos?)\b/i,
  ],
];
const seemsHarmless = /\bno serious (?:buyers|offers)|low-?ball\b/i;

/** The first such matter in a message, by its weight; null when there is none. */
export function readTopic(text: string): Topic | null {
  const plain = plainText(text);
  for (const [topic, pattern] of topics) {
    if (topic === 'exclusion' && (!namesPeople.test(plain) || seemsHarmless.test(plain))) continue;
    if (pattern.test(plain)) return topic;
  }
  return null;
}
