import type { HelpReport } from '../../contract/rest/help.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { EntryStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import { helpReportOf } from './helpReport.ts';

export interface HelpReportDeps {
  entries: Pick<EntryStore, 'helpOn'>;
  clock: Clock;
}

const dayMs = 86_400_000;
/** Read for one report; past it the days before are left out. */
const mostEntries = 20_000;

/**
 * The worth of hints and suggestions in the last `days`, for supervisors.
 * @throws HubError FORBIDDEN for agents
 */
export async function readHelp(
  { entries, clock }: HelpReportDeps,
  { tenantId, principal }: StaffScope,
  days: number,
): Promise<HelpReport> {
  if (principal.role === 'agent') throw new HubError('FORBIDDEN');
  const today = Math.floor(clock.now() / dayMs);
  let found: Awaited<ReturnType<EntryStore['helpOn']>> = [];
  let day = today;
  for (; day > today - days && found.length < mostEntries; day -= 1)
    found = [...(await entries.helpOn(tenantId, day, mostEntries)), ...found];
  return { complete: day === today - days && found.length < mostEntries, ...helpReportOf(found) };
}
