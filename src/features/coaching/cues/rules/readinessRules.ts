import { readObjection } from '../../../reading/dialogue/readObjection.ts';
import { plainText } from '../../../reading/text/plainText.ts';
import { readDeadline } from '../../../reading/time/readDeadline.ts';
import type { CueRule, Span } from '../model.ts';
import { either, oneOf, readingOf, saidBefore, saying } from './saying.ts';

const agrees = oneOf(
  /(?:i|we)(?:'ll| will| would like to|'d like to|'d love to) (?:take|buy|rent|purchase|get) (?:it|this|that|them|the (?:place|apartment|house|home|unit|bike|car|phone|first|second|one)|one)/,
  /(?:it'?s|we have|we'?ve got|you have|you'?ve got|you got) (?:yourself )?a deal|(?:sounds like a|that's a) deal/,
  /^\W*(?:(?:ok(?:ay)?|great|awesome|alright|sure|yes|cool|perfect|good),? )?deal(?=\W*$|[.,!])/,
  /let'?s (?:do it|do that|make a deal|go (?:ahead|for it|with (?:that|it|this))|make it happen|book (?:it|that|this))/,
  /(?:make|put in|submit|write) an offer(?! (?:on|for) (?:another|a different))/,
  /(?:where|when|how) (?:do|can|could|should|would) (?:i|we) (?:sign|apply|pick (?:it|them|this|that) up|move in|put (?:down )?(?:a |the )?deposit|get (?:it|the keys))/,
  /ready to (?:buy|sign|move in|make an offer|sell|list|commit)/,
  /(?:me|nos) (?:la|lo) (?:quedo|llevo|quedamos|llevamos)|trato hecho|(?:hacer|presentar|poner) una oferta|(?:quiero|queremos) (?:comprar|rentar|reservar)(?:la|lo)/,
);
/** A yes that hangs on something. */
const agreesIf = oneOf(
  /(?:if|as long as|provided|unless)(?: \w+){1,9}[,.]? (?:then )?(?:i'll|i will|i'd|i would|i can|i could|we'll|we will|we'd|we would|we can|we could|it's a|you have a|we have a|you've got a)(?: \w+){0,2} (?:take|buy|rent|sign|pay|do|go|agree|accept|deal|make|offer|sell|give|be happy|come)/,
  /(?:i'll|i will|i'd|i would|i can|i could|we'll|we will|we'd|we would|we can|we could|would be willing to|willing to) (?:\w+ )?(?:take|buy|rent|sign|pay|do|go|agree|accept|make|offer|sell|give|meet|come)[^.?!]{0,60}? (?:if|as long as|provided|only if|but only|in exchange|once) (?:you|they|the|it|i|we|that|there)/,
  /(?:si (?:me|nos|el|la|incluye\w*|bajan?|arreglan?|pagan?))(?: \w+){0,6},? (?:la|lo|las|los)? ?(?:compro|compramos|tomo|tomamos|rento|rentamos|firmo|firmamos|acepto|aceptamos|vendo|vendemos)/,
);

const noCondition =
  /\b(?:not|never|\w*n['’]t)\b|\bif (?:you(?:['’]d)? (?:want|like|wish|prefer|need|don['’]?t mind|would)\b(?! (?:to |be able|be willing|include|throw|take|sell|give|lower|fix))|(?:that|it|this)(?:['’]s| is| helps| works| would)|possible|so)\b|\bif you (?:can )?(?:tell|show|send|find)\b/i;

const wantsVisit = oneOf(
  /(?:i|we)(?:'d| would) (?:like|love)(?: to (?:visit|see|view|tour|schedule|book|come|check (?:it|this|that) out|set up|take a look)| (?:an? )?(?:appointment|visit|viewing|tour|showing))(?! (?:if|whether|other|another|what|more|some|the weather|a (?:ride|cab|taxi)))/,
  /(?:i|we) (?:want|need|wish) to (?:visit|see|view|tour|schedule|book|come see)(?: \w+){0,4} (?:it|this|that|there|apartment|property|place|house|home|visit|viewing|tour|showing|appointment|unit)/,
  /(?:schedule|book|arrange|set up|reserve)(?: (?:me|us|for me))?(?: \w+){0,3} (?:visit|viewing|tour|showing|appointment)/,
  /(?:when|can|could|may|how soon can) (?:i|we) (?:\w+ )?(?:see|come see|come by|visit|view|tour|look at|take a look at|come (?:and )?(?:pick|get|look|check))(?: \w+)?(?! (?:other|another|more|pictures?|photos?|some))/,
  /(?:quiero|queremos|quisiera|me gustar[ií]a|nos gustar[ií]a|puedo|podemos) (?:ver|visitar|agendar|conocer)(?:la|lo)?/,
);
const noVisit =
  /\b(?:not|no|never|\w*n['’]t|cancel|instead of|weather|ride|cab|taxi|uber|hotel|restaurant|movie|bus|flight|car rental|picture|photo|catalog)\b/i;
const isInterested = oneOf(
  /(?:i|we)(?:'m| am|'re| are) (?:very |really |still |definitely |quite |extremely |highly |super )?interested in (?!knowing|hearing|learning|what|how|why|if|other|another)/,
  /very (?:much )?interested|extremely interested|really interested|definitely interested/,
  /(?:i|we) (?:really )?(?:love|like) (?:it|this (?:place|home|house|apartment|one)|the (?:place|home|house|apartment))/,
  /(?:it|this|that)(?:'s| is| sounds| looks| would be)(?: just| absolutely)? (?:perfect|exactly what (?:i|we))/,
  /(?:estoy|estamos) (?:muy )?interesad[oa]s?|me (?:encanta|interesa)(?: mucho)?|nos (?:encanta|interesa)/,
);
const notInterested =
  /\b(?:not|no longer|never|\w*n['’]t|was|were|if|but|unless|would be perfect if|isnt)\b|\btime\b|\bweather\b|\bno me\b/i;

const putsOff = oneOf(
  /(?:not|no) (?:thanks? )?(?:right now|at this time|at the moment|just yet|for now)|not (?:now|today)(?! that)/,
  /(?:maybe|perhaps|possibly|probably) (?:at )?(?:later|another (?:time|day)|(?:some other|a later) time|in the future|next (?:year|month|time))|some other time(?=\W*$|[,.] )|at (?:a later|another) (?:time|date)(?! (?:that|than))|(?:donat\w+|buy|visit|do|decide|something)(?: \w+)? later(?! (?:today|tonight|this))/,
  /(?:n'?t|\bnot|\bnever|\bno)(?: \w+){1,6} (?:right now|just yet|at the moment|at this time|for now|today)(?=\W*$|[,.;])|(?:n'?t|not)(?: \w+){1,4} (?:it|that|this|visit|yet|one) (?:now|yet)|(?:n'?t|not) do (?:it|that) now/,
  /(?:i'll|i will|we'll|let me|i need to|need to|have to|want to|like to|going to|i can|i would like to)(?: \w+)? (?:think (?:about|on) (?:it|this|that)|think it over|consider (?:it|this|that)|sleep on it|look into (?:it|this) (?:more|first|further)|(?:do|schedule|book|visit|decide|call)(?: \w+){0,3} later)(?! today)/,
  /(?:i'll|i will|we'll) (?:\w+ )?(?:get back to you|let you know|do it later|call later|come back (?:later|to (?:it|this)))|(?:need|want|like) (?:some |more )?time to (?:think|decide)/,
  /(?:do|doing|need|want)(?: (?:some|more|a bit|a little|my|further))* research (?:first|before|more|on)|(?:look into|research|read (?:about|up on))(?: \w+){0,4} (?:more|first|before (?:i|we))|before (?:i|we) (?:decide|commit|make (?:a|any|up))/,
  /(?:not|n'?t) (?:\w+ )?ready (?:to|for|yet|at)/,
  /no rush|not in (?:a|any) (?:hurry|rush)|hold off|put it off|wait (?:until|till|for (?:the )?(?:rates?|market|prices?|spring|summer|next))|(?:i'll|i will|i may|i might|may|might|maybe|so|again|donate|do it|look at it) in the (?:near )?future|(?:maybe|until|sometime) next year/,
  /(?:i don't|don't|do not) (?:have|got) (?:the )?time|bad time|not (?:a|the) (?:good|right) time|too (?:soon|early) to/,
  /(?:por )?ahora no|todav[ií]a no|a[uú]n no|m[aá]s (?:tarde|adelante)|d[eé]jeme pensarlo|(?:lo|la) (?:voy|vamos) a pensar|tengo que pensarlo|sin prisa|no (?:tengo|tenemos) prisa|otro d[ií]a/,
);
const notPutOff =
  /\blater (?:today|tonight|this)\b|\bcan['’]?t wait\b|\bno time\b.*\bwaste\b|\bjust (?:a )?(?:sec|second|moment|minute)\b/i;
/** "Have you paid the fee?" and "Anything else?" ask for no decision that "not at this time" could put off. */
const asksNoDecision =
  /\b(?:fee|paid|already)\b|\b(?:anything|something|what) else\b|\b(?:further|any|more) (?:assistance|help)\b|\bneed (?:any ?thing|help|more)\b|\b(?:help|assist)(?: \w+)? (?:you )?(?:with|further)\b|\bmore (?:to|things)\b|\bneed to do\b|\bhelp with\b/i;

const hurries = oneOf(
  /a\.?s\.?a\.?p\.?|as soon as (?:possible|i can|we can|you can|it'?s|available)|right away|immediately|urgent(?:ly)?|in a (?:hurry|rush)|as (?:quickly|fast|early) as possible|how soon (?:can|could|would)/,
  /(?:need|needs|have to|got to|must|want|wants|looking|hoping|(?:would|'d) like) (?:it|one|this|that|a (?:place|home|house|new \w+)|to (?:move|buy|sell|close|get|find|rent|leave|have|do|see|visit|pick)|an apartment)(?: \w+){0,5} (?:by (?:the end of )?(?:this|next|tomorrow|monday|friday|the end)|before (?:the|my|our|school|i|we)\b.{0,20}(?:starts?|ends?|expires?|is up)|quickly|soon|right now)/,
  /(?:will be|'ll be|i'm|i am|we're|we are) moving (?:very |really |pretty )?soon|(?:a |for a )?quick (?:close|closing|sale|move)/,
  /(?:my|our) lease (?:\w+ ){0,3}(?:up|ends?|ending|expires?|expiring|running out|over)|(?:get|got|move|be) out (?:by|of (?:here|there)|before)|running out of time/,
  /(?:pick(?:ing)? (?:it|them|this|that|the \w+)? ?up|come(?: \w+){0,3}|visit(?: \w+){0,2}|see (?:it|them|the \w+|this)|buy(?: \w+){0,2}|get (?:it|them)(?: \w+)?|meet(?: \w+){0,2}|view(?: \w+){0,2}|tour(?: \w+)?|move in|pay(?:ing)?(?: \w+){0,3}|sign(?: \w+){0,3}|take (?:it|them)(?: \w+)?|be there|cash|schedule(?: \w+){0,3}|be over)(?: it)?,? (?:later |earlier |by |as early as )?(?:today|tonight|right now|this (?:morning|afternoon|evening)|within the hour)/,
  /(?:today|tonight|right now|this (?:afternoon|evening))(?: \w+){0,3} (?:pick (?:it|them)|come|visit|buy|sign|with cash|in cash)/,
  /lo antes posible|cuanto antes|(?:es |muy )urgente|de inmediato|(?:tengo|tenemos) prisa|hoy mismo|ya mismo/,
);
const notHurried =
  /\b(?:only|all (?:that )?i|all i['’]ve)\b[^.?!]{0,24}\bright now\b|(?:\b(?:no|not|never|nothing)|n['’]t)\b[^.?!,]{0,30}\b(?:rush|hurry|urgent|today|now|soon|quick\w*|immediately|right away|asap)\b|\bthat['’]?s all\b|\b(?:cab|taxi|ride|uber|lyft|weather|wedding|movie|dinner|restaurant|car)\b|\bno (?:hay|tengo|tenemos) prisa\b|\bi(?:['’]m| am| was)? (?:look(?:ing)? it up|reading|going to like|know)\b|\bcould you\b[^.?!]{0,20}\b(?:lower|come down)\b|\b(?:can|could|will) you\b[^.?!]{0,30}\b(?:ship|respond|reply|tell me)\b/i;

const hedges = oneOf(
  /^\W*(?:(?:well|um+|uh+|hm+|oh|honestly|sorry|hey|ok(?:ay)?|to be honest),?\W+){0,2}(?:i(?:'m| am)? )?(?:really |honestly |actually )?(?:not (?:really |entirely |quite |too |100% |exactly |so )?(?:sure|certain)|unsure)(?! (?:what|how|why)(?!\p{L}))/u,
  /^\W*(?:(?:well|um+|uh+|hm+|oh|honestly|sorry|hey|ok(?:ay)?|to be honest),?\W+){0,2}(?:i )?(?:really |honestly |actually )?(?:don'?t|do not|can'?t|cannot|can not|couldn'?t) (?:really |quite |even |exactly |actually |honestly )?(?:know|remember|recall|say)(?! (?:if you|what you|how you|that you|about you|anyone|much about|what to do))/,
  /^\W*(?:(?:well|um+|uh+|hm+|oh),?\W+)?(?:(?:i have |i've )?no (?:idea|clue)|idk|dunno|(?:sometimes,? )?it (?:all )?depends|i (?:would|might|may) (?:possibly|perhaps|maybe)|depends|i forg[eo]t|hard to say|who knows|i (?:think|guess|believe|suppose) so|i haven'?t (?:decided|thought)\w*)(?!\p{L})/u,
  /^\W*(?:(?:pues|este|mmm+|bueno),?\W+)?(?:no s[eé]|no estoy segur[oa]|tal vez|quiz[aá]s?|depende|a lo mejor|no me acuerdo|no recuerdo|m[aá]s o menos|ya veremos|puede ser)/,
);
const wavers = oneOf(
  /^\W*(?:(?:well|um+|uh+|hm+|oh),?\W+)?(?:maybe|perhaps|possibly|probably|kind ?of|sort of|kinda|somewhat|we'?ll see|whatever|either(?: one)?|no preference|(?:it )?(?:doesn'?t|does not|don'?t) (?:really )?matter(?: to me)?|i (?:don'?t|do not) (?:really )?(?:care|mind)|i'm not (?:picky|sure)|any(?:thing|where| of them| one)?(?: (?:is|would be|will be|works?|will do)(?: \w+)?)?(?! (?:that|which|i|you))|up to you|cualquiera|me da igual|lo que sea|a lo mejor)(?=\W*$|[,.!]|(?: (?:if|so|i|it|that|on|honestly|though|right|with))(?!\p{L}))/u,
);
/** Of a thing they did or have, which they were asked: "Tuesday at 5, and I can't remember if I did". */
const asksOfThem = /\b(?:have|did|do|are|were|had) you\b/i;
const forgets = oneOf(
  /(?:(?:can'?t|cannot|can not|don'?t|do not) (?:really |quite |even )?(?:remember|recall|know)|(?:not|n't) (?:really |entirely |quite )?sure|unsure) (?:if|whether) (?:i|we)(?: \w+){0,3}|no (?:s[eé]|recuerdo|me acuerdo) si(?: \w+){0,3}/,
);
/** With this, the line does answer: a day, a sum, an assumption to go by. */
const answersAnyway =
  /\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|assume|let['’]?s (?:say|go|book)|put (?:no|yes)|but (?:yes|no))\b/i;
const goesOn = /\d|\b(?:later|another time|some other time|sounds?|all for now|will (?:do|consider|donate))\b/i;

/** How ready they are, and how clearly they say so. */
export const readinessRules: readonly CueRule[] = [
  {
    id: 'buying-agrees',
    kind: 'buying-signal',
    on: 'lead',
    find: saying(agrees, /\b(?:not|\w*n['’]t|never|if|unless|would you|before i|no deal|but)\b/i),
    text: 'They’re saying yes. Agree on the next step now.',
    priority: 1,
    lastsMin: 15,
  },
  {
    id: 'buying-visit',
    kind: 'buying-signal',
    on: 'lead',
    find: saying(wantsVisit, noVisit),
    text: 'They want to see it. Offer two times now.',
    priority: 1,
    lastsMin: 15,
  },
  {
    id: 'buying-interest',
    kind: 'buying-signal',
    on: 'lead',
    find: saying(isInterested, notInterested),
    text: 'They like it. Ask what would make it a yes.',
    priority: 2,
    lastsMin: 15,
  },
  {
    id: 'buying-condition',
    kind: 'buying-signal',
    on: 'lead',
    find: saying(agreesIf, noCondition),
    text: 'A yes with a condition. Settle that condition first.',
    priority: 1,
    lastsMin: 15,
  },
  {
    id: 'timing-later',
    kind: 'timing',
    on: 'lead',
    find: (lines) => {
      if (asksNoDecision.test(lastQuestion(saidBefore(lines)))) return null;
      return either(saying(putsOff, notPutOff), readingOf(readObjection, ['timing_not_ready']))(lines);
    },
    text: 'They’re putting it off. Ask what has to happen first.',
    priority: 2,
    lastsMin: 30,
  },
  {
    id: 'urgency-deadline',
    kind: 'urgency',
    on: 'lead',
    find: (lines) => spanOf(readDeadline(lines.at(-1)?.text ?? '')),
    text: 'They have a deadline. Get the date, then plan back from it.',
    priority: 1,
    lastsMin: 30,
  },
  {
    id: 'urgency-now',
    kind: 'urgency',
    on: 'lead',
    find: saying(hurries, notHurried),
    text: 'They’re in a hurry. Offer your earliest time now.',
    priority: 1,
    lastsMin: 15,
  },
  {
    id: 'vague-answer',
    kind: 'vague-answer',
    on: 'lead',
    find: (lines) => {
      const said = plainText(lines.at(-1)?.text ?? '');
      const asked = saidBefore(lines);
      if (!asked.includes('?')) return null;
      // Only how the answer begins: later on, "maybe" belongs to something else.
      const opening = answersAnyway.test(said)
        ? null
        : (hedges.exec(said) ?? (goesOn.test(said) ? null : wavers.exec(said)));
      const match = opening ?? (asksOfThem.test(asked) ? forgets.exec(said) : null);
      return match === null ? null : { start: match.index, end: match.index + match[0].length };
    },
    text: 'No clear answer yet. Offer two choices, or offer to check.',
    priority: 3,
    lastsMin: 15,
  },
];

/** People answer the last question of a turn, so only that one counts. */
const lastQuestion = (text: string): string => text.split(/(?<=[.!?])\s+/).at(-1) ?? '';

const spanOf = (read: Span | null): Span | null => (read === null ? null : { start: read.start, end: read.end });
