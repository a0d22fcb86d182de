import { z } from 'zod';

/** One sentence of a message, with the IDs of the facts that it stands on. */
export const sentence = z.object({
  text: z.string().min(1).max(1200),
  facts: z.array(z.string().max(120)).max(40),
});
export type Sentence = z.infer<typeof sentence>;

// Real sentences are far shorter; a sentence that never ends must not fill the memory.
const longestChars = 6000;

/**
 * Takes an answer's JSON as it is written and hands over each sentence as soon as it is complete. An element that is no
 * sentence is left out, and counted; a sentence that was not written to its end is not handed over at all.
 */
export function readSentences(onSentence: (one: Sentence) => void): {
  push(chunk: string): void;
  /** Pieces that were no sentence, an unfinished one among them. */
  faults(): number;
  /** The text before the first sentence, as far as it was written. */
  head(): string;
  /** The text of the sentence that is being written, as far as it is; empty between sentences. */
  unfinished(): string;
} {
  let piece = '';
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let isHead = true;
  let faults = 0;
  let head = '';

  function take(char: string): void {
    if (quoted) {
      if (escaped) escaped = false;
      else if (char === '\\') escaped = true;
      else if (char === '"') quoted = false;
      return;
    }
    if (char === '"') quoted = true;
    else if (char === '{') {
      depth += 1;
      if (depth !== 2) return;
      piece = '{';
      isHead = false;
    } else if (char === '}') {
      depth -= 1;
      if (depth === 1) hand();
    }
  }

  function hand(): void {
    const read = sentence.safeParse(parsed(piece));
    piece = '';
    if (read.success) onSentence(read.data);
    else faults += 1;
  }

  return {
    push(chunk) {
      for (const char of chunk) {
        if (depth >= 2 && piece.length < longestChars) piece += char;
        else if (isHead && head.length < longestChars) head += char;
        take(char);
      }
    },
    faults: () => faults + (depth === 0 ? 0 : 1),
    head: () => head,
    unfinished: () => textBegun(piece),
  };
}

/** The value of `text` in JSON that ends anywhere. */
function textBegun(json: string): string {
  const begun = /"text"\s*:\s*"((?:[^"\\]|\\(?:["\\/bfnrt]|u[\da-f]{4}))*)/i.exec(json)?.[1];
  const text = begun === undefined ? '' : String(parsed(`"${begun}"`) ?? '');
  // Half a sign waits for its other half.
  return text.replace(/[\ud800-\udbff]$/, '');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // Not JSON: as unusable as JSON of another shape.
    return null;
  }
}
