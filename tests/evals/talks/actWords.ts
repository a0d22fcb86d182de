import type { Reading } from './model.ts';

/** Somebody is named, or the team has more to do than to know. */
const somebody =
  /\b(?:person|someone|somebody|human|colleague|find (?:you )?an agent|one of us|Dana|Maya|Owen|persona|alguien|asesor[ae]?)\b|\b(?:team|agents?)\b[^.?!]*\b(?:can|will|would|could|call|reach|help|touch|takes?|step|go(?:es)? on|join)\b|\b(?:talk|speak|connect|meet|put you|chat)\b[^.?!]*\b(?:team|agents?)\b|\b(?:equipo|agentes?)\b[^.?!]*\b(?:puede\w*|llam\w+|contact\w+|atiend\w+|ayud\w+|sig[ua]\w*)|\b(?:hablar|comunicar\w*)\b[^.?!]*\b(?:equipo|agentes?)\b/i;

/**
 * The words that a reply must have before it counts as having done an act: a label alone proves nothing. English and Spanish;
 * generous, because the words are written by others and change, but no two acts show in the same plain sentence.
 */
const shown: Readonly<Record<string, RegExp>> = {
  'offer-person': somebody,
  'hand-over': somebody,
  greet: /\b(?:hi|hello|hey|welcome|good (?:morning|afternoon|evening)|hola|buen[oa]s|bienvenid[oa])\b/i,
  disclose: /\b(?:AI|IA)\b|\b(?:artificial|automated|assistant|bot|asistente|robot)\b/i,
  'not-on-file':
    /\b(?:(?:not|isn['’]t|aren['’]t|nothing) (?:\w+ ){0,3}(?:on file|listed|on record|in (?:the|its|my) (?:file|listing))|(?:don['’]t|do not|doesn['’]t|does not) (?:actually |really )?(?:have|say|list|tell|show|mention|know)|(?:haven['’]t|have not) got|no lo (?:tengo|s[eé])|no (?:tengo|consta|aparece|figura|dice|viene|s[eé])|(?:I['’]ll|let me) (?:ask|check|find out))/i,
  'outside-area':
    /\b(?:outside|fuera de|(?:don['’]t|do not) (?:cover|serve|work|sell|have (?:anything|homes)|go)|only (?:cover|serve|work|help|in|around|have)|stick to|no (?:atendemos|cubrimos|trabajamos|llegamos)|solo (?:en|atendemos|trabajamos|cubrimos)|not (?:in )?(?:our|an) area)/i,
  sympathise:
    /\b(?:sorry (?:for|to hear|about|that|you)|so sorry|I['’]m sorry|condolences|(?:for|about) your loss|hard (?:time|place|spot|thing|to|on)|(?:sounds|that['’]s|that is|really|so|this is) (?:\w+ )?(?:hard|tough|rough|painful|stressful|awful|exhausting|frustrating|scary|a lot)|a lot (?:to|on|at once)|tough|must (?:be|weigh)|understandabl[ey]|that hurts|heartbreaking|lo siento|siento (?:mucho|su|tu|lo|que)|lamento|p[eé]same|(?:muy |tan |algo )?(?:dif[ií]cil|duro|pesad[oa])|no es f[aá]cil|comprendo|entiendo (?:que|lo)|es mucho)\b/i,
  'tell-team':
    /\b(?:team|agents?|colleague|Dana|Maya|Owen|equipo|agentes?|asesor[ae]?|(?:pass|passed|passing) (?:it|that|this|your|on)|let (?:them|her|him) know)\b/i,
  clarify:
    /\b(?:missed (?:that|it|something|what|your|part|you)|(?:didn['’]t|did not|don['’]t|do not) (?:quite |really |fully )?(?:get|catch|follow|understand)|not (?:quite |entirely )?sure (?:I|what|which|if I|how)|mis(?:understood|read|heard|sed)|(?:got|took) (?:you|that|it) (?:the )?wrong|(?:say|put|tell me) (?:it|that|this)?\s?(?:again|differently|another way|in other words)|what (?:do|did) you mean|could not make use|(?:no|sin) (?:le |lo |la |te )?(?:entend[ií]|entiendo|comprend\w+|capt\w+)|se me (?:escap|pas)\w+|no (?:estoy segur|s[eé] bien)|¿?qu[eé] quiso decir|de otra (?:forma|manera))/i,
  'show-homes':
    /\[card: |\b(?:homes?|houses?|condos?|townhomes?|ones?|options?|casas?|opciones|propiedades)\b.*(?:\$\d|match|for sale|fit|closest|here (?:is|are)|found|encontr|a la venta|muestro|aqu[ií])|\b(?:here (?:is|are)|found|nothing (?:of ours|for sale|that)|encontr[eé]|muestro)\b/is,
  'offer-times': /\[time: |\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|[AP]M\b)|\b\d{1,2}:\d\d\b/i,
  book: /\b(?:booked|all set|you['’]re set|set for|confirmed|scheduled|see you|agendad[oa]|reservad[oa]|confirmad[oa]|qued[oó])\b/i,
  move: /\b(?:moved?|another (?:time|day)|resched\w+|different (?:time|day)|new time|otr[oa] (?:hora|d[ií]a|momento)|cambi\w+|reprogram\w+|mov\w+)\b/i,
  cancel:
    /\b(?:cancel\w*|called off|is off|no longer (?:holds|stands|on)|took (?:it|that) off|ya no (?:vale|est[aá]))\b/i,
  notice: /\b(?:TREC|IABS|information about brokerage|notice|Texas (?:law|asks|requires)|by law|aviso|ley de Texas)\b/i,
  consent:
    /\b(?:agree|consent|permission|(?:may|can|ok(?:ay)? (?:to|if)|all right (?:to|if)) \w+(?: \w+){0,5} (?:call|text|e-?mail|reach|contact|write)|acepta|autoriza|permiso|consentimiento|puede(?:n|mos)? (?:llamar|escribir|contactar)\w*)\b/i,
  'opt-out':
    /\b(?:(?:no|won['’]t (?:be )?(?:get|send|hear|receive|any)|not) (?:\w+ ){0,3}(?:more|further|longer)? ?(?:messages?|texts?|calls?|e-?mails?|contact|write|writing)|won['’]t (?:message|text|call|write|contact|hear)|unsubscribed|opted out|taken off|off (?:the|our) list|no (?:recibir[aá]|le (?:escrib|mand|enviar|llam|contact)\w*|habr[aá])|ya no (?:le|recibir[aá])|dad[oa] de baja)/i,
  decline:
    /\b(?:can['’]t|cannot|can not|not able|unable|won['’]t (?:guess|say|give|be able|rate|describe|name)|(?:don['’]t|do not|doesn['’]t) (?:give|rate|quote|offer|describe|say|judge|handle|have an opinion|do|take|get into|guess|recommend|share|discuss|look)|make no|give no|name no|quote no|rate no|recommend no|no (?:opinion|forecast|lets?|rentals?)|leave (?:that|it|this|those|out)|not (?:something|for me|mine|one we|in a position)|nothing I|yours to (?:judge|decide|choose)|up to you|keep (?:to|out)|belongs? (?:to|with)|best (?:asked|answered)|questions? for (?:a|an|your|the)|(?:is|are|that['’]s) for (?:a|an|your|the) |only (?:a|an|your) (?:lender|attorney|agent|person|lawyer)|this chat is for|no (?:puedo|podemos|doy|damos|opino|califico|describo|hablo|recomiendo|invento|adivino|hago)|le toca|es para (?:un|una|el|su)|lo (?:dejo|decide|juzga)|me limito|fuera de lo que)/i,
  end: /\b(?:any ?time|whenever|here if|I['’]m here|still here|right here|stays open|good luck|take care|all the best|you['’]re welcome|you are welcome|my pleasure|glad (?:to|I)|have a|best of|bye|reach out|write (?:here|back|me)|come back|no problem|no worries|no pressure|understood|fair enough|makes sense|of course|sounds good|cuando (?:quiera|guste|se acerque)|suerte|de nada|con gusto|cu[ií]dese|que (?:le vaya|est[eé])|aqu[ií] (?:estoy|sigo|estamos|sigue)|quedo|claro|gracias|thanks?|thank you)\b/i,
};

/** Questions of the form by what they ask about, in the sentences that ask. */
const asked: Readonly<Record<string, RegExp>> = {
  intent: /\b(?:buy|buying|sell|selling|looking (?:for|to)|brings? you|compra\w*|vend\w*|busca\w*|trae)\b/i,
  first: /\b(?:first|primero)\b/i,
  budget: /\b(?:budget|price|spend|afford|how much|comfortable|up to|presupuesto|gastar|cu[aá]nto|precio)\b/i,
  preApproval:
    /\b(?:approv\w*|lender|financ\w*|cash|loan|mortgage|bank|pre-?aprob\w*|cr[eé]dito|hipoteca|banco|contado|pr[eé]stamo)\b/i,
  beds: /\b(?:beds?|bedrooms?|rooms?|rec[aá]maras?|habitaci[oó]n\w*|cuartos?)\b/i,
  baths: /\b(?:baths?|bathrooms?|baños?)\b/i,
  area: /\b(?:areas?|part|neighbou?rhoods?|where|side|zonas?|barrios?|d[oó]nde|parte)\b/i,
  timeline: /\b(?:when|how soon|timeline|by|days|months?|weeks?|soon|cu[aá]ndo|plazo|d[ií]as|meses|pronto)\b/i,
  address: /\b(?:address|which (?:home|house|property)|where|street|direcci[oó]n|calle|d[oó]nde)\b/i,
  motivation: /\b(?:why|behind|making|prompt\w*|bring\w*|reason|what['’]s got|por qu[eé]|motivo|lleva|raz[oó]n)\b/i,
  condition: /\b(?:condition|shape|repairs?|work|move-?in|ready|estado|arreglos?|reparaci\w+|lista)\b/i,
  price: /\b(?:price|hoping|how much|figure|number|precio|cu[aá]nto|pedir|cifra)\b/i,
  contact: /\b(?:phone|number|e-?mail|reach|contact|tel[eé]fono|n[uú]mero|correo|contact\w+)\b/i,
  name: /\b(?:names?|call you|who (?:may|should|am)|nombre|llama|qui[eé]n)\b/i,
  day: /\b(?:days?|when|which|today|tomorrow|d[ií]as?|cu[aá]ndo)\b/i,
  timeOfDay: /\b(?:morning|afternoon|evening|time|hora|ma[nñ]ana|tarde)\b/i,
  represented: /\b(?:agent|agreement|represent\w*|realtor|agente|acuerdo)\b/i,
};

/** Names of one and the same question. */
const oneQuestion: readonly (readonly string[])[] = [['contact', 'phone', 'email', 'callNumber']];

/** The act, or the first of those that ask for the same thing: `ask-phone` is `ask-contact`. */
export function plainAct(act: string): string {
  const named = /^(ask|confirm)-(.+)$/.exec(act);
  const family = oneQuestion.find((names) => names.includes(named?.[2] ?? ''));
  return family === undefined ? act : `${named?.[1]}-${family[0]}`;
}

/** The sentences of a reply that ask, the labels of cards and times left out. */
export function questionsIn(words: string): string[] {
  return (words.replace(/\[(?:card|time): [^\]]*\]/g, '').match(/[^.?!\n¿]+(?:\.(?=\w)[^.?!\n¿]*)*\?+/g) ?? [])
    .map((question) => question.trim())
    .filter((question) => /\p{L}/u.test(question));
}

const standing = /[^.!?\n]*\b(?:at any time|cuando quiera)\b[^.!?\n]*[.!?]/gi;
const thanks = /\b(?:thanks?|thank you|gracias)\b/i;
const generic =
  /\b(?:got it|noted|understood|makes sense|okay|ok|sure|of course|no problem|all right|fair enough|I hear you|good to know|perfect|great|sounds good|entendido|claro|anotado|de acuerdo|perfecto|muy bien|con gusto)\b/i;
const states = /\p{L}{2,}[^?]*$/u;

/** Whether the words do what the act's name says. `line`: the message it answers, for the words that an acknowledgment repeats. */
export function showsAct(act: string, words: string, line: { text: string; reading: Reading }): boolean {
  if (act === 'silent') return words === '';
  if (words === '') return false;
  const question = /^(?:ask|confirm)-(.+)$/.exec(plainAct(act))?.[1];
  const questions = questionsIn(words);
  if (question !== undefined) {
    if (questions.length === 0) return false;
    // A value is confirmed by naming it; most questions are known by what they ask about.
    return act.startsWith('confirm-') || questions.some((one) => asked[question]?.test(one) ?? true);
  }
  switch (act) {
    case 'answer':
      return withoutQuestions(words, questions)
        .split(/[.!\n]/)
        .some((one) => states.test(one.trim()));
    case 'acknowledge':
      return repeats(words, line) || (line.reading.slots.length === 0 && generic.test(words));
    case 'end':
      return questions.length === 0 && (shown.end as RegExp).test(words);
    case 'clarify':
      return (shown.clarify as RegExp).test(words) && !thanks.test(words);
    case 'offer-person':
    case 'hand-over':
      // That a person may be asked for stands in every greeting, and offers nobody anything.
      return (shown[act] as RegExp).test(words.replace(standing, ''));
    default:
      return shown[act]?.test(words) ?? true;
  }
}

const withoutQuestions = (words: string, questions: readonly string[]): string =>
  questions.reduce((left, question) => left.replace(question, ''), words);

/** How people call what was told, where nobody repeats the value itself. */
const calledSo: Readonly<Record<string, RegExp>> = {
  phone: /\b(?:number|phone|tel[eé]fono|n[uú]mero)\b/i,
  email: /\b(?:e-?mail|correo)\b/i,
  contactBy: /\b(?:texts?|calls?|e-?mails?|mensajes?|llam\w+|correo)\b/i,
  intent: /\b(?:buy\w*|sell\w*|sale|purchase|find (?:you )?a home|compra\w*|vent[ae]|vender)\b/i,
  preApproval: /\b(?:cash|lender|loan|approv\w*|contado|aprob\w*|cr[eé]dito)\b/i,
  condition: /\b(?:repairs?|work|shape|condition|ready|arreglos?|estado|lista)\b/i,
};

/** An acknowledgment names what was told: a figure or a word of it, in their words or in the value's, or what it is called. */
function repeats(words: string, { text, reading }: { text: string; reading: Reading }): boolean {
  const told =
    reading.slots.length === 0 ? [text] : reading.slots.flatMap(({ value, quote }) => [value ?? '', quote ?? '']);
  const said = new Set(tokensOf(words));
  return (
    told.flatMap(tokensOf).some((token) => said.has(token)) ||
    reading.slots.some(({ name, value }) => name === 'name' && !!value && words.includes(value)) ||
    reading.slots.some(({ name }) => calledSo[name]?.test(words) ?? false)
  );
}

const tokensOf = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/(\d),(?=\d{3})/g, '$1')
      .replace(/(\d)k\b/g, '$1000')
      .match(/\d+|\p{L}{3,}/gu) ?? []
  ).filter((token) => !common.has(token));
const common = new Set(
  'the and for you your that this with have has was were are not but can could would will they them about what when where how why who our its from just like there here out any all some more than then very also one too get got una uno los las del que por para con sus esta este como pero más mas muy'.split(
    ' ',
  ),
);
