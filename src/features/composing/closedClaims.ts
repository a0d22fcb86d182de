/** Matters on which no answer may say anything but what a fact says. */
export type ClosedMatter =
  | 'offers'
  | 'scarcity'
  | 'sellers-mind'
  | 'flood'
  | 'approval'
  | 'law'
  | 'promise'
  | 'own-promise'
  | 'steering'
  | 'condition'
  | 'payment'
  | 'value';

const anyOf = (...patterns: readonly RegExp[]): RegExp =>
  new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'), 'u');

const buyers =
  '(?:buyers?|bidders?|part(?:y|ies)|famil(?:y|ies)|couples?|investors?|compradores?|familias?|personas|inversionistas?|interesad[oa]s)';
const seller =
  '(?:(?:the|these|those|its|their|current|el|la|los|las) )?(?:sellers?|owners?|heirs?|vendedor(?:a|es)?|duen[oa]s?|propietari[oa]s?|herederos)';
const staff =
  '(?:dana|maya|we|our team|the team|someone|somebody|an agent|our agents?|they|he|she|el equipo|alguien|un agente|la agente)';
const official =
  '(?:the |your |a |an |el |la |su |un )?(?:bank|lender|seller|buyer|hud|counselor|court|judge|city|county|hoa|insurer|tenant|agent|brokerage|prestamista|banco|vendedor|comprador|abogado)';

/** Each hit is closed, unless a cited fact says it in these very words. In bare letters. */
export const closedClaims: readonly {
  matter: ClosedMatter;
  pattern: RegExp;
  /** Only beside a word of homes or deals: "you don't have to decide today" claims nothing. */
  onDeals?: true;
}[] = [
  {
    matter: 'offers',
    pattern: anyOf(
      /\b(?:other|another|several|multiple|more|many|two|three|no|any|few|first|best|highest|competing|backup|strong|low|good|better|reasonable|otras?|varias?|muchas|dos|primera|mejor)(?: \w+)? (?:offers?|bids?|ofertas?|pujas?)\b/,
      /\b(?:offers?|bids?|ofertas?)\b.{0,30}\b(?:is|are|were|has|have|on the table|in hand|came|come|coming|received|submitted|accepted|rejected|attractive|hay|llego|llegaron|tiene|recibi\w+|mesa)\b/,
      /\b(?:offered|bidding|outbid\w*|overbid\w*|ofrecieron|ofertaron|pujando)\b/,
      new RegExp(
        `\\b(?:other|another|several|many|few|more|two|otr[oa]s|vari[oa]s|much[oa]s|poc[oa]s) (?:\\w+ )?${buyers}\\b`,
      ),
    ),
  },
  {
    matter: 'scarcity',
    pattern: anyOf(
      /\b(?:hurry|rush|prisa|(?:act|move|decide|sell|sells|go|goes|going) (?:\w+ )?(?:soon|quick\w*|fast)|urgente?|urgent\w*|hesitat\w*|(?:don't|do not|not to|if you|no) (?:wait|espere\w*)|deadline|last (?:chance|opportunity|one)|ultim[ao]|only one|left in|rare(?:ly)?|scarce|in demand|demanda|popular|competitive|before (?:it's|it is|someone|somebody|others|anyone)|antes de que|gone|won't last|ahead of|first in line|(?:you|you'll|buyers?|people)(?: \w+){0,3} (?:losing out|lose out)|miss(?:ing)? out|slots?|advantage|ventaja|now is|good (?:time|moment)|buen momento|act now|momentum|snapped|off the market)\b/,
      /\b(?:unlikely|likely|might not|may not|won't|will not) (?:to )?(?:be (?:here|available|around)|last|stay)\b/,
    ),
  },
  {
    matter: 'sellers-mind',
    pattern: anyOf(
      new RegExp(
        `\\b${seller}\\b(?!'s? (?:disclosure|letter))(?: \\w+)? (?:is|are|was|were|has|have|had|would|will|could|can|may|might|wants?|needs?|hopes?|hoping|prefers?|expects?|looks?|cares?|chose|set|plans?|decided|priced|accepts?|asks?|likes?|feels?|thinks?|knows?|moved?|relocat\\w+|holds?|keeps?|gets?|takes?|owes?|gives?|counter\\w*|agree\\w*|pays?|do(?:es)?|don't|did|esta\\w*|quier\\w+|prefier\\w+|busc\\w+|acept\\w+|necesit\\w+|se|no|pag\\w+|han?|tiene\\w*|pued\\w+|piens\\w+|vend\\w+|baj\\w+|planea\\w*)\\b`,
      ),
      /\b(?:motivated|desperate|flexible|willing|open to|eager|firm|negotiate (?:on )?(?:the )?(?:price|repairs)|come down|lower the price|bajar (?:el|de) precio|motivad[oa]s?|dispuest[oa]s?|relocating|downsizing|their reasons?|reason for selling|why (?:they|it)(?:'re| are| is)? (?:selling|for sale))\b/,
      /(?<!that )(?:^|[.;,] |\bbecause |\bsince |\bporque )they(?:'ve|'re|'d|'ll)? (?!(?:also |now )?have (?:it|the|your|that|this|all)\b|(?:two|both|separate)\b|(?:can|could) (?:tell|say|explain|help|look|show|prepare|go over|walk|advise)\b|have your\b|asking \$|(?:may|might)? ?(?:vary|differ|depend|were (?:refinished|replaced)|are (?:oak|quartz|negotiable)))\w+/,
    ),
  },
  {
    matter: 'flood',
    pattern: anyOf(
      /\b(?:is|isn't|are|aren't|was|wasn't|has|hasn't|had|never|sits?|lies|outside|no|not|low|free of|esta|fuera)\b(?!.{0,40}\b(?:whether|check|look)\b).{0,30}\b(?:flood\w*|inund\w+)/,
      /\b(?:flood\w*|inund\w+)\b.{0,30}\b(?:unlikely|low|minimal|no problem|never|isn't|not|won't|bajo)\b/,
      /\b(?:high ground|sea level|drains? well)\b/,
    ),
  },
  {
    matter: 'approval',
    pattern: anyOf(
      /\b(?:you|usted)(?:'d|'ll|'re| would| will| can| could| should| may| might| are| already| probably| puede| podria| tiene derecho)?(?: \w+)? (?:qualif\w+|eligible|approved?|afford|get (?:a|the|an|approved)|borrow|be able to|califica\w*|apto|aprob\w+|obtener)\b/,
      /\b(?:you|your|usted|su)\b.{0,24}\b(?:have|has|tiene|already|ya|is|are|es|son)\b.{0,24}\b(?:credit|loan|income|savings|credito|prestamo|ingresos)\b|\byour (?:credit|income|savings|score)\b.{0,40}\b(?:is|are|for|would)\b|\bwith your (?:income|credit|savings)\b/,
      /\b(?:best|lowest|great|better) (?:\w+ )?(?:rates?|loans?|terms)\b/,
      /\b(?:qualif\w+|eligib\w+|approv(?:e|es|al|ed)|pre-?approv\w+|credit|itin|income|score|voucher|loan|mortgage|down payment|interest|rates?|prestamo|hipoteca|credito|enganche|vale|tasa)\b.{0,50}\b(?:easy|easily|enough|no problem|not a problem|won't|will|guaranteed|automatic\w*|(?<!what it )cover\w*|always|never|doesn't matter|no importa|basta|alcanza|seguro|sin problema|facil\w*|cubr\w+|acept\w+)\b/,
    ),
  },
  {
    matter: 'law',
    pattern: anyOf(
      /\b(?:legally|legal(?! (?:question|advice|matter|help|side|one))|illegal|lawful|by law|the law|binding|liable|liability|enforceable|entitled|obligat\w+|oblig\w+|mandatory|requir(?:e|es|ed|ement)|must(?! (?:be|feel|have been)\b)|(?<!\b(?:don't|doesn't|do not|does not|nothing|none of it|i|we) )(?:has to(?! be (?:hard|tough|frustrating|stressful)\b)|have to|had to)|(?:lenders?|banks?|sellers?|court|city) (?:\w+ )?(?:needs?|wants?|expects?)|(?:need|needs|don't need|doesn't need|no need for|without)(?: \w+)? (?:\w+ )?(?:lawyer|attorney|licen[cs]e|permit|permission|consent|signature)|ley|obligatori\w+|hace falta|debe\w*|tiene que|tienen que|necesita\w*|exige\w*|deduct\w+|deducib\w+|tax-free|taxed|exempt\b|waive\w*|void|cancel\w*|evict\w*|sue|automatically|automaticamente|restrictions?|penalt\w+|without (?:a|an|any) (?:lawyer|attorney|agent|inspection)|sin (?:un |una |ningun )?(?:abogado|agente|avisar))\b/,
      /(?<!\bi )\b(?:can't|cannot|can not|may not|no pueden?)\b.{0,20}\b(?:ask|foreclose|happen|sell|sign|refuse|force|take|keep|evict|require|back out|change|charge|vender|pedir|negarse)\b/,
      /\b(?:you|usted)(?:'re| are)? (?:can|may|free to|puede|could)(?: \w+)? (?:cancel|walk|back out|end|sell|sue|keep|refuse|stay|evict|build|deduct|terminate|withdraw|skip|vender\w*|cancelar|terminar|salir|quedarse)\b/,
    ),
  },
  {
    matter: 'law',
    onDeals: true,
    pattern: /\b(?:ha(?:s|ve)|had) to\b/u,
  },
  {
    matter: 'promise',
    pattern: anyOf(
      new RegExp(
        `\\b(?:${staff}|${official})(?:'ll|'d| would(?! be (?:the|a|an|able|happy|glad|best)\\b)| will| is going to| are going to| va a| van a)\\b(?! (?:ask|check|find out|look into|see|need|have to|rather|want to|go (?:at|through|over|step)|take it|get there|keep|start|stick|leave it|sort|figure)\\b)`,
      ),
      new RegExp(`\\b${staff}(?: \\w+)? (?:llamara|contactara|escribira|conseguira|enviara|respondera|bajara)\\b`),
      /\b(?:you|it|this|that|there|home|house|price|value|sale|closing|taxes|inspection)(?:'ll| will|'re going to| is going to| am going to)(?: not| never| be able)? (?!(?:ask|check|find|look|go at|start|begin|tell you what|say|keep|stick|note|pass|see|have to ask|need|explain|answer|show|go through|take|be brief|be honest)\b)\w+/,
      new RegExp(
        `\\b(?:${staff}|${official}) (?:can|could|may|might|puede)\\b.{0,30}\\b(?:today|tonight|tomorrow|right away|at noon|by noon|hoy|manana|ahora mismo)\\b`,
      ),
      /\b(?:may|might|could) (?:\w+ )?start\b|\b(?:may|might|could|can) (?:\w+ )?(?:change|go (?:up|down|higher|lower)|rise|drop|come down|increase|happen|fall|subir|bajar)\b/,
      /\b(?:guarante\w+|garanti\w+|promis\w+|promet\w+|assur\w+|asegur(?:o|amos|a que)|for sure|certain(?:ly)? to|definitely|no doubt|sin duda|(?<!\byou )(?:always|never|siempre|nunca|jamas)(?! (?:easy|fun|simple|hard|stressful|nice|welcome|facil)\b)|no matter|worry-free|risk-free|sin riesgo|secret|confidential|i've (?:booked|reserved|passed|sent|told|arranged|scheduled|held)|i have (?:booked|reserved|passed|sent|told|arranged|scheduled|held)|(?:le|ya) (?:reserve|aparte|agende|envie))\b/,
      /\b(?:by|before|within|until|hasta|dentro de|para el) (?:tomorrow|tonight|today|the end of|next week|this (?:afternoon|evening|week)|manana)\b/,
      /\b(?:se vendera|subira|bajara|valdra|ganara|aumentara|recibira|tendra|podra|cerrara|llamaran|llamara)\b/,
    ),
  },
  {
    matter: 'own-promise',
    pattern: anyOf(
      /\b(?:i|we)(?:'ll| will|'re going to| is going to| am going to)(?: not| never| be able)? (?!(?:ask|check|find|look|go at|start|begin|tell you what|say|keep|stick|note|pass|see|have to ask|need|explain|answer|show|go through|take|be brief|be honest)\b)\w+/,
      /\bwon't (?!(?:work|guess|put|quote|give|say|rate|speculate|estimate|name|make|judge|pretend|invent|share|promise|comment)\b)\w+/,
    ),
  },
  {
    matter: 'value',
    pattern: anyOf(
      /\b(?:investment|inversion|appreciat(?:es?|ed|ing|ion)(?! (?:you|that|it|the|how|your))|gain(?:s|ed)? value|go(?:es)? up|resale|equity|plusvalia|undervalued|overpriced|below market|under market|above market|fair price|good (?:deal|price|value)|great (?:deal|price|value)|bargain|worth (?:the|it|more|every|paying|at least)|pay(?:s)? (?:off|for itself)|ganga|buen precio|vale la pena)\b/,
    ),
  },
  {
    matter: 'steering',
    pattern: anyOf(
      /\b(?:safe(?:r|st)?(?!ty)|unsafe|crime(?! (?:maps?|data|figures|statistics|numbers|reports?))|dangerous|quiet(?:er)?|peaceful|calm|tranquil\w*|segur[oa]s?|peligros\w+|walkable|neighbors?|neighbours?|vecin[oa]s?|community|comunidad|(?<!single[- ])famil(?:y|ies)(?! (?:attorney|lawyer|room))|familias?|kids|children|hij[oa]s|nin[oa]s|couples|singles|retirees?|seniors|professionals|young|older|jovenes|church\w*|mosque|synagogue|temple|iglesia|mezquita|christian\w*|cristian\w*|muslim|jewish|latin[oa]s?|hispan[oa]s?|asian|black|white|immigrants?|inmigrantes|nationality|religion|feel (?:right )?at home|sentir\w* en casa|fit in|the kind of people|type of people|renters)\b/,
      /\b(?:schools?|escuelas?)\b.{0,40}\b(?:good|great|best|top|better|rated|excellent|highly|well|strong|buen\w*|mejor\w*|excelent\w*)\b/,
      /\b(?:good|great|best|top|better|excellent|highly[- ]rated|buen[ao]s?|mejores|excelentes?)(?:[- ]\w+){0,2} (?:schools?|escuelas?|areas?|neighborhoods?|zonas?)\b/,
    ),
  },
  {
    matter: 'condition',
    pattern: anyOf(
      /\b(?:good|great|excellent|fine|bad|poor|mint|perfect|working|top|buen\w*|excelent\w*|perfect\w*) (?:condition|shape|estado|repair|(?<=working )order)\b/,
      /\b(?:no|any|without|few|ningun|sin)(?: \w+)? (?:problems?|issues?|leaks?|cracks?|damage|defects?|repairs?|mold|termites?|problemas?|fugas?|grietas?|danos?|humedad)\b/,
      /\b(?:(?:not|n't|no) need (?:any|much|a)?(?: \w+)? ?(?:work|repairs?|attention|updates?|update)|looks? (?:fine|well|great)|like new|brand new|newly|recently|move-in|turnkey|well[- ]maintained|updated|renovated|remodel\w*|structurally|sound|solid|como nuev\w+|recien)\b/,
    ),
  },
  {
    matter: 'payment',
    pattern: anyOf(
      /\b(?:wire|wiring (?=(?:instructions?|info\w*|details|money|funds|transfers?|payments?|it|us|me|the|your|\$|\d))|transfer\w*|gift cards?|bitcoin|crypto\w*|cash app|zelle|venmo|bank details|account number|routing|card number|tarjeta|cuenta bancaria|efectivo|deposits?|deposito|refund\w*|reembols\w+|reserve\b|reservar|apartar|hold(?:ing)? fee)\b/,
      /\b(?:pays?|paid|pagan?|paga(?:ra)?|covers?|cubre)\b.{0,40}\b(?:closing|commission|agent|fees?|taxes|warranty|costs?|cierre|comision|honorarios|gastos|todo)\b/,
      /\b(?:pay|send|bring|share|give|pague|envie|mande|deposite|traiga)(?: \w+)? (?:the|your|us|me|it|el|la|su)? ?(?:money|fee|arrears|deposit|payment|bank|card|dinero|cuota|pago)\b/,
    ),
  },
];
