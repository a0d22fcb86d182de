import type { DeletionRequestRow } from '../../contract/rest/deletionRequests.ts';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import { requireAdmin } from '../settings/rules.ts';
import type { PersonRecord } from './model.ts';
import type { RecordStore } from './ports.ts';

const kind = 'deletion-request';

/** The deletion requests, for an admin: all open ones, the oldest first, then the newest closed ones. */
export async function listDeletionRequests(
  { records }: { records: Pick<RecordStore, 'listOpen' | 'listClosed'> },
  scope: StaffScope,
): Promise<DeletionRequestRow[]> {
  requireAdmin(scope);
  const { tenantId } = scope;
  const [open, closed] = await Promise.all([
    records.listOpen(tenantId, kind),
    records.listClosed(tenantId, kind, settingsLimits.closedRequests),
  ]);
  return [...open, ...closed].flatMap(rowOf);
}

/**
 * Notes, for an admin, that a request was answered otherwise than by deleting; it stays on record with the admin's name.
 * @throws HubError NOT_FOUND: none that is open has this id
 */
export async function closeDeletionRequest(
  { records, clock }: { records: Pick<RecordStore, 'listOpen' | 'close'>; clock: Clock },
  scope: StaffScope,
  requestId: string,
  how: string,
): Promise<DeletionRequestRow> {
  requireAdmin(scope);
  return closeAnswered({ records, clock }, scope.tenantId, requestId, `${how} (${scope.principal.name})`);
}

/**
 * Closes a request of the tenant with what was done, and by whom: `by`.
 * @throws HubError NOT_FOUND: none that is open has this id
 */
export async function closeAnswered(
  { records, clock }: { records: Pick<RecordStore, 'listOpen' | 'close'>; clock: Clock },
  tenantId: string,
  requestId: string,
  by: string,
): Promise<DeletionRequestRow> {
  const found = (await records.listOpen(tenantId, kind)).find(({ id }) => id === requestId);
  const closed = { at: clock.now(), by };
  if (found === undefined || !(await records.close(tenantId, requestId, closed))) throw new HubError('NOT_FOUND');
  const [row] = rowOf({ ...found, closed });
  if (row === undefined) throw new HubError('NOT_FOUND');
  return row;
}

function rowOf(record: PersonRecord): DeletionRequestRow[] {
  if (record.kind !== kind) return [];
  const { id, leadId, conversationId, said, at, confirmBy, answerBy, closed } = record;
  return [
    {
      ...{ id, leadId, conversationId, said, at: isoOf(at), confirmBy, answerBy },
      ...(closed === null ? {} : { closed: { at: isoOf(closed.at), by: closed.by } }),
    },
  ];
}
