/** Far above what a model may write; reading what is broken costs more than its length. */
const longest = 40_000;
const mostDepth = 40;
const mostMended = 8;
const mostStarts = 8;
const doubles = '"“”„‟″＂«»';
const singles = "'‘’‚‛′´`";
const isQuote = (sign: string | undefined): boolean =>
  sign !== undefined && (doubles.includes(sign) || singles.includes(sign));
const entities: Readonly<Record<string, string>> = {
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  '#34': '"',
  apos: "'",
  lsquo: '‘',
  rsquo: '’',
  '#39': "'",
  '#x27': "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  amp: '&',
};
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const literals: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  none: null,
  undefined: null,
  nan: null,
};
/** The pattern of a key, with what follows it. */
const keyAhead = new RegExp(
  `\\s*(?:[ubrf]{0,2}[${doubles}${singles}][^${doubles}${singles}\\n]{0,40}(?:$|[${doubles}${singles}]\\s*(?:[:=]|$))|[\\p{L}_][\\p{L}\\d_ -]{0,39}\\s*[:=])`,
  'uy',
);
/** Blanks and remarks. */
const gap = /(?:\s|\/\/[^\n]*|#[^\n]*|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|<!--[\s\S]*?(?:-->|$))*/y;
const keyBehindString = /[,;\s]*["'][\p{L}_]{2,30}["']\s*[:=]/u;

/** The text with HTML entities as the characters they stand for. */
export const withoutEntities = (text: string): string =>
  text.replace(/&([a-z]{2,5}|#x?\d{2});/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole);

/**
 * Reads the JSON that a model meant: fenced, in the middle of prose, with single or curly quotes, comments, commas too many or too
 * few, bare words, as Python prints it, or broken off (what was not written to its end is left out). Null when there is none. Of
 * several objects the one with most properties. It never throws.
 */
export const looseJson = (raw: string): unknown => looseObjects(raw)[0] ?? null;

/** All objects in the text, the one with most properties first. */
export function looseObjects(raw: string): unknown[] {
  try {
    const plain: unknown = JSON.parse(raw);
    return typeof plain === 'string' && /[{[]/.test(plain) ? looseObjects(plain) : [plain];
  } catch {
    const inner = strictlyInside(raw);
    return inner === undefined ? found(cleaned(raw.slice(0, longest))) : [inner];
  }
}

/** Valid JSON from the first bracket to the last needs no guessing. */
function strictlyInside(raw: string): unknown {
  const from = raw.search(/[{[]/);
  const to = raw.lastIndexOf(raw[from] === '{' ? '}' : ']');
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(raw.slice(from, to + 1));
  } catch {
    return undefined;
  }
}

const wide: Readonly<Record<string, string>> = { '｛': '{', '｝': '}', '［': '[', '］': ']', '：': ':', '，': ',' };

function cleaned(raw: string): string {
  let text = raw
    .replace(/<\|[^|>]{0,40}\|>/g, '\n')
    .replace(/^[ \t]*(?:```|~~~)\w*[ \t]*$/gm, '')
    .trimEnd()
    .replace(/[[<(](?:output |response )?(?:truncated|cut off|cut)[\])>]$/i, '');
  if (/[{[,:]\s*&(?:quot|ldquo|#34|apos|#39|#x27);/i.test(text)) text = withoutEntities(text);
  // A JSON text that was escaped once more, or written as a cell of CSV.
  if (/\{\s*(?:\\n\s*)?\\["n]/.test(text)) text = text.replace(/\\n/g, '\n').replace(/\\"/g, '"');
  if (/\{\s*""\p{L}/u.test(text)) text = text.replace(/""/g, '"');
  if (/[｛［＂]/.test(text)) text = text.replace(/[｛｝［］：，]/g, (sign) => wide[sign] as string);
  return /^\s*(?:["'“][\p{L}_]{2,30}["'”]\s*:|[\p{L}_]{2,30}\s*=\s*["'[])/u.test(text) ? `{${text}` : text;
}

function found(text: string): unknown[] {
  const all: { value: unknown; size: number }[] = [];
  const starts = /(?<![\p{L}\d])[\p{L}_]{2,20}\((?=\s*[\p{L}_[{])|[{[]/gu;
  for (let tried = 0; tried < mostStarts; tried++) {
    const start = starts.exec(text);
    if (start === null) break;
    const line = text.slice(text.lastIndexOf('\n', start.index) + 1, start.index);
    if (/^\s*(?:\/\/|#|--)/.test(line)) continue;
    const reader = readerOf(text, start.index);
    const value = reader.value(null, 0);
    if (typeof value === 'object' && value !== null) all.push({ value, size: Object.keys(value).length });
    // An object that was broken off may hold the whole one, begun again on a line of its own.
    const again = text.slice(start.index + 1, reader.at()).search(/\n[{[]\s*["'“]/);
    starts.lastIndex = Math.max(start.index + 1, again >= 0 ? start.index + 2 + again : reader.at());
  }
  // Of two objects with equally many properties the later one is meant.
  return all
    .toReversed()
    .sort((a, b) => b.size - a.size)
    .map(({ value }) => value);
}

/** Left out: a value that was not written to its end. */
const unfinished = Symbol('unfinished');
type Within = '}' | ']' | ')' | null;

function readerOf(text: string, start: number): { value(within: Within, depth: number): unknown; at(): number } {
  let i = start;
  let mended = 0;

  const past = (pattern: RegExp, at: number): number => {
    pattern.lastIndex = at;
    pattern.exec(text);
    return pattern.lastIndex;
  };
  const gapEnd = (at: number): number => past(gap, at);
  const skip = (): void => {
    i = gapEnd(i);
  };

  const keyAt = (at: number): boolean => {
    keyAhead.lastIndex = at;
    return keyAhead.test(text);
  };

  /** Whether a string that a quote might end before `at` ends there: the next signs may follow a value. */
  function endsBefore(at: number, within: Within, isKey: boolean): boolean {
    const after = gapEnd(at);
    const next = text[after];
    if (next === undefined) return true;
    if (isKey) return next === ':' || next === '=';
    if (next === '}' || next === ']' || next === ')') return true;
    if (within === '}' && keyAt(after) && (isQuote(next) || /^[\p{L}_]+\s*=/u.test(text.slice(after, after + 32))))
      return true;
    if (next !== ',' && next !== ';') return isQuote(next) && within !== '}';
    const then = gapEnd(after + 1);
    const sign = text[then];
    if (sign === undefined || sign === '}' || sign === ']' || sign === ')' || sign === ',') return true;
    if (within === '}') return keyAt(then);
    if (within === ')') return keyAt(then) || isQuote(sign) || /[\p{L}\d[{(.-]/u.test(sign);
    return (
      isQuote(sign) ||
      /[\d[{(.-]/.test(sign) ||
      /^(?:null|none|true|false|[ubrf]['"])/i.test(text.slice(then, then + 6))
    );
  }

  function string(within: Within, isKey: boolean): string | typeof unfinished {
    const closers = doubles.includes(text[i] as string) ? doubles : singles;
    const triple = /"""|'''/y;
    triple.lastIndex = i;
    const fence = triple.exec(text)?.[0];
    if (fence !== undefined) {
      const end = text.indexOf(fence, i + 3);
      const inner = text.slice(i + 3, end < 0 ? undefined : end);
      i = end < 0 ? text.length : end + 3;
      return end < 0 ? unfinished : inner.trim();
    }
    const opened = ++i;
    let out = '';
    for (; i < text.length; i++) {
      const sign = text[i] as string;
      if (sign === '\\' && i + 1 < text.length) {
        const next = text[++i] as string;
        const code = next === 'u' ? /^[\da-f]{4}/i.exec(text.slice(i + 1, i + 5))?.[0] : undefined;
        if (code !== undefined) i += 4;
        out += code === undefined ? (escapes[next] ?? next) : String.fromCharCode(Number.parseInt(code, 16));
      } else if (
        closers === singles &&
        sign === "'" &&
        text[i + 1] === "'" &&
        i > opened &&
        /\p{L}/u.test(text[i + 2] ?? '')
      ) {
        // As SQL writes an apostrophe.
        out += sign;
        i++;
      } else if (closers.includes(sign) && endsBefore(i + 1, within, isKey)) {
        i++;
        return out;
      } else out += sign;
    }
    // Its closing quote is missing, and the next property stands in it.
    const lost = isKey || ++mended > mostMended ? null : keyBehindString.exec(text.slice(opened));
    if (lost === null) return unfinished;
    i = opened + lost.index;
    return text.slice(opened, i).replace(/["']$/, '');
  }

  function bare(within: Within): unknown {
    const from = i;
    for (; i < text.length; i++) {
      const sign = text[i] as string;
      if (sign === '\n' || sign === '}' || sign === ']' || sign === ')') break;
      if (/\s/.test(sign) && /^\s+(?:\/\/|#|\/\*|<!--|[\p{L}_]{2,20}=)/u.test(text.slice(i, i + 24))) break;
      if (
        (sign === ',' || sign === ';') &&
        (within !== '}' || keyAt(i + 1) || /^\s*(?:[}\n]|$|\/\/|#)/.test(text.slice(i + 1, i + 9)))
      )
        break;
    }
    const word = text.slice(from, i).trim();
    if (Object.hasOwn(literals, word.toLowerCase())) return literals[word.toLowerCase()];
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(word)) return Number(word);
    if (word === '' || (i >= text.length && within !== null))
      return word === '' ? unfinished : /\d$/.test(word) ? word : unfinished;
    return word;
  }

  function object(depth: number, closer: '}' | ')'): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    for (;;) {
      skip();
      const sign = text[i];
      if (sign === undefined) return found;
      if (sign === closer) {
        i++;
        return found;
      }
      if (sign === ',' || sign === ';') {
        i++;
        continue;
      }
      const before = i;
      i = past(/[ubrf]{1,2}(?=['"])/iy, i) || i;
      const key = isQuote(text[i]) ? string('}', true) : bareKey();
      skip();
      if (key === unfinished) return found;
      if (key === '' || (text[i] !== ':' && text[i] !== '=')) {
        // Anything that is no property is skipped.
        i = Math.max(i, before + 1);
        continue;
      }
      i++;
      if (text[i] === '>') i++;
      const value = anyValue(closer, depth + 1);
      if (value !== unfinished && !Object.hasOwn(found, key)) found[key] = value;
    }
  }

  function bareKey(): string {
    const name = /[^\s:=,;{}[\]()][^:=,;{}[\]()\n]{0,39}/y;
    name.lastIndex = i;
    const word = name.exec(text)?.[0] ?? '';
    i += word.length;
    return word.trim();
  }

  function list(depth: number, closer: ']' | ')' | '}'): unknown {
    const items: unknown[] = [];
    let commas = 0;
    for (;;) {
      skip();
      const sign = text[i];
      if (sign === closer) i++;
      if (sign === undefined || sign === closer) break;
      if (sign === ',' || sign === ';') {
        i++;
        commas++;
        continue;
      }
      const before = i;
      const item = anyValue(closer === '}' ? ']' : closer, depth + 1);
      if (item !== unfinished) items.push(item);
      if (i === before) i++;
    }
    if (closer === ')' && commas === 0 && items.every((item) => typeof item === 'string')) return items.join('');
    const pairs = items.filter(
      (item): item is [string, unknown] => Array.isArray(item) && item.length === 2 && typeof item[0] === 'string',
    );
    const isPairs = closer === ']' && pairs.length > 1 && pairs.length === items.length && text[i] === ')';
    return isPairs ? Object.fromEntries(pairs) : items;
  }

  function anyValue(within: Within, depth: number): unknown {
    skip();
    const sign = text[i];
    if (sign === undefined || depth > mostDepth) {
      i = text.length;
      return unfinished;
    }
    if (sign === '{') {
      const isSet = within !== null && isQuote(text[gapEnd(i + 1)]) && !keyAt(gapEnd(i + 1));
      i++;
      return isSet ? list(depth, '}') : object(depth, '}');
    }
    if (sign === '[' || sign === '(') {
      i++;
      return list(depth, sign === '[' ? ']' : ')');
    }
    i = past(/[ubrf]{1,2}(?=['"])/iy, i) || i;
    if (isQuote(text[i])) return string(within, false);
    const called = /[\p{L}_]{2,20}\(\s*/uy;
    called.lastIndex = i;
    if (called.test(text)) {
      i = called.lastIndex;
      if (keyAt(i)) return object(depth, ')');
      const inner = anyValue(')', depth + 1);
      skip();
      if (text[i] === ')') i++;
      return inner;
    }
    return bare(within);
  }

  return {
    value(within, depth) {
      const read = anyValue(within, depth);
      return read === unfinished ? null : read;
    },
    at: () => i,
  };
}
