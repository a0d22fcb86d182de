import { looseJson } from './looseJson.ts';

/** The parts of a model's answer to a person of the team. */
export interface Extracted {
  say: string | null;
  /** 0 to 1; null where it told none. */
  confidence: number | null;
  actions: string[];
  variants: string[];
  risks: string[];
  opportunities: string[];
}
export type Field = keyof Extracted;
export const fields = ['say', 'confidence', 'actions', 'variants', 'risks', 'opportunities'] as const;

/** Other names of a field, word by word: each is the beginning of a word of the label. */
const stems: Readonly<Record<Field, string>> = {
  variants:
    'alt alts other also backup synonym varia alternat paraphras rephras reword reformul phrasing wording version rewrit options option otras otra opciones opcion formas',
  confidence: 'confid certain probab likelihood likely sure score conf confianza certeza seguridad segur',
  risks:
    'risk caveat danger hazard warn caution pitfall concern avoid watch careful issue problem downside cons flags threat limitation unknown worr riesg sensitiv dont never doubt drawback trap liabilit gotcha peligr advert precauc problem preocupa cuidado evitar alert',
  opportunities:
    'opportun upside opening idea chance possib potential benefit pros prospect advantage hook upsell win wins gain bonus positive angle leverage growth oportun posib ventaja',
  actions:
    'action step todo task suggest recommend follow move plan should checklist propos do next accion acción paso tarea sugerencia recomenda seguimiento hacer',
  say: 'say answer respon repl messag text sentenc statement utter speech spoken draft wording respuesta mensaje texto frase decir contesta',
};
/** Stems that must be a whole word of the label: "do" is one, "domain" is none. */
const wholeStems = new Set(
  'alt alts other also dont win wins gain angle never do next conf pros cons plan option options move text say sure score idea paso hook otra otras formas flags'.split(
    ' ',
  ),
);
const inOrder: readonly Field[] = ['variants', 'confidence', 'risks', 'opportunities', 'actions', 'say'];
const stemList = inOrder.flatMap((field) => stems[field].split(' ').map((stem) => ({ stem, field })));
const forbids = /\b(?:not|never|don['’]?t|avoid|no|evitar)\b/;

/** Which field a key or a heading names, however it is written; null for none. */
export function fieldOf(label: string): Field | null {
  const letters = label.toLowerCase().replace(/[^\p{L}]/gu, '');
  const own = fields.find((field) => letters === field || `${letters}s` === field);
  if (own !== undefined) return own;
  const words = label
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}'’]+/u)
    .filter((word) => word !== '');
  if (words.length === 0 || words.length > 4) return null;
  const found = words.map(fieldOfWord);
  if (words.length > 1 && found.includes('variants')) return 'variants';
  const named = found.findLast((field) => field !== null) ?? null;
  return named === 'say' && forbids.test(words.join(' ')) ? 'risks' : named;
}

function fieldOfWord(word: string): Field | null {
  const fit = stemList.find(({ stem }) =>
    wholeStems.has(stem) ? word.replace(/s$/, '') === stem.replace(/s$/, '') : word.startsWith(stem),
  );
  if (fit !== undefined || word.length < 5) return fit?.field ?? null;
  return fields.find((field) => field.length >= 5 && isTypo(word, field)) ?? null;
}

/** Two letters wrong, missing, too many, or swapped, at most. */
function isTypo(word: string, meant: string): boolean {
  if (word[0] !== meant[0] || Math.abs(word.length - meant.length) > 2) return false;
  let row = Array.from({ length: meant.length + 1 }, (_, column) => column);
  for (let i = 1; i <= word.length; i++) {
    const next = [i];
    for (let j = 1; j <= meant.length; j++) {
      const cost = word[i - 1] === meant[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost));
    }
    row = next;
  }
  return (row[meant.length] ?? 9) <= 2;
}

const nothing =
  /^(?:none|no|n\/?a|null|nil|nothing|empty|string|not applicable|(?:none|nothing)(?: [a-z]+){1,3}|no (?:risks?|actions?|issues?|concerns?|opportunit(?:y|ies)|variants?|alternatives?)(?: [a-z]+){0,3}|sin (?:riesgos|acciones|alternativas|variantes)|no hay|ningun[oa]?s?|nada|ninguno identificado|no aplica|[-–—.…/]*)\.?$/i;
const bullet = /^\s*(?:(?:[-*•·–—▪‣○●+>✓✔→]|\(?\d{1,2}[.)]|\(?[a-z][.)](?=\s)|\[[ x]?\])\s*)+/i;

/** Words without bullets, quotes and marks of emphasis; null where they say that there is nothing. */
export function plainWords(words: string): string | null {
  let text = words
    .replace(bullet, '')
    .replace(/\*\*|__|`/g, '')
    .trim();
  for (const [open, close] of ['""', "''", '“”', '‘’', '«»']) {
    if (text.length > 1 && text.startsWith(open as string) && text.endsWith(close as string))
      text = text.slice(1, -1).trim();
  }
  return nothing.test(text) ? null : text;
}

const wordValues: readonly [RegExp, number][] = [
  [/\b(?:very|extremely|really) (?:low|unsure|unlikely)\b|\bmuy baj[ao]\b/i, 0.1],
  [/\b(?:not (?:very |so )?(?:sure|confident|certain)|low|unsure|unlikely|uncertain|baj[ao])\b/i, 0.25],
  [/\b(?:very|extremely|really) \w+\b|\bmuy (?:alt[ao]|segur[ao])\b|\bcertain\b|\babsolute/i, 0.95],
  [/\b(?:medium|moderate|moderately|average|middling|fair|mid|so-so|medi[ao]|moderad[ao]|regular)\b/i, 0.5],
  [/\b(?:high|confident|sure|likely|strong|alt[ao]|segur[ao])\b/i, 0.85],
];
const numberWords = 'zero one two three four five six seven eight nine ten'.split(' ');

/** A confidence of 0 to 1, however it was told: 0.85, 85, "85 %", "0,85", "9/10", "four out of five", "high". */
export function confidenceOf(value: unknown): number | null {
  if (typeof value === 'number') return shareOf(value);
  if (typeof value === 'object' && value !== null) {
    const inner = Array.isArray(value) ? value[0] : Object.values(value).find((one) => confidenceOf(one) !== null);
    return inner === undefined ? null : confidenceOf(inner);
  }
  if (typeof value !== 'string') return null;
  const spelled = value
    .toLowerCase()
    .replace(new RegExp(`\\b(?:${numberWords.join('|')})\\b`, 'g'), (word) => String(numberWords.indexOf(word)));
  const text = spelled.replace(/(\d),(\d)/g, '$1.$2');
  const part = /(\d+(?:\.\d+)?)\s*(?:\/|out of|of|de|sobre)\s*(\d+(?:\.\d+)?)/.exec(text);
  if (part !== null && Number(part[2]) > 0) return shareOf(Number(part[1]) / Number(part[2]));
  const stars = /[★⭐]/u.test(text) ? [...text].filter((sign) => sign === '★' || sign === '⭐').length : 0;
  if (stars > 0) return shareOf(stars / 5);
  const figure = /(?<![\d.])(\d+(?:\.\d+)?|\.\d+)\s*(%|percent|por ciento)?/.exec(text);
  if (figure !== null) return figure[2] === undefined ? shareOf(Number(figure[1])) : shareOf(Number(figure[1]) / 100);
  return wordValues.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

const shareOf = (value: number): number | null =>
  value >= 0 && value <= 1 ? value : value > 1 && value <= 100 ? value / 100 : null;

/** The items of a list, however it was told: an array, of objects too, a map, or one string. */
export function itemsOf(value: unknown): string[] {
  if (typeof value === 'string') return splitItems(value);
  if (Array.isArray(value))
    return value.flatMap((one): string[] => {
      if (typeof one !== 'string' && !isMap(one)) return itemsOf(one);
      const words = typeof one === 'string' ? plainWords(one) : wordsIn(one);
      return words === null ? [] : [words];
    });
  if (!isMap(value)) return [];
  const inner = Object.values(value);
  const isRated =
    inner.length > 0 &&
    inner.every(
      (one) => typeof one === 'boolean' || /^(?:very )?(?:high|medium|low|alto|medio|bajo)$/i.test(String(one)),
    );
  if (isRated) return Object.keys(value).flatMap((key) => plainWords(key) ?? []);
  const isOne = inner.every((one) => typeof one === 'string') && Object.keys(value).some((key) => textKey.test(key));
  if (!isOne) return itemsOf(inner);
  const words = wordsIn(value);
  return words === null ? [] : [words];
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const attributeKey =
  /^(?:severity|level|priority|impact|likelihood|type|kind|id|when|timing|due|owner|category|confidence|score|reason|rationale|mitigation|potential|weight|n|no|index|order|rank)$/i;
const textKey =
  /^(?:text|texto|value|say|name|title|action|step|risk|opportunity|variant|description|item|content|label|what|factor)$/i;

/** The text of an item that is an object. */
function wordsIn(item: Record<string, unknown>): string | null {
  const texts = Object.entries(item).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const own = texts.filter(([key]) => !attributeKey.test(key));
  const longest = own.toSorted((a, b) => b[1].length - a[1].length)[0];
  const [, words] = own.find(([key]) => textKey.test(key)) ?? longest ?? texts[0] ?? [];
  return words === undefined ? null : plainWords(words);
}

function splitItems(text: string): string[] {
  const trimmed = text.trim();
  if (/^\[.*\]$/s.test(trimmed) && !/^\[[ x]\]/i.test(trimmed)) {
    const read = looseJson(trimmed);
    if (Array.isArray(read)) return itemsOf(read);
  }
  const numbered = /^\s*\(?1[.)]\s/.test(trimmed) ? trimmed.split(/\s+(?=\(?\d{1,2}[.)]\s)/) : null;
  const pieces = numbered ?? trimmed.split(/\n+|\s*;\s+|\s+\|\s+|\s+[•·]\s+/);
  return pieces.flatMap((piece) => plainWords(piece) ?? []);
}

/** One text; of a list its parts, joined. */
export function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return plainWords(value);
  if (Array.isArray(value)) return plainWords(value.flatMap((one) => wordsOf(one) ?? []).join(' '));
  return isMap(value) ? wordsIn(value) : null;
}
