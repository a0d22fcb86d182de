import { anyOf, type Rule } from './rule.ts';

const professions =
  '(?:attorneys?|lawyers?|paralegal|realtors?|brokers?|agents?|apprais(?:er|ers)|inspectors?|lenders?|loan officer|mortgage|notary|accountants?|cpa|engineers?|contractors?|builders?|architects?|surveyors?|police|officer|veteran|marine|owners?|sellers?|landlord|homeowner|neighbou?r|local|native|resident|employee|manager|director|supervisor|president|founder|intern|advis[eo]r|planner|teacher|nurse|doctor|pastor|mom|mother|dad|father|parent|grand(?:ma|pa|mother|father)|wom[ae]n|man|guy|gal|girl|boy|lady|human|person|people|individual|flesh|professional|expert|specialist|consultant|certified|licensed|insured|bonded|registered|fiduciary)';
const profesiones =
  '(?:abogad[oa]|licenciad[oa]|corredor[a]?|agente|realtor|notari[oa]|contador[a]?|tasador[a]?|valuador[a]?|perit[oa]|inspector[a]?|ingenier[oa]|arquitect[oa]|prestamista|banquer[oa]|duen[oa]|propietari[oa]|vendedor[a]?|vecin[oa]|person[ai]|human[oa]|hombre|mujer|senor[a]?|padre|madre|papa|mama|abuel[oa]|soldado|veteran[oa]|polic[ií]a|emplead[oa]|gerente|director[a]?|asesor[a]?|expert[oa]|profesional|titulad[oa]|certificad[oa]|de carne)';
/** It says that it is a program, or what it is not of these. */
const admits =
  /(?<!\bno )\b(?:i'm|i am|soy|with|con|as|como)(?: \w+,)? (?:just |only |solo )?(?:an? |un |una |el |la |the |su |your )?(?:asistente )?(?:de |virtual |automated |computer |digital )?(?:ai|ia|virtual|automated|automatic[oa]|digital|bot|robot|chatbot|computer|program\w*|software|asistente (?:de ia|virtual|digital))\b|\b(?:speak|talk|chat|hablar|comunic\w+|pas[oe]\w*|connect\w*|transfer\w*|ask|pedir) (?:to|with|con|you|for|a|por)\b|\b(?:not|no) (?:an? |una? )?(?:human being|human|person|ser humano|persona)\b|\b(?:i'm|i am) not an? (?:lawyer|attorney|person|human|agent|licensed|appraiser|inspector|lender|accountant|real)\b|\b(?:yo )?no soy (?:una? )?(?:abogad|persona|human|agente|licenciad|inspector|contador|prestamista|notari)/i;
const messages =
  '(?:texts?|messages?|calls?|e ?mails?|alerts?|mensajes|textos|llamadas|correos|alertas|avisos|mensajitos)';
const reach =
  '(?:follow\\w* up|be in touch|stay in touch|notify|remind\\w*|pester\\w*|text|texting|message|messaging|call|calling|write|writing|contact|contacting|reach|reaching|send|sending|e ?mail|ring|bug|ping|escrib\\w+|mand\\w+|llam\\w+|contact\\w+|envi\\w+|marc\\w+|busc\\w+|insist\\w+|molest\\w+)';
const endIt =
  '(?:opt(?:ing|ed|s)? ?out|unsubscrib\\w*|unsub|stop (?:the|these|those|our|us|getting|receiving|hearing|it|messages|texts|calls)|(?:remov\\w+|tak\\w+) (?:you|your (?:name|number))|be removed|do not (?:call|contact|text|disturb)|dnc|no call list|(?:off|from) (?:the|our|this|my) (?:\\w+ )?list|dar(?:se|le|lo|la|me)? de baja|dado de baja|de baja|baja de|dejar de (?:recibir|escribir|mandar|llamar)|cancelar (?:la |su )?(?:suscripcion|mensajes)|desuscrib\\w+|salir(?:se)? de (?:la|esta|nuestra) lista|quitar(?:lo|la|se|le)? de|borrar(?:lo|la|se)? de|lista de no llamar|no (?:molestar|llamar)|revoke|revocar|withdraw\\w* (?:your )?consent|quit|(?:word|palabra|texting|writing|typing|replying|saying|text|escribir|poner|mandar|decir|escriba|ponga|diga) (?:stop|alto|parar|pare|basta|end|no)|(?:says?|said) stop|stop (?:messages?|requests?|button|word|command|keyword))';
const deny =
  "(?:can't|cannot|can not|couldn't|no longer|not (?:allowed|able|possible|an option|available|permitted|enabled|valid)|isn't (?:possible|allowed|an option|available)|doesn't|does not|don't|do not|didn't|won't|will not|never|impossible|unable|refus\\w+|ignor\\w+|disabled?|overrid\\w+|bypass|pretend\\w*|meaningless|useless|does nothing|nothing (?:happens|changes|will happen)|no way|too late|only (?:the|a|our|after|if)|no (?:se )?(?:puede|pueden|podra|funciona|sirve|aplica|vale|cuenta|existe|hace|importa|es posible|hay (?:forma|manera|modo)|tiene (?:efecto|caso))|imposible|inutil|voy a ignorar|hacemos caso omiso|caso omiso|aunque|de nada)";

/** It tells truly how one ends the messages, that they have ended, or asks. */
const endsWell =
  /\b(?:(?:escriba|responda|write|reply) (?:stop|alto)|si no quiere|any ?time|at any (?:time|point)|whenever|as soon as|cuando (?:quiera|guste|lo|prefiera|diga)|en cualquier momento|en cuanto|to (?:quit|end|opt out|unsubscribe|stop|cancel)|para (?:dejar|no recibir|salir|terminar|darse|cancelar|parar)|you(?:'re| are| have been|'ve been| were) (?:now |all |already )?(?:unsubscribed|removed|opted out|off|taken off)|(?:has|have) been (?:removed|taken off)|ya (?:no|quedo|lo|la|esta)|quedo|won't (?:get|receive|hear|text|send|be|message|call)|will (?:end|stop|be removed)|ends? (?:all|the|our|these)|stops? (?:all|the|our|these)|no (?:recibira|le (?:enviar|mandar|llegar))\w*|no more|no mas|(?:i've|i have|we've|we have|we|i) (?:have )?(?:taken|removed|stopped|turned|noted|marked|updated|respect|honor|take)|if you(?:'d| would)? (?:like|rather|prefer|want|ever|agree)|unless you|si (?:quiere|prefiere|desea|gusta|nos)|y no le|just (?:say|tell|let)|dig(?:a|ame)|avis[ae]\w*|(?:isn't|not|never|no es) (?:\w+ )?(?:required|condition|necessary|condicion|obligatori\w+|necesari\w+)|only (?:text|send|message|call)|solo (?:mandamos|enviamos|le)|rates may apply|would you|do you want|prefiere|listo|done|without (?:your )?consent|sin su consentimiento|you can (?:always )?(?:opt|unsubscribe|stop|withdraw|change|turn|leave)|puede (?:darse|dejar|salir|cancelar|retirar|pedir)|you asked)\b|\?\s*$/i;

/** Statements that Jorge may not make about himself, or about how one ends the messages. */
export const selfRules: readonly Rule[] = [
  {
    id: 'false-identity',
    category: 'false-identity',
    saidBy: 'bot',
    pattern: anyOf(
      new RegExp(
        `\\b(?:i'm|i am|im|i've been|i was|i work as|i became|speaking as|call me|trust me,? i'm)(?! not\\b)(?! the (?:owner|seller|agent)\\b (?:said|asked|states)) (?:actually |really |also |just |in fact |technically |both |and )*(?:(?:an? |the |your |one of the |your own )(?:\\w+ ){0,2}?)?${professions}\\b(?! (?:assistant|team))`,
      ),
      new RegExp(
        `\\bas (?:an?|your) (?:\\w+ )?${professions}\\b,? (?:i|we|my|let me)\\b|\\bcomo (?:un |una |su )?${profesiones}\\b,? (?:yo|le|les|te|me)\\b`,
      ),
      new RegExp(
        `\\b(?:soy|fui|trabajo (?:de|como))(?! ia\\b) (?:un |una |el |la |su |tambien |muy )?(?:\\w+ )?${profesiones}\\b`,
      ),
      /\b(?:not|isn't|ain't|never|aren't|no|nor|without)(?: \w+){0,2} (?:bots?|robots?|chat ?bots?|a machine|a program|a computer|artificial intelligence|algorithms?|a script|a\.?i)\b|\bno (?:soy|es|somos|hay|habla con|esta hablando con|se trata de)(?: \w+){0,3} (?:bot|robot|maquina|programa|computadora|ia|inteligencia|sistema|automatic[oa])\b/,
      /\b(?:i|this|these (?:texts|messages)|nothing (?:here|about this)|conversation|chat|replies|answers)\b.{0,20}\b(?:not|isn't|aren't|is|never) (?:automated|artificial|generated|software)\b|\b(?:flesh and blood|carne y hueso|human being|ser humano|persona (?:real|de verdad|viva)|(?:fully|very much|100%|completely|totally|actual|living) human|human (?:here|typing|behind)|(?:i'm|i am|this is|talking (?:to|with)) (?:a |an )?(?:\w+ )?(?:real|actual|live) (?:human|person|woman|man)|humano como|typing (?:this|these)|live (?:agent|person) (?:here|typing|speaking))\b/,
      /\b(?:on|from|at|in|to) my (?:wife|husband|spouse|partner|kids?|children|sons?|daughters?|mom|mother|dad|father|brother|sister|cousin|uncle|phone|cell|desk|office|car|truck|lunch|house|home|break)\b|\bmy (?:own )?(?:wife|husband|spouse|fiance|kids?|children|sons?|daughters?|family|mom|mother|dad|father|brother|sister|cousin|uncle|aunt|parents|grand\w+|dog|house|home|apartment|neighborhood|street|car|truck|cell|lunch|commission|licen[cs]e|law (?:degree|license|firm|practice)|degree|clients?|client list|years|career|broker|boss|coffee|vacation|birthday|accent|childhood)\b/,
      /\bmis? (?:espos[oa]|marido|mujer|hij[oa]s?|familia|mama|papa|herman[oa]|prim[oa]|ti[oa]|abuel[oa]|celular|telefono personal|casa|oficina|carro|troca|licencia|cedula|clientes|despacho|comision|jef[ea]|cafe|escritorio|perr[oa]|novi[oa]|suegr[oa]|cumpleanos)\b/,
      /\bi(?:'ve| have|'d)? (?:personally |just |actually |once |also |already |even |recently |myself |used to |still |both |only )*(?:inspected|toured|visited|walked (?!you through)|drove|drive|(?:saw|seen) (?:it|(?:the|this|that) (?:house|home|place|roof|inside|unit|property|lot))|own|owned|bought|live[ds]?|grew|was born|met|spoke|talked|called|phoned|texted|e ?mailed|sold|closed (?:on|deals|over|\d+)|work(?:ed)? (?:for|at|as) (?!the team|the brokerage|this)|went (?:to|by|inside|there)|been (?:inside|there|doing|selling|in (?:the|real))|stopped by|stood|passed the bar|studied|graduated|practice|represent|measured|eat|ate|drank|sleep|slept|hold (?:an?|the|a real)|have (?:an? )?(?:\w+ ){0,2}(?:licen[cs]e|years|experience|degree|kids|children|body|hands)|negotiated|photographed|took (?:the|those) (?:photos|pictures)|appraised|notarized|made the call|know the (?:owner|seller|neighbors|family))\b/,
      /\bi'(?:m|ll be|ve been|d be) (?:\w+ )?(?:sitting|standing|driving|heading|outside|parked|waiting (?:outside|at|for you|by)|at (?:the (?:house|office|home|property|door)|my)|on my way|in (?:the|my) (?:office|car)|eating|working (?:at|late)|from (?:here|\w+ texas)|there (?:on|at|myself|in)|out (?:showing|to lunch)|married|\w+ years old|away from)\b|\bi'?ll (?:personally |be (?:there|waiting|standing|outside|at)|meet you|see you (?:there|at)|swing by|stop by|drive|pick you up|bring (?:you|the keys|my)|walk you (?!through)|shake|unlock|let you in|open the (?:door|house|gate))/,
      /\b(?:le escribo|escribiendo|estoy escribiendo|mandando) (?:yo )?(?:desde|de) mi\b|\bdesde mi (?:celular|casa|carro|oficina)|\bacabo de (?:salir|llegar|hablar|colgar|comer|regresar|estar|visitar)|\b(?:lo|la|le|te|los) (?:espero|atiendo|recibo|acompano) (?:yo|en persona|personalmente|alla|ahi|en la casa)\b|\byo (?:mism[oa]|en persona|personalmente)\b|(?<!\bno )\btengo (?:\w+ ){0,3}(?:hij[oa]s|anos de (?:experiencia|agente|corredor)|anos en (?:el|esto|bienes)|licencia|espos[oa]|familia|titulo de|anos vendiendo)\b|\byo (?:vivo|naci|creci|trabajo|compre|visite|inspeccione|estuve|hable|estudie|vendi|vi)\b|\b(?:vivo|naci|creci) (?:en|a|aqui|cerca)\b|\bme (?:gradue|case|mude|titule)\b|\bestoy (?:sentad[oa]|manejando|parad[oa]|afuera|comiendo|en (?:la|mi) (?:oficina|casa|carro)|casad[oa])\b/,
      /\b(?:inspeccioné|visité|compré|hablé con|vendí|estudié|recorrí|revisé (?:la casa|el techo|yo)|llevo (?:\w+ )?años|trabajo (?:para|en) (?:el|la) (?:banco|ciudad|condado|gobierno))/,
      /\b(?:i work|working|i'm calling|calling|writing|texting|here|speaking|hablo|llamo|trabajo|escribo|habla) (?:\w+ )?(?:for|with|from|at|on behalf of|de|del|para|por parte de) (?:the |el |la |su |your )?(?:city|county|state|irs|bank|government|hud|fha|federal|police|title company|seller|owner|banco|ciudad|condado|gobierno|policia|irs|fisco|chase|wells|bank of)/,
      /\b(?<!\b(?:we|agents?|realtors?|anyone|anybody|someone|nobody|no one) )(?:represent|representing|represento) (?:you|the (?:seller|buyer|owner)|a usted|al (?:vendedor|comprador))\b/,
    ),
    unless: admits,
  },
  {
    id: 'opt-out-denied',
    category: 'opt-out',
    saidBy: 'bot',
    pattern: anyOf(
      new RegExp(`\\b${deny}\\b.{0,60}\\b${endIt}\\b`),
      new RegExp(
        `\\b${endIt}\\b.{0,60}\\b(?:${deny}|fees?|charge[sd]?|costs?|takes? (?:\\w+ )?(?:days|weeks|months|\\w+ty)|requires?|must|have to|need to|letter|notari\\w+|form|cargo|cuota|cobr\\w+|costo|cuesta|tarda\\w*|dias|semanas|tiene que|debe|carta|anyway|regardless|keep|still|igual|de todos modos|de todas formas|seguimos|seguiremos)\\b`,
      ),
      new RegExp(
        `\\b(?:fees?|charge|costs?|\\$ ?\\d+|days|weeks|letter|form|penalty|dias|semanas|carta|multa|cargo|cuota|cuesta)\\b.{0,40}\\b(?:${endIt}|(?:end|stop|taking|remov\\w+|cancel\\w*)(?:ing)? (?:the |your |our )?(?:texts|messages|calls|name|alerts|number))`,
      ),
      /\b(?:to stop|to end|before we stop|para (?:que (?:deje|dejemos|paremos|no le)|dejar)|si quiere que (?:deje|dejemos|paremos|no))\b.{0,50}\b(?:must|have to|need to|first|primero|tiene que|debe|necesita)\b/,
      new RegExp(
        `\\b(?:keep|keeps|continue|continuing|going to|will still|still going to|sigo|seguir(?:e|emos)?|seguimos|vamos a (?:seguir|estar)|will (?:just )?(?:go on|carry on))\\b(?: to)? ${reach}\\b(?:.{0,40}\\b(?:anyway|regardless|no matter|even|whether|until|hasta|you|quiera\\w*|de todos|aunque|igual)\\b)?`,
      ),
      new RegExp(
        `\\b${reach}\\b.{0,50}\\b(?:anyway|anyways|regardless|no matter|even (?:if|though|after)|whether (?:or not )?you|like it or not|quiera o no|de todos modos|de todas (?:formas|maneras)|aunque|igual(?:mente)?(?! (?:(?:para|a) tod[oa]s|que)\\b))\\b`,
      ),
      new RegExp(
        `\\b(?:anyway|regardless|no matter|even if|even though|aunque|although|though|despite|a pesar de|i know|ya se|pretend|i see that|i saw|se que)\\b.{0,50}\\b(?:said|asked|told|wrote|blocked|opted|weren't|dijo|pidio|escrib\\w+|bloque\\w+|conteste|diga|ponga|answer|reply|${endIt})\\b.{0,60}\\b(?:stop|alto|no|not|interested|contact\\w*|anymore|baja|mand\\w+|text\\w*|call\\w*|escrib\\w+|llam\\w+|parar|pare)\\b`,
      ),
      new RegExp(
        `\\b(?:different|another|new|second|other|otro|otra|distinto) (?:\\w+ )?(?:number|phone|line|account|numero|telefono|linea|celular|cuenta)\\b|\\b${reach}\\b.{0,40}\\b(?:de|desde) otro\\b|\\bbloque\\w+\\b.{0,40}\\b${reach}`,
      ),
      /\b(?:agree\w*|consent\w*|opting in|signing up|acept\w+|consentimiento|autoriza\w+)\b.{0,50}\b(?:mandatory|required|obligator\w+|necessary|a must|condition|automatic(?:ally|amente)?\b|permanent|forever|para siempre|irrevocable|can't be (?:withdrawn|revoked|undone)|if you want|si quiere)\b|\b(?:mandatory|required|obligator\w+)\b.{0,30}\b(?:calls|texts|messages|consent|llamadas|mensajes)\b|\b(?:you|usted) (?:already )?(?:gave up|waived|forfeit\w*|renuncio a|perdio)\b.{0,30}\b(?:right|derecho)/,
      /\b(?:signed|added|enrolled|subscribed|opted|put|re ?added|registered) you (?:up|back|in|on|to|for|again)\b|\b(?:lo|la|le|te) (?:inscrib\w+|suscrib\w+|apunt\w+|registr\w+|volvi a (?:apuntar|agregar|poner))\b/,
      /\b(?:do ?n[o']t call|dnc|lista de no llamar)\b.{0,50}\b(?:doesn't|does not|don't|exempt\w*|ignor\w+|means nothing|isn't|not (?:apply|bound|valid)|no (?:aplica|vale|cuenta|importa|nos))\b|\b(?:ignor\w+|disregard\w*|throw away|toss|delete)\b.{0,30}\b(?:requests?|stop|peticion\w*|solicitud\w*|preferences?|wishes)\b|\bwe (?:don't|do not|never) (?:honor|process|respect|do (?:opt|remov))\b|\bno (?:respetamos|procesamos|hacemos caso|borramos|quitamos)\b/,
      /\b(?:you'll|you will|you are going to|va a|seguira|usted va a)\b.{0,20}\b(?:get|receiv\w+|hear|recib\w+)\b.{0,30}\b(?:forever|no matter|until|regardless|para siempre|hasta que|every day for|siempre|quiera)\b/,
      /\b(?:in|on) (?:it|our (?:system|list|database)|the (?:system|list|database)) (?:forever|for (?:life|good|ever))\b|\b(?:number|name|numero|consent|permission|contact info)\b.{0,30}\b(?:forever|for life|permanent\w*|para siempre|de por vida)\b|\b(?:para siempre|de por vida)\b/,
      /\b(?:by|al|con (?:solo )?) ?(?:just )?(?:chatting|opening|visiting|using|clicking|replying|asking|writing|texting|being here|entering|escribir|usar|abrir|entrar|contestar|preguntar)\b.{0,50}\b(?:agree\w*|consent\w*|authoriz\w*|opted in|gave|acept\w*|autoriz\w*|dio permiso)\b|\b(?:you|usted) (?:already |ya )?(?:agreed|consented|opted in|said yes|gave (?:us )?(?:permission|consent)|acepto|autorizo|dio (?:su )?permiso)\b/,
      /\b(?:no way|no hay (?:forma|manera|modo|salida))\b.{0,30}\b(?:off|out|end|stop|leave|salir\w*|parar\w*|quitar\w*|cancelar\w*|baja)\b/,
      new RegExp(
        `\\b(?:${endIt}|requests?|stop|peticion|solicitud)\\b.{0,25}\\b(?:denied|rejected|declined|refused|ignored|only (?:pauses|works|counts|applies|lasts)|just (?:pauses|means|tells)|pauses?|resets?|temporar\\w+|negada|rechazada|ignorada|no procede|solo (?:pausa|dura|funciona|sirve))\\b`,
      ),
      /\b(?:take no for an answer|acept\w+ un no\b|won't leave you alone|no lo voy a dejar en paz)\b/,
      /\b(?:every (?:single )?(?:day|hour|morning|week)|daily|each day|at any hour|any hour|diario|diariamente|todos los dias|cada (?:dia|hora|semana)|a cualquier hora)\b.{0,40}\b(?:until|hasta|call\w*|text\w*|llam\w+|escrib\w+|whether)\b|\b(?:call\w*|text\w*|llam\w+|escrib\w+|mand\w+)\b.{0,25}\b(?:every (?:single )?(?:day|hour|morning)|diario|todos los dias|cada (?:dia|hora)|a cualquier hora|at any hour|day and night|dia y noche)\b|\buntil you (?:answer|reply|book|buy|respond|say yes|pick up|give in)\b|\bhasta que (?:me |nos )?(?:conteste|responda|compre|firme|acepte|diga)\b/,
      /(?<!(?:don't|never|won't|not|no|nunca) )\b(?:shared?|sold|sell|selling|passed|hand(?:ed|ing)?|vend\w+|compartimos|comparto|compart[ií]|pas(?:amos|e|é)) (?:on )?(?:your|su|tu) (?:phone|cell|number|info\w*|contact|data|details|numero|telefono|datos|celular)\b/,
      /\b(?:silence|not (?:replying|answering)|no (?:answer|reply)|si no (?:contesta|responde))\b.{0,20}\b(?:means|counts|is a yes|cuenta|significa|quiere decir|tomamos)\b/,
      /\b(?:can't|cannot|won't|never|not possible to|impossible to|no (?:se |le )?pued\w+|imposible|no vamos a) (?:\w+ )?(?:delete|erase|remove|forget|take|borrar\w*|eliminar\w*|quitar\w*|sacar\w*)\b.{0,25}\b(?:you|your|off|data|number|info\w*|name|su|sus|datos|numero|lista)\b|\b(?:law|ley|leyes)\b.{0,30}\b(?:lets us|let us|allows us|permits us|doesn't (?:apply to|stop) us|(?:nos )?permite|no (?:nos )?(?:obliga|aplica|impide))\b/,
      /\bhave (?:someone|somebody|a colleague|my (?:boss|manager|partner)) (?:else )?(?:call|text|message|write) you (?:anyway|instead|then)\b/,
      new RegExp(
        `\\b(?:can't|cannot|no (?:se )?pued\\w+|won't|never)\\b.{0,30}\\b(?:turn (?:off|them off)|block|silence|mute|end|cancel|apagar|bloquear|silenciar|parar|detener)\\b.{0,20}\\b${messages}\\b`,
      ),
    ),
    unless:
      /^(?!.*\b(?:stop\w*|alto|baja|unsub\w*|end|quit|anyway|regardless|keep|still|forever|aunque|igual|seguir\w*|seguimos|siempre que|agree\w*|consent\w*|accept\w*|acept\w*|texts|messages|mensajes)\b).*\b(?:(?:you can|puede) (?:also |siempre )?(?:write|ask|escribir\w*|preguntar\w*)|(?:isn't|not|nothing is) booked until)\b|\b(?:reply|write|text|escriba|responda|mande) (?:the word )?(?:stop|alto)\b.{0,12}\b(?:to|any|at any|para|cuando|and we|y)\b|\b(?:won't|no (?:le|recib\w+|habra|enviar\w+|mandar\w+)|not) (?:\w+ ){0,3}(?:any more|anymore|mas mensajes|no more|further|again)\b|\bno more (?:messages|texts)\b|\b(?:turn|take|make)\b.{0,30}\b(?:stop sign|segundo alto)\b|\b(?:we|i) (?:will )?(?:stop|respect|honor)\b|\b(?:isn't|not|never|no es) (?:required|obligatori\w+|mandatory|necessary|a condition|condition|una condicion|condicion)|any ?time|whenever you (?:like|want)|cuando quiera\b|\bdone\b|\blisto\b/i,
  },
  {
    id: 'opt-out-told',
    category: 'opt-out',
    saidBy: 'bot',
    pattern: anyOf(
      new RegExp(
        `\\b(?:${endIt}|opt(?:ing|ed)? in|consent\\w*|robo ?calls?|automated (?:calls?|texts?|messages?)|suscripcion|campaign|campana)\\b`,
      ),
      /\b(?:texting|writing|typing|replying|saying|sending|reply|write|type|say|send|your|every|a) stop\b|\b(?:la palabra|escrib\w+|pon\w*|mand\w+|diga) (?:alto|basta|parar)\b/,
    ),
    unless: endsWell,
  },
];
