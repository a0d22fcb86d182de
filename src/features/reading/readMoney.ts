import type { Money, Read } from './model.ts';
import { numberOf } from './numberWords.ts';
import { plainText } from './plainText.ts';
import { readAddress } from './readAddress.ts';

// No home costs less; smaller sums in a chat are rents, fees and deposits.
const leastDollars = 10_000;
const leastRentDollars = 100;
const mostDollars = 500_000_000;

const amount =
  /(?<![\w.,])(us\$|\$|usd\s)?\s?(\d{1,3}(?:[.,]\d{3}){1,3}(?!\d)|\d{1,9})(\.\d{1,2})?\s?(k|mm|m|mil|mill|mln|mn|mill?ones|mill?[oó]n|million|hundred\s(?:thousand|k|grand)|thousand|grand)?(?:\s?(dollars|d[oó]lares|usd|bucks))?(?![\p{L}\d])/giu;
const inWords =
  /(?<!\bpoint\s)\b(half a|a|one|two|three|four|five|six|seven|eight|nine)(\shundred)?(?:\sand)?(\s(?:ten|twenty|twenty-five|thirty|forty|fifty|sixty|seventy|seventy-five|eighty|ninety))?\s(thousand|grand|million|mill?|k)\b/gi;
const tens: Record<string, number> = {
  ten: 10,
  twenty: 20,
  'twenty-five': 25,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  'seventy-five': 75,
  eighty: 80,
  ninety: 90,
};
/** "Four fifty", "two hundred": thousands where a price was asked for or leads to one. */
const shortWords =
  /\b(one|two|three|four|five|six|seven|eight|nine) (hundred|ten|twenty[- ]five|twenty|thirty|forty|fifty|sixty|seventy[- ]five|seventy|eighty|ninety)\b(?!\s(?:thousand|grand|million|k|percent|square|sq|days?|weeks?|months?|years?|miles?|minutes?|people|dollars?))/gi;
const ones = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const spanishHundreds: Record<string, number> = {
  cien: 100,
  ciento: 100,
  doscientos: 200,
  trescientos: 300,
  cuatrocientos: 400,
  quinientos: 500,
  seiscientos: 600,
  setecientos: 700,
  ochocientos: 800,
  novecientos: 900,
};
const spanishTens: Record<string, number> = {
  veinte: 20,
  veinticinco: 25,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
};
const inSpanishWords =
  /(?<!\p{L})(?:(medio mill[oó]n)|(un|dos|tres) mill?[oó]n(?:es)?|(cien(?:to)?|doscientos|trescientos|cuatrocientos|quinientos|seiscientos|setecientos|ochocientos|novecientos)(?: (veinte|veinticinco|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa))? mil)(?!\p{L})/giu;
const hundreds =
  /\b(?:(low|lower|mid|middle|high|upper)(?:er)?[- ]?(?: of the )?|in the |the )\$?([1-9]00)(?:'?s|k'?s)\b/i;
const thirds: Record<string, [number, number]> = { low: [0, 35], mid: [35, 65], hig: [65, 99], upp: [65, 99] };

const otherUnit =
  /^(?:\s?-?\s?(?:years?|yrs?|days?|d\b|weeks?|wks?|months?|mos?\b|min(?:ute)?s?\b(?!\s?\d)|hours?|hrs?|bed|br\b|bd|ba\b|bath|sq|acres?|am\b|pm\b|a\.m|p\.m|th\b|st\b|nd\b|rd\b|miles?|blocks?|people|kids|persons?|d[ií]as|semanas|mes(?:es)?\b|a[nñ]os|rec[aá]maras|cuartos|habitaciones|rooms?)|\s?[%/:°]|-(?:bed|story|car))/i;
const phone = /(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/g;
const leadsToThousands =
  /(?:\b(?:around|about|approx(?:imately)?|hoping(?:\sfor)?|thinking|asking|priced\sat|looking\s(?:for|at)|worth|under|below|sub|over|above|up\sto|upto|exceeding|spend|afford|pay|rent(?:als?|ing)?|budget(?:\s(?:is|of))?|(?:max|min)(?:imum)?(?:\s(?:price|budget|rent))?(?:\sof)?|more\sthan|less\sthan|at\s(?:most|least)|between|from|range(?:\s(?:is|of))?|price(?:\s(?:is|of))?|low|mid|high|hasta|m[aá]s\sde|menos\sde|como|unos|alrededor\sde|entre)|~)\s?\$?$/i;
const noMore =
  /(?:\b(?:not|cannot|never|without)|n't)\s[^.?!,\d]{0,24}(?:more\sthan|over|above|beyond|exceed(?:ing)?)\s\$?$/i;
const noLess = /(?:\b(?:not|cannot|never|without)|n't)\s[^.?!,\d]{0,24}(?:less\sthan|under|below)\s\$?$/i;
const wanted = /\b(?:want|wants|like|expect|get|accept|take|happy\swith|for|so|quiero|por)\s\$?$/i;
const upTo =
  /(?:\b(?:under|below|sub|up\sto|upto|max(?:imum)?(?:\s(?:price|budget|cost|rent|spend))?(?:\s(?:of|is)|:)?|no(?:t)?\s(?:more|higher|greater)\sthan|no(?:t)?\s(?:over|above)|(?:not|without|never)\sexceed(?:ing)?|(?<!\bnot\s)(?<!\bno\s)less\sthan|cheaper\sthan|lower\sthan|at\smost|as\shigh\sas|within|can'?t\s(?:go|do|spend)\s(?:over|above|more\sthan)|hasta|no\sm[aá]s\sde|menos\sde|m[aá]ximo(?:\sde)?)|<)\s?$/i;
const upToAfter =
  /^\s?(?:max\b(?!\s?\d)|maximum(?!\s?\d)|(?:or|and)\s(?:less|under|below|lower)|tops\b|at\s(?:the\s)?most|m[aá]ximo|o\smenos)/i;
const atLeast =
  /(?:\b(?:at\sleast|over|above|more\sthan|(?:greater|higher|bigger)\sthan|exceeding|upwards?\sof|min(?:imum)?(?:\s(?:price|budget))?(?:\s(?:of|is))?|(?:starting\s)?from|starting\sat|no(?:t)?\sless\sthan|al\smenos|m[aá]s\sde|m[ií]nimo(?:\sde)?)|>)\s?$/i;
const atLeastAfter =
  /^\s?(?:\+|(?:or|and)\s(?:more|above|up|over|higher|better)|min\b(?!\s?\d)|at\sleast(?!\s?\d)|minimum|plus\b|upwards?\b|o\sm[aá]s)/i;
const joins = /^\s?(?:-|&|to|and|or|until|a|y|hasta)\s?\$?\s?$/i;
const otherSum =
  /\b(?:down(?:\spayment)?|deposit|owe|mortgage(?:\s(?:is|of))?|fee|hoa|tax(?:es)?|salary|make|earn|zip(?:\scode)?|income(?:\sis|\sof)?|maintenance|dues|insurance|commission|payments?|utilities|bonus|closing\scosts?|repairs?)\s?(?:fees?\s)?(?:of|is|are|about|around|under|below|less than|up to|over|at most|max(?:imum)?|costs?|:)?\s?$/i;
const rentSum = /\brent(?:al)?(?:\sis|ing\sfor)?\s?(?:of|is|about|around|:)?\s?$/i;
// What others got or what was paid once says nothing of what is wanted now.
const othersSum =
  /\b(?:(?:neighbou?rs?|they|he|she|someone|somebody|comps?|zillow|zestimate|redfin|owners?|house|home|place)\b[^.?!,;]{0,30}\b(?:sold|got|offered|paid|gave|says?|went)|(?:i|we) (?:paid|bought)|offered (?:us|me))\b[^.?!,;\d]{0,20}$/i;
const perMonth = /^\s?(?:(?:\/|per\s|a\s|each\s)\s?(?:mo(?:nth)?|w(?:ee)?k)\b|p[wc]m?\b|monthly|weekly)/i;
const otherSumAfter =
  /^\s?(?:(?:in|of|for)\s(?:a\s)?)?(?:mortgage|loan|down(?:\s?payment)?\b|deposit|salary|income|in\s(?:savings|repairs|equity|debt)|(?:a|per)\syear|annual|hoa\b|fees?\b|maintenance|commission|equity|debt|lien)/i;

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
  /\d|thousand|mil|grand|hundred|ty\b|hundreds|cient|quinient|fours|fives|sixes|sevens|eights|nines|threes|twos|ones/i;

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

/** "Low 700s", "in the 400s": prices of homes, in thousands. */
function inTheHundreds(plain: string): Read<Money> | null {
  const match = hundreds.exec(plain);
  if (!match) return null;
  const base = Number(match[2]) * 1000;
  const [low, high] = thirds[(match[1] ?? '').toLowerCase().slice(0, 3)] ?? [0, 99];
  return moneyAt(match.index, match.index + match[0].length, base + low * 1000, base + high * 1000);
}

function amountsOf(plain: string, { bare = false, rent = false }: Meaning): Amount[] {
  const taken: { start: number; end: number }[] = [...plain.matchAll(phone)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
  }));
  const address = readAddress(plain);
  if (address) taken.push(address);
  const found: Amount[] = [];
  for (const match of plain.matchAll(amount)) {
    const [whole, sign, digits = '', decimals = '', unit, currency] = match;
    const start = match.index + whole.length - whole.trimStart().length;
    const end = match.index + whole.trimEnd().length;
    if (taken.some((span) => start < span.end && end > span.start)) continue;
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
      factor: factorOf(unit, number),
      sure: sure || (roundFive && (bare || !/\bzip/i.test(plain))),
      dollarSign: sign !== undefined,
    });
  }
  for (const match of plain.matchAll(inWords)) {
    const [whole, lead = '', hundred, ten, unit = ''] = match;
    const base = /half/i.test(lead) ? 0.5 : Math.max(1, ones.indexOf(lead.toLowerCase()));
    const number = base * (hundred ? 100 : 1) + (ten ? (tens[ten.trim().toLowerCase()] ?? 0) : 0);
    if (/^(?:a|one)$/i.test(lead) && !hundred && !/mil/i.test(unit)) continue;
    found.push({
      start: match.index,
      end: match.index + whole.length,
      number,
      factor: factorOf(unit, number),
      sure: true,
      dollarSign: false,
    });
  }
  for (const match of plain.matchAll(shortWords)) {
    const [whole, lead = '', ten = ''] = match;
    const number = ones.indexOf(lead.toLowerCase()) * 100 + (tens[ten.toLowerCase().replace(' ', '-')] ?? 0);
    const { index } = match;
    if (found.some((one) => index < one.end && index + whole.length > one.start)) continue;
    found.push({ start: index, end: index + whole.length, number, factor: null, sure: false, dollarSign: false });
  }
  for (const match of plain.matchAll(inSpanishWords)) {
    const [whole, half, millions, hundred = '', ten = ''] = match;
    const thousands = (spanishHundreds[hundred.toLowerCase()] ?? 0) + (spanishTens[ten.toLowerCase()] ?? 0);
    const number = half ? 500_000 : millions ? 1_000_000 * (numberOf(millions) ?? 1) : thousands * 1000;
    const { index } = match;
    found.push({ start: index, end: index + whole.length, number, factor: 1, sure: true, dollarSign: false });
  }
  for (const match of plain.matchAll(/\bmillion[- ]dollars?\b/gi)) {
    const { index } = match;
    if (found.some((one) => index < one.end && index + 7 > one.start)) continue;
    found.push({
      start: index,
      end: index + match[0].length,
      number: 1,
      factor: 1_000_000,
      sure: true,
      dollarSign: false,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

function factorOf(unit: string | undefined, number: number): number | null {
  if (!unit) return null;
  const word = unit.toLowerCase();
  if (word.startsWith('hundred')) return 100_000;
  if (word === 'k' || word === 'thousand' || word === 'grand') return 1000;
  // "1.2 mil" is an American's million, "600 mil" a Spaniard's thousand.
  if (word === 'mil') return number < 20 ? 1_000_000 : 1000;
  return 1_000_000;
}

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
  const opened = meaning.bare || first.sure || leadsToThousands.test(before);
  const high = dollarsOf(plain, second, { ...meaning, bare: opened });
  if (high === null) return null;
  const shared = second.factor ?? (second.number < 1000 && !meaning.rent ? 1000 : 1);
  const low =
    first.factor === null && first.number < 1000
      ? first.number * shared
      : dollarsOf(plain, first, { ...meaning, bare: opened });
  if (low === null || low > high || !fits(low, meaning) || !fits(high, meaning)) return null;
  return moneyAt(first.start, second.end, low, high);
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
