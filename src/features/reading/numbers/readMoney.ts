import type { Money, Read } from '../model.ts';
import { readAddress } from '../place/readAddress.ts';
import { matchesIn, spanOf } from '../text/matchesIn.ts';
import { plainText } from '../text/plainText.ts';
import { phonePattern } from './phonePattern.ts';
import { spokenSums } from './spokenSums.ts';

// No home costs less; smaller sums in a chat are rents, fees and deposits.
const leastDollars = 10_000;
const leastRentDollars = 100;
const mostDollars = 500_000_000;

const amount =
  /(?<![\w.,])(us\$|\$|usd\s)?\s?(\d{1,3}(?:[.,]\d{3}){1,3}(?!\d)|\d{1,9})(\.\d{1,2})?\s?(k|mm|m|mil|mill|mln|mn|mill?ones|mill?[oó]n|million|hundred(?:\s(?:thousand|k|grand))?|thousand|grand)?(?:\s?(dollars|d[oó]lares|usd|bucks))?(?:(?![\p{L}\d])|(?=-?ish\b))/giu;
/** "Low 700s", "in the 400s", "mid fours": prices of homes, in thousands. */
const hundreds =
  /\b(?:(?:(low|mid|high) to )?(low|lower|mid|middle|high|upper)(?:er)?[- ]?(?: of the )?|in the |the )(?:\$?([1-9]00)(?:'?s|k'?s)|(?<=(?:low|mid|high|upper)[- ])(ones|twos|threes|fours|fives|sixes|sevens|eights|nines))\b/gi;
const decades = ['ones', 'twos', 'threes', 'fours', 'fives', 'sixes', 'sevens', 'eights', 'nines'];
const thirds: Record<string, [number, number]> = { low: [0, 35], mid: [35, 65], hig: [65, 99], upp: [65, 99] };

const otherUnit =
  /^(?:\s?-?\s?(?:years?|yrs?|days?|d\b|weeks?|wks?|months?|mos?\b|min(?:ute)?s?\b(?!\s?\d)|hours?|hrs?|bed|br\b|bd|ba\b|bath|sq|acres?|am\b|pm\b|a\.m|p\.m|th\b|st\b|nd\b|rd\b|miles?|blocks?|people|kids|persons?|d[ií]as|semanas|mes(?:es)?\b|a[nñ]os|rec[aá]maras|cuartos|habitaciones|rooms?)|\s?[%/:°]|-(?:bed|story|car))/i;
const room = /(?:\b(?:unit|apt\.?|apartment|suite|ste\.?|room|departamento|depto\.?)\s|#)\s?#?\d+(?!\d|\s?k|,\d)/gi;
const leadsToThousands =
  /(?:\b(?:around|about|approx(?:imately)?|hoping(?:\sfor)?|thinking|asking|priced\sat|looking\s(?:for|at)|worth|under|below|sub|over|above|up\sto|upto|back\sto|stretch(?:ing)?\sto|go(?:ing)?\s(?:up\s)?to|bump(?:ing)?(?:\sit)?(?:\sup)?\sto|exceeding|spend|afford|buying,?|pay|rent(?:als?|ing)?|budget(?:\s(?:is|of|really|actually|now|only|more|like|still|was))*|(?:max|min)(?:imum)?(?:\s(?:price|budget|rent))?(?:\sof)?|more\sthan|less\sthan|at\s(?:most|least)|between|from|range(?:\s(?:is|of))?|price(?:\s(?:is|of))?|low|mid|high|(?:all[- ]in|ceiling|limit|tope|top\sout|somewhere|could\s(?:maybe\s|probably\s)?do|so|(?:my|our)\s(?:number|price|ask))(?:\s(?:is|at|of|son|es|de|around|like))?|hasta|pas\w+\sde|m[aá]s\sde|menos\sde|como|unos|alrededor\sde|entre)|~)\s?\$?$/i;
const noMore =
  /(?:\b(?:not|cannot|never|without)|n't)\s[^.?!,\d]{0,24}(?:more\sthan|over|above|beyond|exceed(?:ing)?)\s\$?$/i;
const noLess = /(?:\b(?:not|cannot|never|without)|n't)\s[^.?!,\d]{0,24}(?:less\sthan|under|below)\s\$?$/i;
const wanted = /\b(?:want|wants|like|expect|get|accept|take|happy\swith|for|so|quiero|por)\s\$?$/i;
const upTo =
  /(?:\b(?:under|below|sub|up\sto|upto|max(?:imum)?(?:\s(?:price|budget|cost|rent|spend))?(?:\s(?:of|is)|:)?|no(?:t)?\s(?:more|higher|greater)\sthan|(?:no|not|nothing|none)\s(?:over|above|past|beyond)|south\sof|at\sor\s(?:below|under)|(?:not|without|never)\sexceed(?:ing)?|(?<!\bnot\s)(?<!\bno\s)less\sthan|cheaper\sthan|lower\sthan|at\smost|as\shigh\sas|within|can'?t\s(?:go|do|spend)\s(?:over|above|more\sthan)|hasta|no\sm[aá]s\sde|no\spas\w+\sde|sin\spasar\sde|menos\sde|m[aá]ximo(?:\sde)?)|<)\s?$/i;
const upToAfter =
  /^\s?(?:max\b(?!\s?\d)|maximum(?!\s?\d)|(?:or|and)\s(?:less|under|below|lower)|tops\b|(?:is\s)?(?:my\s|our\s|the\s)?(?:absolute\s|hard\s)?(?:ceiling|limit)\b|at\s(?:the\s)?most|m[aá]ximo|o\smenos)/i;
const atLeast =
  /(?:\b(?:at\sleast|over|above|more\sthan|(?:greater|higher|bigger)\sthan|exceeding|upwards?\sof|min(?:imum)?(?:\s(?:price|budget))?(?:\s(?:of|is))?|(?:starting\s)?from|(?:starting|beginning)\s(?:at|from)|north\sof|no(?:t)?\sless\sthan|al\smenos|m[aá]s\sde|m[ií]nimo(?:\sde)?)|>)\s?$/i;
const atLeastAfter =
  /^\s?(?:\+|(?:or|and)\s(?:more|above|up|over|higher|better)|min\b(?!\s?\d)|at\sleast(?!\s?\d)|minimum|plus\b|upwards?\b|o\sm[aá]s)/i;
const joins =
  /^\s?(?:-|&|to|and|or|until|up to|(?:and|but) (?:below|under|up to|less than)|a|y|o|u|hasta|,?\s?(?:maybe|perhaps|possibly|or|quiz[aá]s?))\s?\$?\s?$/i;
const otherSum =
  /\b(?:down(?:\spayment)?|deposit|owe|mortgage(?:\s(?:is|of))?|fee|hoa|tax(?:es)?|salary|make|earn|zip(?:\scode)?|income(?:\sis|\sof)?|maintenance|dues|insurance|commission|payments?|utilities|bonus|closing\scosts?|repairs?|earns?|makes?|ganamos|gano)\s?(?:fees?\s)?(?:of|is|are|like|roughly|some|nearly|almost|como|about|around|under|below|less than|up to|over|at most|max(?:imum)?|costs?|:)?\s?$/i;
const rentSum = /\brent(?:al)?(?:\sis|ing\sfor)?\s?(?:of|is|about|around|:)?\s?$/i;
// Sums that others got, or that were paid once, say nothing of what is wanted now.
const othersSum =
  /\b(?:(?:neighbou?rs?|they|he|she|someone|somebody|comps?|zillow|zestimate|redfin|owners?|house|home|place)\b[^.?!,;]{0,30}\b(?:sold|got|offered|paid|gave|says?|went)|(?:i|we) (?:paid|bought)|offered (?:us|me))\b[^.?!,;\d]{0,20}$/i;
const perMonth =
  /^\s?(?:(?:al|por)\smes\b|mensual(?:es)?\b|(?:\/|per\s|a\s|each\s)\s?(?:mo(?:nth)?|w(?:ee)?k)\b|p[wc]m?\b|monthly|weekly)/i;
const otherSumAfter =
  /^\s?(?:(?:in\s)?cash\s(?:for|as|to\sput)\s(?:(?:a|my|our|the)\s)?(?:down|deposit)\b|saved\b|(?:ahorrad|guardad|juntad)os?\b|(?:(?:in|of|for|as|de|para(?:\sel)?)\s(?:(?:a|my|our|the|el)\s)?)?(?:mortgage|loan|down(?:\s?payment)?\b|deposit|savings|salary|income|in\s(?:savings|repairs|equity|debt)|(?:a|per)\syear|annual|hoa\b|fees?\b|maintenance|commission|equity|debt|lien|enganche|pago\sinicial|ahorros?))/i;

const takenBack =
  /(?:\b(?:no|not|n't|instead of|rather than|en vez de|en lugar de)(?: the)?|\b(?:i|we) (?:said|wrote|put)|\bdije) \$?$/i;

/** How sums are meant: `bare`, a price was asked for; `rent`, by the month. */
interface Meaning {
  bare?: boolean;
  rent?: boolean;
}

interface Amount {
  start: number;
  end: number;
  number: number;
  factor: number | null;
  /** Said as money: a sign, a unit, or a form that only money has. */
  sure: boolean;
  dollarSign: boolean;
}

const hint =
  /\d|thousand|mil|grand|hundred|ty\b|cient|quinient|fours|fives|sixes|sevens|eights|nines|threes|twos|ones/i;

/**
 * The price or budget in a message: "$1.2m", "between 450 and 500", "no more than 600k", "750 to 800 thousand".
 * Days, beds, years, ZIP codes, phone numbers, addresses, rents and fees are none. `bare` says that a price was
 * asked for, so that "680" alone is 680,000; `rent`, that sums are monthly rents: "2300" is 2,300. A single sum has both bounds equal.
 */
export function readMoney(text: string, options: Meaning = {}): Read<Money> | null {
  if (!hint.test(text)) return null;
  const plain = plainText(text);
  const about = inTheHundreds(plain);
  if (about) return about;
  const amounts = amountsOf(plain, options);
  for (let index = 0; index < amounts.length; index++) {
    const first = amounts[index] as Amount;
    const second = amounts[index + 1];
    const range =
      second && joins.test(plain.slice(first.end, second.start)) ? rangeOf(plain, first, second, options) : null;
    if (range) return range;
    // "450, not 400", "I said 400 but meant 450": a sum that is taken back counts only where nothing else is said.
    if (amounts.length > 1 && takenBack.test(plain.slice(Math.max(0, first.start - 24), first.start)) && second)
      continue;
    const single = singleOf(plain, first, options);
    if (single) return capped(plain, single, amounts.slice(index + 1), options);
  }
  return null;
}

/** "Around 650k, up to 700": the second sum is the most, the first only what would be nice. */
function capped(plain: string, said: Read<Money>, rest: readonly Amount[], options: Meaning): Read<Money> {
  const { minCents, maxCents } = said.value;
  const next = rest[0];
  if (next === undefined || minCents === null || minCents !== maxCents) return said;
  const cap = singleOf(plain, next, options);
  const isCap = cap !== null && cap.value.minCents === null && (cap.value.maxCents ?? 0) > minCents;
  return isCap ? { ...cap, start: said.start } : said;
}

function inTheHundreds(plain: string): Read<Money> | null {
  const [first, second] = matchesIn(hundreds, plain);
  if (!first) return null;
  const low = boundsOf(first);
  const end = first.index + first[0].length;
  if (!second || !joins.test(plain.slice(end, second.index))) return moneyAt(first.index, end, ...low);
  return moneyAt(first.index, second.index + second[0].length, low[0], boundsOf(second)[1]);
}

function boundsOf([, from, part = '', digits, named = '']: RegExpExecArray): [number, number] {
  const base = (digits ? Number(digits) / 100 : decades.indexOf(named.toLowerCase()) + 1) * 100_000;
  const third = (word: string) => thirds[word.toLowerCase().slice(0, 3)] ?? [0, 99];
  return [base + third(from ?? part)[0] * 1000, base + third(part)[1] * 1000];
}

const millionDollars = /\bmillion[- ]dollars?\b/gi;

function amountsOf(plain: string, { bare = false, rent = false }: Meaning): Amount[] {
  const taken: { start: number; end: number }[] = [phonePattern, room]
    .flatMap((form) => matchesIn(form, plain))
    .map(spanOf);
  const address = readAddress(plain);
  if (address) taken.push(address);
  const found: Amount[] = [];
  for (const match of matchesIn(amount, plain)) {
    const [whole, sign, digits = '', decimals = '', unit, currency] = match;
    const start = match.index + whole.length - whole.trimStart().length;
    const end = match.index + whole.trimEnd().length;
    if (taken.some((span) => start < span.end && end > span.start)) continue;
    // A license or an account, and no sum.
    if (/^0\d/.test(digits)) continue;
    const number = Number(digits.replace(/[.,](?=\d{3})/g, '') + decimals);
    const grouped = /[.,]/.test(digits);
    const monthly = perMonth.test(plain.slice(end, end + 10));
    if (monthly && !rent) continue;
    if (!unit && !sign && !currency && !monthly && otherUnit.test(plain.slice(end, end + 14))) continue;
    const sure =
      sign !== undefined || unit !== undefined || currency !== undefined || grouped || digits.length >= 6 || monthly;
    const roundFive = digits.length === 5 && number % 1000 === 0;
    found.push({
      start,
      end,
      number,
      factor: factorOf(unit, number, plain),
      sure: sure || (roundFive && (bare || !/\bzip/i.test(plain))),
      dollarSign: sign !== undefined,
    });
  }
  for (const { start, end, number, whole } of spokenSums(plain)) {
    if (found.some((one) => start < one.end && end > one.start)) continue;
    if (!whole && otherUnit.test(plain.slice(end, end + 14))) continue;
    found.push({ start, end, number, factor: whole ? 1 : null, sure: whole, dollarSign: false });
  }
  for (const match of matchesIn(millionDollars, plain)) {
    const { index } = match;
    if (found.some((one) => index < one.end && index + 7 > one.start)) continue;
    const end = index + match[0].length;
    found.push({ start: index, end, number: 1_000_000, factor: 1, sure: true, dollarSign: false });
  }
  return found.sort((a, b) => a.start - b.start);
}

function factorOf(unit: string | undefined, number: number, said: string): number | null {
  if (!unit) return null;
  const word = unit.toLowerCase();
  // "Under 5 hundred" is of homes, as 500 is.
  if (word.startsWith('hundred')) return 100_000;
  if (word === 'k' || word === 'thousand' || word === 'grand') return 1000;
  // "1.2 mil" is an American's million, "600 mil" and "5 mil dólares" are a Spaniard's thousands.
  if (word === 'mil') return number < 20 && !isSpanish(said) ? 1_000_000 : 1000;
  return 1_000_000;
}

const isSpanish = (said: string): boolean =>
  /\b(?:d[oó]lares|pesos)\b|\bmil (?:para|de|por|que|y|ahorrad\w*)\b/i.test(said);

function dollarsOf(plain: string, amount: Amount, { bare = false, rent = false }: Meaning): number | null {
  const { start, number, factor, sure, dollarSign } = amount;
  if (factor !== null) return number * factor;
  const led =
    leadsToThousands.test(plain.slice(Math.max(0, start - 26), start)) ||
    (number >= 200 && wanted.test(plain.slice(Math.max(0, start - 16), start))) ||
    (number >= 100 && upToAfter.test(plain.slice(amount.end, amount.end + 16)));
  if (rent) return sure || bare || led ? number : null;
  const inThousands = number >= 100 && number < 1000;
  if (inThousands && (bare || dollarSign || led)) {
    return number * 1000;
  }
  if (bare && number > 1 && number < 10 && !Number.isInteger(number)) return number * 1_000_000;
  return sure ? number : null;
}

function rangeOf(plain: string, first: Amount, second: Amount, meaning: Meaning): Read<Money> | null {
  const before = plain.slice(Math.max(0, first.start - 60), first.start);
  if (isOtherSum(before, meaning)) return null;
  const opened =
    meaning.bare ||
    first.sure ||
    leadsToThousands.test(before) ||
    /^\s?(?:price )?range\b/i.test(plain.slice(second.end, second.end + 14));
  const high = dollarsOf(plain, second, { ...meaning, bare: opened });
  if (high === null) return null;
  const low = lowOf(plain, first, second, high, { ...meaning, bare: opened });
  if (low === null || low > high || !fits(low, meaning) || !fits(high, meaning)) return null;
  return moneyAt(first.start, second.end, low, high);
}

/** The lower bound takes the unit of the upper one: "450-500k"; "4-500k" takes its hundreds too. */
function lowOf(plain: string, first: Amount, second: Amount, high: number, meaning: Meaning): number | null {
  if (first.factor !== null || first.number >= 1000) return dollarsOf(plain, first, meaning);
  if (meaning.rent && second.factor === null) return first.number;
  const inHundreds = first.number < 10 && high >= 200_000 && high < 1_000_000 && high % 100_000 === 0;
  if (inHundreds) return first.number * 100_000;
  const { factor } = second;
  // "Two fifty to three hundred thousand": said out, the upper one has no unit to share.
  const shared = factor === null || factor === 1 ? (high >= 1_000_000 ? 1_000_000 : 1000) : factor;
  return first.number * shared;
}

function singleOf(plain: string, one: Amount, meaning: Meaning): Read<Money> | null {
  const dollars = dollarsOf(plain, one, meaning);
  if (dollars === null || !fits(dollars, meaning)) return null;
  const before = plain.slice(Math.max(0, one.start - 60), one.start);
  const after = plain.slice(one.end, one.end + 16);
  if (isOtherSum(before, meaning) || otherSumAfter.test(after)) return null;
  if (noLess.test(before)) return moneyAt(one.start, one.end, dollars, null);
  if (noMore.test(before) || upTo.test(before) || upToAfter.test(after))
    return moneyAt(one.start, one.end, null, dollars);
  if (atLeast.test(before) || atLeastAfter.test(after)) return moneyAt(one.start, one.end, dollars, null);
  return moneyAt(one.start, one.end, dollars, dollars);
}

const fits = (dollars: number, { rent = false }: Meaning): boolean =>
  dollars >= (rent ? leastRentDollars : leastDollars) && dollars <= mostDollars;
const isOtherSum = (before: string, { rent = false }: Meaning): boolean =>
  otherSum.test(before) || othersSum.test(before) || (!rent && rentSum.test(before));

function moneyAt(start: number, end: number, low: number | null, high: number | null): Read<Money> {
  const cents = (dollars: number | null) => (dollars === null ? null : Math.round(dollars * 100));
  return { value: { minCents: cents(low), maxCents: cents(high), currency: 'USD' }, start, end };
}
