import { bareLetters, visibleText } from '../../kernel/bareLetters.ts';
import { isClaimWord, stemOf } from './claimWords.ts';
import { isPlain } from './plainWords.ts';
import { type Figure, readFigures } from './readFigures.ts';

export interface Word {
  stem: string;
  /** Something in front of it says no. */
  negated: boolean;
  at: number;
  /** Only what the fact is about: it stands for no other word. */
  topic?: true;
}

export interface Told {
  words: Word[];
  figures: (Figure & { near: string[] })[];
  bare: string;
}

export const wordPattern = /\p{L}[\p{L}'-]*/gu;
const idioms =
  /\ba lot(?: of)?\b(?! \d)|\bof course\b|\bat all\b|\bset in stone\b|\bround number\b|\b(?:big|first|next|small) steps?\b|^no problem\b|\b(?:no|sin|there's no|without) (?:rush|hurry|pressure|prisa|presion)\b|\bat the (?:end|moment)\b|\bat home\b(?! in| here)|\bin mind\b|\bthe money side\b|\bgood (?:question|to know|point|morning|afternoon|evening)\b|\bin addition\b|\bbetter (?:than i can|placed|to ask|left|answered|person|off asking)\b|\bas a whole\b|\bfor sure\b(?= yet)|\bmix-up\b|\bas well\b|\bresale certificate\b/g;

/** Several words that say what one of ours says. */
const sayings: readonly [RegExp, string][] = [
  [/\s+/g, ' '],
  [
    /\b(?:at no (?:cost|charge)|no cost|free of charge|(?:doesn't|does not|don't|won't) cost (?:you )?(?:anything|a thing)|sin costo|no (?:le )?cuesta nada)\b/g,
    'free',
  ],
  [/\b(?:second (?:floor|level|story)|segund[oa] (?:piso|planta))\b/g, 'upstairs'],
  [/\b(?:rather than|instead of|en vez de|en lugar de)\b/g, 'not'],
  [/\b(?:monday|mon) ?(?:to|through|thru|-) ?(?:friday|fri)\b/g, 'weekday monday tuesday wednesday thursday friday'],
  [/\blunes a viernes\b/g, 'weekday lunes martes miercoles jueves viernes'],
  [/\bentre semana\b/g, 'weekday'],
  [/\b(?:no|not a) (?:single|set|fixed)\b|\bno hay un[ao]? (?:solo|sola|unic[ao])\b/g, 'different'],
  [/\b(?:free|welcome) to\b/g, 'can'],
  [/\basking (?=price)/g, ''],
  [/\basking (?=(?:for )?\$)/g, 'price '],
  [/\b(?:stop|drop|come|swing) by\b/g, 'visit'],
  [/\b(?:came|come|went|put|goes|has been|'s been|been) on the market\b/g, 'listed'],
  [/\bon the market (?=(?:for|at) \$)/g, ''],
  [/\bon the market\b/g, 'for sale'],
  [/\bsingle[- ](?=story|level|floor)/g, 'one '],
  [/\bfloor (?=area|space|plan)/g, ''],
  [/\b(?:dues|fees?) to pay\b/g, 'dues'],
  [/\bpay (?=(?:any )?(?:hoa )?(?:dues|fees)\b)/g, ''],
  [
    /\b(?:tax|probate|family|real[- ]estate|estate|insurance|housing|hud-approved|licensed) (?=(?:attorney|lawyer|advis\w+|agent|counselor|professional|accountant)s?\b)/g,
    '',
  ],
];

/** Lower case letters without marks, with what is said in several words said in one. */
export const bareOf = (text: string): string =>
  sayings.reduce((words, [from, to]) => words.replace(from, to), bareLetters(visibleText(text))).trim();

const scopeEnd = /[,;:.!?()]|\b(?:but|and|which|because|since|though|pero|sino|y|aunque|porque)\b/;
const deniesNext = /(?:n't|\b(?:not|no|than|sin))(?: (?:have|has|a|the|tiene|is|are|just|cost|hay)){0,2} *\$?$/;
const saysNo =
  /^(?:\w+n't|cannot|not|no|never|without|neither|nor|none|nobody|nothing|sin|ni|tampoco|nunca|nadie|ningun[oa]?)$/;

/** Words, each with its yes or no, and figures, each with the words it stands with. */
export function readTold(bare: string): Told {
  let text = bare;
  const figures = readFigures(text).filter((figure) => !isPronoun(figure));
  for (const { start, end } of figures) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  const words: Word[] = [];
  let negated = false;
  let from = 0;
  const denied = figures.filter(({ start }) => deniesNext.test(text.slice(0, start)));
  for (const match of text.matchAll(wordPattern)) {
    if (scopeEnd.test(text.slice(from, match.index + match[0].length)) && !saysNo.test(match[0])) negated = false;
    from = match.index + match[0].length;
    if (saysNo.test(match[0])) {
      negated = true;
      continue;
    }
    // "Not four bedrooms": the figure is denied, not the bedrooms.
    if (denied.some(({ end }) => match.index >= end && match.index - end < 2)) negated = false;
    for (const part of partsOf(match[0])) words.push({ stem: stemOf(part), negated, at: match.index });
  }
  return {
    words,
    figures: figures.map((figure, at) => ({
      ...figure,
      negated: denied.includes(figure),
      near: wordsNear(figures, at, words, text),
    })),
    bare,
  };
}

/** "single-family" is two words; "pre-approved" is one. */
function partsOf(written: string): string[] {
  const word = written.replace(/'(?:s|re|ll|ve|d|m)?$/, '');
  if (!word.includes('-')) return [word];
  return isClaimWord(stemOf(word)) || isPlain(stemOf(word)) ? [word] : word.split('-').filter((part) => part !== '');
}

const countedOnes = new Set(
  'bedroom bed bath bathroom car story floor level garage unit recamara bano auto carro planta nivel piso'
    .split(' ')
    .map(stemOf),
);

/** "This one", "one of them", "una pregunta": counts nothing. */
const isPronoun = ({ kind, value, of: noun }: Figure): boolean =>
  kind === 'count' && value === 1 && !countedOnes.has(stemOf(noun ?? ''));

/** The words that a figure is said of: those since the figure before it, else those up to the next. */
function wordsNear(figures: readonly Figure[], at: number, words: readonly Word[], text: string): string[] {
  const { start, end, kind, of: noun } = figures[at] as Figure;
  if (figures[at - 1]?.start === start) return wordsNear(figures, at - 1, words, text);
  const counted = kind === 'count' && noun !== undefined && isClaimWord(stemOf(noun)) ? [stemOf(noun)] : [];
  const last = figures[at - 1];
  const since = last === undefined ? 0 : last.end + (last.kind === 'count' ? (last.of?.length ?? -1) + 1 : 0);
  const rest = text.slice(end).search(/[.;!?](?:\s|$)/);
  const until = Math.min(figures[at + 1]?.start ?? text.length, rest < 0 ? text.length : end + rest);
  const telling = words.filter(({ stem }) => !isPlain(stem) || isClaimWord(stem));
  const before = telling.filter((word) => word.at >= since && word.at < start).map(({ stem }) => stem);
  // "A two-car driveway": the counted thing stands before the thing it describes.
  if (before.length > 0 && text[end] !== '-') return [...before, ...counted];
  const after = telling.filter((word) => word.at >= end && word.at < until).map(({ stem }) => stem);
  if (counted.length > 0) return [...counted, ...after.filter((stem) => stem !== counted[0]).slice(0, 2)];
  if (after.length > 0 || at === 0 || /[.;!?]\s/.test(text.slice(last?.end ?? 0, start))) return after;
  return wordsNear(figures.slice(0, at), at - 1, words, text);
}

/** Without turns of phrase whose words would say something else alone. */
export const withoutIdioms = (bare: string): string => bare.replace(idioms, (all) => ' '.repeat(all.length));
