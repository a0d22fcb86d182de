import { plainText } from '../reading/plainText.ts';

/** What a sum or a figure is of, as the words beside it say. `own`: nothing says that it is anything but what they would pay or get. */
export type SumOwner = 'own' | 'debt' | 'tax' | 'dues' | 'rent' | 'repair' | 'others' | 'paid' | 'income';

export interface OwnedSum {
  owner: SumOwner;
  text: string;
  start: number;
  end: number;
}

const sum = /\$?\b\d[\d.,]*\d?(?:\s?(?:k|m|mil|mill[oó]n(?:es)?|thousand|million|grand))?\b/giu;
const before: readonly (readonly [SumOwner, RegExp])[] = [
  [
    'debt',
    /\b(?:owe[sd]?|owing|debo|debe(?:mos|n)?|todav[ií]a se debe|balance|payoff|left on (?:it|the)|mortgage (?:of|is|balance)|loan (?:of|is|balance)|behind)(?:\s\S+){0,4}\s*$/iu,
  ],
  ['tax', /\b(?:tax(?:es)?|impuestos?|predial)(?:\s\S+){0,4}\s*$/iu],
  ['dues', /\b(?:hoa|dues|condo fee|cuota)(?:\s\S+){0,4}\s*$/iu],
  [
    'repair',
    /\b(?:repair\w*|roof|rehab|remodel\w*|fix\w*|estimate|est|quote[ds]?|techo|arregl\w+|plumbing|foundation|ac|hvac|pal|furnace)(?:\s\S+){0,3}\s*$/iu,
  ],
  ['rent', /\b(?:rent(?:s|ing|ed)? (?:for|is|at)?|renta|lease|getting|i(?:'d)? get|cobro)(?:\s\S+){0,2}\s*$/iu],
  [
    'others',
    /\b(?:zillow|zestimate|redfin|opendoor|county|cad|appraised?|comps?|neighbou?rs?|sister\w*|brother\w*|ofrece[n]?|offered|offers?|said|says|guy|fellow|se[nñ]or|sold (?:for|at)|went for|aval[uú]o)(?:\s\S+){0,5}\s*$/iu,
  ],
  ['paid', /\b(?:paid|bought|cost(?:\sme|\sus)?|me cost[oó]|compr[eé]|pagu[eé])(?:\s\S+){0,4}\s*$/iu],
  [
    'income',
    /\b(?:(?:i|we|i'll|together) (?:make|earn)|salary|income|gano|ganamos|saved|savings|ahorrad\w+|score|credit)(?:\s\S+){0,4}\s*$/iu,
  ],
];
const after: readonly (readonly [SumOwner, RegExp])[] = [
  ['rent', /^\s*(?:\/|per|a|al|each)\s?(?:mo\b|month|mes)|^\s*(?:monthly|mensual)/iu],
  ['debt', /^\s*(?:left|behind|owed|on the (?:mortgage|loan)|to the bank|al banco|todav[ií]a)/iu],
  ['tax', /^\s*(?:\S+\s){0,3}?(?:is |are |was |en |in |of |de )?(?:the |my |los )?(?:tax(?:es)?|impuestos?)\b/iu],
  ['dues', /^\s*(?:\S+\s){0,2}?(?:hoa|dues)\b/iu],
  [
    'repair',
    /^\s*(?:for|in|de|son|pal?|para)\s(?:the |el |la )?(?:\w+ )?(?:repairs?|roof|rehab|remodel\w*|arreglos?|techo)/iu,
  ],
];

/** Every figure of a message that may be a sum, and what it is of. */
export function sumOwners(text: string): OwnedSum[] {
  const plain = plainText(text);
  return [...plain.matchAll(sum)].map((match) => {
    const { 0: words, index: start } = match;
    const end = start + words.length;
    const clause =
      plain
        .slice(0, start)
        .split(/[.;!?\n]|,(?!\d)/)
        .at(-1) ?? '';
    const rest = plain.slice(end);
    const owner =
      after.find(([, pattern]) => pattern.test(rest))?.[0] ??
      before.find(([, pattern]) => pattern.test(clause))?.[0] ??
      'own';
    return { owner, text: words, start, end };
  });
}
