/**
 * Reads a JSON object while it is being written and forwards the decoded characters of its first property, when that is
 * the string `say`, as soon as they are certain. Everything is kept in `whole()` for the check at the end.
 * A surrogate without its other half comes out as U+FFFD, so that what is shown can be stored and hashed anywhere.
 */
export interface SayReader {
  push(chunk: string): void;
  whole(): string;
}

type State = 'before' | 'key-start' | 'key' | 'colon' | 'value' | 'text' | 'escape' | 'unicode' | 'over';

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

export function createSayReader(onSay: (text: string) => void): SayReader {
  let whole = '';
  let state: State = 'before';
  let key = '';
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
    } else if (state === 'key') {
      if (char === '"') state = key === 'say' ? 'colon' : 'over';
      else key += char;
      if (key.length > 3) state = 'over';
    } else if (!/\s/.test(char)) {
      if (state === 'before') state = char === '{' ? 'key-start' : 'over';
      else if (state === 'key-start') state = char === '"' ? 'key' : 'over';
      else if (state === 'colon') state = char === ':' ? 'value' : 'over';
      else if (state === 'value') state = char === '"' ? 'text' : 'over';
    }
  }

  return {
    push(chunk) {
      whole += chunk;
      for (let i = 0; i < chunk.length && state !== 'over'; i++) {
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
