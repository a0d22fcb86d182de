import { splitSentences } from '../compliance/splitSentences.ts';
import type { ListingFacts } from '../packs/model.ts';

const notOnFile = 'I don’t have that on file; I’ll note the question for the team.';

/**
 * Lets through the sentences of an answer whose figures all stand in the listing, the question or the talk; a sentence
 * with any other figure is dropped, and so is the last one of an answer that was not written to its end (`whole`). When
 * nothing is left, the answer is that it is not on file. Put before the gate.
 */
export function onlyKnownFigures(parts: {
  listing: ListingFacts | null;
  /** What was asked and said: the visitor's own figures may be repeated. */
  said: readonly string[];
  release(text: string): void;
}): { push(text: string): void; finish(whole: boolean): { dropped: number } } {
  const known = new Set(parts.said.flatMap(figuresOf));
  if (parts.listing !== null) for (const figure of figuresOfListing(parts.listing)) known.add(figure);
  const splitter = splitSentences();
  let dropped = 0;
  let released = false;

  function judge(sentence: string): void {
    if (figuresOf(sentence).some((figure) => !known.has(figure))) {
      dropped += 1;
      return;
    }
    released ||= sentence.trim() !== '';
    parts.release(sentence);
  }

  return {
    push(text) {
      for (const sentence of splitter.push(text)) judge(sentence);
    },
    finish(whole) {
      const rest = splitter.flush();
      if (rest !== '' && whole) judge(rest);
      if (!released) parts.release(notOnFile);
      return { dropped };
    },
  };
}

/** "$549,000", "549k" and "0.549 million" are one figure. */
export function figuresOf(text: string): number[] {
  return [...text.matchAll(/(\d[\d,]*(?:\.\d+)?)(?:\s?(k|m|million|thousand)\b)?/gi)].flatMap(
    ([, digits = '', unit = '']) => {
      const figure = Number(digits.replaceAll(',', ''));
      const scale = { k: 1e3, thousand: 1e3, m: 1e6, million: 1e6 }[unit.toLowerCase()] ?? 1;
      return Number.isFinite(figure) ? [Math.round(figure * scale * 100) / 100] : [];
    },
  );
}

/** Every number on file; money in whole dollars as well as to the cent. */
function figuresOfListing(listing: ListingFacts): number[] {
  return Object.entries(listing).flatMap(([field, value]) => {
    if (typeof value === 'number') return field.includes('Cents') ? [value / 100, Math.round(value / 100)] : [value];
    return (Array.isArray(value) ? value : [value]).flatMap((text) =>
      typeof text === 'string' ? figuresOf(text) : [],
    );
  });
}
