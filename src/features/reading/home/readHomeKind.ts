import type { Read } from '../model.ts';
import { sentencesOf } from '../text/sentencesOf.ts';
import { readHomeSearch } from './readHomeSearch.ts';

/** Kinds that a wish can name; "a house" or "a home" says none. */
type WishedKind = 'single-family' | 'townhouse' | 'condo' | 'multi-family' | 'manufactured' | 'land';

const kinds: readonly (readonly [WishedKind, RegExp])[] = [
  ['condo', /\b(?:condos?|condominiums?|condominios?)\b/i],
  ['townhouse', /\b(?:town ?ho(?:me|use)s?|row ?houses?|casas? adosadas?)\b/i],
  [
    'multi-family',
    /\b(?:duplex(?:es)?|triplex(?:es)?|(?:four|4|quad)-?plex(?:es)?|multi-?famil(?:y|ies)|multis?(?: units?)?\b(?! ?level)|multi-?units?|d[uú]plex)\b/i,
  ],
  ['manufactured', /\b(?:manufactured|mobile) homes?\b/i],
  [
    'single-family',
    /\b(?:single[- ]family|detached|stand-?alone|unifamiliar(?:es)?)\b|^\W*(?:(?:oh|hmm|ok)\W{1,3})?(?:actually|scratch that|wait|hold on|no|mejor)\b[\s,.]*(?:(?:no|actually|we want|i want|rather|mejor)\b[\s,.]*){0,2}(?:an?|una) (?:house|casa)\b|\b(?:house|casa),? (?:instead|rather than|not an?|en vez)\b/i,
  ],
  ['land', /\b(?:(?:piece of|vacant|raw) land|an? (?:empty )?lot to build|terrenos?)\b/i],
];
const no =
  /(?<!\b(?:actually|wait|sorry|mejor|perd[oó]n),? )\b(?:no|not|don't want|without|instead of|rather than|forget|sin|nada de|en vez de)(?: (?:an?|the|una?))? $/i;

/** The kind of home that is wished for; a question about the home at hand wishes nothing. */
export function readHomeKind(text: string): Read<WishedKind> | null {
  for (const { plain, start, kind: sentence } of sentencesOf(text)) {
    if (sentence === 'question' && readHomeSearch(plain) === null) continue;
    for (const [value, pattern] of kinds) {
      const match = pattern.exec(plain);
      if (match && !no.test(plain.slice(0, match.index)))
        return { value, start: start + match.index, end: start + match.index + match[0].length };
    }
  }
  return null;
}

const deal =
  /\b(?:buy\w*|sell\w*|look\w*|search\w*|want|need|interested|have|own|my|compr\w+|vend\w+|busc\w+|quiero|tengo|mi)\b/i;
const another = /\b(?:or|and|either|any|o|y)\b/i;

/**
 * True when somebody buys, sells or owns one thing and names no second: "a neighbour's mobile home" is no wish, and "a condo or a
 * mobile home" not that one alone.
 */
export const speaksOfOneDeal = (text: string): boolean => deal.test(text) && !another.test(text);
