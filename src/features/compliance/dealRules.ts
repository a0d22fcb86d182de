import { anyOf, type Rule } from './rule.ts';

/** "Never", "please don't type a", "nadie le pedirá": a warning, which is what a visitor should read. */
const warns =
  /\b(?:never|nobody|no one|nadie|nunca|jamas|avoid|evite|scam\w*|fraud\w*|estafa\w*|fraude\w*|no need (?:for|to)|not needed|no hace falta|no es necesari[oa])\b|\b(?:don't|do not|doesn't|does not|won't|will not|isn't|aren't|shouldn't|no|ni)\b(?! (?:worr|forget|problem|olvid|se preocup|hay problema))[^.?!]{0,25}\b(?:need\w*|ask\w*|requir\w*|request\w*|tak\w+|accept\w*|typ\w+|send\w*|shar\w+|wir\w+|giv\w+|writ\w+|enter\w*|post\w*|put\w*|text\w*|us(?:e|es|ed|ing)|involv\w+|collect\w*|handl\w+|pid\w+|ped\w+|necesit\w+|requier\w+|escrib\w+|mand\w+|envi\w+|compart\w+|acept\w+|ponga|manej\w+)\b/i;
const asksFor =
  "(?:send|wire|transfer|pay|deposit|put|drop|leave|mail|bring|submit|enter|type|give|tell|read|text|share|provide|reply with|confirm|verify|fill in|log in|sign in|snap|venmo|zelle|need|paste|what(?:'s| is|'re| are))";
const pide =
  '(?:haga(?:me)?|mand[ea](?:me|nos|le)?|env[ií][ea](?:me|nos|le)?|deposit[ea](?:me|nos|le|lo)?|transf(?:iera|iere)(?:me|nos|le|lo)?|pag(?:ue|a)(?:me|nos|le|lo)?|pas[ea](?:me|nos|le|lo)?|deme|denos|dame|danos|dig(?:ame|anos)|escriba(?:me|nos)?|ponga(?:me|lo)?|ingrese|compart[ae](?:me|nos)?|confirm[ea](?:me)?|teclee|anote|compre|lleve|traiga|deje|necesit[oa]|necesitamos|quiero|requiero|cual es|me hace|me manda|responda con|conteste con|entregue(?:me)?|adelante(?:me)?|suelte|cubra|liquide)';
const secret =
  "(?:ssn|socials?(?: security)?(?: number)?|(?:your|full|last four of your) social|pin(?: number| code)|(?:your|card'?s?|atm|debit|bank|the) pin|cvv|cvc|security codes?|passwords?|passcodes?|(?:online |mobile )?bank(?:ing)?(?: account)? (?:log ?ins?|passwords?|user ?names?|credentials|details|info\\w*|accounts?|numbers?|app)|(?:account|routing|card|debit card|credit card) (?:and routing )?numbers?|(?:visa|mastercard|amex|american express|debit card|credit card)|mother's maiden name|maiden name|(?:photo|picture|copy|scan) of your (?:driver'?s licen[cs]e|passport|id|social)|passport numbers?|\\w+ ?digit code|verification codes?|one ?time codes?|codes? (?:that )?(?:your bank|we (?:just )?(?:sent|texted)|you (?:just )?(?:got|received))|contrasenas?|clave(?: \\w+){0,3}|nip|cajero|banca en linea|(?:numero de )?seguro social|(?:datos|numeros?|fotos?)(?: \\w+){0,4} (?:tarjetas?|cuenta|pasaporte|licencia)|numero de (?:su |la |tu )?(?:tarjeta|cuenta|ruta|pasaporte)|tarjeta de (?:credito|debito)|codigo (?:de (?:verificacion|seguridad)|que le (?:llego|mand\\w+|envi\\w+)))";
const service =
  "(?:zelle|venmo|cash ?app|pay ?pal|apple pay|western union|money ?gram|money ?orders?|gift ?cards?|prepaid cards?|itunes|google play|crypto ?(?:currency|currencies|monedas?|s)?|criptomonedas?|bit ?coins?|btc|ethereum|usdt|tether|wallets?(?: address)?|tarjetas? de regalo|giro (?:postal|bancario)|remesa|cashier'?s checks?)";
/** "Bring a tape and check the garage" asks for no check. */
const check = 'checks?(?!(?<=\\b(?:and|then|to) check) (?:the|it|them|each|both|whether|if|how|what|against)\\b)';
const money = `(?:money|funds|cash|deposit|down payment|earnest money|option (?:fee|money)|retainer|payment|rent|fees?|${check}|dollars|bucks|grand|\\$ ?\\d|dinero|efectivo|plata|lana|deposito|enganche|anticipo|pago|cheque|dolares|pesos|transferencia|cien|mil|\\w*cientos)\\b`;

const promiser =
  '(?:(?:the |our |your |this |el |la |los |las )?(?:sellers?|owners?|landlords?|builders?|banks?|lenders?|brokers?|hoa|buyers?|vendedor(?:a|es)?|duen[oa]s?|propietari[oa]s?|arrendador|casero|banco|constructora?|inmobiliaria))';
const concedes =
  '(?:accept|accepts|accepted|agree|agrees|agreed|pay|pays|cover|covers|fix|fixes|repair|replace|throw in|waive|waives|waived|knock|drop|lower|reduce|give you|credit|refund|settle|sell it|sell you|let you (?:move|have|skip)|match|buy down|install|put in (?:a |new )|finance|forget about)';
const cede =
  '(?:acept[aoe]n?|aceptara|aceptaria|aceptaron|acepto|pag[ao]n?|pagara|cubr[eo]n?|cubrira|arregla\\w*|repara\\w*|repone\\w*|rebaja\\w*|baja(?:n|ra|ria)?|descuent[ao]n?|regala\\w*|renuncia\\w*|devuelv\\w+|devolver\\w*|se compromete\\w*|financia\\w*|perdon\\w+|dejar?(?:an?|ian?)? en)';
/** Somebody else has to be asked, or nobody knows: nothing is promised. */
const leavesOpen =
  /\b(?:(?:once|when|after|if|before|cuando|una vez que|si) (?:\w+ ){0,2}(?:offer|contract|loan|mortgage|application|prestamo|hipoteca|solicitud|oferta|contrato|credito)|(?:once|when|after) you(?:'re| are)|usually|often|typically|sometimes|suele\w*|normalmente|generalmente|a veces|open house|can't|cannot|can not|couldn't|won't be able|not able to|don't know|doesn't (?:say|mention|list|state)|no puedo|no podemos|no se si|no dice|no indica|whether|ask(?:ed)?|asks|check with|confirm with|up to the|an? (?:agent|lender|attorney|inspector|person)\b[^.?!]{0,40}\bcan|(?:consulte|pregunt\w+)|un (?:agente|prestamista|abogado|inspector)|si (?:el|la) (?:vendedor|duen)\w*|only the|decides?|both sides|ambas partes|until|hasta que|depende|depends|accept, counter|accept or (?:counter|refuse|decline)|aceptar(?:la)?, contraofert\w+|negotia\w+|negocia\w+|according to|per the|listing|anuncio|ficha|nothing\b[^.?!]{0,30}\bbinding|(?:not|isn't) (?:a |an |legally )*(?:binding|contract|offer|promise)|non ?binding|no es (?:vinculante|obligatori\w+|un)|if you(?:'re| are)|si ya|both parties|hable\w*|platique\w*|coment\w+|discuss\w*|talk (?:it |that )?(?:through|over|to|with)|(?:your|su) (?:own |propio )?agente?|before it's|nobody|nadie|nada|nothing you|isn't binding|not binding|no obliga\w*|to (?:book|tour|visit|see)|para (?:la visita|visitar|ver)|agua|gas|luz|basura|water)\b/i;

/** Words of a sale, or of haste in one: beside them no call for help is taken for one. */
const hurries =
  "(?:(?<!not |n't )sign (?:it )?(?:today|now|tonight)|(?<!no )firme\\w* (?:hoy|ya|ahora)|offer\\w*|buy\\w*|book|compr\\w+|ofert\\w+|reserv\\w+|hurry|rush\\w*|last|gone|los[et]|losing|miss|expires?|deal|price|chance|corra|pierd\\w+|dura|ultim[ao]|oportunidad|precio)";
/** A call for help that belongs to nobody's sale, or the obvious protective word. */
const protects = [
  `^(?!.*\\b${hurries}\\b)(?!.*\\bapur\\w*).*\\b(?:llame|pregunt\\w+|digales|call|contact|ask)\\b.{0,60}\\b(?:abogad\\w+|attorney|lawyer|consejer\\w+|counselor|hud|2-1-1|911|duen\\w+|administrador\\w*|landlord|bank|banco)\\b`,
  `^(?!.*\\b${hurries}\\b).*(?:\\bno (?:le )?(?:de|firme|pague)\\b.{0,30}\\b(?:ni|nada)\\b|\\b(?:don't|do not) (?:sign|pay)\\b.{0,20}\\b(?:anything|yet|him|her|them)\\b)`,
].join('|');

/** Money, promises in other people's names, and haste. */
export const dealRules: readonly Rule[] = [
  {
    id: 'asks-for-secret',
    category: 'payment',
    saidBy: 'bot',
    pattern: anyOf(
      new RegExp(`\\b${asksFor}\\b.{0,60}\\b${secret}\\b`),
      new RegExp(`\\b${pide}\\b.{0,60}\\b${secret}\\b`),
      new RegExp(`\\b(?:your|his|her|tu|su|sus|tus)(?: (?!ten|tien|ha[sv])\\w+){0,2} ${secret}\\b`),
      /\b(?:last four of your social|date of birth|fecha de nacimiento|mother's maiden|seguro social|ssn|cvv)\b/,
    ),
    unless: warns,
  },
  {
    id: 'pay-by',
    category: 'payment',
    saidBy: 'bot',
    pattern: new RegExp(`\\b${service}\\b`, 'i'),
    unless: warns,
  },
  {
    id: 'asks-for-money',
    category: 'payment',
    saidBy: 'bot',
    pattern: anyOf(
      new RegExp(
        `(?:^|[,;:.!?] |\\b(?:please|just|then|you to|must|need to|have to|now|go ahead and|i'll) )(?:send|wire|transfer(?! (?:fee|tax|of))|pay|deposit(?= (?:the|it|this|your|\\$|\\d|\\w+ dollars|funds|money|cash))|put|drop|mail|bring|submit|hand|move|leave|give)\\b.{0,50}\\b${money}`,
      ),
      new RegExp(`\\b${pide}\\b.{0,40}\\b${money}`),
      /\b(?:new|updated|our|changed|these) wir(?:e|ing) instructions\b|\bwire\b(?! fraud).{0,60}\b(?:account|us|me|tonight|today)\b/,
      /\b(?:our|my|this|that|new|escrow|personal|the following) (?:\w+ )?(?:bank )?account\b|\ba (?:esta|mi|nuestra|la siguiente|otra|nueva) cuenta\b|\b(?:a|en) (?:la|una|su) cuenta (?:de|del|que|bancaria)\b|\ba mi nombre\b/,
      /\b(?:pay\w*|fees?|money|deposit|cash|bucks|dollars|payment|pag\w+|cobr\w+|dinero|anticipo|cuota)\b.{0,30}\b(?:up ?front|in advance|por adelantado|adelantad[oa])\b|\b(?:up ?front|advance) (?:fee|payment|deposit|charge)\b|\b(?:checks?|cheque)\b.{0,20}\b(?:out to|to my|to me|a mi nombre|a nombre de)\b|\b(?:cash|efectivo|dinero) (?:in|en|inside) (?:an?|un|the|el) (?:envelope|sobre|mailbox|buzon)\b|\b(?:link|connect|vincul\w+|conect\w+) (?:your|a|su) (?:bank|card|banco|cuenta|tarjeta)\b|\b(?:your|su) (?:bank|account|cuenta) balance\b|\bsaldo de su cuenta\b/,
      /(?<![\w$])\$[a-z]{3,}\b|\b(?:photo|picture|selfie|foto|copy|scan|copia|imagen)\b.{0,25}\b(?:of|de|with|con) (?:\w+ ){0,3}(?:id|license|card|passport|tarjeta|ine|licencia|pasaporte|identificacion|ssn)\b/,
      /\b(?:payable|pay|paid|paying|pague|pagar|pagadero) (?:\w+ ){0,2}(?:here|in (?:this )?chat|aqui|por (?:este )?chat|by text|over text)\b/,
      /\b(?:\$ ?\d+|\d+ ?(?:dollars?|dolares|pesos|bucks)|\w+ dollars?|dolares)\b.{0,40}\b(?:to (?:hold|reserve|secure|lock|see|tour|view|book|start)|para (?:apartar|reservar|asegurar|ver|agendar|separar))/,
      /\b(?:holding|reservation|tour|viewing|booking|showing|registration|good faith) (?:fee|payment|charge)\b|\b(?:cuota|cobro|cargo|tarifa) (?:de|por) (?:apartado|reserva\w*|visita|recorrido|tramite|aplicacion|solicitud)/,
    ),
    unless:
      /\b(?:never|nobody|nunca|nadie|no one|fraud\w*|scam\w*|fraude\w*|estafa\w*|if (?:someone|anyone|somebody|anybody)|si alguien|per the|según|won't be|not|no (?:cobramos|hay|tiene|se)|there's no|there is no|no (?:tour|viewing|booking|holding) fee|listing (?:says|shows|lists)|el anuncio|don't)\b/i,
  },
  {
    id: 'agreed-for-others',
    category: 'commitment',
    saidBy: 'bot',
    pattern: anyOf(
      /\b(?:we|they|i|he|she|jorge|team|company|office|brokerage)(?: |')(?:will|ll|would|d|can|gladly|happily|already)(?: \w+){0,2} (?:accept|agree|pay (?:for )?(?:your|the|all|half)|cover|waive|knock|credit|refund|finance|sell it|sell you)\b/,
      new RegExp(
        `\\b${promiser} ?(?:will|'ll|would|'d|is going to|are going to|has|have|is (?:ready|happy|willing|glad) to|already|definitely|surely|all|just|gladly)(?: \\w+){0,3} ${concedes}\\b`,
      ),
      /\b(?<!areas? )(?:sellers?|owners?|landlords?|builders?|they|we) (?:\w+ )?(?:accepts?|accepted|agreed|agrees|waives?|covers?|pays?)\b(?! (?:austin|the (?:towns?|area|city))\b)(?!.{0,24}\b(?:water|garbage|trash|heat|gas|electric\w*|utilit\w+|garden\w*|hoa|dues|tax(?:es)?|fees|insurance|lawn|commission|pets?|cats|dogs|showings?|tours?|visits?|offers|vouchers?|questions|calls|messages)\b)/,
      new RegExp(
        `\\b${promiser} (?:\\w+ ){0,3}${cede}\\b(?!.{0,20}\\b(?:mascotas?|perros?|gatos?|visitas?|ofertas|vales?))`,
      ),
      /\b(?:vendedor|duen[oa]|propietario|seller|casero)\b.{0,20}\ble (?:paga|cubre|da|regala|acepta|deja|baja|descuenta)/,
      /\bi (?:hereby |happily |gladly |can |do )?(?:accept|agree to)\b|\bwe (?:hereby )?(?:accept (?:your|the)|agree to|have a deal)\b|\b(?:acepto|aceptamos) (?:su|la|tu) oferta/,
      /\b(?<!\b(?:an|una|another|otra|one|any|accepted) )(?:offer|bid|contract|application|oferta|contrato|solicitud|propuesta|deal|trato)\b.{0,40}\b(?:accepted|approved|binding|final|locked|aceptad[ao]|aprobad[ao]|obligatori[ao]|vinculante|cerrad[ao]|hecho|firme|segur[ao])\b/,
      /\b(?:binding|vinculante|as good as (?:signed|yours|done|sold)|it's (?:all )?yours(?! to)|(?<!\b(?:choice|decision|call)(?: (?:of|on|about) (?:an? |the )?\w+)? )is (?:all )?yours(?! to)|(?<!decision |eleccion |ultima palabra )es suy[oa]|ya es de usted|(?:your|su) (?:new home|nueva casa) ?(?:!|$)|trato hecho|compromiso firme|consider it (?:sold|yours)|done deal)\b/,
      /\b(?:by (?:replying|writing|saying|texting)|con (?:este mensaje|decir|escribir|responder)|al (?:responder|contestar|escribir))\b.{0,60}\b(?:contract|agree\w*|bound|binding|oblig\w+|compromet\w+|contrato|acept\w+|purchase|cerrado)/,
      /\b(?:bottom line|lowest (?:price )?(?:they|the seller|he|she|we)|(?:they|he|she|sellers?|owners?|we)(?:'d|'ll| would| will| might| could) (?:\w+ ){0,2}(?:take|settle for|accept|go down to|go as low as) (?:\$? ?\d|less|anything|as low|about|around)|(?:they'd|he'd|she'd) take\b|between you and me|entre (?:nosotros|usted y yo)|lo (?:minimo|menos) que|(?:aceptan|acepta|aceptaria) (?:hasta|menos|\d)(?!.{0,15}\b(?:mascotas?|perros?|gatos?)))/,
    ),
    unless: leavesOpen,
  },
  {
    id: 'terms-promised',
    category: 'commitment',
    saidBy: 'bot',
    pattern: anyOf(
      /\b(?:waive|waiving|skip|skipping|forgo|(?<!don't )forget|drop|ditch|renunci\w+|salt(?:e|a|ar)(?:se|te)?|omit[ae]|olvid\w+|evit[ea])\b.{0,25}\b(?:inspections?|contingenc\w+|option period|apprais\w+|financing|deposits?|fees?|inspeccion|contingencia|avaluo|periodo de opcion|deposito|walk ?through|survey|title)\b/,
      /\block(?:ed|ing)?(?: in| down)? (?:the |this |that |your )?(?:price|rate|deal)\b|\bhold it for you\b|\b(?:hold|holding|reserve[ds]?|set(?:ting)? aside|apart(?:e|ar|ado|ada|amos|are)|reserv(?:e|o|amos|ado|ada)|separ(?:e|ado|ada|amos)|conge(?:le|lado|lamos))\b(?: (?:for|a|para) (?:you|usted|ti))? (?:(?:the|this|that|your|la|el|esa|esta|su|ese|este) (?:\w+ )?(?:home|house|unit|place|property|price|rate|apartment|condo|lot|casa|propiedad|precio|tasa|departamento|lote|unidad))\b/,
      /\b(?:closing costs?|costos de cierre|gastos de cierre|el closing)\b.{0,30}\b(?:paid|covered|free|zero|waived|on us|included|pagad\w+|cubiert\w+|gratis|cero|incluid\w+)\b|\b(?:(?:we|i|they|he|she|sellers?|owners?|builders?|lender|us|jorge|vendedor|duen[oa]|nosotros|le)\b.{0,20}\b(?:pay|pays|paying|cover|covers|covering|paga|pagamos|cubre|cubrimos)|no|zero|sin)\b.{0,25}\b(?:closing costs?|costos de cierre|gastos de cierre|el closing)\b/,
      /\b(?:le|te) (?:devolv\w+|devuelv\w+|regres\w+|reembols\w+)\b.{0,25}\b(?:deposito|anticipo|dinero|enganche|todo|cada)\b|\b(?:full|fully|100%|complete|guaranteed) refund\w*|\brefund(?:s|ed)? (?:you )?(?:in full|everything|all|no matter)|\b(?:get|have) (?:\w+ ){0,3}(?:money|deposit|earnest money) back\b/,
      /\b(?:will|'ll|be|are|is|va a ser|sera|seran|queda|quedan|estan?)(?: all| also| fully)? (?:be )?(?:paid|covered|fixed|repaired|replaced|waived|refunded|credited|pagad[oa]s?|cubiert[oa]s?|arreglad[oa]s?|reparad[oa]s?) (?:for )?(?:by (?:the |our |us)?(?:owner|seller|landlord|builder|bank|us|team|lender)|before (?:you|closing|move)|por (?:el|la|nosotros)|antes de)\b/,
      /\b(?:no|zero|without a|forget about the|sin) (?:security )?(?:deposit|deposito|down payment|enganche)\b(?! (?:info|amount|listed|on file))|\b(?:first|primer) (?:month|mes) (?:\w+ )?(?:free|gratis)\b|\b(?:rent|renta) (?:free|gratis)\b/,
      /\b(?:price|rate|precio|tasa)\b.{0,20}\b(?:locked|guaranteed|fixed for you|won't change|no va a (?:subir|cambiar)|congelad[ao]|garantizad[ao])/,
      /\b(?:loan|mortgage|prestamo|hipoteca|credito|financing|financiamiento)\b.{0,20}\b(?:is|was|are|'s|has been|been|got|esta|quedo|queda|fue|ya|sera|will be)\b.{0,15}\b(?:approved|aprobad[oa]|guaranteed|garantizad[oa]|a done deal|segur[oa])\b|(?<!\b(?:before|until|if|once|when|whether) )\byou(?:'re| are| have been|'ve been)(?: \w+){0,2} (?:pre ?)?(?:approved|qualified)\b|\b(?:usted )?(?:ya )?esta (?:pre ?)?(?:aprobad|calificad)[oa]\b|\b(?:no|without|sin) (?:credit check|revisar (?:su )?credito|checar credito)/,
      /\b(?:\$ ?[\d,]+k?|\d+ ?(?:k|mil|thousand|grand|percent|%)|grand|thousand|percent) (?:off|de descuento)\b|\b(?:le|te) (?:doy|hago|consigo) (?:\w+ ){0,2}(?:descuento|rebaja)\b|\b(?:le|te) (?:bajo|rebajo|descuento) (?:\w+ ){0,2}(?:precio|\d+|mil)\b|\b(?:give|get|offer|land) (?:you|them) (?:\w+ ){0,3}(?:discount|credit|approved|better (?:price|deal))\b|\b(?:match|beat) (?:any|that|their|every) (?:\w+ )?(?:price|offer|bid)\b/,
      /\bi(?:'ve| have)? (?:just |already )?(?:submitted|put in|placed|presented|signed|made|accepted|sent(?: in)?) (?:you |your |an |the |our )?(?:offer|bid|contract|counter\w*)\b|\b(?:ya )?(?:presente|mande|envie|meti|puse|firme) (?:su|la|una) (?:oferta|solicitud|contrato)\b|\bse l[ao]s? (?:dejo|vendo|doy|dejamos|vendemos|aparto|guardo|rento|apartamos|guardamos|arreglo)\b(?! (?:al?\b|en la mesa))|\ble (?:dejo|dejan|guardo|aparto) (?:la casa|el precio|en)\b|\b(?:i|we)(?:'ll| will| can| could| do)? (?:buy|purchase) (?:your|it|the|this)\b/,
      /\b(?:(?:i|we)(?:'ll| will| can) (?:make sure|see to it|ensure))\b.{0,30}\b(?:sellers?|owners?|landlord|hoa|lender|bank|price|deposit|repairs?)\b|\b(?:i|we)(?:'ll| will| can) get\b.{0,30}\b(?:to (?:agree|pay|fix|accept|drop|lower|come down)|approved)\b/,
      /\b(?:banco|lender|bank|prestamista)\b.{0,15}\b(?:le (?:aprobo|aprueba|presta)|(?:already |has )?approved you|will (?:definitely |surely )?approve you|has cleared)\b|\b(?:commission|comision)\b.{0,25}\b(?:drop\w*|cut|baj\w+|cero|zero|waive\w*)\b|\b(?:drop|reduce|cut|lower|waive|bajo|bajamos) (?:our|the|my|la|nuestra) (?:commission|comision)\b|\bfinancing is (?:all set|done|in place)\b|\byou(?:'re| are) (?:now |already |officially )?(?:under contract|bound|committed|obligated|locked in)\b|\b(?:house|home|place|unit|casa|departamento|propiedad) (?:is|will be|es|esta|queda|quedo|sera|ya es|ya esta) (?:all |ya |officially |now )?(?:yours|held for you|reserved for you|suy[oa]|(?:apartad|reservad)[ao] (?:para|a su)|tuy[ao])\b|\byou (?:automatically |already |definitely )(?:qualify|are eligible)\b/,
      /(?<!\b(?:no|nadie|nunca|sin|puede|puedo) (?:\w+ ){0,2})\b(?:garantiz\w+|le (?:aseguro|prometo|juro|garantizo)|te (?:aseguro|prometo|juro)|prometemos|doy mi palabra|you have my word|my word|i promise|we promise|i assure|i swear|rest assured|count on it|i can assure|certain to|(?<!be )(?<!make )sure to (?:get|sell|close))\b|(?<!can )(?<!could )(?<!a )\bpromise[.!]?$/,
      /\b(?:close|closing|cerramos|cerrar|move in|mudarse|keys|llaves)\b.{0,30}\b(?:guaranteed|for sure|sin falta|no matter what|garantizad[ao])\b/,
    ),
    unless: leavesOpen,
  },
  {
    id: 'value-promised',
    category: 'guarantee',
    saidBy: 'bot',
    pattern: anyOf(
      /\b(?:always|never|only|siempre|nunca|solo|can only|bound to|sure to)\b.{0,20}\b(?:appreciat\w+|go(?:es)? up|gain\w*|lose (?:its )?value|sub(?:e|en|ir)\w*(?: de (?:valor|precio))?|gan(?:a|an) valor|pierde valor|baja\w* de (?:valor|precio))\b|\b(?:plusvalia|se va a (?:valorizar|revaluar)|double (?:in value|your money)|hold(?:s)? (?:its|their) value|(?:make|made|pocket|earn) (?:a )?(?:\w+ )?(?:profit|killing|fortune)|va a (?:ganar|valer|subir))\b/,
    ),
    unless: leavesOpen,
  },
  {
    id: 'haste',
    category: 'pressure',
    saidBy: 'bot',
    pattern: anyOf(
      /\b(?:hurry|hurries|rush(?! hour| creek| street| drive| lane)|apur[ae]\w*|corr(?:ale|ele)\b|andele|de ?prisa|prisa|act (?:now|fast|quick\w*|today)|don't (?:wait|sleep on|hesitate to (?:sign|buy|offer)|think too|overthink|blow|miss|let (?:this|it))|no (?:lo piense|espere mas|se duerma|deje pasar|pierda (?:la|el|esta|mas|tiempo)|la deje|se la pierda)|now or never|ahora o nunca|(?:last|final|only) (?:chance|shot|opportunity)|(?:last|final) call|(?:ultima|unica|ultimo) (?:oportunidad|chance|llamada)|once in a (?:lifetime|blue)|won't (?:last|be (?:here|around|available)|see)|no (?:va a|le va a) durar|no dura\b|going (?:fast|quick)|vuelan\b|se (?:acaba|esfuma|va a ir|va rapido|vende rapido)|bidding war|guerra de ofertas|ticking|deadline (?:is )?(?:in|today|tonight|tomorrow|at midnight|now)|(?:deal|price|chance|promo\w*|precio|oportunidad) (?:\w+ ){0,2}(?:expires?|vence|caduca)|foolish|stupid|crazy (?:to|not)|tont[oa]|overthinking|hesitat\w+(?! to (?:ask|call|write|text|reach|say|contact))|titube\w+|regret\w*|arrepent\w+|arrepienta|kick(?:ing)? yourself|holding you back|what are you waiting|(?:a )?que (?:esta )?espera(?:ndo)?\?|tic ?tac)\b/,
      /\b(?:before|antes de que) (?:(?:it's|it is|they're) (?:gone|too late|sold|off|all gone)|someone|somebody|anyone else|another (?:buyer|offer)|other buyers|midnight|tonight|se (?:la|lo) (?:gan|llev|compr)\w+|se (?:acab|vend|vay)\w*|alguien|otr[oa]s? |sea (?:muy )?tarde|suba)/,
      /\b(?<!how )(?:multiple|several|many|three|four|five|two|six|\d+|a dozen|dozens of|varias|varios|muchas|muchos|tres|cuatro|cinco|dos) (?:other |otras |otros |cash )?(?:offers?|buyers?|bids?|families|couples|investors?|ofertas?|compradores|familias|inversionistas|parejas|clientes)\b.{0,50}\b(?:writing|made|making|coming|looking|want\w*|interested|touring|seeing|viewing|lined|ready|bidding|fighting|competing|after it|in line|today|tonight|waiting|already|circling|viendo|quieren|interesad[oa]s|esperando|ya|hoy|en la mesa|detras|viene\w*)\b/,
      /\b(?:another|other|others|otr[oa]s?)(?: \w+)? (?:cash )?(?:buyer|offer|bid|family|couple|investor|comprador|oferta|familia|pareja|cliente|inversionista)e?s?\b|\b(?:before|because|while) (?:somebody|someone|everyone|anyone|everybody) else\b(?!\?)|\b(?:somebody|someone|everyone|everybody) else(?:'s|'ll)? (?:is|will|gets?|just|put|made|wants|buys?|takes?|signs?|has|already)\b|\balguien mas (?:se|ya|la|lo|va|esta|quiere|compr\w+|ofert\w+|pus\w+)\b|\b(?:somebody|someone|alguien)(?: \w+)? (?:just )?(?:put (?:in|down|an)|made an|placed|grab\w*|snatch\w*|beat\w*|buys|bought|outbid\w*|takes it|took it|gan\w+|compr\w+|ofert\w+|ofrec\w+)\b/,
      /\b(?:you(?:'ll| will|'re going to| might| could) (?:lose|miss)|losing|missing|pierd\w+|perder\w*|quedar?(?:se)?) (?:it|out|this|that|the (?:house|home|deal|chance)|your (?:spot|chance)|la (?:casa|oportunidad)|sin (?:nada|casa|ella))\b|\bse (?:la|lo|le) (?:van? a )?(?:gan\w+|adelant\w+)\b|\bse la ganan?\b|\bla (?:va a )?(?:pierde|perder)\b/,
      /\b(?:today|tonight|tomorrow|midnight|this (?:hour|minute|morning|afternoon|evening|weekend)|right now|by (?:noon|five|six|friday|sunday|tonight)|hoy|esta (?:noche|tarde)|manana|medianoche|(?:in|within|next|for) (?:the next |one |two |three |ten |an |sixty |\w+ more )?(?:hours?|minutes?|seconds?)|en (?:los proximos |\w+ )?(?:minutos|horas?|segundos))\b.{0,60}\b(?:or (?:it's|else|lose|someone|somebody|it'll)|gone|ya no (?:esta|hay|va)|o (?:se|la|lo) (?:la|lo|pierd\w+|gan\w+)|sube|price (?:goes|jumps|rises)|sign now|firm[ea])\b/,
      /\b(?:only|solo|solamente|nomas|just)(?! (?:\w+ ){0,3}(?:slots?|tours?|times?|appointments?|openings?|spots?|horarios?|espacios?|citas?|horas?|lugares))\b (?:\w+ ){0,2}(?:(?<!the |turn |on |keep |your |to )left|remaining|quedan?|restan?)\b|\bquedan? (?:poc\w+|poquit\w+|solo|nada mas|dos|tres|una?)\b(?! (?:horarios?|horas?|espacios?|citas?|lugares))|\bi can only (?:keep|hold|wait|offer)\b|(?<!\b(?:not|n't) (?:going|planning|ready|looking|able) to )\b(?:sign|decide|commit|offer|buy|firm[ea]|decid[ae]|compr[ea]|oferte)\w* (?:today|tonight|now|right now|hoy|ya|ahora)\b|\bif you (?:don't|do not) (?:book|sign|act|buy|decide|offer|commit|move|pay|jump|grab)\b|\bsi no (?:firma|compra|decide|oferta|ofrece|actua|paga|aparta|agarra|se (?:decide|anima|apura))\b/,
      /\b(?:will|'ll|might|could) be gone\b|\bgone (?:by|in an?|before|tomorrow|tonight|soon|today)\b|\bya no (?:estara|va a estar|la encuentra|la alcanza|habra)\b|\bya casi no\b/,
      /\b(?:need|want|give me|deme|necesito|quiero|espero) (?:an |your |una |su |la |el )?(?:answer|decision|yes|respuesta|firma|signature)\b.{0,25}\b(?:now|today|tonight|in|by|within|ya|hoy|en|antes)\b|\b(?:running out|out of time|time is (?:short|up|running)|time's (?:up|short|running)|se (?:le )?(?:acaba|agota|termina) el tiempo|contra reloj|snooze|miss(?:ed|ing)? out|fomo)\b/,
      /\b(?:decide|decidase|decidete|animese|animate|sign|firme|say yes|diga que si|commit|pull the trigger|lance(?:se)?|aviente(?:se)?) (?:it )?(?:now|ya|right (?:now|away)|today|hoy|tonight|de una vez|immediately|first|ahorita)\b|\b(?:better|must|should|need to|have to|gotta|got to) (?:move|act|decide|sign|jump|bid|book|buy) (?:\w+ )?(?:quick\w*|fast|now|immediately|today|tonight)\b/,
      /\b(?:goes?|sells?|sell|fly|flies|disappears?|vend\w+|vuelan?|van) (?:\w+ )?(?:in (?:hours|a day|minutes|days|a heartbeat)|fast|quick\w*|within (?:hours|days)|off the (?:shelf|market)|rapid\w*|en (?:horas|un dia|minutos|dias)|como pan)\b|\b(?:red ?hot|hot (?:property|listing|market|commodity|cake)|in high demand|(?:mucha|alta) demanda|todos (?:la |lo )?quieren|todo el mundo (?:la |lo )?quiere)\b/,
      /\b(?:seller|owner|they|he|she)\b.{0,25}\b(?:pull(?:ing)?|yank) (?:it|the (?:listing|offer|home|house))\b|\b(?:raise|raising|hike|increase|subir|suben?|suba[n]?) (?:the |el |de )(?:price|precio|rent|renta)\b|\b(?:price|offer|deal|rate|precio|oferta|tasa)\b.{0,20}\b(?:good|valid|valid[oa]|vale) (?:only |solo )?(?:until|hasta|today|hoy)\b|\bif i were you\b|\b(?:si (?:yo )?fuera usted|yo que usted|yo en su lugar)\b/,
      /\b(?:never|nunca|jamas)\b.{0,25}\b(?:(?:see|find|get|have)\b.{0,20}\bagain|like (?:this|it)|this (?:low|cheap|good)|otra (?:igual|asi|vez)|asi de)\b|\b(?:le|te) doy (?:\w+ )?(?:minutos|horas|dias|hasta)\b|\bgiv(?:e|ing) you (?:until|\w+ (?:minutes|hours|more minutes))\b|\b(?:put(?:ting)? (?:it|this) off|wait too long|waiting (?:costs|will cost)|if you wait(?! (?:a|one|just))|si (?:se )?espera|no lo deje para|no lo posponga|esperar (?:le )?(?:cuesta|sale))\b|\b(?:counting on you|let (?:them|your family|everyone) down|disappoint\w* (?:your|them|me)|fallarle|decepcion\w+)\b/,
      /\b(?:rates?|prices?|price|tasas|precios?)\b.{0,20}\b(?:jumps?|going up|go(?:es)? up|skyrocket\w*|climb\w*|rises?|rising|double|doubles|about to|suben?|va(?:n)? a subir|se disparan?)\b/,
      /\b(?:ganga|ganguita|chollo|a steal|deal of|never (?:again )?(?:see|find|get)|nunca (?:mas )?(?:va|vera|encontr)|everyone (?:else )?(?:wants|is (?:serious|bidding|fighting|after))|everybody wants|smart (?:buyers?|people|money|move)|real buyers|serious buyers|you'd be (?:a )?(?:foolish|crazy|silly|sorry|dumb|fool|nuts|insane)|no sea|la gente lista|your (?:spouse|wife|husband|family|kids) will)\b/,
    ),
    unless: anyOf(
      /\b(?:are you in (?:a|any) (?:hurry|rush)|tiene prisa|in a (?:hurry|rush)\b[^.!]*\?|if you(?:'re| are) in a|(?:no|not|isn't|aren't|don't|without|sin|never|nobody's)\b.{0,15}\b(?:rush\w*|hurry|prisa|deadline|pressure|presion|apur\w+|apres\w+)|(?:may|might|could|can) (?:go|rise|change)|option period|opcion|any other|no information|ask (?:the|about|if)|no (?:rush|hurry|hay prisa|pressure|need to (?:rush|hurry|decide))|sin prisa|no firme\w* \w+ con prisa|take your time|take all the time|tomese|tomate|no tiene que|don't have to|no (?:es necesario|corre prisa|hay (?:fecha|plazo|limite))|no se (?:si|cuant\w+|nada)|can't|cannot|no puedo|don't know|don't have|whether|there isn't a|no deadline|nobody|nadie|confirm\w*|not sure)\b/,
      new RegExp(protects),
    ),
  },
];
