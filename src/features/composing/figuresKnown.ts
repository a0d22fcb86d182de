import type { ListingFacts } from '../packs/model.ts';

/** The figures that an answer may hold: every one of the listing, and those that were asked or said. */
export function figuresKnown(listing: ListingFacts | null, said: readonly string[]): ReadonlySet<number> {
  return new Set([...said.flatMap(figuresOf), ...(listing === null ? [] : figuresOfListing(listing))]);
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
