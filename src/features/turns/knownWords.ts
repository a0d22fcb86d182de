/** The known facts of one thing, in words for a model. Sums are kept in cents, which a model would take for dollars. */
export function knownWords(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(knownWords).join('; ');
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('maxDays' in value) return daysWords(value as { minDays: number | null; maxDays: number | null });
  if (!('maxCents' in value)) return JSON.stringify(value);
  const { minCents, maxCents } = value as { minCents: number | null; maxCents: number | null };
  const dollars = (cents: number | null): string => (cents === null ? '' : `$${Math.round(cents / 100)}`);
  return [...new Set([dollars(minCents), dollars(maxCents)])].filter((sum) => sum !== '').join(' to ');
}

const daysWords = ({ minDays, maxDays }: { minDays: number | null; maxDays: number | null }): string =>
  maxDays === null
    ? minDays === null
      ? 'no hurry'
      : `in ${minDays} days or later`
    : minDays === null || minDays === 0
      ? `within ${maxDays} days`
      : `in ${minDays} to ${maxDays} days`;

/** All that the visitor answered so far, by the name of its slot. */
export const knownOf = (slots: Readonly<Record<string, { state: string; value: unknown }>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(slots).flatMap(([name, { state, value }]) =>
      state === 'answered' ? [[name, knownWords(value)]] : [],
    ),
  );
