import { homeOfSale } from '../listings/saleId.ts';
import type { Turn } from './model.ts';

/** The homes that the replies of a turn told of in a line: they have no card, and stand in no state. */
export const homesToldIn = ({ factIds = {} }: Pick<Turn, 'factIds'>): string[] => {
  const ids = Object.values(factIds).flat();
  return [...new Set(ids.flatMap((id) => homeOfSale(id) ?? []))];
};
