import type { Lead } from './model.ts';

/** The profile of somebody who has said nothing yet. `createdAt`: ms since the epoch. */
export const newLead = (who: Pick<Lead, 'id' | 'tenantId' | 'visitorId' | 'createdAt'>): Lead => ({
  ...who,
  name: null,
  fields: {},
  suppressedAt: null,
  noRecordingAt: null,
  notAdapted: null,
  identity: null,
  tags: [],
  link: null,
});
