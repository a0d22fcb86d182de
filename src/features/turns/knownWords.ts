/** What is known of one thing, in words for a model. Sums are kept in cents, which a model would take for dollars. */
export function knownWords(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('maxCents' in value)) return JSON.stringify(value);
  const { minCents, maxCents } = value as { minCents: number | null; maxCents: number | null };
  const dollars = (cents: number | null): string => (cents === null ? '' : `$${Math.round(cents / 100)}`);
  return [...new Set([dollars(minCents), dollars(maxCents)])].filter((sum) => sum !== '').join(' to ');
}

/** All that the visitor answered so far, by the name of its slot. */
export const knownOf = (slots: Readonly<Record<string, { state: string; value: unknown }>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(slots).flatMap(([name, { state, value }]) =>
      state === 'answered' ? [[name, knownWords(value)]] : [],
    ),
  );
