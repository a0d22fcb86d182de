import type { Language } from '../reading/model.ts';

// Making a formatter takes a hundred times as long as using it, and a home's facts are worded anew for every answer.
const whole = new Intl.NumberFormat('en-US', { minimumFractionDigits: 0, maximumFractionDigits: 0 });
const withCents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const counts = new Intl.NumberFormat('en-US');
const days = {
  en: new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es-US', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** $549,000 or $45.50. The market is the US, also for readers of Spanish: other currencies are named by their code. */
export function formatCents(cents: number, currency = 'USD'): string {
  const amount = (cents % 100 === 0 ? whole : withCents).format(cents / 100);
  return currency === 'USD' ? `$${amount}` : `${amount} ${currency}`;
}

export const formatCount = (count: number): string => counts.format(count);

/** "November 16, 2026", "16 de noviembre de 2026": of a date or a time in ISO form. */
export const formatDay = (iso: string, language: Language): string =>
  days[language === 'es' ? 'es' : 'en'].format(new Date(iso));
