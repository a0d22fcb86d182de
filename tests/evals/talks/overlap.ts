const size = 5;
/** Shorter lines ("can i see it", "is it still available") are everybody's words: that two people typed them proves nothing. */
export const shortestChars = 20;

/**
 * The lines of `known` in which so much of a measured line lies that it was as good as read: `share` of its character 5-grams in one line.
 * Containment, and not Jaccard: a training line that holds a measured one whole, with as much again behind it, has learned it all the same.
 */
export function overlapsIn(
  measured: readonly string[],
  known: readonly string[],
  share: number,
  shortest = shortestChars,
): number[] {
  const linesOf = new Map<string, number[]>();
  for (const [at, line] of known.entries())
    for (const gram of gramsOf(line)) {
      const lines = linesOf.get(gram);
      if (lines === undefined) linesOf.set(gram, [at]);
      else lines.push(at);
    }
  const found = new Set<number>();
  for (const line of measured) {
    const grams = gramsOf(line);
    if (plain(line).length < shortest) continue;
    const shared = new Map<number, number>();
    for (const gram of grams) for (const at of linesOf.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    for (const [at, count] of shared) if (count >= share * grams.size) found.add(at);
  }
  return [...found].sort((a, b) => a - b);
}

const plain = (line: string): string =>
  line
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function gramsOf(line: string): Set<string> {
  const text = plain(line);
  return new Set(Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size)));
}
