import { lookingAround } from '../dialogue/lookingAround.ts';
import { plainText } from '../text/plainText.ts';
import { hurry, noHurry } from '../time/urgency.ts';

/** Signs of how near somebody is to a sale or a purchase, apart from what the slots say. */
export interface Marks {
  motivation: 'high' | 'low' | null;
  timeline: 'high' | 'low' | null;
  condition: 'high' | 'low' | null;
  price: 'high' | null;
}

const marks = {
  motivationHigh:
    /\b(?:must sell|have to (?:sell|move|buy)|need to (?:sell|move|buy) (?:fast|now|soon|asap|quick\w*)|behind on (?:my |our |the )?payments?|divorc\w+|probate|estate sale|relocat\w+|lease (?:ends|is up)|already bought|expired listing|tengo que (?:vender|mudarme))\b/i,
  motivationLow: new RegExp(
    `\\b(?:${lookingAround}|not sure (?:if|whether|about) (?:i|we|selling|buying|moving)|what if (?:the )?rates drop|no reason)\\b`,
    'i',
  ),
  timelineHigh: new RegExp(`\\b(?:${hurry}|30 days|this month|este mes)\\b`, 'i'),
  timelineLow: new RegExp(`\\b(?:${noHurry}|when the time is right|maybe later)\\b`, 'i'),
  conditionHigh: /\b(?:as[- ]is|needs (?:some )?work|fixer|defects?|discount)\b/i,
  conditionLow: /\b(?:(?:it's|is|in) perfect(?: condition| shape)?|turn-?key|premium pric\w+)\b/i,
  priceHigh: /\b(?:zestimates?|comps|comparables?|market value|valor de mercado)\b/i,
};

/** High wins over low where a message has both; null: nothing was said. */
export function readMarks(text: string): Marks {
  const plain = plainText(text);
  const level = (high: RegExp, low: RegExp) => (high.test(plain) ? 'high' : low.test(plain) ? 'low' : null);
  return {
    motivation: level(marks.motivationHigh, marks.motivationLow),
    timeline: level(marks.timelineHigh, marks.timelineLow),
    condition: level(marks.conditionHigh, marks.conditionLow),
    price: marks.priceHigh.test(plain) ? 'high' : null,
  };
}

const personas = {
  investor:
    /\b(?:investor|investment (?:property|home)|rentals?|rental (?:income|property)|1031|cap rate|cash flow|roi|flip(?:ping)?|portfolio|tenants?|inversionista)\b/gi,
  distressed:
    /\b(?:divorc\w+|foreclos\w+|behind on|as[- ]is|bankrupt\w*|probate|tax lien|underwater|need (?:the )?(?:cash|money) fast)\b/gi,
};

/** The words that tell an investor or somebody in distress, lower-cased, each once. "Old and needs work" tells neither. */
export function readPersonaWords(text: string): { investor: string[]; distressed: string[] } {
  const plain = plainText(text).toLowerCase();
  const words = (pattern: RegExp) => [...new Set(plain.match(pattern) ?? [])];
  return { investor: words(personas.investor), distressed: words(personas.distressed) };
}

const contactWords = /\b(?:call|phone|tour|schedule|meet|visit|showing|llamar|llamada|visita|cita)\b/i;

/** Speaks of a call, a visit or a time for one. */
export const speaksOfContact = (text: string): boolean => contactWords.test(text);
