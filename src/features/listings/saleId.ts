const prefix = 'sale.';

/** The id of the fact that tells of a home for sale in a line. */
export const saleId = (listingId: string): string => prefix + listingId;

/** The home that the fact of this id tells of in a line; null where it tells of something else. */
export const homeOfSale = (factId: string): string | null =>
  factId.startsWith(prefix) ? factId.slice(prefix.length) : null;
