import type { buyerAsks, LeftFact, sellerAsks } from '../../../src/contract/rest/settingsLimits.ts';

/** What Jorge asks, as the settings name it. */
export const askWords: Record<(typeof buyerAsks)[number] | (typeof sellerAsks)[number], string> = {
  budget: 'Budget',
  preApproval: 'Pre-approval',
  beds: 'Bedrooms',
  timeline: 'Timeline',
  area: 'Area',
  address: 'Address',
  motivation: 'Reason for selling',
  condition: 'Condition',
  price: 'Expected price',
};

export const leftFactWords: Record<LeftFact, string> = {
  taxes: 'Property taxes',
  hoa: 'HOA fee and rules',
  year: 'Year built',
  'open-houses': 'Open houses',
  'listing-agent': 'Listing agent',
  'listed-on': 'When it was listed',
  'rental-rules': 'Rental rules',
};
