/** Takes text as it grows and gives it back sentence by sentence; all pieces joined are exactly what went in. */
export interface SentenceSplitter {
  /** The sentences that are complete now, each with the white space that ended it. */
  push(text: string): string[];
  /** The rest when no more comes; empty when there is none. */
  flush(): string;
}

// A text without sentence ends (a table, a model gone wrong) is cut at a space after this many characters.
const longestChars = 1200;
const abbreviation =
  /(?:^|[\s(["'])(?:st|ave|blvd|dr|rd|ln|ct|pl|cir|apt|no|mr|mrs|ms|jr|sr|prof|inc|ltd|co|corp|vs|etc|approx|ca|e\.g|i\.e|a\.m|p\.m|u\.s|sq|ft|dept|est|min|max|mt|ft|sra?|dra?|av|núm|p\.ej|[a-z]|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$/i;
const closers = new Set(['"', "'", ')', ']', '”', '’', '»', '*', '_']);
const enders = new Set(['.', '!', '?', '…']);

/** Splits English and Spanish prose; a point within "$1.2m", "3.5 baths", "St.", "e.g." or an address of the web ends nothing. */
export function splitSentences(): SentenceSplitter {
  let rest = '';
  let scanned = 0;
  return {
    push(text) {
      rest += text;
      const complete: string[] = [];
      let start = 0;
      let at = scanned;
      for (; at < rest.length; at++) {
        if (!endsAt(rest, start, at)) continue;
        complete.push(rest.slice(start, at + 1));
        start = at + 1;
      }
      rest = rest.slice(start);
      scanned = rest.length;
      return complete;
    },
    flush() {
      const last = rest;
      rest = '';
      scanned = 0;
      return last;
    },
  };
}

/** Whether the white space at `at` ends the sentence that began at `start`. */
function endsAt(text: string, start: number, at: number): boolean {
  const char = text.charAt(at);
  if (char === '\n') return true;
  if (char !== ' ' && char !== '\t') return false;
  if (at - start >= longestChars) return true;
  let last = at - 1;
  while (last > start && at - last < 6 && closers.has(text.charAt(last))) last--;
  const ender = text.charAt(last);
  if (last < start || !enders.has(ender)) return false;
  return ender !== '.' || !abbreviation.test(text.slice(Math.max(start, last - 8), last + 1));
}
