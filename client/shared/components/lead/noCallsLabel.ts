import type { LeadAnswer } from '../../../../src/contract/rest/leads.ts';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
/** "Nov 22" of a time in ISO. */
export const saidOn = (at: string): string => day.format(new Date(at));

/** "No calls: on Nov 22, asked us to stop"; null where they may be called. */
export function noCallsLabel({
  suppressed,
  suppressions,
}: Pick<LeadAnswer, 'suppressed' | 'suppressions'>): string | null {
  if (!suppressed.includes('call')) return null;
  const said = suppressions.find(({ closed, channels }) => !closed && channels.includes('call'));
  return said ? `No calls: on ${saidOn(said.at)}, asked us to stop` : 'No calls';
}
