import type { Read } from './model.ts';
import { type Sentence, sentencesOf } from './sentencesOf.ts';

/** What a home may have or allow besides its rooms. */
export type Amenity = 'garage' | 'laundry' | 'pets' | 'furnished';

const words: Record<Amenity, RegExp> = {
  garage:
    /\b(?:garages?|garaje|cochera|(?:covered|indoor) parking|park(?:ing)? (?:my|our|the|a) (?:cars?|vehicles?))\b/i,
  laundry: /\b(?:laundry|laundries|washers?|dryers?|washing machines?|lavadora|secadora|lavander[ií]a)\b/i,
  pets: /\b(?:pets?|dogs?|cats?|pupp(?:y|ies)|kittens?|animals?|mascotas?|perros?|(?<!\blos )gatos?)\b/i,
  furnished: /\b(?:furnish(?:ings?)?|fur?nis?h?ed|furnitures?|amueblad[oa]s?)\b/i,
};
const unwanted: Record<Amenity, RegExp> = {
  garage: /\b(?:no|without|don't need|not need|doesn't need|sin) (?:a |any |un )?(?:garage|garaje|cochera)/i,
  laundry: /\b(?:no|without|don't need|not need) (?:a |any |in-unit )?(?:laundry|washer)/i,
  pets: /\b(?:no|without|don't have(?: any)?|do not have(?: any)?|have no|sin) (?:pets?|dogs?|cats?|animals?|mascotas)/i,
  furnished:
    /\b(?:un-?furnished|not furnished|no furniture|without furniture|have (?:my|our) own furniture|sin muebles)\b/i,
};

/**
 * Amenities the visitor wants in a home ("a place with a garage", "I have two dogs"); false: said not to be needed or wanted.
 * A question about the home at hand ("is it furnished?") is no wish: see `readAskedFacts`.
 */
export function readAmenities(text: string): Partial<Record<Amenity, Read<boolean>>> {
  const found: Partial<Record<Amenity, Read<boolean>>> = {};
  const sentences = sentencesOf(text);
  for (const amenity of Object.keys(words) as Amenity[]) {
    if (!words[amenity].test(text) && !unwanted[amenity].test(text)) continue;
    const read = wishIn(sentences, amenity);
    if (read) found[amenity] = read;
  }
  return found;
}

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
