import type { LeadInsight } from '../../../contract/rest/leadInsight.ts';
import { type Clock, isoOf } from '../../../kernel/clock.ts';
import type { StaffScope } from '../../identity/model.ts';
import type { TalkState } from './features.ts';
import { insightOf } from './insightOf.ts';

export interface InsightDeps {
  /**
   * The newest talks of the person behind a record, the newest first.
   * @throws HubError NOT_FOUND
   */
  statesOf(tenantId: string, leadId: string): Promise<TalkState[]>;
  clock: Clock;
}

/**
 * Reads from the talks of a person what they will do, as of now.
 * @throws HubError NOT_FOUND
 */
export async function readInsight(
  { statesOf, clock }: InsightDeps,
  { tenantId }: Pick<StaffScope, 'tenantId'>,
  leadId: string,
): Promise<LeadInsight> {
  const now = clock.now();
  return { leadId, computedAt: isoOf(now), ...insightOf(await statesOf(tenantId, leadId), now) };
}
