import { anyOf, type Rule } from './rule.ts';

const hazard =
  '(?:molds?|mildew|asbestos|lead(?: paint| pipes?)|radon|termites?|pests?|rodents?|flood(?:s|ed|ing)?|inund\\w+|leaks?|cracks?|riesgos?|risks?|hazards?|defects?|defectos?|danos?|damage|(?:hidden |major |structural |foundation |roof |any |other )?(?:repairs|problems?|issues?) (?:with|in|here|needed|whatsoever)|(?:structural|foundation|roof|plumbing|electrical|wiring) (?:issues?|problems?|damage|repairs)|sinkhole|contamina\\w+|toxi\\w+|moho|asbestos?|plomo|termitas?|plagas?|goteras?|fugas?|grietas?|humedad|(?:problemas?|detalles?) (?:de|en|con))';
const system =
  '(?:foundation|wiring|electrical|plumbing|roof|structure|structurally|sewer|septic|gas line|water heater|hvac|ac|cimentacion|cimientos?|instalacion electrica|cableado|plomeria|estructura|drenaje|techo)';
const assures =
  "(?:no|zero|none|never|not|isn't|aren't|ain't|hasn't|won't|doesn't|free of|clean|clear of|nothing|without|needn't|sin|cero|nunca|jamas|no hay|no tiene|no se|ningun[a]?|nada|libre de|no se preocupe|don't need)";
const protection =
  '(?:inspections?|inspectors?|engineers?|surveys?|surveyor|apprais\\w+|title (?:insurance|search|company)|flood insurance|insurance|attorneys?|lawyers?|permits?|disclosures?|walk ?throughs?|home warranty|second opinion|inspeccion\\w*|inspector[a]?|ingenier[oa]|perit[oa]|avaluo|seguro(?: de (?:titulo|inundacion\\w*|casa))?|abogad[oa]|permisos?|titulo|garantia|notario)';
const needless =
  "(?:don't (?:need|bother|worry|waste|pay|get|order|have to (?:get|order|pay|do|have|buy|hire))|do not need|doesn't need|no need|needn't|not (?:needed|necessary|required|worth)|unnecessary|skip|(?<!don't )forget|waste of (?:money|time)|pointless|overkill|without an?|no (?:necesita|hace falta|ocupa|gaste|pague|vale la pena|requiere|se necesita|contrate|pida|es necesari[oa])|sobra|sale sobrando|sobrando|innecesari[oa]|(?<!no )olvid\\w+|save (?:yourself|your money))";
/** It points to a file, a source or somebody who knows. */
const points =
  /\b(?:according to|per the|segun|reports?|reported|survey|list(?:ing|ed|s)|mention\w*|stated|shown|anuncio|ficha|on file|disclos\w+|divulgaci\w+|an? (?:licensed |home |structural )?(?:inspector|engineer|attorney|lawyer|accountant|lender|insurer|cpa|agent|tax \w+)\b[^.?!]{0,40}\b(?:can|could|will|would|should|is)|can tell you|can explain|can say|ask (?:a|an|your|the|to)|asking|preguntar\w*|pregunte|consult\w+|conviene|se lo (?:puede|dice|pregunto)|un (?:inspector|ingeniero|abogado|contador|prestamista|agente|asesor)|fema|i'll ask|i don't|i can't|cannot|can't|couldn't|no puedo|no tengo|no lo tengo|no dice|doesn't say|does not say|not say|county|condado|records?|noted|verify|confirm\w*|whether|legal question|pregunta legal|rather|i'd leave|question for|source|fuente)\b/i;

const asksLawyer =
  /\b(?:attorney|lawyer|accountant|cpa|tax (?:adviser|advisor|professional|preparer)|abogad[oa]|contador[a]?|asesor[a]? fiscal)\b|\b(?:i can't|i cannot|i don't|i'd rather|no puedo|whether|legal question|pregunta legal|can explain|county|condado|appraisal district)\b/i;

/** Statements that only an inspector, a lawyer or an accountant may make of a home and its sale. */
export const stateRules: readonly Rule[] = [
  {
    id: 'condition-assured',
    category: 'condition',
    saidBy: 'bot',
    pattern: anyOf(
      new RegExp(`\\b${assures}\\b.{0,30}\\b${hazard}\\b`),
      new RegExp(
        `\\b${hazard}\\b.{0,30}\\b(?:isn't|aren't|won't|never|not|nothing|no (?:hay|tiene|es)|gone|solved|nunca|cero|zero|free)\\b`,
      ),
      new RegExp(
        `\\b${system}(?! (?:deck|terrace|garden|top))\\b(?: \\w+)?(?: (?:is|are|was|looks?|seems?|es|esta|estan|se ve|sigue)|'s)\\b.{0,20}\\b(?:fine|sound|solid|perfect\\w*|safe|up to code|flawless|excellent|great|good for|years left|will last|passes|passed|impecable|perfect[oa]s?|segur[oa]|san[oa]|sin (?:problemas?|detalles?|fallas?)|nothing wrong|no (?:issues|problems)|de primera|como nuev[oa])\\b`,
      ),
      new RegExp(
        `\\b(?:sound(?! (?:wiring|system|proof))|solid(?! (?:wood|oak))|perfect|flawless|excellent|safe|healthy|nothing wrong with the|up to code)\\b.{0,12}\\b${system}\\b`,
      ),
      /\b(?:cracks?|stains?|sagging|bubbling|smell|mancha|grieta|olor)\b.{0,30}\b(?:cosmetic|normal|nothing|harmless|fine|no es nada|settling|estetic[oa])\b|\bwater\b.{0,20}\b(?:safe|fine) to drink\b/,
      /\bup to code\b|\bnothing(?:'s| is)? wrong\b|\bno hay (?:nada malo|de que preocuparse)\b|\b(?:don't|no need to|needn't|no se) (?:worry|preocupe|fret)\b.{0,20}\b(?:about|por|de)\b.{0,20}\b(?:lead|mold|asbestos|roof|foundation|flood\w*|termites?|repairs?|structure|plumbing|wiring|plomo|moho|asbesto\w*|techo|cimient\w*|inund\w+|humedad)\b/,
      new RegExp(`\\b${needless}\\b.{0,30}\\b${protection}\\b`),
      new RegExp(
        `\\b${protection}\\b.{0,25}\\b(?:not (?:needed|necessary|worth)|unnecessary|waste|no (?:hace falta|es necesari\\w+|sirve|vale)|sobra\\w*|sale sobrando|pointless)\\b`,
      ),
      new RegExp(`\\b(?:no|without) (?:\\w+ )?${protection} (?:is |are )?(?:needed|necessary|required)\\b`),
      /\b(?:never|hasn't ever|has never|nunca|jamas|no) (?:\w+ )?(?:flood\w*|leak\w*|se (?:ha )?inund\w+|se gotea|got water|had (?:a )?(?:leak|flood|fire))\b|\b(?:totally|completely|perfectly|100%|absolutely) (?:safe|sound)\b|\b(?:drink|breathe|sleep)\b.{0,20}\b(?:safe|safely|fine)\b|\b(?:good|solid|great) (?:bones|shape|condition)\b|\bmove ?in safe\b/,
    ),
    unless: points,
  },
  {
    id: 'law-told',
    category: 'legal-tax-advice',
    saidBy: 'bot',
    pattern: anyOf(
      /\blegally(?! (?:described|known))\b|\blegalmente\b|\b(?:perfectly|totally|completely|it's|its|is|is not|isn't|not|100%) (?:\w+ )?(?:legal|illegal|against the law|lawful|unlawful)\b(?! (?:question|matter|advice|description|counsel|team|terms|name|document|language|bedroom))|\bes (?:\w+ )?(?:legal|ilegal)\b|\bloopholes?\b|\bno (?:legal )?(?:penalty|consequences?)\b|\bsin (?:multa|penalizacion|consecuencias)\b/,
      /\b(?:isn't|aren't|not|never|don't|doesn't|no|nobody is|nadie esta|no esta|no estan) (?:\w+ ){0,2}(?:required|obligated|obliged|liable|bound|allowed|have to|need to|obligad[oa]s?|tiene que|tienen que|debe|hace falta)\b.{0,30}\b(?:disclose|tell|report|declare|register|reveal|mention|file|pay tax\w*|avisar\w*|decir\w*|declarar\w*|revelar\w*|informar\w*|reportar\w*|mencionar\w*|registrar\w*|pagar (?:impuestos|taxes))/,
      /\b(?:hoa|landlord|seller|city|owner|bank|lender|court|they|county|casero|vendedor|ciudad|condado|asociacion|banco)\b.{0,25}\b(?:can't|cannot|can not|has to|must by law|is forced|no (?:le )?puede|esta obligad|tiene prohibido)\b.{0,30}\b(?:stop|evict|fine|sue|charge|refuse|foreclose|make you|keep|prevent|multar\w*|desalojar\w*|demandar\w*|cobrar\w*|impedir\w*|quitar\w*|negar\w*|parar\w*|foreclose)/,
      /\byou (?:can|could|should|may|must|have (?:the|a) right to|are (?:allowed|entitled|free) to|'re (?:allowed|entitled|free) to|would win|'d win)(?: \w+){0,2} (?:sue|evict|break (?:the|your) lease|walk away|back out|withhold|terminate|ignore the (?:hoa|lease|contract)|stop paying|sublet)\b|\b(?:usted )?puede (?:\w+ )?(?:demandar\w*|desalojar\w*|romper el contrato|salirse del contrato|retener|dejar de pagar|cancelar el contrato|evitar impuestos)\b|\bsue\b.{0,30}\bwin\b/,
      /\b(?:deduct\w*|deduc(?:ir|e|ible|ibles)|write (?:it |that |this )?off|write ?offs?|tax (?:break|benefit|loophole|credit)|tax(?:es)? (?:free|deductible)|capital gains|ganancias? de capital|libre de impuestos|sin (?:pagar )?impuestos|(?:exemption|exencion)\b.{0,20}\b(?:will|cut|save|lower|zero|va a|baja|ahorr\w+))\b/,
      /\b(?:won't|don't|do not|will not|never|no|not) (?:\w+ ){0,2}(?:owe|owing|pay|debe|pagar?a?|paga)\b.{0,20}\b(?:tax\w*|irs|impuestos?|uncle sam)\b|\b(?:cut|lower|reduce|baja\w*|reduc\w+)\b.{0,20}\b(?:taxes|tax bill|impuestos)\b/,
      /\b(?:don't|do not|no|never|needn't|nobody)\b.{0,20}\b(?:tell|telling|mention|report|declare|disclose|say anything|diga|dig[ao]|avise|mencione|declare|reporte|cuente)\b.{0,30}\b(?:lender|bank|irs|insur\w+|hoa|agent|appraiser|landlord|city|buyer|seller|banco|prestamista|aseguradora|fisco|hacienda|comprador|vendedor|casero|ciudad)\b|\b(?:lender|bank|irs|banco|prestamista|insurance company|aseguradora)\b.{0,20}\b(?:won't|never|doesn't|no se|nunca)\b.{0,20}\b(?:know|check|find|notice|ask|enter[ae]|revisa|pregunta|da cuenta)/,
      /\b(?:this|that|the|esta|este|esa|la|el) (?:contract|lease|clause|contrato|clausula|agreement|hoa rule|deed|law|ley)\b.{0,30}\b(?:is (?:void|valid|invalid|unenforceable|meaningless|enforceable|standard|fine)|doesn't (?:hold|count|apply)|isn't (?:valid|enforceable)|no (?:vale|aplica|cuenta|es valid\w+)|es (?:nul[oa]|valid[oa]|inval\w+))|\b(?:sign|firm[ae]\w*)\b.{0,30}\b(?:without (?:reading|fear|worry)|sin (?:miedo|leer|preocup\w+))\b|\bverbal (?:agreement|promise|contract)s?\b.{0,30}\b(?:bind\w*|enough|count|valid)/,
      /\b(?:nobody|no one|nadie|never gets?|won't (?:ever )?(?:get )?) ?(?:really |ever |actually )?(?:checks?|enforces?|enforced|checked|cares|caught|pulls|revisa|checa|se entera|se da cuenta)\b|\b(?:city|county|hoa|inspectors?|irs|bank|lender|ciudad|condado|banco) (?:never|won't|doesn't|nunca|no) (?:\w+ )?(?:checks?|care|cares|enforces?|know|find|notice|revisa|checa|se entera)\b/,
      /\b(?:put|say|check|write|list|claim|mark|ponga|diga|marque|declare)\b.{0,30}\b(?:primary residence|owner ?occupied|residencia principal|that you (?:live|earn|make)|more income|on the (?:form|application|paperwork)|en la (?:solicitud|forma))\b|\byou have (?:\d+|two|three|five|seven|ten) days to (?:cancel|back out|change your mind|rescind)\b|\btiene (?:\w+ )?dias para (?:cancelar|arrepentirse)\b/,
      /\b(?:lie (?:about|to)|fudge|inflate|exaggerate|mienta|exagere|infle|invente|fake (?:a|an|your|the|pay\w*|letter|docs?)|falsif\w+|backdate|under the table|off the books|por debajo de la mesa)\b/,
    ),
    unless: asksLawyer,
  },
];
