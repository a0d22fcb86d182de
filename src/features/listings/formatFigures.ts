import type { Language } from '../reading/model.ts';

/** $549,000 or $45.50. The market is the US, also for who writes Spanish: other currencies are named by their code. */
export function formatCents(cents: number, currency = 'USD'): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const amount = (cents / 100).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return currency === 'USD' ? `$${amount}` : `${amount} ${currency}`;
}

export const formatCount = (count: number): string => count.toLocaleString('en-US');

/** "November 16, 2026", "16 de noviembre de 2026": of a date or a time in ISO form. */
export const formatDay = (iso: string, language: Language): string =>
  new Date(iso).toLocaleDateString(language === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** "a, b and c". */
export const joinWords = (parts: readonly string[], last: string): string =>
  parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} ${last} ${parts.at(-1)}`;
