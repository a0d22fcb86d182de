import type { Money, Read } from './model.ts';
import { plainText } from './plainText.ts';
import { readAddress } from './readAddress.ts';

// No home costs less; smaller sums in a chat are rents, fees and deposits.
const leastDollars = 10_000;
const mostDollars = 500_000_000;

const amount =
  /(?<![\w.,])(us\$|\$|usd\s)?\s?(\d{1,3}(?:[.,]\d{3}){1,3}(?!\d)|\d{1,9})(\.\d{1,2})?\s?(k|mm|m|mil|mill?ones|mill?[oó]n|million|thousand|grand)?(?:\s?(dollars|d[oó]lares|usd|bucks))?(?![\p{L}\d])/giu;
const inWords =
  /\b(half a|a|one|two|three|four|five|six|seven|eight|nine)(\shundred)?(?:\sand)?(\s(?:ten|twenty|twenty-five|thirty|forty|fifty|sixty|seventy|seventy-five|eighty|ninety))?\s(thousand|grand|million|k)\b/gi;
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
const ones = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

const otherUnit =
  /^(?:\s?-?\s?(?:years?|yrs?|days?|d\b|weeks?|wks?|months?|mos?\b|min(?:ute)?s?\b|hours?|hrs?|bed|br\b|bd|ba\b|bath|sq|acres?|am\b|pm\b|a\.m|p\.m|th\b|st\b|nd\b|rd\b|miles?|blocks?|people|kids|persons?|d[ií]as|semanas|mes(?:es)?\b|a[nñ]os|rec[aá]maras|cuartos|habitaciones|rooms?)|\s?[%/:°]|-(?:bed|story|car))/i;
const phone = /(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/g;
const leadsToThousands =
  /(?:\b(?:around|about|approx(?:imately)?|hoping(?:\sfor)?|thinking|asking|priced\sat|looking\s(?:for|at)|worth|under|below|over|up\sto|budget(?:\s(?:is|of))?|max(?:imum)?(?:\sof)?|more\sthan|less\sthan|at\s(?:most|least)|between|from|range(?:\s(?:is|of))?|price(?:\s(?:is|of))?|low|mid|high|hasta|m[aá]s\sde|menos\sde|como|unos|alrededor\sde|entre)|~)\s?\$?$/i;
const upTo =
  /(?:\b(?:under|below|up\sto|upto|max(?:imum)?(?:\s(?:of|is))?|no(?:t)?\smore\sthan|no\shigher\sthan|less\sthan|at\smost|as\shigh\sas|within|can'?t\s(?:go|do|spend)\s(?:over|above|more\sthan)|hasta|no\sm[aá]s\sde|menos\sde|m[aá]ximo(?:\sde)?)|<)\s?$/i;
const upToAfter = /^\s?(?:max\b|maximum|or\s(?:less|under|below|lower)|tops\b|at\s(?:the\s)?most|m[aá]ximo|o\smenos)/i;
const atLeast =
  /(?:\b(?:at\sleast|over|above|more\sthan|min(?:imum)?(?:\s(?:of|is))?|starting\s(?:at|from)|no(?:t)?\sless\sthan|al\smenos|m[aá]s\sde|m[ií]nimo(?:\sde)?)|>)\s?$/i;
const atLeastAfter = /^\s?(?:\+|or\s(?:more|above|higher|better)|at\sleast|minimum|plus\b|o\sm[aá]s)/i;
const joins = /^\s?(?:-|to|and|or|until|a|y|hasta)\s?\$?\s?$/i;
const otherSum =
  /\b(?:rent(?:\sis|ing\sfor)?|down(?:\spayment)?|deposit|owe|mortgage(?:\s(?:is|of))?|fee|hoa|tax(?:es)?|salary|make|earn|zip(?:\scode)?|income(?:\sis|\sof)?)\s?(?:of|is|about|around|:)?\s?$/i;

interface Amount {
  start: number;
  end: number;
  number: number;
  factor: number | null;
  /** Said as money: a sign, a unit, or a form that only money has. */
  sure: boolean;
  dollarSign: boolean;
}

/**
 * The price or budget in a message: "$1.2m", "between 450 and 500", "no more than 600k", "750 to 800 thousand".
 * Days, beds, years, ZIP codes, phone numbers, addresses, rents and fees are none. `bare` says that a price was
 * asked for, so that "680" alone is 680,000. A single sum has both bounds equal.
 */
export function readMoney(text: string, options: { bare?: boolean } = {}): Read<Money> | null {
  if (!/\d|thousand|million|grand|hundred/i.test(text)) return null;
  const plain = plainText(text);
  const amounts = amountsOf(plain, options.bare === true);
  for (let index = 0; index < amounts.length; index++) {
    const first = amounts[index] as Amount;
    const second = amounts[index + 1];
    const range =
      second && joins.test(plain.slice(first.end, second.start))
        ? rangeOf(plain, first, second, options.bare === true)
        : null;
    if (range) return range;
    const single = singleOf(plain, first, options.bare === true);
    if (single) return single;
  }
  return null;
}

function amountsOf(plain: string, bare: boolean): Amount[] {
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
    if (!unit && !sign && !currency && otherUnit.test(plain.slice(end, end + 14))) continue;
    const sure = sign !== undefined || unit !== undefined || currency !== undefined || grouped || digits.length >= 6;
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
    if (/^(?:a|one)$/i.test(lead) && !hundred && !/million/i.test(unit)) continue;
    found.push({
      start: match.index,
      end: match.index + whole.length,
      number,
      factor: factorOf(unit, number),
      sure: true,
      dollarSign: false,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

function factorOf(unit: string | undefined, number: number): number | null {
  if (!unit) return null;
  const word = unit.toLowerCase();
  if (word === 'k' || word === 'thousand' || word === 'grand') return 1000;
  // "1.2 mil" is an American's million, "600 mil" a Spaniard's thousand.
  if (word === 'mil') return number < 20 ? 1_000_000 : 1000;
  return 1_000_000;
}

function dollarsOf(plain: string, { start, number, factor, sure, dollarSign }: Amount, bare: boolean): number | null {
  if (factor !== null) return number * factor;
  const inThousands = number >= 100 && number < 1000;
  if (inThousands && (bare || dollarSign || leadsToThousands.test(plain.slice(Math.max(0, start - 26), start)))) {
    return number * 1000;
  }
  if (bare && number > 1 && number < 10 && !Number.isInteger(number)) return number * 1_000_000;
  return sure ? number : null;
}

function rangeOf(plain: string, first: Amount, second: Amount, bare: boolean): Read<Money> | null {
  const before = plain.slice(Math.max(0, first.start - 26), first.start);
  if (otherSum.test(before)) return null;
  const opened = bare || first.sure || leadsToThousands.test(before);
  const high = dollarsOf(plain, second, opened || first.sure);
  if (high === null) return null;
  const shared = second.factor ?? (second.number < 1000 ? 1000 : 1);
  const low = first.factor === null && first.number < 1000 ? first.number * shared : dollarsOf(plain, first, opened);
  if (low === null || low > high || !fits(low) || !fits(high)) return null;
  return moneyAt(first.start, second.end, low, high);
}

function singleOf(plain: string, one: Amount, bare: boolean): Read<Money> | null {
  const dollars = dollarsOf(plain, one, bare);
  if (dollars === null || !fits(dollars)) return null;
  const before = plain.slice(Math.max(0, one.start - 26), one.start);
  const after = plain.slice(one.end, one.end + 16);
  if (otherSum.test(before)) return null;
  if (upTo.test(before) || upToAfter.test(after)) return moneyAt(one.start, one.end, null, dollars);
  if (atLeast.test(before) || atLeastAfter.test(after)) return moneyAt(one.start, one.end, dollars, null);
  return moneyAt(one.start, one.end, dollars, dollars);
}

const fits = (dollars: number): boolean => dollars >= leastDollars && dollars <= mostDollars;

function moneyAt(start: number, end: number, low: number | null, high: number | null): Read<Money> {
  const cents = (dollars: number | null) => (dollars === null ? null : Math.round(dollars * 100));
  return { value: { minCents: cents(low), maxCents: cents(high), currency: 'USD' }, start, end };
}
