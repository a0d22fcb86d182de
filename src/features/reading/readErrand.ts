import { plainText } from './plainText.ts';
import { readAmenities } from './readAmenities.ts';
import { readDay } from './readDay.ts';

/** What somebody is after at this point of a talk about homes. */
export type Errand = 'search' | 'visit' | 'none';

const noun =
  '(?:visits?|viewings?|showings?|tours?|appointments?|walk[- ]?throughs?|trips?(?= (?:out )?to (?:see|visit|view|check|it|(?:the|that|this|an?)(?: \\w+)? (?:property|place|home|house|apartment|condo|unit))\\b)|visita|cita|recorrido)';
const visitWish = new RegExp(
  [
    `\\b(?:schedul\\w*|book(?:ing)?|arrang\\w+|set(?:ting)?(?: me)? up|setup|organi[sz]e|plan|make|get|request|reserve|fix|need|want|like|have|do|go (?:ahead )?with|proceed with|for)\\b[^.?!]{0,40}\\b${noun}\\b`,
    `\\b(?:appointment|visit|tour|viewing|showing|walk[- ]?through)\\b[^.?!]{0,30}\\b(?:schedul\\w*|book(?:ed|ing)?|set up|arranged?|fix(?:ed)?)\\b`,
    "\\b(?:like to|love to|want to|wanna|wish to|need to|going to|hoping to|interested in|available to|able to|can i|could i|may i|can we|let me|let's|i'll|i will|would be possible to|when can i|how about|have to|and|please)\\b(?: (?:i|we|go|come|just|also|first|actually|now|please|just go))* (?:visit(?:ing)?|tour(?:ing)?|view(?:ing)?|see(?:ing)?|check(?:ing)?(?: (?:it|this|that|the|place|house|home|apartment|property|one)){0,2} out|(?:have|take) a look|look (?:at|around)|(?:stop|drop|swing|come|pop)(?: on)? (?:by|over|round|in)|walk through)(?! (?:if|what|other|more|some|any|another|anything|something|whether|apartments|houses|homes|places|properties|options)\\b)\\b",
    '\\btake a (?:look|tour)\\b',
    '\\b(?:arrange|schedule|book|plan|set up)\\b[^.?!]{0,24}\\bto (?:view|see|visit|tour)\\b',
    '\\bshow (?:me|us) (?:around|through|the (?:place|house|home|apartment|property)(?! (?:with|in|that)))\\b',
    '\\b(?:see|view|check|look|visit)\\b[^.?!]{0,24}\\bin person\\b',
    '^\\W*(?:visit|tour|schedule|book)\\b',
    '\\b(?:visit|viewing|tour|showing)\\W*$',
    '\\bgo (?:to|and see|see|check out) (?:the|that|this|it)\\b',
    '\\bschedule (?:it|one|me|that|this|a day|a time)\\b',
    '\\b(?:agendar|programar|visitar|verla|verlo)\\b',
  ].join('|'),
  'i',
);
const searchWish =
  /\b(?:find|search|look(?:ing)? (?:for|up|at (?:other|some|different))|hunt(?:ing)?|locate|keep looking|pull up|show (?:me|us)|get me|recommend|suggest|other|others|another|else|alternatives?|different (?:one|place|apartment|house|property|home)|more (?:options|apartments|places|homes|properties|houses)|(?:need|want|like|get|rent|buy|move)\b[^.?!]{0,40}\b(?:apartments?|places?|homes?|houses?|propert(?:y|ies)|flats?|condos?|apt|pad|somewhere)|busc\w+)\b/i;
const offersVisit =
  /\b(?:visit|viewing|showing|tour|appointment|see (?:it|the|this|that)|check it out|view (?:it|the|this)|schedule|book|look at (?:it|the))\b/i;
const offersMore =
  /\b(?:anything|something|any ?thing|what|how|nothing) ?(?:else|more)|\b(?:else|more|further|other|another)\b[^.?!]{0,30}\b(?:help|assist|do|need|want|get|require)|\b(?:help|assist|do|get)\b[^.?!]{0,30}\b(?:else|more|further|other|another)\b|(?:can|may|could) i (?:help|assist|do)/i;
const offers = /\?|\b(?:want|would you like|shall|should|interested|can (?:schedule|book|set))\b/i;
const refusal =
  /^\W*(?:(?:oh|ok|okay|well|um|sorry|thanks|thank you|great|good|alright|hmm)[\s,.!]{1,3}){0,2}(?:no|nope|nah|not|never ?mind|don't|do not|nothing|i don't|i do not|i'm not|i am not|i'm (?:good|fine|all set|ok|okay)|that(?:'s| is| will be|'ll be| was)? (?:all|it|everything)|all (?:set|good|done)|(?:i think )?that (?:covers|does) it|maybe later|later|ahora no|(?:i'd|i would|we'd) rather not)\b/i;
const searchAgain =
  /\b(?:find|search|look(?:ing)? for|show me|keep looking)\b[^.?!]{0,30}\b(?:apartments?|homes?|houses?|propert(?:y|ies)|flats?|condos?)\b/i;
const putsOff =
  /(?:\b(?:do not|not|never)\b|n't)[^.?!]{0,24}\b(?:schedul\w+|visit|book|see it|appointment)\b|\b(?:schedule|visit|book|do|see) (?:it|that|them)? ?(?:later|another time|some other time)\b/i;
const asksDay =
  /\b(?:when|what (?:day|date|time)|which (?:day|date)|(?:day|date) (?:would|do|should|works|suits|is))\b/i;
/** Wishes to see a home in person, said outright; "I don't want to schedule it now" does not. `plain` is plain text. */
export const wishesVisit = (plain: string): boolean =>
  visitWish.test(plain) && !putsOff.test(plain) && !notReady.test(plain);
const notReady =
  /\bnot ready to\b|\b(?:when|how|what|which|why|who|where) (?:should|do|did|does|will|would) (?!i\b)|^\W*(?:do|will|what|how|why|who|where|which) \b/i;

const reading = /\b(?:find|search|look(?:ing)? for|another|others?|else)\b/i;
const otherTime =
  /\b(?:an ?other|other|different) (?:time|day|date|occasion)s?\b|^\s?(?:thing )?else\b|\b(?:nothing|anything) else\b/gi;

/**
 * What somebody is after once this message has been heard: to be shown homes, to see one in person, or nothing more. `before` is what
 * it was until now, `said` what was said to them last. Thanks and questions about a home change nothing; a "no" to "shall I book a visit?" or "anything else?" ends it.
 */
export function readErrand(
  text: string,
  { before, said = '' }: { before?: Errand | undefined; said?: string },
): Errand {
  const plain = plainText(text);
  const asked = plainText(said);
  const last = asked.slice(
    Math.max(0, asked.lastIndexOf('.', asked.length - 3), asked.lastIndexOf('!', asked.length - 3)),
  );
  // "No furniture, I have my own" says what the home is to be like.
  const isRefused = refusal.test(plain) && Object.keys(readAmenities(plain)).length === 0;
  const visitOffered = before !== 'visit' && offersVisit.test(asked) && offers.test(asked);
  if (isRefused && (visitOffered || offersMore.test(last))) {
    const rest = plain.replace(refusal, '').replace(otherTime, '');
    if (visitWish.test(rest) && !/(?:\b(?:not|no|later)\b|n't)/i.test(rest.slice(0, 60))) return 'visit';
    if (reading.test(rest) && searchWish.test(rest)) return 'search';
    return 'none';
  }
  if (before === 'visit') return searchAgain.test(plain) ? 'search' : 'visit';
  if (visitOffered && putsOff.test(plain)) return 'none';
  if (visitWish.test(plain)) return 'visit';
  if (before !== undefined && asksDay.test(last) && readDay(plain)) return 'visit';
  if (searchWish.test(plain)) return 'search';
  if (visitOffered && before !== undefined) return 'visit';
  return before ?? 'search';
}

const papers =
  /\b(?:see|look at|view|check out|show me)\b[^.?!]{0,20}\b(?:plans?|pictures?|photos?|video|price|listings?|details|options|weather|forecast)\b/i;

/** "Can I see the plans?", "show me pictures": to be seen without a visit. */
export const seesPapers = (text: string): boolean => papers.test(text);
