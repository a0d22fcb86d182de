const clauseEnd =
  /[.;:!?]|,? (?:but|so|because|since|though|although|pero|aunque|porque|asi que|de modo que)\b|, (?:and|only|y|solo|which|que)\b/g;

/** Phrases about unknown facts: "I don't have", "I can't say", "not on file". They do not claim the facts that they name. */
const declining: readonly RegExp[] = [
  /\b(?:i|we|jorge)(?:'d| would)? (?:(?:just|really|still|also|simply|honestly|unfortunately) )?(?:can't|cannot|can not|couldn't|could not|don't|do not|won't|will not|wouldn't|am not|'m not|may not|rather not)(?: (?:really|actually|be able to|able to|allowed to|in a position to|the one to|want to|like to|going to|licensed to|even))*(?: be)? (?:tell|say|share|give|rate|judge|know(?! of any)|find|quote|put|guess|speak|comment|describe|discuss|confirm|offer|recommend|advise|estimate|predict|carry|speculate|answer|handle|keep|track|deal|cover|compare|grade|score|do|make|get into|go into|talk|opine|call|name|rank|promise|vouch|sure)\b.*$/,
  /\b(?:i'm|i am|we're|we are) not (?:able|allowed|licensed|in a position|the one|a lawyer|an attorney|sure|certain)\b.*$/,
  /\b(?:i|we) (?:don't|do not) have (?!any (?:doubt|concern|worr|problem|reason|fear))(?:(?:a|an|any|anything|the|that|this|those|its|their|details?|information|it|more|enough|access|on file|word|word)\b).*$/,
  /\b(?:i|we) have (?:no (?:information|details?|data|figures?|word|record|file|way|number|note)|nothing)\b.*$/,
  /\b(?:i|we) (?:don't|do not) have\b.*\b(?:on file|in (?:the|my|our) (?:file|data|records?)|written down)\b.*$/,
  /\b(?:i|we) (?:don't|do not) have (?:what|whether|how|which|who|when|where)\b.*$/,
  /\bi(?:'d| would) rather (?:not|leave)\b.*$/,
  /^.*\b(?:is|are|was|were)(?:n't| not)(?: anything| something)? (?:in what i have|on file|in (?:the|my|our) (?:file|listing|data|records?|notes?)|listed|mentioned|stated|recorded|noted|something i|known to me|part of what i|mine to|for me to|not for me).*$/,
  /^.*\bis for (?:an? \w+|the \w+|\w+) to say, not for me.*$/,
  /\b(?:it|(?:the|my|our) (?:file|listing|record|sheet|notes?|data)) (?:doesn't|does not|don't|do not) (?:say|mention|list|show|give|tell|state|include|name|cover|note).*$/,
  /\b(?:nobody|no one)(?: here)? can (?:promise|say|tell|guarantee|predict|know)\b.*$/,
  /\bonly (?:the |their |its )?(?:owner|seller|lender|court|attorney|city|county|hoa)s? (?:can|could|knows?|decides?)\b.*$/,
  /\b(?:file|listing|record) is silent (?:on|about)\b.*$/,
  /^.*\bnot on file\b.*$/,
  /^.*\bnothing (?:on file|in (?:the|my|our) (?:file|data|records?))\b.*$/,
  /\bno (?:\w+ ){1,4}(?:is|are) on file\b.*$/,
  /\bthere(?:'s| is| are) no (?:\w+ ){1,3}i can (?:quote|give|share|tell|offer)\b.*$/,
  /\bthere(?:'s| is| are| isn't| aren't) (?:no|nothing|any)\b.*\bon file\b.*$/,
  /^.*\b(?:there's|there is|i see|i find) (?:nothing|no \w+) on file\b.*$/,
  /\b(?:no|tampoco) (?:le |lo |la |se |me )*(?:puedo|podemos|podria) (?:\w+ )?(?:decir\w*|compartir\w*|dar\w*|calificar\w*|juzgar\w*|opinar|confirmar\w*|prometer\w*|hablar|adivinar|comentar|describir|asegurar\w*|garantizar\w*|estimar\w*).*$/,
  /\b(?:no|tampoco) (?:le |lo |la |los |las |se )*(?:tengo|tenemos|se|sabemos|doy|damos|califico|opino|juzgo|adivino|comparto|cuento con|dispongo|manejo)\b.*$/,
  /^.*\b(?:no|tampoco) (?:esta|estan|aparece|aparecen|figura|figuran|viene|vienen|consta|constan) en (?:la ficha|mis datos|los datos|el archivo|mi informacion|el anuncio|lo que).*$/,
  /\bla ficha no (?:lo |la )?(?:dice|menciona|indica|trae|incluye|da).*$/,
  /\bprefiero no\b.*$/,
  /\bno (?:quiero|voy a|debo) (?:adivinar|decir|opinar|prometer|estimar|calcular)\b.*$/,
];
const role =
  '(?:attorney|lawyer|lender|advis[eo]r|accountant|cpa|counselor|inspector|agent|broker|title company|insurer|insurance agent|appraiser|engineer|county|city|district|team|authority|police|fema|aisd|map|lookup|equipo|abogad[oa]|prestamista|asesora?|contadora?|consejer[oa]|inspectora?|agente)';
const asked =
  '(?:what|whether|if|how|which|who|when|where|why|about|the difference|the options|your options|que|si|cuant[oa]|como|cual|quien|cuando)';
/** Phrases that leave it to somebody else: "is a question for a lender", "an attorney can tell you whether …". */
const leaving: readonly RegExp[] = [
  new RegExp(
    `^.*\\b(?:is|are|would be|es|son)(?: (?:a|an|una|un|the|something|really|best|more|better|mejor|legal|tax|fiscal))* ?(?:questions?|matters?|one|pregunta|tema|asunto)? ?(?:for|para|de)(?: an?| the| your| un| una| el| su)?(?: \\w+)? ${role}\\b(?: (?:to (?:say|answer|judge|decide)|say|de \\w+)\\b)?`,
    'u',
  ),
  new RegExp(
    `\\b(?:(?:an?|the|your) )?(?:\\w+ )?${role}(?: and (?:an? |the )?(?:\\w+ )?${role})? (?:is|are) the (?:best )?ones?(?: to (?:ask|call|see|check|talk to))?(?: (?:about|for|on)\\b.*$)?`,
    'u',
  ),
  new RegExp(`^.*\\bbelongs? (?:with|to)(?: \\w+){1,3} ${role}\\b`, 'u'),
  new RegExp(
    `(?<=\\b${role}\\b.{0,30}\\b(?:can|could|may|would|is able to|puede|podria)\\b.{0,20}) ${asked}\\b.*$`,
    'u',
  ),
  new RegExp(
    `(?<=\\b(?:ask|check with|talk to|preguntar|consultar|pregunte|consulte)\\b.{0,30}${role}\\b.{0,12}) ${asked}\\b.*$`,
    'u',
  ),
  /^.*\b(?:i can|puedo) (?:only )?(?:explain|describe|explicar\w*|describir\w*)\b.*\b(?:in general|en general)\b.*$/u,
  new RegExp(`^\\W*(?:for|on|about|para|sobre)(?: \\w+){1,8},(?=.*\\b${role}\\b)`, 'u'),
  /^\W*(?:how|what|when|whether|which|who|where|cuant[oa]s?|como|que|cual|si)\b.*?(?=\b(?:depends?|varies|vary|differs?|depende|varia)\b)/u,
];
/** The visitor's own wish: "If you need 2.5 baths". */
const visitorsWish =
  /\b(?:if|since|when) you(?:'re| are)? (?:need|want|like|prefer|look(?:ing)? for|after)\b[^,]*,|\bsi (?:usted )?(?:necesita|quiere|busca|prefiere)\b[^,]*,/g;

/** A sentence in bare letters without what it says it does not know; blanks stand in its place. */
export function withoutDeclined(bare: string): { rest: string; declined: boolean } {
  let declined = false;
  let rest = '';
  let from = 0;
  const wished = bare.replace(visitorsWish, (all) => ' '.repeat(all.length));
  for (const end of [...wished.matchAll(clauseEnd), null]) {
    const to = end === null ? wished.length : end.index;
    let clause = wished.slice(from, to);
    for (const pattern of declining) {
      const hit = pattern.exec(clause);
      if (hit === null) continue;
      declined = true;
      clause = clause.slice(0, hit.index) + ' '.repeat(clause.length - hit.index);
    }
    for (const pattern of leaving) {
      const hit = pattern.exec(clause);
      if (hit === null) continue;
      declined = true;
      clause = clause.slice(0, hit.index) + ' '.repeat(hit[0].length) + clause.slice(hit.index + hit[0].length);
    }
    rest += clause + (end?.[0] ?? '');
    from = to + (end?.[0].length ?? 0);
  }
  return { rest, declined };
}
