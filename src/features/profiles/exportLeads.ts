import type { LeadRow, LeadsQuery } from '../../contract/rest/leads.ts';
import type { BrokerageSettings } from '../../contract/rest/settings.ts';
import { csvLine } from '../../kernel/csvLine.ts';
import { HubError } from '../../kernel/hubError.ts';
import { type Limit, type RateLimits, refuseFor } from '../../kernel/rateLimits.ts';
import { readCursor } from '../conversations/board/boardCursor.ts';
import type { AuditStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import { type ListLeadsDeps, listLeads } from './listLeads.ts';

export interface ExportLeadsDeps extends ListLeadsDeps {
  audit: Pick<AuditStore, 'add'>;
  rateLimits: RateLimits;
  /** The brokerage's list of tags. */
  settingsOf(tenantId: string): Promise<{ settings: Pick<BrokerageSettings, 'tags'> }>;
}

/** Each export reads all people of the brokerage, whoever asks. */
const perBrokerage: Limit = { name: 'people-exports', points: 10, perMs: 3_600_000 };
const pageSize = 100;

type Filter = Pick<LeadsQuery, 'q' | 'temperature' | 'quietDays' | 'mine' | 'tag' | 'sort'>;

/** The names of the tags of a row; one that was taken off the brokerage's list is left out. */
type NameTags = (row: LeadRow) => string[];

const columns: readonly (readonly [head: string, of: (row: LeadRow, tagsOf: NameTags) => string | undefined])[] = [
  ['name', ({ name }) => name],
  ['phone', ({ phone }) => phone],
  ['email', ({ email }) => email],
  ['wish', ({ wants }) => wants?.wish],
  ['area', ({ wants }) => wants?.area],
  ['home', ({ listingTitle }) => listingTitle],
  ['stage', ({ stage }) => stage],
  ['score', ({ temperature }) => temperature],
  ['score_of_100', ({ score }) => (score === undefined ? undefined : String(score))],
  ['tags', (row, tagsOf) => tagsOf(row).join('; ')],
  ['assigned_to', ({ owner }) => owner?.name],
  ['last_message', ({ lastAt }) => lastAt],
  ['conversations', ({ talks }) => String(talks)],
  ['no_contact_by', ({ suppressed }) => suppressed.join(' ')],
  ['lead_id', ({ id }) => id],
];

/**
 * The people of a brokerage who pass the filter as a CSV, a page at a time: UTF-8 with the mark by which Excel knows it. That it was
 * taken is on record before any of it leaves.
 * @throws HubError `FORBIDDEN` for agents, `RATE_LIMITED`
 */
export async function exportLeads(
  deps: ExportLeadsDeps,
  scope: StaffScope,
  filter: Filter,
): Promise<AsyncIterable<string>> {
  const { tenantId, principal } = scope;
  if (principal.role === 'agent') throw new HubError('FORBIDDEN');
  refuseFor(await deps.rateLimits.take(perBrokerage, tenantId));
  const at = deps.clock.now();
  const action = 'people-export';
  const { sort: _, ...narrowing } = filter;
  const reason = Object.keys(narrowing).sort().join(' ') || 'everyone';
  await deps.audit.add({ tenantId, at, principalId: principal.id, action, conversationId: null, reason });
  return linesOf(deps, scope, filter, at);
}

async function* linesOf(deps: ExportLeadsDeps, scope: StaffScope, filter: Filter, begunAt: number) {
  yield `\uFEFF${csvLine(columns.map(([head]) => head))}`;
  const { tags } = (await deps.settingsOf(scope.tenantId)).settings;
  const tagsOf: NameTags = (row) => (row.tags ?? []).flatMap((id) => tags.find((one) => one.id === id)?.name ?? []);
  const exportedIds = new Set<string>();
  async function* pages(asked: Filter, isOver: (cursor: string) => boolean) {
    for (let cursor: string | undefined; ; ) {
      const page = await listLeads(deps, scope, { ...asked, limit: pageSize, ...(cursor ? { cursor } : {}) });
      const fresh = page.items.filter(({ id }) => !exportedIds.has(id));
      for (const { id } of fresh) exportedIds.add(id);
      yield fresh.map((row) => csvLine(columns.map(([, of]) => of(row, tagsOf) ?? ''))).join('');
      cursor = page.nextCursor;
      if (cursor === undefined || isOver(cursor)) return;
    }
  }
  yield* pages(filter, () => false);
  // People who wrote meanwhile have moved to the front, or by their score to another place that was read before.
  yield* pages({ ...filter, sort: 'recent' }, (cursor) => readCursor(cursor).lastAt < begunAt);
}
