const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

/** Cents as "$450,000". */
export const moneyWords = (cents: number): string => dollars.format(cents / 100);

const short = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  notation: 'compact',
  maximumSignificantDigits: 3,
});
/** Cents as "$450k" or "$1.25M", where there is little room. */
export const shortMoney = (cents: number): string => short.format(cents / 100).replace('K', 'k');

/** The same in another currency: "450,000 CAD". */
export const homeMoney = (cents: number, currency: string): string =>
  currency === 'USD' ? moneyWords(cents) : `${Math.round(cents / 100).toLocaleString('en-US')} ${currency}`;
