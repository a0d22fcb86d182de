import type { Read } from '../model.ts';
import { matchesIn } from '../text/matchesIn.ts';
import { sentencesOf } from '../text/sentencesOf.ts';
import { largeCitiesPattern, placeOf, stateCodes, statesPattern, type UsPlace } from './usPlaces.ts';

/** The words of buying, selling or looking for: only in a sentence with one of these, or in an answer to our question, is a place one they want. */
const wants =
  /\b(?:buy\w*|purchas\w+|sell\w*|sale|look\w*|search\w*|hous(?:e|es|ing)|homes?|propert\w+|condos?|apartments?|town ?ho\w+|place|land|lots?|duplex\w*|moving|move|relocat\w+|want|need|interested|invest\w*|anything|listings?|compr\w+|vend\w+|busc\w+|casas?|propiedad\w*|mud\w+|terreno)\b/i;
/** Where somebody lives, works or comes from is not where they want a home. */
const elsewhere =
  /\b(?:(?:i'?m|i am|we'?re|we are|estoy|estamos) (?:still |currently |over |out |all )?in|from|(?<!to )live[sd]?|(?:am|are|is|'m|'re|currently|now) living|work\w*|based|born|raised|grew up|stationed|resid\w+|office|job|employer|company|school|universit\w+|family|parents?|mom|dad|friends?|kids|sons?|daughters?|(?:attorney|lawyer|doctor|nurse|teacher|engineer|cousin|uncle|aunt|wife|husband|hij[oa]s?|herman[oa]s?),?|brother|sister|rent(?:ing|ed)?|currently|right now|used to|moved|leav\w+|left|sold|bought|out of|commut\w+|dr[io]v\w+|travel\w*|fly\w*|flew|visit\w*|trip|drive|hours?|minutes?|vivo|viv[ií]a|trabaj\w+|desde)\b[^,;]*$/i;
const ruledOut =
  /\b(?:not|never|no longer|except|but|avoid\w*|instead of|rather than|opposed to|outside(?: of)?|no)\b[^,;]{0,20}$|n't\b[^,;]{0,25}$/i;
const leadsTo =
  /(?:\b(?:in|into|near|around|to|within|for|of|en|cerca de|por)\s+(?:the\s+)?(?:city of\s+|state of\s+)?)$/i;
/** "Do you do Corpus?", "anything out that way?": where somebody asks what we have. */
const weGoTo =
  /\b(?:do|cover|serve|handle|sell|work|have|got|as far as|(?:what|how) about|qu[eé] tal(?: en)?|y en|atienden|cubren|trabajan|llegan a)\s+$/i;
const thatWay = /\b(?:(?:out|over|up|down) (?:that way|there)|that way|por all[aá])\b/i;
const leadsToZip = /\b(?:in|en|zip(?: code)?(?: is)?|c[oó]digo postal(?: es)?)\s+$/i;
const followedByHomes = /^\s+(?:homes?|houses?|condos?|real estate|properties|area|zip)\b/i;
const beginsAnswer = /^\W*(?:(?:it's|it is|its|yes|yeah|sure|ok|maybe|probably|somewhere|just|only)[\s,]+){0,2}$/i;
/** "In Dallas or Austin", "near Kyle, Buda": one more of them. */
const joined = /\b(?:in|near|around|en)\b[^.]*(?:,|\b(?:or|and|o|y))\s*$/i;
const afterStreet = /\d{1,6}[a-z]?\s[\p{L}\d'.\s-]{3,60},\s*$/iu;
/** "11817 Garnet Spur": a house number, and no ZIP code. */
const beginsStreet = /^\s+\p{Lu}\p{Ll}/u;
/** "Relocating to Denver". */
const movesTo =
  /\b(?:mov\w+|relocat\w+|transfer\w*|going|headed|off|mud\w+|voy|vamos|traslad\w+)(?: (?:us|me|him|her|back|out|over|down|up))? (?:to|a|for|para) (?:the )?$/i;
const notThePlace =
  /^\s*(?:street|st\b|ave\b|avenue|road|rd\b|drive|dr\b|lane|ln\b|blvd|boulevard|river|highway|hwy|lake|style)/i;
// State codes that are also words: they count only with a ZIP code behind them.
const codesThatAreWords = 'AL|HI|ID|IN|LA|MA|ME|OH|OK|OR|PA';
const otherCodes = [...stateCodes].filter((code) => !codesThatAreWords.split('|').includes(code)).join('|');
const cityWithState = String.raw`\p{Lu}[\p{Ll}'.]+(?:[ -]\p{Lu}[\p{Ll}'.]+){0,3},?\s(?:(?:${otherCodes})\b|(?:${codesThatAreWords})\s(?=\d{5}\b))`;

const patterns = new WeakMap<readonly string[], RegExp[]>();
function patternsOf(cities: readonly string[]): RegExp[] {
  const known = patterns.get(cities);
  if (known) return known;
  const own = [...cities]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll('.', '\\.');
  const named = [largeCitiesPattern, own].filter((part) => part !== '').join('|');
  const made = [
    new RegExp(cityWithState, 'gu'),
    new RegExp(`(?<![\\p{L}\\d])(?:${named})(?:,?\\s(?:${statesPattern}))?(?![\\p{L}\\d])`, 'giu'),
    new RegExp(`(?<![\\p{L}\\d])(?:${statesPattern})(?![\\p{L}\\d])`, 'giu'),
    /(?<![\d$.,-])\d{5}(?![\d,.]\d|\s*(?:k\b|sq|dollars|usd|%))/g,
  ];
  patterns.set(cities, made);
  return made;
}

/**
 * The cities, ZIP codes and states that somebody clearly names as where they want to buy or sell, in the order of their words. `cities`: those
 * of the market, beside the country's large ones. `asked`: where was the question; `sells`: where they move to is not where their home is. Where they live, work or come from is left out.
 */
export function readWantedPlaces(
  text: string,
  { cities, asked, sells = false }: { cities: readonly string[]; asked: boolean; sells?: boolean },
): Read<UsPlace>[] {
  const found: Read<UsPlace>[] = [];
  for (const { plain, start } of sentencesOf(text)) {
    if (!asked && !wants.test(plain)) continue;
    for (const pattern of patternsOf(cities))
      for (const match of matchesIn(pattern, plain)) {
        const span = { start: start + match.index, end: start + match.index + match[0].trimEnd().length };
        const within = found.some((other) => span.start < other.end && other.start < span.end);
        if (within || (sells && movesTo.test(plain.slice(0, match.index))) || !isWanted(plain, match, asked)) continue;
        found.push({ value: placeOf(match[0]), ...span });
      }
  }
  return found.sort((a, b) => a.start - b.start);
}

function isWanted(plain: string, match: RegExpExecArray, asked: boolean): boolean {
  const before = plain.slice(0, match.index);
  const after = plain.slice(match.index + match[0].length);
  if (notThePlace.test(after) || (/^\d/.test(match[0]) && beginsStreet.test(after))) return false;
  // "I work in Dallas and want to buy in": only what comes after the last comma, "and" or "but" speaks of this place.
  const clause = before.split(/[,;]|\b(?:and|but|so|y|pero)\b/i).at(-1) ?? before;
  if (elsewhere.test(clause) || ruledOut.test(clause)) return false;
  // "Around 75000" may be money.
  const leads = /^\d/.test(match[0]) ? leadsToZip : leadsTo;
  if (leads.test(before) || afterStreet.test(before)) return true;
  if (asked && (beginsAnswer.test(before) || weGoTo.test(before) || thatWay.test(after))) return true;
  if (joined.test(before)) return true;
  return followedByHomes.test(after) && match[0].length > 5;
}
