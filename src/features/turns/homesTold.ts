import type { Turn } from './model.ts';

const prefix = 'sale.';

/** The id of the fact that tells of a home for sale in a line. */
export const saleId = (listingId: string): string => prefix + listingId;

/** The homes that the replies of a turn told of in a line: they have no card, and stand in no state. */
export const homesToldIn = ({ factIds = {} }: Pick<Turn, 'factIds'>): string[] => {
  const ids = Object.values(factIds).flat();
  return [...new Set(ids.flatMap((id) => (id.startsWith(prefix) ? id.slice(prefix.length) : [])))];
};
