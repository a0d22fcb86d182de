/** $549,000 or $45.50. The market is the US: other currencies are named by their code. */
export function formatCents(cents: number, currency = 'USD'): string {
  const digits = cents % 100 === 0 ? 0 : 2;
  const amount = (cents / 100).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return currency === 'USD' ? `$${amount}` : `${amount} ${currency}`;
}

export const formatCount = (count: number): string => count.toLocaleString('en-US');

export const joinWords = (parts: readonly string[]): string =>
  parts.length <= 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
