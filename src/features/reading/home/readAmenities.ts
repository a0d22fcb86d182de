import type { Read } from '../model.ts';
import { type Sentence, sentencesOf } from '../text/sentencesOf.ts';

/** The amenities of a home besides its rooms. */
export type Amenity = 'garage' | 'laundry' | 'pets' | 'furnished';

const words: Record<Amenity, RegExp> = {
  garage:
    /(?<!\b(?:over|above|behind) (?:the |our |a )?)\b(?:garages?|garaje|cochera|(?:covered|indoor) parking|park(?:ing)? (?:my|our|the|a) (?:cars?|vehicles?))\b/i,
  laundry: /\b(?:w\/d|laundry|laundries|washers?|dryers?|washing machines?|lavadora|secadora|lavander[ií]a)\b/i,
  pets: /\b(?:pets?|dogs?|doggos?|cats?|kitt(?:y|ies)|pupp(?:y|ies)|pups?|kittens?|animals?|hamsters?|rabbits?|bunn(?:y|ies)|parrots?|(?:bull|sheep)dogs?|labradors?|retrievers?|terriers?|poodles?|huskies|husky|chihuahuas?|beagles?|corgis?|german shepherds?|mascotas?|perr(?:o|ito)s?|(?<!\blos )gat(?:o|ito)s?)\b/i,
  furnished: /\b(?:furnish(?:ings?)?|(?:un-?)?fur?nis?h?ed|furnitures?|amueblad[oa]s?|muebles)\b/i,
};
const denied =
  "(?:\\b(?:no|not|without|(?<!n't |not )(?:remove|drop|skip|forget)|never|sin|ning[uú]n)|n't (?:need|want|require|have|got|own|bring|be bringing|care (?:for|about))|\\b(?:do|does|did|will|have) not (?:need|want|require|have|got|own|bring|be bringing|care (?:for|about))|\\bdon?t (?:need|want|care (?:for|about))|\\bno (?:necesito|quiero|hace falta))(?: (?:an?|any|the|my|our|need(?:ed)?(?: for)?|to have|in[- ]unit|to|it|that|be|come|own|un|una|with|of|bringing)){0,4} ";
const ofNoMatter =
  "(?:[\\w/-]+ ){0,2}?(?:(?:is|are|be|being) )?(?:(?:not|n't|isn't|aren't|is not|nor) (?:\\w+ )?(?:important|necessary|needed|required|a must|a need|an issue)|unnecessary|unimportant|optional|no es (?:necesari[oa]|importante))";
const unwanted = Object.fromEntries(
  Object.entries(words).map(([amenity, { source }]) => [
    amenity,
    new RegExp(`${denied}(?:${source})(?! (?:with|of) (?:my|our) own\\b)|(?:${source}) ${ofNoMatter}`, 'i'),
  ]),
) as Record<Amenity, RegExp>;
unwanted.furnished = new RegExp(
  `${unwanted.furnished.source}|\\bun-?furnished\\b|\\b(?:have|got|bring|own|keep) (?:(?:all|lots of|plenty of) )?(?:my|our)(?: own)? furniture\\b|\\balready (?:have|own|got) (?:\\w+ )?furniture\\b`,
  'i',
);

const any = new RegExp(
  `${Object.values(words)
    .map(({ source }) => source)
    .join('|')}|unfurnished`,
  'i',
);

/**
 * Amenities the visitor wants in a home ("a place with a garage", "I have two dogs"); false: said not to be needed or wanted.
 * A question about the home at hand ("is it furnished?") is no wish: see `readAskedFacts`.
 */
export function readAmenities(text: string): Partial<Record<Amenity, Read<boolean>>> {
  const found: Partial<Record<Amenity, Read<boolean>>> = {};
  if (!any.test(text)) return found;
  const sentences = sentencesOf(text);
  for (const amenity of Object.keys(words) as Amenity[]) {
    if (!words[amenity].test(text) && !unwanted[amenity].test(text)) continue;
    const read = wishIn(sentences, amenity);
    if (read) found[amenity] = read;
  }
  return found;
}

/** The amenity that a question to a visitor is about ("Do you need a garage?"); null when it offers a home that has it. */
export function wishedAmenityOf(question: string): Amenity | null {
  if (!asksForWish.test(question)) return null;
  const named = (Object.keys(words) as Amenity[]).filter((amenity) => words[amenity].test(question));
  return named.length === 1 ? (named[0] as Amenity) : null;
}
const asksForWish =
  /\b(?:(?:do|would|did) you(?: \w+){0,2} (?:need|want|like|have|prefer|require|wish)|should\b(?! i\b| we\b)|is it (?:important|necessary|required|needed|a must)|(?:does|must|would) it (?:need|have) to|must it|is (?:a|an|the|in)\b[^?]{0,24}\b(?:needed|important|required|necessary|a must)|looking for|necesita|quiere|le gustar[ií]a|tiene)\b/i;

/** Amenities asked about for the home at hand, with where their words begin. */
export function askedAmenities(sentences: readonly Sentence[]): { amenity: Amenity; at: number }[] {
  const questions = sentences.filter(({ kind }) => kind === 'question');
  return (Object.keys(words) as Amenity[]).flatMap((amenity) => {
    const { plain, start } = questions.find((sentence) => words[amenity].test(sentence.plain)) ?? {};
    return plain === undefined || start === undefined ? [] : [{ amenity, at: start + plain.search(words[amenity]) }];
  });
}

function wishIn(sentences: readonly Sentence[], amenity: Amenity): Read<boolean> | null {
  // "I have a dog. Are pets allowed?" asks.
  if (askedAmenities(sentences).some((asked) => asked.amenity === amenity)) return null;
  for (const { plain, start } of sentences) {
    const not = unwanted[amenity].exec(plain);
    if (not) return { value: false, start: start + not.index, end: start + not.index + not[0].length };
    const match = words[amenity].exec(plain);
    if (match) return { value: true, start: start + match.index, end: start + match.index + match[0].length };
  }
  return null;
}
