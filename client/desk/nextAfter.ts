/**
 * Where to go when one conversation is done with: to the first of the inbox that waits for me, else to the one below, else
 * to the one above; null when it was the last.
 */
export function nextAfter(
  order: readonly string[],
  doneId: string | null,
  waits: (id: string) => boolean,
): string | null {
  const place = order.indexOf(doneId ?? '');
  const others = order.filter((id) => id !== doneId);
  return others.find(waits) ?? order[place + 1] ?? others.at(-1) ?? null;
}
