import { matchesIn } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { phonePattern } from './phonePattern.ts';

/**
 * The thing that a sum or a figure is of, as the words beside it say. `own`: nothing says that it is anything but what they would pay or get. `loan`:
 * what a bank would lend, which is their own where no other sum is.
 */
type SumOwner =
  | 'own'
  | 'loan'
  | 'debt'
  | 'tax'
  | 'dues'
  | 'rent'
  | 'repair'
  | 'gift'
  | 'others'
  | 'paid'
  | 'income'
  | 'length';

interface OwnedSum {
  owner: SumOwner;
  text: string;
  start: number;
  end: number;
}

const sum =
  /(?<![\w.,$])\$?\d[\d.,]*(?<![.,])(?:\s?(?:k|m|mm|mil|mill[oó]n(?:es)?|thousand|million|grand)(?![a-z\u00e0-\u00ff\d]))?(?![\d])/gi;
// The first that fits is the owner: debts on a home come before words about it.
const before: readonly (readonly [SumOwner, RegExp])[] = [
  ['own', /\b(?:budget|top out|ceiling|tope|presupuesto)(?:\s\S+){0,4}\s*$/i],
  [
    'debt',
    /\b(?:(?<!nothing |not )owe[sd]?|owing|debo|debe(?:mos|n)?|todav[ií]a se debe|(?:loan|mortgage) balance|payoff|balance|left on (?:it|the)|mortgage (?:of|is|balance)|loan (?:of|is|balance)|behind)(?:\s\S+){0,4}\s*$/i,
  ],
  ['tax', /\b(?:tax(?:es)?|impuestos?|predial)(?:\s\S+){0,4}\s*$/i],
  [
    'dues',
    /\b(?:hoa|dues|condo fee|cuota|insurance|seguro|fees?|closing costs?|fined|lien|stiffed)(?:\s\S+){0,6}\s*$/i,
  ],
  [
    'repair',
    /\b(?:repairs?|roof(?:er|ing)?|rehab|remodel\w*|fix(?:ing|ed)?|estimate|est|quote[ds]?|techo|arregl\w+|plumb(?:er|ing)|foundation|ac|hvac|pal|furnace|contractor|handyman|electrician|put|sunk|state farm|insurer)(?:\s\S+){0,3}\s*$/i,
  ],
  [
    'rent',
    /\b(?:rent(?:s|ing|ed)? (?:for|is|at)?|renta|lease|tenants?|was getting|i(?:'d)? get|cobro)(?:\s\S+){0,2}\s*$/i,
  ],
  [
    'gift',
    /\b(?:gift(?:s|ing|ed)?|giv(?:es?|ing) (?:us|me)|gonna (?:give|gift)|regala\w*|(?:chips?|chipping|throws?|pitch(?:es|ing)?) in|package pays)(?:\s\S+){0,3}\s*$/i,
  ],
  [
    'others',
    /\b(?:zillow|zestimate|redfin|opendoor|county|cad|apprais(?:ed?|er|al)|comps?|neighbou?rs?|cousin[\w']*|buddy['\w]*|friend[\w']*|coworker[\w']*|sister[\w']*|brother[\w']*|hers|his|ofrece[n]?|offered|offers?|guy|fellow|se[nñ]or(?:es)?|que dice|sold (?:for|at)|went for|priced it|aval[uú]o|that one|vecin[oa]s?)(?:\s\S+){0,6}\s*$/i,
  ],
  ['loan', /\b(?:bank|lender|credit union|banco) (?:said|says|told|will|would|gave|dice|dijo)(?:\s\S+){0,4}\s*$/i],
  [
    'paid',
    /\b(?:paid|bought|cost(?:\sme|\sus)?|me cost[oó]|compr[eé]|pagu[eé]|i'?m (?:at|in)|we'?re in)(?:\s\S+){0,4}\s*$/i,
  ],
  [
    'income',
    /\b(?:(?:i|we|i'll|together|n) (?:make|earn)|salary|income|gano|ganamos|saved|savings|ahorrad\w+|ahorros|juntad\w+|settlement|score|credits?|fico|tarjeta)\W?(?:\s\S+){0,4}\s*$/i,
  ],
];
const after: readonly (readonly [SumOwner, RegExp])[] = [
  ['rent', /^\s*(?:\/|per|a|al|each)\s?(?:mo\b|month|mes)|^\s*(?:monthly|mensual)/i],
  ['tax', /^\s?(?:a|per|\/)\s?(?:yr|year)\b/i],
  [
    'length',
    /^\s?(?:sq|acres?|feet|ft\b|foot|miles?|%|percent|words?|pies\b|years?|yrs?|months?|mos\b|meses|weeks?|wks?|semanas|days?|d[ií]as|a[nñ]os)/i,
  ],
  ['debt', /^\s*(?:left|behind|owed|on the (?:mortgage|loan)|to the bank|al banco|todav[ií]a)/i],
  ['tax', /^\s*(?:\S+\s){0,3}?(?:is |are |was |en |in |of |de )?(?:the |my |los )?(?:tax(?:es)?|impuestos?)\b/i],
  ['dues', /^\s*(?:\S+\s){0,2}?(?:hoa|dues)\b/i],
  [
    'repair',
    /^\s*(?:(?:for|in|de|son|pal?|para)\s)?(?:the |el |la )?(?:\w+ )?(?:repairs?|roof|rehab|remodel\w*|arreglos?|techo)\b|^\s?in it\b|^\s?(?:buy|all in)\b/i,
  ],
  ['loan', /^\s?(?:is|was|es|fue) (?:what|lo que) (?:the |my |el |mi )?(?:bank|lender|credit union|banco)\b/i],
  ['rent', /^\s*(?:is|was|es|era|son)\s(?:\S+\s){0,2}?(?:rent|renta)\b/i],
  ['debt', /^\s*(?:is|was|es|era|son)\s(?:\S+\s){0,3}?(?:owe|mortgage|debt|debo|debemos|hipoteca|deuda)\b/i],
  ['dues', /^\s*(?:is|was|es|era|son)\s(?:\S+\s){0,2}?(?:fees?|insurance|payments?|seguro|cuota)\b/i],
  [
    'income',
    /^\s*(?:is|was|es|era|son)\s(?:\S+\s){0,3}?(?:salary|income|savings|down|deposit|(?:i|we) (?:make|earn|saved)|sueldo|ahorros|enganche|gano|ganamos)\b/i,
  ],
  ['gift', /^\s?(?:(?:gift|from (?:my|our|his|her) (?:dad|mom|parents|in-?laws|mother|father))\b)/i],
  [
    'income',
    /^\s?(?:(?:(?:a|per|\/)\s?(?:yr|year)|saved|put aside|set aside|in savings|in the bank|ahorrad\w+|juntad\w+|liquid|in (?:exchange|retirement) funds|from (?:a|an|the|my|our|his|her) (?:settlement|sale|inheritance|trust|insurance)|an? (?:hr|hour)|salary|for (?:the |a |my )?down|down(?: payment)?)\b)/i,
  ],
];

/** The words right before a sum that says what is meant after all that was weighed: "so purchase price like 390", "I'd rather 400". */
const settles =
  /(?:\b(?:rather|purchase price|budget|so(?: call it)?|make (?:it|that)|call it|instead|pero (?:prefiero|mejor)|mejor|quedarme en)(?:\s(?:is|more|like|about|at|stay|do|be|spend|keep it|around|a|en|under)){0,3}\s*)$/i;
/** "My wife keeps saying 575, so call it that": the last one named. */
const settlesOnLast = /\b(?:call it|go with|make it|say) (?:that|hers|his|theirs)\b/i;
const joined = /^\s?(?:-|–|to|and|or|a|y|o|&|max|maybe|,?\s?up to|hasta)\s?\$?$/i;

/** Characters beside a figure that may say what it is the price of. */
const windowChars = 120;
/** Nobody names more of them; of a longer list the rest is nobody's. */
const mostSums = 20;

/** Every figure of a message that may be a sum, and what it is of. */
export function sumOwners(text: string): OwnedSum[] {
  const plain = plainText(text).replace(phonePattern, (digits) => ' '.repeat(digits.length));
  return matchesIn(sum, plain)
    .slice(0, mostSums)
    .map((match) => {
      const { 0: words, index: start } = match;
      const end = start + words.length;
      const clause =
        plain
          .slice(Math.max(0, start - windowChars), start)
          .split(
            /[.;!?\n](?!\d)|(?<!\b(?:salary|income|savings|score)),(?!\d)|\b(?:but|although|pero|so|incl\w*|then)\b|\sand\s(?=(?:i|we|my|our)\b)/i,
          )
          .at(-1) ?? '';
      const rest = plain.slice(end, end + windowChars).split(/[.;!?\n](?!\d)|,(?!\d)/)[0] ?? '';
      const owner =
        after.find(([, pattern]) => pattern.test(rest))?.[0] ??
        before.find(([, pattern]) => pattern.test(clause))?.[0] ??
        'own';
      return { owner, text: words, start, end };
    });
}

/**
 * The text with blanks where a sum stands that is not what they would pay or get; of several of their own, the one on which they settle
 * stays. Every other word stands where it stood.
 */
export function withOwnSums(text: string): string {
  const sums = sumOwners(text);
  const own = sums.filter(({ owner }) => owner === 'own');
  const kept = own.length > 0 ? own : sums.filter(({ owner }) => owner === 'loan');
  const plain = plainText(text);
  const [first, last] = [kept[0], kept.at(-1)];
  const isRange = first !== last && first && last && joined.test(plain.slice(first.end, last.start));
  const settled = settlesOnLast.test(plain)
    ? sums.at(-1)
    : kept.length > 1 && !isRange
      ? kept.findLast(({ start }) => settles.test(plain.slice(Math.max(0, start - windowChars), start)))
      : undefined;
  const stay = new Set(settled === undefined ? kept : [settled]);
  const pieces: string[] = [];
  let from = 0;
  for (const one of sums) {
    if (stay.has(one)) continue;
    pieces.push(plain.slice(from, one.start), `,${' '.repeat(one.end - one.start - 1)}`);
    from = one.end;
  }
  return [...pieces, plain.slice(from)].join('');
}
