/**
 * Whether somebody on a call says that they don't want it recorded, in English or Spanish: a sentence that speaks of recording and says no.
 * Where it is doubtful this says yes: words that were erased in vain are a smaller loss than words kept against somebody's will.
 */
export function refusesRecording(text: string): boolean {
  const said = text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'");
  return said
    .replace(inConfidence, ' ')
    .split(/(?<=[.?!;])\s+/)
    .some((sentence, at, all) => {
      if (!isOfRecording(sentence)) return false;
      // "Who said you could record me? Knock it off." "Absolutely not. You can't record this."
      const around = [all[at - 1] ?? '', sentence, all[at + 1] ?? ''];
      if (allows.test(sentence)) return false;
      return saysNo.test(sentence) || around.some((one) => bareNo.test(one));
    });
}

/** "Off the record, what would they take?" asks for a confidence: erasing the call for it would lose it all. */
const inConfidence =
  /(?:^|(?<=[,;.?!] ?))off the record,? (?=(?:i|we|he|she|they|it|what|how|who|where|when|why|would|will|is|are|do|does|did|can|could|just between)\b)(?!\w+ (?:don't|do not|dont|won't|can't|never|not)\b)|\bno off the record\b/g;

const isOfRecording = (sentence: string): boolean => recording.test(sentence) && !ofOtherThings.test(sentence);

const recording = new RegExp(
  [
    String.raw`\b(?:record|recorded|recording|recordings)\b(?! (?:high|low|number|price|sale|year|month|time)s?\b)`,
    String.raw`\btranscri\w+|\bnote ?takers?\b|\b(?:ai|bot|robot|machine|computer|app|program|software|maquina|computadora|aplicacion) (?:thing |that |que )?(?:is |are |esta )?(?:listen\w*|writ\w*|tak\w*|hear\w*|escuch\w*|escrib\w*|apunt\w*)`,
    String.raw`\boff the record\b|\b(?:consent|consentimiento|autorizacion)\b|\blisten(?:ing)? in\b|\bon the record\b|\bregistro de (?:esta|la) llamada\b`,
    String.raw`\b(?:tape|taped|taping|on tape)\b(?! measure)`,
    String.raw`\b(?:writing|taking|typing) (?:all (?:of )?(?:this|that|it)|every\w*(?: word)?|everything|this|it) ?down\b|\b(?:writing|taking) down (?:every\w*|all|what) `,
    String.raw`\bgrab(?:a|an|ar|as|ado|ada|ando|acion|aciones|e|en|es|o)\b`,
    String.raw`\b(?:escribiendo|apuntando) todo\b`,
  ].join('|'),
);
/** The county's books, the past, things that are stuck together, and what is remembered. */
const ofOtherThings = new RegExp(
  [
    String.raw`\b(?:deeds?|titles?|liens?|plats?|easements?|mortgage release|county|clerk|courthouse|escritura|condado|quitclaim|deed of trust|closing documents?|notari\w+)\b`,
    String.raw`\b(?:track|on|off-market|public|permit|sales|service|maintenance|school|medical|criminal|driving) records?\b|\brecords? (?:of|show|say|search|request)`,
    String.raw`\b(?:red|duct|masking|packing|measuring|painter'?s) tape\b|\b(?:tape|taped|taping) (?:a|the|up|off|those|these|that|down|over) (?!call|conversation)|\bbroken record\b`,
    String.raw`\bgrabad[oa]s? en (?:la|mi|su) (?:memoria|mente|cabeza|piedra|puerta|placa)|\bgrabar (?:un anillo|joyas|la placa|el nombre)|\bbuzon\b|\bvoicemail\b|\b(?:photo|video|drone|tour) (?:release|consent)\b`,
  ].join('|'),
);
const saysNo =
  /\b(?:don't|do not|dont|not|never|no|can't|cannot|cant|won't|wouldn't|didn't|isn't|stop|quit|cease|off|without|rather not|refuse|object|uncomfortable|permission|opt out|against|shut|delete|erase|cut|kill|ni|nunca|sin|deje|dejen|deja|pare|paren|para de|apague|apaguen|apaga|quite|quiten|quita|desactive|desactiven|detenga|detengan|prefiero que no|prohib\w+|permiso|borre)\b/;
const bareNo =
  /^\W*(?:(?:no|nope|absolutely not|hell no|no way|nuh uh|stop|knock it off|please don't|i'm saying no)\b[\s,.!]*)+$/;
/** "I don't mind", "no problem", "sure, go ahead", and a question whether it is. */
const allows =
  /\b(?:don't mind|do not mind|dont mind|no problem|not a problem|no worries|no issue|fine (?:with|by)|i'm fine|im fine|okay to|ok to|go ahead|feel free|happy to be|you can record|you may record|can record|why not|no objection|don't (?:have|see) a problem|no me (?:importa|molesta)|no hay (?:problema|ningun problema)|sin problema|esta bien|adelante|puede grabar|pueden grabar|claro que si|que quede grabad[oa]|de acuerdo con que (?:me )?grab)\b/;
