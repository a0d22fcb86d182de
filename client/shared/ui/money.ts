const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

/** Cents as "$450,000". */
export const moneyWords = (cents: number): string => dollars.format(cents / 100);
