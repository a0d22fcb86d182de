import { matchesIn } from './matchesIn.ts';
import { plainText } from './plainText.ts';

export interface Sentence {
  /** The words, quotes and dashes made plain; offsets are the text's own from `start` on. */
  plain: string;
  start: number;
  /** A question about the home or the matter at hand; anything else, "can you find one with a garage?" too, says or wishes something. */
  kind: 'question' | 'statement';
}

const boundary = /[^.!?;\n]{1,600}(?:\.(?=\S)[^.!?;\n]{0,200}){0,6}[.!?;\n]{0,6}/g;
const findsOut =
  /\b(?:check|find out|know|tell|ask|confirm|see|let me know|make sure|verify|wonder(?:ing)?|curious|inform|share|provide|give)\b[^.?!]{0,40}\b(?:if|whether|do they|does it|is it|are there|are pets|about|details?)\b/i;
const aboutThisHome =
  /^\W*(?:(?:and|also|but|so|ok|okay|yes|yeah|yep|no|great|perfect|good|nice|cool|well|oh|then|by the way|btw|one more thing|first|additionally|besides|please)\b[\s,.!-]{0,3}){0,3}(?:is|are|was|does|do|did|has|have|will|would|can|could|may|should|am|it it|it is)\b (?!you\b|to (?:have|be)\b|there (?:\w+ ){0,2}(?:other|another|else|something|anything|more)|i (?:see|get|have (?:another|some|a (?:different|look)))|we (?:see|get))/i;
const laterInSentence =
  /[,:] (?:and |but |also )?(?:is|does|do|are|will|may|has) (?:it|they|the|this|that|pets|there an?)\b(?! (?:other|another))/i;
const aboutThisHomeWh =
  /^\W*(?:(?:and|also|but|so|ok|okay|yes|great|perfect)\b[\s,.!-]{0,3}){0,3}(?:what(?:'s| is| are)|whats|how (?:much|many|big|old|about (?:the|pets|furni|laundry|parking))|where|who|which|when|why|whether|what about (?:the|pets|furni|laundry|parking|a garage))\b/i;
const asksForHomes =
  /\b(?:(?:is|are) there|do you have|have you(?: got)?) (?:any|some|a|an|other) (?:(?!(?:and|or|in|inside|is|at|of|for)\b)[\w-]+ ){0,3}(?:apartments?|apts?|places?|homes?|houses?|propert(?:y|ies)|condos?|flats?|town ?ho(?:me|use)s?|rentals?|options?|ones?)\b/i;
const asksForOne =
  /^\W*(?:(?:hm+|ok(?:ay)?|well|so|and|but|also|no|yes)\b[\s,.!-]{0,3}){0,2}(?:(?:(?:is|are) there|(?:have|do) you(?: have| got)?|got) (?:one|ones|something|anything|any|some)|any(?: ones?)?|anything|something) (?:that|which|with|who|where|in)\b|^\W*any (?:[\w-]+ ){0,3}(?:apartments?|apts?|places?|homes?|houses?|propert(?:y|ies)|condos?|flats?|units?|rentals?|listings?)\b/i;
const searches =
  /\b(?:find|search|look(?:ing|s)?(?: up| for)?|locate|show|recommend|suggest|another|others?|else|different|something|anything|alternatives?|more options|options?|need|want|wanna|would like|i'd like|i'd prefer|prefer|must|i have to|instead)\b/i;
const ownContact = /\b(?:my|mine|mi|our)\b|\d{3}\D?\d{4}/i;
const contact = /\b(?:phone|telephone|contact|number)\b/i;

/** The sentences of a message, each told apart: asked about what is at hand, or said. Linear in the text. */
export function sentencesOf(text: string): Sentence[] {
  const plain = plainText(text);
  return matchesIn(boundary, plain).map((match) => ({
    plain: match[0],
    start: match.index,
    kind: isQuestion(match[0]) ? 'question' : 'statement',
  }));
}

function isQuestion(sentence: string): boolean {
  if (findsOut.test(sentence)) return true;
  const marked = /\?\W{0,4}$/.test(sentence);
  if (laterInSentence.test(sentence) || aboutThisHome.test(sentence) || aboutThisHomeWh.test(sentence)) {
    return !asksForHomes.test(sentence) && !asksForOne.test(sentence);
  }
  if (contact.test(sentence) && !ownContact.test(sentence)) return true;
  return marked && !searches.test(sentence) && !asksForOne.test(sentence);
}
