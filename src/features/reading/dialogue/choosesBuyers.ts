import { plainText } from '../text/plainText.ts';
import { sentencesOf } from '../text/sentencesOf.ts';

/** People by what fair housing law protects: race, color, national origin, religion, sex, familial status, disability. */
const groups =
  /\b(?:kids?|children|little ones|toddlers|babies|childless|ni[nñ][oa]s|hijos|married|matrimonios?|single (?:moms?|mothers?|men|women|guys?|people)|madres? solteras?|famil(?:y|ies) with|christians?|cristian[oa]s?|believers?|church|iglesia|catholics?|cat[oó]lic[oa]s?|muslims?|musulman\p{L}*|jews?|jewish|jud[ií]os?|hindus?|whites?|blancos?|blacks?|negros?|hispanics?|hispanos?|latin[oa]s?|mexican[oa]?s?|asians?|chinese|chinos?|indians?|arabs?|[aá]rabes|africans?|americans|american[oa]s|foreigners?|extranjeros?|immigrants?|inmigrantes?|born here|english[- ]speak\p{L}*|que hablen ingl[eé]s|gays?|lesbian\p{L}*|straight|disabled|handicapped|group home|mental\p{L}*|two (?:men|women)|same background|people like us|anglos?|discapacitad\p{L}*|wheelchairs?|silla de ruedas|service (?:dogs?|animals?))(?!\p{L})/iu;
/** A wish for them, or against them. */
const wishes =
  /\b(?:(?:should|would|i'?d|we'?d) (?:really |so )?(?:like|love|hope)|me gustar[ií]a|quisiera|quiero que|no|not|nobody|no one|none|never|without|don'?t want|dont want|won'?t|wont|rather|prefer\p{L}*|only|just|keep (?:it|out)|need not apply|looking for|want (?:somebody|someone|a|an|them|people)|perfect for|ideally|solo|s[oó]lo|solamente|pur[oa]s?|nada de|nadie|que (?:no )?(?:sean|tengan|vengan)|prefier\p{L}+|sin|no quier\p{L}+|americans only|stay (?:like that|that way)|steer)(?!\p{L})/iu;
/** A question, their own household, who lives there now, the home itself, or no wish at all. */
const harmless =
  /\?|^\W*(?:can|do|does|is|are|am|should|would|puedo|se puede|es)\b|\b(?:got|have|with) (?:\w+ )?kids\b|\bsomos\b|\b(?:(?:my|our|mi|mis|nuestr\p{L}+) (?:\w+ )?(?:kids?|children|son|daughter|hijos?|ni[nñ]os?|wife|husband|mom)(?! (?:won'?t|wont|want|would))|(?:we|i) (?:are|'?m|am) (?!not\b)(?:\w+ )?(?:christians?|muslims?|jewish|catholics?)|(?:i|we) (?:don'?t|dont|do not) care|doesn'?t matter|me da igual|no me importa|lives? (?:here|there)|vive ah[ií]|inquilino|tenant|(?:kids?|children)'?s? (?:room|bedroom|bath|are|were|left|grew|moved|go|school)|no kids (?:here|at home|anymore|in the house|of)|just (?:me|us)|ramp|am i allowed|is (?:it|that) (?:legal|allowed)|do (?:i|we) have to)(?!\p{L})/iu;

/**
 * Whether a seller would choose who may buy by what the law protects: "no kids then, the neighbors are old". `isSale`: a sale of theirs is
 * known; else the words name one. A question behind the wish takes nothing back.
 */
export function choosesBuyers(text: string, { isSale }: { isSale: boolean }): boolean {
  return sentencesOf(plainText(text)).some(
    ({ plain }) => groups.test(plain) && wishes.test(plain) && !harmless.test(plain) && (isSale || ofSale.test(plain)),
  );
}
const ofSale =
  /\b(?:sell(?:ing)?|buyers?|(?:my|our|the) (?:house|home|place) (?:to )?(?:go(?:es)?|be sold)|vend\p{L}+|comprador\p{L}*)(?!\p{L})/iu;
