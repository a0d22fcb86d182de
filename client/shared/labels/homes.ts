import type { HomeMark } from '../../../src/contract/log/parts.ts';
import type { ListingAnswer } from '../../../src/contract/rest/listings.ts';

export const homeStatusLabels: Record<ListingAnswer['status'], string> = {
  active: 'For sale',
  pending: 'Under contract',
  sold: 'Sold',
  removed: 'Off the market',
};
export const homeMarkLabels: Record<HomeMark, string> = { new: 'New', 'price-drop': 'Price drop' };
