import { plainText } from '../text/plainText.ts';

/** How another home is to differ from the one at hand. */
export type Compared = 'cheaper' | 'bigger' | 'smaller';

const ways: Readonly<Record<Compared, string>> = {
  cheaper:
    'cheaper|less expensive|lower[- ]priced|more affordable|less money|m[aá]s barat[oa]s?|m[aá]s econ[oó]mic[oa]s?|menos car[oa]s?',
  bigger:
    'bigger|larger|roomier|more (?:room|space|bed ?rooms|beds)|m[aá]s grandes?|m[aá]s (?:espacio|cuartos|rec[aá]maras)',
  smaller: 'smaller|m[aá]s (?:chic[oa]s?|peque[nñ][oa]s?)',
};
const any = Object.values(ways).join('|');
const homes =
  '(?:any ?(?:thing|one)?|something|ones?|homes?|houses?|places?|options?|listings?|algo|algun[oa]s?|otr[oa]s?|casas?|opciones)';
const asks = new RegExp(
  [
    `(?<!\\p{L})${homes} (?:\\p{L}+ ){0,3}?(?:${any})(?!\\p{L})(?! (?:down|payment|rate|yard|lot|kitchen|garage))`,
    `(?<!\\p{L})(?:${any}) ${homes}(?!\\p{L})`,
    `^\\W*(?:(?:and|ok|or|y|o)\\W+)?(?:${any})\\W*$`,
  ].join('|'),
  'iu',
);

/** "Anything cheaper", "algo más grande": asks for other homes by what they are to have more or less of; empty where nothing is asked for so. */
export function readCompared(text: string): Compared[] {
  const plain = plainText(text);
  if (!asks.test(plain)) return [];
  return (Object.keys(ways) as Compared[]).filter((way) => new RegExp(`(?<!\\p{L})(?:${ways[way]})`, 'iu').test(plain));
}

/** "Which has more space", "la más barata de las dos": the fact by which homes in the talk are compared, to find the most or the least. */
export function readMost(text: string): Compared | null {
  const plain = plainText(text);
  return (Object.keys(ways) as Compared[]).find((way) => most[way].test(plain)) ?? null;
}
const most: Readonly<Record<Compared, RegExp>> = {
  cheaper: new RegExp(`(?<!\\p{L})(?:${ways.cheaper}|cheapest|least expensive)(?!\\p{L})`, 'iu'),
  bigger: new RegExp(`(?<!\\p{L})(?:${ways.bigger}|biggest|largest|roomiest|m[aá]s (?:metros|amplia))(?!\\p{L})`, 'iu'),
  smaller: new RegExp(`(?<!\\p{L})(?:${ways.smaller}|smallest)(?!\\p{L})`, 'iu'),
};

/** Words that set homes side by side: "which of them", "between this one and", "what's the difference". */
const sideBySide =
  /(?<!\p{L})(?:which (?:one|of|has|is|house|home|condo)|between|differen(?:ce|t)s?|compar\p{L}*|versus|vs|both(?: of them)?|either|neither|th[eo]se two|each(?: one)?|cu[aá]l(?:es)?|diferencias?|entre|las dos|los dos|ambas)(?!\p{L})/iu;

/** Whether a question is one of several homes. */
export const comparesHomes = (text: string): boolean => sideBySide.test(plainText(text));
