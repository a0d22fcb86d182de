import { plainText } from '../text/plainText.ts';

const home =
  '(?:(?:home|house|condo|townhouse|townhome|duplex|bungalow|penthouse|studio|loft|villa|unit|apartment|place|property|casa|departamento)s?|properties)';
/** Words that make a text more than what one types into a search box. */
const says =
  /\b(?:my|our|mine|ours|your|their|his|her|this|that|the|it|its|i|im|we|they|you|who|what|how|when|where|why|is|are|was|were|has|have|had|got|needs?|do|does|did|can|sell\w*|sold|rent\w*|leas\w*|own|owe|worth|list\w*|mi|nuestra|vend\w*|la|esta|es|tengo)\b/i;
const phrase = new RegExp(
  [
    `^\\W*(?:[\\w$.,'/-]{1,14} ){0,5}?${home} (?:in(?! (?:good|great|bad|rough|decent|excellent|perfect|need))|under|over|above|below|between|with|near|around|close to|up to|max|budget)\\b`,
    `^\\W*(?:[a-z]{1,8} ){0,2}\\$?\\d[\\d.,]*\\s?(?:k|m|million)(?: [\\w-]{1,12}){0,2}? ${home}\\b`,
  ].join('|'),
  'i',
);
const longest = 160;

/** "Condo with parking in downtown", "houses between 500k and 900k": a home as one types it into a search box, without a verb. */
export function isSearchPhrase(text: string): boolean {
  const plain = plainText(text).replace(/\bopen[- ]?houses?\b/gi, 'showing');
  return plain.length <= longest && phrase.test(plain) && !says.test(plain);
}
