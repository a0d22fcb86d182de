/**
 * Which conversation comes after one that is done with: the first of the inbox that waits for me, else the one below, else the one
 * above; null when it was the last.
 */
export function nextAfter(
  order: readonly string[],
  doneId: string | null,
  waits: (id: string) => boolean,
): string | null {
  const index = order.indexOf(doneId ?? '');
  const others = order.filter((id) => id !== doneId);
  return others.find(waits) ?? order[index + 1] ?? others.at(-1) ?? null;
}
