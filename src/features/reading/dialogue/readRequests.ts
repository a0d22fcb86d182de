import { asksForDeletion } from '../optOut/readDeletion.ts';
import { plainText } from '../text/plainText.ts';
import { asksWhetherAi, withoutAiQuestion } from './readAiQuestion.ts';
import { wishesVisit } from './wishesVisit.ts';

const someone =
  '(?:person|human|humano|someone|somebody|anyone|agent|realtor|broker|representative|rep|operator|manager|real people|staff|team member|persona|alguien|agente|asesor)';
const person = new RegExp(
  [
    `\\b(?:talk|speak|chat|connect|transfer|put)\\b(?: me| us)?(?: (?:to|with|through|through to|directly|right now))*(?: (?:a|an|the|your|one of your|another|some|real|live|actual|human))* ${someone}\\b(?! (?:bot|ai))`,
    '\\b(?:talk|speak) (?:to|with) jorge himself\\b',
    `(?<!\\b(?:don't|do not|didn't|never) )\\b(?:get|need|want|give|find)(?: me)?(?: to see| to reach)? (?:a|an|some) (?:real |live |actual |human )?(?:person|human|agent|representative|realtor)\\b`,
    '\\b(?:real|actual|live) (?:person|human|agent)\\b',
    `\\b(?:get|reach|have|put) ${someone} on (?:the )?(?:phone|line)\\b`,
    `\\b(?:have|can|could|may|let) (?:someone|somebody|an agent|a person|a realtor|a human)(?: please)? (?:call|contact|reach|text|help|e-?mail)`,
    '\\b(?:rather|prefer)(?: that)? an? (?:real |actual )?(?:person|human|agent)\\b',
    '\\bstop the bot\\b',
    '\\b(?:no|not) (?:a )?(?:bots?|robots?|ai|machine)\\b(?: please)?',
    '\\b(?:hablar|comunicar(?:me)?|chatear) con (?:una |un |el |la )?(?:persona|humano|alguien|agente|asesor)\\b',
    '\\buna persona (?:real|de verdad)\\b',
  ].join('|'),
  'i',
);
const barePerson =
  /^\W*(?:(?:a |an )?(?:real |live )?(?:human|agent|person|representative|operator)|agente|persona|humano)(?: please| por favor)?\W*$/i;
const seemsLike = /\b(?:seems?|sounds?|act|talk|write|look) like an? (?:bot|robot)\b/i;
const legalWord =
  /\b(?:foreclosures?|bankrupt(?:cy)?|attorneys?|lawyers?|short sale|tax lien|liens?|probate|divorce|lawsuits?|(?:to|will|'ll|might|could|would|gonna|can|i|we|they) sue|sue (?:me|us|you|him|her|them|the)|suing|court order|legal (?:advice|question|issue)|trust deed|estate planning|abogad[oa]|demanda(?:r)?|divorcio|foreclos(?:ing|e)|auction (?:on )?(?:monday|tuesday|wednesday|thursday|friday|next|this)|goes to auction|my (?:legal )?rights|(?:being|get|got|getting) sued|sign(?:ing)? (?:the |my )?deed|take my (?:house|home)|evict(?:ed|ion)|served with|without (?:(?:his|her|their|my) (?:signature|consent)|me signing|my signing)|without a will|break(?:ing)? the law|have to disclose|is it legal to|embarg\w+|desaloj\w+|me (?:va|van) a quitar la casa)\b/i;
const adviceWord =
  /\b(?:can (?:she|he|they) (?:even |legally )?(?:do (?:that|this|it)|sell)\b[^.?!]{0,24}\bwithout|should i|can (?:i|we)(?: (?:even|legally|still))?(?! (?:see|get|view|tour|look|find|visit|come|have|know))|can they|could they|do i (?:have|need) to|what (?:can|should|happens|are my)|am i (?:liable|allowed|able)|is it legal|legal advice|my rights|how do i (?:stop|avoid|file)|got served|legally stop|am i breaking|put a lien|me (?:va|van) a (?:quitar|embargar|desalojar)|can the (?:hoa|bank|landlord|seller)|(?:is|are|am) (?:being )?(?:foreclosing|evicted|getting evicted)|puedo|debo|qu[eé] (?:puedo|debo|hago))\b/i;
const greeting =
  /^\W*(?:hi|hello|hey|hiya|howdy|yo|good (?:morning|afternoon|evening|day)|greetings|hola|buen(?:as|os)(?: d[ií]as| tardes| noches)?)\b/i;
const thanks =
  /\b(?:thanks|thank you|thank u|thx|ty|appreciate it|gracias|muchas gracias|cheers|you(?:'re| are) (?:the best|amazing|awesome|great))\b/i;
const goodbye =
  /\b(?:bye|good ?bye|good night|see (?:you|ya)|have a (?:good|great|nice|lovely) (?:day|one|evening|night|weekend)|that(?:'?s| is| was| will be|'ll be| would be|'d be) (?:all|it)(?! (?:i|you|we) (?:know|can))|(?:all|everything) i need(?:ed)?|nothing else|no(?:thing)? (?:else|more)(?: (?:for )?(?:now|today|thanks|thank you))?|(?:i am|i'm|we're) (?:done|all set|good(?: now| for now)?)\b|all set|all good|no,? thanks?(?: you)?|never ?mind(?=\W*(?:then|thanks?|thank you|bye|$))|not interested(?=\W*$|[.,;!]| (?:thanks|thank you|sorry|any ?more|at all))|talk (?:to you )?later|gotta go|i have to go|adi[oó]s|hasta (?:luego|pronto|ma[nñ]ana)|eso es todo|nada m[aá]s)\b/i;
const boughtOne =
  /\b(?:already |just |nvm,? |never ?mind,? )(?:i |we )?(?:found|bought|got) (?:one|an?(?:other)? (?:house|home|place|condo))\b|\bfound another (?:one|place|house|home|condo)\b/i;
const changedMind =
  /\b(?:not (?:really )?(?:selling|buying|moving),? (?:i'?m )?just (?:curious|looking|browsing|checking)|not (?:selling|buying|looking|moving)(?: (?:it|now|right now))?(?: any ?more| now| after all)|changed (?:my|our) minds?|decided (?:not to|against (?:it|buying|selling|moving)|to stay|to keep|to rent)|forget (?:it|about it|selling|buying|the (?:sale|house|whole thing))\b[^.?!]{0,12}\b(?:we|i)(?:'ll| will|'re going to|'m going to| decided to)? (?:just |rather )?(?:rent|stay|keep)|no longer (?:selling|buying|looking|interested|want)|ya no (?:quiero|queremos|vendo|vendemos|busco|buscamos|(?:me|nos) interesa|est(?:oy|amos) buscando))\b|\b(?:done|finished|through) (?:looking|searching|house ?hunting)(?=\W*$|[.,;!])|\b(?:not|n't|nt) (?:going to |gonna )?(?:sell|buy|mov|look)(?:ing)?(?=\W*$|[.,;!]| (?:sorry|thanks|thank you|now)\W*$)|\bdo(?:n'?t| not) want to (?:sell|buy|move)(?: it)? any ?more\b|\balready sold it\b/i;
const unsure =
  /^\W*(?:(?:honestly|tbh|um+|hm+|well|lol|gosh|oh|ok)\W{1,3})?(?:(?:i|we) )?(?:don't know|dont know|dunno|idk|do not know|not sure|no idea|no clue|haven't (?:decided|thought)|can't say|hard to say|whatever (?:i|we) can get|whatever (?:works|the|you|they|it)|it depends|depends|maybe|unsure|no (?:lo )?s[eé])\b|\bi (?:don't|dont|do not) (?:really )?(?:know|remember)\b|^\W*(?:(?:i'?m |we'?re |we are |i am )?(?:pretty |very |totally )?flexible|either(?: one)?(?: is (?:fine|ok))?|any(?:thing)?(?: is fine| works)?|no preference|you (?:tell|pick)(?: me)?|up to you|lo que (?:sea|de|d[eé]|diga|salga|valga|usted|ustedes|el|me)(?!\p{L}).*|market (?:value|price)|cualquier\p{L}+|me da igual|depende)\W*$|\bnot (?:really |quite |so )?sure\b/iu;
const refusal =
  /^\W*whatever (?:my|the|our) (?:bank|lender|market|agent)\b|\b(?:(?:i'd |i would |id )?rather not|prefer not|none of your business|not your business|(?:don't|do not) want to (?:say|share|tell|answer|give|disclose)|won't (?:say|share|tell)|not (?:saying|telling|sharing|comfortable)|skip(?: (?:it|this|that))?\b|(?:i )?(?:don'?t|do not) (?:really )?care\b|\bidc\b|price (?:is )?(?:no|not an?) (?:issue|object|problem)|money is no object|no (?:price )?limit\b|pass on that|why do you (?:ask|need|want)|prefiero no|no quiero decir)\b/i;
// Without `u`, as in `readIntent`.
const viewing = new RegExp(
  [
    '\\b(?:schedule|book|arrange|set up|organi[sz]e|plan|make|get|set|request)\\b(?: \\w+){0,5}? (?:viewing|showing|tour|visit|appointment|walk-?through|view)s?\\b',
    "\\b(?:can|could|may|would like to|i'd like to|'d like to|like to|love to|want to|wanna|wants to|need to|when can|interested in|how about|hoping to|able to|let me|possible to)(?: (?:i|we|you|please|just|also|still))*(?: (?:come|go|stop by|swing by))?(?: and)? ?(?:see(?:ing)?|view(?:ing)?|visit(?:ing)?|tour(?:ing)?|look at|check(?:ing)? out|walk through|show me|show us)(?: (?:it|this|that|the|a|an|your|some|one)\\b|(?: [a-z\u00e0-\u00ff]{1,15}){1,4})",
    '^\\W*(?:a |the |for a |yes,? a )?(?:viewing|showing|tour|visit)\\b(?! (?:you|signs))',
    '\\b(?:can|could|may|like to|want to) (?:i |we )?(?:still )?(?:stop|come|swing|drop) (?:by|over)\\b',
    '\\b(?:can|could|may) (?:i|we) (?:still )?come (?:on |this |next )?(?:today|tomorrow|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|in the (?:morning|afternoon))\\b',
    '\\b(?:tour|showing|viewing|visit)(?: \\w+)?(?: (?:please|pls|plz|possible))\\W*$',
    '\\b(?:want|need|take|have|get|like)\\b(?: \\w+){0,3}? (?:peek|walk-?through|look inside)\\b',
    '\\b(?:is it|it) (?:possible|ok) to (?:see|view|visit|tour)\\b',
    '\\b(?:squeeze|fit|slip) (?:me|us) in\\b',
    '\\b(?:agendar|programar|hacer|quiero|quisiera|puedo|podr[ií]a)(?: una?)? (?:visita|cita|verla|verlo|ver (?:la|el|esta?) )',
    '\\b(?:[qk](?:u)?iero|quisiera|queremos|quisi[eé]ramos|se puede|la puedo|la podemos|puedo|podemos|podr[ií]a(?:mos)?|(?:me|nos) gustar[ií]a|(?:me|nos) (?:la |lo )?(?:puede|podr[ií]a)[ns]?) (?:ir a |pasar a )?(?:mostrar(?:la|lo)?|ense[nñ]ar(?:la|lo)?|ver(?:la|lo)?|visitar(?:la|lo)?|conocer(?:la|lo)?)(?!\\p{L})(?! (?:(?:m[aá]s|otr[ao]s|las|los|unas|algunas) |fotos?|qu[eé]|casas|opciones|precios?|planos?|si ))',
  ].join('|'),
  'i',
);
const callWish =
  /\b(?:schedule|book|arrange|set up)\b(?: \w+){0,2} (?:call|phone call|meeting|time to talk|llamada)\b|\b(?:can|could|would|will) (?:someone|somebody|anyone|an agent|you) come (?:and |over |by |out |to ){0,2}(?:look|see|take a look|check|visit|walk|(?:on |this |next )?(?:today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:by|over|out)(?=\W*$)))\b|\b(?:can|could) (?:we|i) (?:do|have|get|set up) (?:an? )?(?:video|phone|zoom|facetime|quick|short|virtual) ?(?:call|chat|meeting)?\b|\b(?:may|can|could) (?:telephone|phone|ring|call) (?:me|us)\b(?! (?:crazy|as?|by)\b)|(?<!\b(?:when|who|why|how|did|does)\b[^.?!]{0,24})\b(?:call me|give me a (?:call|ring)|let'?s (?:do|have|set up|schedule|plan|make it) (?:a|the) (?:\w+ )?call|a (?:\w+ )?call (?:is fine|works|would be (?:good|great|fine)|sounds (?:good|great|fine))|ll[aá]m(?:a|e)me)\b(?! (?:crazy|as?|by|the)\b)/i;

/** "Call me J" gives a name, and wants no call. */
const calledBy =
  /\b[Cc]all me (?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|To|Now|At|On|In|ASAP|When|Back|If|Please|After|Before|Any))\p{Lu}[\p{L}'-]*(?=\W*$|[.,;!])/gu;

/** The requests of a message apart from facts, each true or false. Opt-out is read by `readOptOut`, before all else. */
export interface Requests {
  person: boolean;
  /** Asks in earnest whether it talks to a machine; "you seem like a robot" is a remark. */
  isAi: boolean;
  deletion: boolean;
  legal: 'mention' | 'advice' | null;
  greeting: boolean;
  thanks: boolean;
  goodbye: boolean;
  changedMind: boolean;
  /** Has found a home: the end of a search, and of no sale. */
  boughtOne: boolean;
  unsure: boolean;
  refusal: boolean;
  viewing: boolean;
  call: boolean;
}

/** "Nobody needs to call me". */
const needsNoCall = /\b(?:nobody|no one|no need|not|never|don'?t|do not|nadie)\b(?: \w+){0,3} call\b/i;
/** "Not ready to talk to a person yet" wishes for none. */
const notYet =
  /\b(?:not (?:yet )?(?:ready|looking|trying|here|going)|(?:don't|dont|do not) (?:want|need)|no need|rather not|a[uú]n no|todav[ií]a no)(?: \w+){0,3}\s*$/i;
function wishesPerson(plain: string): boolean {
  const match = person.exec(plain);
  return match !== null && !notYet.test(plain.slice(0, match.index));
}

/** Reads them all from one message. A wish for a person beside "are you a bot?" counts; being asked whether one is does not. */
export function readRequests(text: string): Requests {
  const plain = plainText(text);
  const isAi = asksWhetherAi(plain);
  const legal = legalWord.test(plain);
  return {
    person: barePerson.test(plain) || (wishesPerson(isAi ? withoutAiQuestion(plain) : plain) && !seemsLike.test(plain)),
    isAi,
    deletion: asksForDeletion(text),
    legal: legal ? (adviceWord.test(plain) ? 'advice' : 'mention') : null,
    greeting: greeting.test(plain),
    thanks: thanks.test(plain),
    goodbye: goodbye.test(plain),
    changedMind: changedMind.test(plain),
    boughtOne: boughtOne.test(plain),
    unsure: unsure.test(plain),
    refusal: refusal.test(plain),
    viewing: viewing.test(plain) || wishesVisit(plain),
    call: callWish.test(plain.replace(calledBy, ' ')) && !needsNoCall.test(plain),
  };
}
