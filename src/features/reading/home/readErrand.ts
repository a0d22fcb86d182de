import { putsOff, visitWish } from '../dialogue/wishesVisit.ts';
import { plainText } from '../text/plainText.ts';
import { readDay } from '../time/readDay.ts';
import { readAmenities } from './readAmenities.ts';

/** The visitor's aim at this point of a talk about homes. */
export type Errand = 'search' | 'visit' | 'none';

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
const asksDay =
  /\b(?:when|what (?:day|date|time)|which (?:day|date)|(?:day|date) (?:would|do|should|works|suits|is))\b/i;
const reading = /\b(?:find|search|look(?:ing)? for|another|others?|else)\b/i;
const otherTime =
  /\b(?:an ?other|other|different) (?:time|day|date|occasion)s?\b|^\s?(?:thing )?else\b|\b(?:nothing|anything) else\b/gi;

/**
 * Reads what somebody is after once this message is read: to be shown homes, to see one in person, or nothing more. `before` is
 * what it was until now, `said` what was said to them last. Thanks and questions about a home change nothing; a "no" to "shall I
 * book a visit?" or "anything else?" ends it.
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
