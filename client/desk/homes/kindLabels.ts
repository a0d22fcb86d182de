import type { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';

export const kindLabels: Record<(typeof settingsLimits.homeKinds)[number], string> = {
  'single-family': 'Single-family house',
  townhouse: 'Townhouse',
  condo: 'Condo',
  'multi-family': 'Multi-family building',
  manufactured: 'Manufactured home',
  land: 'Lot',
};
