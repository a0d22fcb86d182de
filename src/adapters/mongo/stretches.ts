/** As `isFence` has it. */
const homesBetweenFences = 256;

/** Ranges of IDs, one after the other, that together are all those past `after`; the first should hold that many homes. */
export function* stretches(
  fences: readonly string[],
  { after, homes }: { after: string; homes: number },
): Generator<{ $gt: string; $lte?: string }> {
  const ahead = fences.filter((fence) => fence > after).toSorted();
  const step = Math.max(1, Math.ceil(homes / homesBetweenFences));
  let from = after;
  for (let at = step - 1; at < ahead.length; at += step) {
    const to = ahead[at] as string;
    yield { $gt: from, $lte: to };
    from = to;
  }
  yield { $gt: from };
}
