import { type Amenity, askedAmenities } from './readAmenities.ts';
import { sentencesOf } from './sentencesOf.ts';

/** What somebody may want to know of a home. */
export type AskedFact =
  | Amenity
  | 'phone'
  | 'address'
  | 'price'
  | 'beds'
  | 'baths'
  | 'hoa'
  | 'taxes'
  | 'size'
  | 'year'
  | 'parking'
  | 'available';

const facts: [AskedFact, RegExp][] = [
  [
    'phone',
    /\b(?:phone|telephone|contact (?:number|info\w*|details?)|contact no|(?:their|your|the|its|a|what) number|number (?:to|for|of) (?:call|the|this|contact|reach|that)|n[uú]mero|tel[eé]fono|how (?:can|do|could) (?:i|we) (?:contact|reach|call))\b/i,
  ],
  [
    'address',
    /\b(?:address|where (?:is|are) (?:it|they|this|that|the)|where's|located|location of|direcci[oó]n|d[oó]nde (?:est[aá]|queda))\b/i,
  ],
  [
    'price',
    /\b(?:how much|price[ds]?|cost(?:s|ing)?|(?:what(?:'s| is)|monthly) (?:the )?rent|rent(?:al)? (?:amount|price|cost)|asking for|cu[aá]nto (?:cuesta|vale|es)|precio)\b/i,
  ],
  [
    'beds',
    /\b(?:how many|number of|count of|what about) (?:\w+ (?:and|or|&) )?(?:bed ?rooms?|beds?|rooms|rec[aá]maras|habitaciones|cuartos)\b|\b(?:have|has|are there|got) (?:at least |only )?(?:\d|one|two|three|four|five) bed ?rooms?\b|\bcu[aá]ntas? (?:rec[aá]maras|habitaciones)/i,
  ],
  [
    'baths',
    /\b(?:how many|number of|count of|what about) (?:[\w ]{1,12} (?:and|or|&) )?(?:bath ?rooms?|baths?|ba[nñ]os)\b|\b(?:have|has|are there|got|and) (?:at least |only )?(?:\d|one|two|three|four|five) bath ?(?:rooms?|s)?\b|\bcu[aá]ntos ba[nñ]os/i,
  ],
  [
    'hoa',
    /\b(?:hoa|home ?owners'? association|association fees?|condo fees?|maintenance fees?|cuota de mantenimiento)\b/i,
  ],
  ['taxes', /\b(?:tax(?:es)?|impuestos?|predial)\b/i],
  [
    'size',
    /\b(?:how (?:big|large)|square (?:feet|footage|meters)|sq\.? ?ft|sqft|lot size|qu[eé] tan grande|metros cuadrados)\b/i,
  ],
  ['year', /\b(?:how old|what year|when was (?:it|the \w+) built|year built|a[nñ]o de construcci[oó]n)\b/i],
  ['parking', /\b(?:parking|carport|driveway|estacionamiento|parquear)\b/i],
  [
    'available',
    /\b(?:still (?:available|for sale|on the market)|is (?:it|this|that) available|available now|been sold|is it sold|under contract|sigue disponible|todav[ií]a (?:est[aá] )?disponible)\b/i,
  ],
];

/** The facts of the home at hand that a message asks for, in the order of this list; empty when it asks for none. */
export function readAskedFacts(text: string): AskedFact[] {
  const sentences = sentencesOf(text);
  const asked = sentences.filter(({ kind }) => kind === 'question');
  if (asked.length === 0) return [];
  const named = facts.filter(([, pattern]) => asked.some(({ plain }) => pattern.test(plain))).map(([fact]) => fact);
  return [...named, ...askedAmenities(asked)];
}
