/**
 * Reads a JSON object while it is being written and forwards the decoded characters of its string `say` as soon as they are certain.
 * The properties before it go to `mayBegin`: false, and nothing is forwarded. Everything is kept in `whole()` for the check at the end.
 * A surrogate without its other half comes out as U+FFFD, so that what is shown can be stored and hashed anywhere.
 */
export interface SayReader {
  push(chunk: string): void;
  whole(): string;
}

type State = 'before' | 'key-start' | 'key' | 'colon' | 'value' | 'text' | 'escape' | 'unicode' | 'other' | 'over';

const simpleEscapes: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

export function createSayReader(
  onSay: (text: string) => void,
  mayBegin: (before: Record<string, unknown>) => boolean = () => true,
): SayReader {
  let whole = '';
  /** Characters of `whole` that were read. */
  let read = 0;
  let state: State = 'before';
  let key = '';
  /** The end of the object's last property. */
  let lastEnd = 0;
  let depth = 0;
  let string: 'no' | 'yes' | 'escape' = 'no';
  let hex = '';
  /** Decoded and not yet handed over; between chunks at most one high surrogate. */
  let ready = '';

  function hand(last: boolean): void {
    const unit = ready.charCodeAt(ready.length - 1);
    const waits = !last && unit >= 0xd800 && unit <= 0xdbff;
    const text = waits ? ready.slice(0, -1) : ready;
    ready = waits ? ready.slice(-1) : '';
    if (text !== '') onSay(text.toWellFormed());
  }

  /** Reads plain characters of the text from `from` on; where it stopped. */
  function readRun(chunk: string, from: number): number {
    let i = from;
    while (i < chunk.length) {
      const unit = chunk.charCodeAt(i);
      if (unit === 0x22 || unit === 0x5c) break;
      i++;
    }
    ready += chunk.slice(from, i);
    return i;
  }

  /** Passes over a property that is not `say`, to the comma behind it. */
  function skip(char: string): void {
    if (string !== 'no') {
      if (string === 'escape') string = 'yes';
      else if (char === '"') string = 'no';
      else if (char === '\\') string = 'escape';
    } else if (char === '"') string = 'yes';
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth < 0) state = 'over';
    } else if (char === ',' && depth === 0) {
      lastEnd = read - 1;
      state = 'key-start';
    }
  }

  /** The text before `say` may be broken JSON: then nothing in it can be trusted. */
  function isFit(): boolean {
    try {
      return mayBegin(lastEnd === 0 ? {} : (JSON.parse(`${whole.slice(0, lastEnd)}}`) as Record<string, unknown>));
    } catch (error) {
      if (error instanceof SyntaxError) return false;
      throw error;
    }
  }

  function step(char: string): void {
    if (state === 'escape') {
      const plain = simpleEscapes[char];
      if (plain !== undefined) ready += plain;
      hex = '';
      state = plain !== undefined ? 'text' : char === 'u' ? 'unicode' : 'over';
    } else if (state === 'unicode') {
      hex += char;
      if (!/[0-9a-fA-F]/.test(char)) state = 'over';
      else if (hex.length === 4) {
        ready += String.fromCharCode(Number.parseInt(hex, 16));
        state = 'text';
      }
    } else if (state === 'other') skip(char);
    else if (state === 'key') {
      if (char !== '"') key += char;
      else if (key !== 'say') state = 'other';
      else state = isFit() ? 'colon' : 'over';
    } else if (!/\s/.test(char)) {
      if (state === 'before') state = char === '{' ? 'key-start' : 'over';
      else if (state === 'key-start') {
        state = char === '"' ? 'key' : 'over';
        key = '';
      } else if (state === 'colon') state = char === ':' ? 'value' : 'over';
      else if (state === 'value') state = char === '"' ? 'text' : 'over';
    }
  }

  return {
    push(chunk) {
      whole += chunk;
      const begun = whole.length - chunk.length;
      for (let i = 0; i < chunk.length && state !== 'over'; i++) {
        read = begun + i + 1;
        if (state !== 'text') {
          step(chunk[i] as string);
          continue;
        }
        i = readRun(chunk, i);
        if (i >= chunk.length) break;
        if (chunk[i] === '"') {
          state = 'over';
          hand(true);
        } else state = 'escape';
      }
      if (ready !== '' && state !== 'over') hand(false);
    },
    whole: () => whole,
  };
}
