const mostDepth = 40;
const mostStarts = 8;
const closerOf: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '“': '”', '‘': '’', '«': '»' };
const entities: Readonly<Record<string, string>> = { quot: '"', apos: "'", '#39': "'", lt: '<', gt: '>', amp: '&' };
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };
const literals: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  none: null,
  undefined: null,
  nan: null,
};
/** What a key looks like, with what follows it. */
const keyAhead = /\s*(?:["'`“‘][^"'`”’\n]{1,40}["'`”’]|[\p{L}_][\p{L}\d_ -]{0,39})\s*(?::|=)/uy;
const keyBehindString = /[,;\s]*["'][\p{L}_]{2,30}["']\s*[:=]/u;

export const withoutEntities = (text: string): string =>
  text.replace(/&(quot|apos|#39|lt|gt|amp);/g, (_, name: string) => entities[name] as string);

/**
 * What JSON a model meant: fenced, in the middle of prose, with single or curly quotes, comments, commas too many or too few, bare
 * words, as Python prints it, or broken off (what was not written to its end is left out). Null when there is none. Of several the
 * one with most properties. It never throws.
 */
export function looseJson(raw: string): unknown {
  try {
    const plain: unknown = JSON.parse(raw);
    return typeof plain === 'string' && /[{[]/.test(plain) ? looseJson(plain) : plain;
  } catch {
    return best(cleaned(raw));
  }
}

function cleaned(raw: string): string {
  let text = raw
    .replace(/<\|[^|>]{0,40}\|>/g, '\n')
    .replace(/^[ \t]*(?:```|~~~)\w*[ \t]*$/gm, '')
    .replace(/\s*\[truncated\]\s*$/i, '');
  if (/[{[,:]\s*&quot;/.test(text)) text = withoutEntities(text);
  // A JSON text that was escaped once more.
  if (/^\s*\{\s*\\[n"]/.test(text)) text = text.replace(/\\n/g, '\n').replace(/\\"/g, '"');
  return /^\s*["'“][\p{L}_]{2,30}["'”]\s*:/u.test(text) ? `{${text}` : text;
}

function best(text: string): unknown {
  let found: unknown = null;
  let size = -1;
  const starts = /(?<![\p{L}\d])[\p{L}_]{2,20}\((?=\s*[\p{L}_[{])|[{[]/gu;
  let from = 0;
  for (let tried = 0; tried < mostStarts; tried++) {
    starts.lastIndex = from;
    const start = starts.exec(text);
    if (start === null) break;
    const reader = readerOf(text, start.index);
    const value = reader.value(null, 0);
    const mine = typeof value === 'object' && value !== null ? Object.keys(value).length : -1;
    if (mine > size) [found, size] = [value, mine];
    // One that was broken off may hold the whole one, begun again on a line of its own.
    const again = text.slice(start.index + 1, reader.at()).search(/\n[{[]/);
    from =
      again >= 0 && /\n[{[]\s*["'“]/.test(text.slice(start.index + 1, reader.at()))
        ? start.index + 2 + again
        : reader.at();
    from = Math.max(from, start.index + 1);
  }
  return found;
}

/** Left out: a value that was not written to its end. */
const unfinished = Symbol('unfinished');
type Within = '}' | ']' | ')' | null;

function readerOf(text: string, start: number): { value(within: Within, depth: number): unknown; at(): number } {
  let i = start;

  function skip(): void {
    for (;;) {
      const gap = /(?:\s|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|<!--[\s\S]*?(?:-->|$))*/y;
      gap.lastIndex = i;
      gap.exec(text);
      if (gap.lastIndex === i) return;
      i = gap.lastIndex;
    }
  }

  const keyAt = (at: number): boolean => {
    keyAhead.lastIndex = at;
    return keyAhead.test(text);
  };

  /** Whether a string that a quote might end before `at` ends there: what follows is what may follow a value. */
  function endsBefore(at: number, within: Within, isKey: boolean): boolean {
    const after = /\s*(?:\/\/[^\n]*\n\s*|#[^\n]*\n\s*|<!--[\s\S]*?-->\s*|\/\*[\s\S]*?\*\/\s*)*/y;
    after.lastIndex = at;
    after.exec(text);
    const next = text[after.lastIndex];
    if (next === undefined) return true;
    if (isKey) return next === ':' || next === '=';
    if (next === '}' || next === ']' || next === ')') return true;
    if (next !== ',' && next !== ';') return next in closerOf && (within !== '}' || keyAt(after.lastIndex));
    const rest = /[,;]\s*(?:\/\/[^\n]*\n\s*|#[^\n]*\n\s*|\/\*[\s\S]*?\*\/\s*)*/y;
    rest.lastIndex = after.lastIndex;
    rest.exec(text);
    const then = text[rest.lastIndex];
    if (then === undefined || then === '}' || then === ']' || then === ')') return true;
    if (within === '}')
      return keyAt(rest.lastIndex) || then === ',' || /<!--/y.test(text.slice(rest.lastIndex, rest.lastIndex + 4));
    if (within === ')') return keyAt(rest.lastIndex) || /["'`“‘«\d[{(.-]/.test(then) || /[\p{L}]/u.test(then);
    return (
      /["'`“‘«\d[{(.,-]/.test(then) ||
      /^(?:null|none|true|false)\b/i.test(text.slice(rest.lastIndex, rest.lastIndex + 6))
    );
  }

  function string(within: Within, isKey: boolean): string | typeof unfinished {
    const closer = closerOf[text[i] as string] as string;
    const opened = ++i;
    let out = '';
    for (; i < text.length; i++) {
      const sign = text[i] as string;
      if (sign === '\\' && i + 1 < text.length) {
        const next = text[++i] as string;
        const code = next === 'u' ? /^[\da-f]{4}/i.exec(text.slice(i + 1, i + 5))?.[0] : undefined;
        if (code !== undefined) i += 4;
        out += code === undefined ? (escapes[next] ?? next) : String.fromCharCode(Number.parseInt(code, 16));
      } else if (sign === closer && endsBefore(i + 1, within, isKey)) {
        i++;
        return out;
      } else out += sign;
    }
    // Its closing quote is missing, and the next property stands in it.
    const lost = isKey ? null : keyBehindString.exec(text.slice(opened));
    if (lost === null) return unfinished;
    i = opened + lost.index;
    return text.slice(opened, i).replace(/["']$/, '');
  }

  function bare(within: Within): unknown {
    const from = i;
    for (; i < text.length; i++) {
      const sign = text[i] as string;
      if (sign === '\n' || sign === '}' || sign === ']' || sign === ')') break;
      if (/\s/.test(sign) && /^\s+(?:\/\/|#|\/\*|<!--)/.test(text.slice(i, i + 8))) break;
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
      const key = sign in closerOf ? string('}', true) : bareKey();
      skip();
      if (key === unfinished || key === '' || (text[i] !== ':' && text[i] !== '=')) return found;
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

  function list(depth: number, closer: ']' | ')'): unknown {
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
      const item = anyValue(closer, depth + 1);
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
      i++;
      return object(depth, '}');
    }
    if (sign === '[' || sign === '(') {
      i++;
      return list(depth, sign === '[' ? ']' : ')');
    }
    if (sign in closerOf) return string(within, false);
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
