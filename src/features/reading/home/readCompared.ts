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
