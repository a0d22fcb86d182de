import { numberOf } from '../reading/numbers/numberWords.ts';

export type FigureKind =
  | 'money'
  | 'percent'
  | 'area'
  | 'area-metric'
  | 'length'
  | 'time'
  | 'date'
  | 'phone'
  | 'year'
  | 'span'
  | 'count';

/** A figure of a text, with the thing that it counts and its wording. */
export interface Figure {
  kind: FigureKind;
  value: number | string;
  /** For money, what it is paid for; for a count, what is counted, as written; absent where the words do not say. */
  of?: string;
  about: boolean;
  /** Said not to be so: "not 2.5". */
  negated?: boolean;
  /** Just under, or just over: the true one lies on that side. */
  side?: 'under' | 'over';
  start: number;
  end: number;
}

const digits = String.raw`(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const word =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|un|uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa';
/** "Fifty-one", "cincuenta y uno". */
const compound =
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -](?:one|two|three|four|five|six|seven|eight|nine)|(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa) y (?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve))';
const amount = `(?:${digits}|(?<![\\p{L}])(?:${compound}|${word})(?![\\p{L}]))`;
const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['jan', 'january', 'enero', 'ene'],
    ['feb', 'february', 'febrero'],
    ['mar', 'march', 'marzo'],
    ['apr', 'april', 'abril', 'abr'],
    ['may', 'mayo'],
    ['jun', 'june', 'junio'],
    ['jul', 'july', 'julio'],
    ['aug', 'august', 'agosto', 'ago'],
    ['sep', 'sept', 'september', 'septiembre'],
    ['oct', 'october', 'octubre'],
    ['nov', 'november', 'noviembre'],
    ['dec', 'december', 'diciembre', 'dic'],
  ].flatMap((names, at) => names.map((name) => [name, at + 1])),
);
const month = Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|');
const scale = String.raw`(?:\s?(k|m|million|thousand|mil|millones)\b)?`;
const clock = String.raw`\d{1,2}(?::\d\d)?`;
const half = /^(?:a\.?\s?m\.?|de la manana)/;

const forms: readonly { pattern: RegExp; read: (m: RegExpExecArray) => Omit<Figure, 'about' | 'start' | 'end'>[] }[] = [
  {
    pattern: /(?<!\d)\d{3}[ .-]\d{3}[ .-]\d{4}(?!\d)/gu,
    read: ([all]) => [{ kind: 'phone', value: all.replace(/\D/g, '') }],
  },
  {
    pattern: new RegExp(
      String.raw`(?:\$\s?(${digits})${scale}|(${amount})${scale}\s(?:dollars|dolares|usd)\b)(?:\s?(?:/|an?|per|each|every|al|por|cada)\s?(year|month|week|ano|mes|semana)\b)?`,
      'gu',
    ),
    read: ([, sign, signScale, spelled, spelledScale, per]) => [
      {
        kind: 'money',
        value: numericOf(sign ?? spelled ?? '') * scaleOf(signScale ?? spelledScale),
        ...(per === undefined ? {} : { of: perWords[per] ?? per }),
      },
    ],
  },
  {
    pattern: new RegExp(String.raw`(${amount})\s?(?:%|percent\b|por ciento\b)`, 'gu'),
    read: ([, n = '']) => [{ kind: 'percent', value: numericOf(n) }],
  },
  {
    pattern: new RegExp(
      String.raw`(${amount})[\s-]?(?:square[\s-](?:meters?|metres?)|metros cuadrados|m2|sqm)(?![\p{L}])`,
      'gu',
    ),
    read: ([, n = '']) => [{ kind: 'area-metric', value: numericOf(n) }],
  },
  {
    pattern: new RegExp(
      String.raw`(${amount})[\s-]?(?:square[\s-](?:foot|feet)|sq\.?\s?f(?:oo|ee)?t|sqft|pies? cuadrados?|acres?)(?![\p{L}])`,
      'gu',
    ),
    read: ([all, n = '']) => [{ kind: 'area', value: numericOf(n) * (/acre/.test(all) ? 43_560 : 1) }],
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d,.$])(${clock})(?:\s?(a\.?\s?m|p\.?\s?m)\b\.?)?\s?(?:-|to|until|till|and|a|hasta)\s?(?:la |las )?(${clock})\s?(a\.?\s?m|p\.?\s?m)\b\.?`,
      'gu',
    ),
    read: ([, from = '', fromHalf, to = '', toHalf = '']) => [
      { kind: 'time', value: timeOf(from, fromHalf ?? '') },
      { kind: 'time', value: timeOf(to, toHalf) },
    ],
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d,.$])(${clock})\s?(a\.?\s?m|p\.?\s?m|(?:de|en) la manana|(?:de|en) la tarde|in the (?:morning|afternoon|evening))\b\.?`,
      'gu',
    ),
    read: ([, at = '', which = '']) => [
      { kind: 'time', value: timeOf(at, /tarde|noon|evening/.test(which) ? 'pm' : which) },
    ],
  },
  {
    pattern: new RegExp(
      String.raw`(?<=\b(?:from|open|between|de|abre|abrimos|abierto) (?:las? )?)(${clock})\s?(?:-|to|until|till|and|a|hasta)\s?(?:la |las )?(${clock})(?![\d:%]|[.,]\d)`,
      'gu',
    ),
    read: ([, from = '', to = '']) => [
      { kind: 'time', value: timeOf(from, '') },
      { kind: 'time', value: timeOf(to, '') },
    ],
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d,.$])(${clock})\s?(?:-|to|until|a)\s?(${clock})(?=\s*(?:$|[.;,!?)](?!\d)|(?:on|el|and|y)\b))`,
      'gu',
    ),
    read: ([, from = '', to = '']) => [
      { kind: 'time', value: timeOf(from, '') },
      { kind: 'time', value: timeOf(to, '') },
    ],
  },
  { pattern: /\b(\d{1,2}:\d\d)\b/gu, read: ([, at = '']) => [{ kind: 'time', value: timeOf(at, '') }] },
  {
    pattern: /\b(?:at )(noon|midnight)\b/gu,
    read: ([, at]) => [{ kind: 'time', value: at === 'noon' ? '12:00pm' : '12:00am' }],
  },
  {
    pattern: new RegExp(String.raw`\b(${month})\.?\s(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s(\d{4}))?`, 'gu'),
    read: ([, name = '', day = '', year]) => dateOf(name, day, year),
  },
  {
    pattern: new RegExp(String.raw`\b(\d{1,2})\sde\s(${month})\b(?:\sde\s(\d{4}))?`, 'gu'),
    read: ([, day = '', name = '', year]) => dateOf(name, day, year),
  },
  {
    pattern: new RegExp(String.raw`(${amount})[\s-]?(?:and a half|y medi[oa])(?:[\s-]([\p{L}-]+))?`, 'gu'),
    read: ([, n = '', noun]) => [
      { kind: 'count', value: numericOf(n) + 0.5, ...(noun === undefined ? {} : { of: noun }) },
    ],
  },
  {
    pattern: new RegExp(
      String.raw`(${amount})[\s-]?(?:feet|foot|ft|inch(?:es)?|pies|pulgadas|miles?|minutes?|minutos?|blocks?|cuadras?)(?![\p{L}])`,
      'gu',
    ),
    read: ([all, n = '']) => [{ kind: 'length', value: numericOf(n), of: all.replace(/^.*?([\p{L}]+)$/u, '$1') }],
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\p{L}-])(an?|una?|${amount})[\s-](days?|weeks?|months?|years?|decades?|hours?|dias?|semanas?|mes(?:es)?|anos?|horas?)(?![\p{L}])`,
      'gu',
    ),
    read: ([, n = '', unit = '']) => [{ kind: 'span', value: `${numericOf(n)} ${unit.slice(0, 2)}` }],
  },
  {
    pattern: new RegExp(String.raw`(${digits})${scale}(?:[\s-]([\p{L}][\p{L}'-]*))?`, 'gu'),
    read: ([all, n = '', scaled, noun]) => {
      const value = numericOf(n) * scaleOf(scaled);
      if (scaled === undefined && /^(?:1[89]|20)\d\d$/.test(n) && !all.startsWith('$'))
        return [{ kind: 'year', value }];
      return [{ kind: 'count', value, ...(noun === undefined ? {} : { of: noun }) }];
    },
  },
  {
    pattern: new RegExp(String.raw`(?<![\p{L}-])(${word})(?![\p{L}])(?:[\s-]([\p{L}][\p{L}'-]*))?`, 'gu'),
    read: ([, n = '', noun]) => [{ kind: 'count', value: numericOf(n), ...(noun === undefined ? {} : { of: noun }) }],
  },
];

const perWords: Readonly<Record<string, string>> = { ano: 'year', mes: 'month', semana: 'week' };
const scaleOf = (name: string | undefined): number =>
  name === undefined ? 1 : ({ k: 1e3, thousand: 1e3, mil: 1e3 }[name] ?? 1e6);
const numericOf = (n: string): number => numberOf(n) ?? Number(n.replaceAll(',', ''));
const timeOf = (at: string, which: string): string =>
  `${at.includes(':') ? at : `${at}:00`}${which === '' ? '' : half.test(which) ? 'am' : 'pm'}`;
const dateOf = (name: string, day: string, year?: string): Omit<Figure, 'about' | 'start' | 'end'>[] => [
  { kind: 'date', value: `${months[name]}-${Number(day)}` },
  ...(year === undefined ? [] : [{ kind: 'year' as const, value: Number(year) }]),
];

const roughly =
  /\b(about|around|roughly|approximately|some|close to|nearly|almost|just under|just over|just shy of|(?:a (?:little|bit) |slightly |just )?(?:under|over)|(?:more|less|fewer) than|mas de|menos de|unos|unas|cerca de|alrededor de|aproximadamente|casi)\s*\$?\s*$/;
const under = /nearly|almost|under|shy|casi|less|fewer|menos/;
const over = /over|more|mas/;

/** Every figure of a text in bare letters, in the order of the text; none is counted twice. */
export function readFigures(bare: string): Figure[] {
  const found: Figure[] = [];
  const isTaken = (start: number, end: number): boolean => found.some((one) => start < one.end && end > one.start);
  for (const { pattern, read } of forms) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(bare); match !== null; match = pattern.exec(bare)) {
      const start = match.index;
      const end = start + match[0].length;
      if (isTaken(start, end)) continue;
      const before = roughly.exec(bare.slice(Math.max(0, start - 24), start))?.[1];
      const side: Figure['side'] =
        before === undefined ? undefined : under.test(before) ? 'under' : over.test(before) ? 'over' : undefined;
      for (const figure of read(match)) {
        const each =
          figure.kind === 'money'
            ? /\b(monthly|mensual|annual|yearly|anual)\b[^.;,]*$/.exec(bare.slice(0, start))?.[1]
            : undefined;
        if (each !== undefined && figure.of === undefined) figure.of = each.startsWith('m') ? 'month' : 'year';
        // The noun that is counted is a word of its own.
        const noun = figure.kind === 'count' && figure.of !== undefined ? figure.of.length + 1 : 0;
        const rough = {
          about: before !== undefined || / acre/.test(match[0]),
          ...(side === undefined ? {} : { side }),
        };
        found.push({ ...figure, ...rough, start, end: end - noun });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
