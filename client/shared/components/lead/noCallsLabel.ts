import type { LeadAnswer } from '../../../../src/contract/rest/leads.ts';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
/** "Nov 22" of a time in ISO. */
export const saidOn = (at: string): string => day.format(new Date(at));

/** "No calls: asked us to stop on Nov 22"; null where they may be called. */
export function noCallsLabel({
  suppressed,
  suppressions,
}: Pick<LeadAnswer, 'suppressed' | 'suppressions'>): string | null {
  if (!suppressed.includes('call')) return null;
  const said = suppressions.find(({ closed, channels }) => !closed && channels.includes('call'));
  return said ? `No calls: asked us to stop on ${saidOn(said.at)}` : 'No calls';
}
