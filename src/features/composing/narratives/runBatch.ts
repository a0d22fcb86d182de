import type { NarrativeBatchAnswer, NarrativeBatchRequest } from '../../../contract/rest/narratives.ts';
import { isoOf } from '../../../kernel/clock.ts';
import { fewAtOnce } from '../../../kernel/fewAtOnce.ts';
import { HubError, toHubError } from '../../../kernel/hubError.ts';
import type { Jobs } from '../../../kernel/jobs.ts';
import type { StaffScope } from '../../identity/model.ts';
import type { BatchItem, NarrativeBatch } from './model.ts';
import { type NarrativeAsker, type NarrativeDeps, writeNarrative } from './writeNarrative.ts';

export interface NarrativeBatchDeps extends NarrativeDeps {
  jobs: Pick<Jobs, 'schedule'>;
}

const keptMs = 7 * 86_400_000;
const atOnce = 5;
/** A run of the job begins new stories for this long, so that the last one ends before its lease does. */
const beginsForMs = 10_000;

/**
 * Orders many narratives, which a job writes. It counts as one press of a person.
 * @throws HubError `QUOTA_EXCEEDED` as `admitPress`; `QUOTA_EXCEEDED` where the tenant has too many jobs
 */
export async function orderBatch(
  deps: NarrativeBatchDeps,
  { tenantId, principal }: NarrativeAsker,
  { items }: NarrativeBatchRequest,
): Promise<{ batchId: string; total: number }> {
  await deps.admit(tenantId, principal.id);
  const now = deps.clock.now();
  const batch: NarrativeBatch = {
    ...{ id: deps.newId(), tenantId, by: principal.id, canceled: false, createdAt: now, expiresAt: now + keptMs },
    items: items.map((item) => ({ ...item, state: 'waiting' })),
  };
  // First the batch: a job that found none would have nothing to do, and be done.
  await deps.narratives.addBatch(batch);
  await deps.jobs.schedule({ tenantId, kind: 'narratives', about: batch.id, at: now });
  return { batchId: batch.id, total: items.length };
}

/**
 * The job of a batch: writes some of what waits. An item that fails, fails alone; one that a dying node had begun is written again. When
 * to run again, in ms since the epoch; null when nothing waits.
 */
export async function runBatch(
  deps: NarrativeBatchDeps,
  { tenantId, batchId }: { tenantId: string; batchId: string },
): Promise<number | null> {
  const batch = await deps.narratives.findBatch(tenantId, batchId);
  if (batch === null || batch.canceled) return null;
  const waiting = batch.items.flatMap((item, at) => (item.state === 'waiting' ? [{ item, at }] : []));
  const beginsUntil = deps.clock.now() + beginsForMs;
  let from = 0;
  for (; from < waiting.length && deps.clock.now() < beginsUntil; from += atOnce) {
    if (from > 0 && (await deps.narratives.findBatch(tenantId, batchId))?.canceled !== false) return null;
    await Promise.all(
      waiting
        .slice(from, from + atOnce)
        .map(async ({ item, at }) =>
          deps.narratives.setItem(tenantId, batchId, at, await outcomeOf(deps, batch, item)),
        ),
    );
  }
  return from < waiting.length ? deps.clock.now() : null;
}

async function outcomeOf(
  deps: NarrativeBatchDeps,
  { tenantId, by }: NarrativeBatch,
  item: BatchItem,
): Promise<BatchItem> {
  const { state: _, narrativeId: __, error: ___, ...asked } = item;
  try {
    const scope = { tenantId, principal: { id: by } };
    const { narrativeId } = await writeNarrative({ ...deps, admit: async () => {} }, scope, asked);
    return { ...asked, state: 'done', narrativeId };
  } catch (err) {
    const { code, message } = toHubError(err);
    // The whole database may be away: then the job fails, and runs again.
    if (code === 'DEPENDENCY_DOWN') throw err;
    if (code === 'INTERNAL') deps.logger.error('a narrative of a batch failed', { err });
    return { ...asked, state: 'failed', error: message };
  }
}

/** @throws HubError `NOT_FOUND` */
export async function readBatch(
  { narratives, homes }: Pick<NarrativeBatchDeps, 'narratives' | 'homes'>,
  { tenantId }: Pick<StaffScope, 'tenantId'>,
  batchId: string,
): Promise<NarrativeBatchAnswer> {
  const batch = await narratives.findBatch(tenantId, batchId);
  if (batch === null) throw new HubError('NOT_FOUND');
  const { id, canceled, createdAt } = batch;
  const items = await fewAtOnce(batch.items, async (item) => {
    const home = await homes.homeOf(tenantId, item.listingId);
    return {
      ...item,
      ...(canceled && item.state === 'waiting' ? { state: 'canceled' as const } : {}),
      ...(home === null ? {} : { title: home.title }),
    };
  });
  const inState = (state: BatchItem['state']): number => items.filter((item) => item.state === state).length;
  return {
    ...{ batchId: id, total: items.length, done: inState('done'), failed: inState('failed'), canceled },
    ...{ createdAt: isoOf(createdAt), items },
  };
}

/** Items that are being written are written to their end. @throws HubError `NOT_FOUND` */
export async function cancelBatch(
  deps: Pick<NarrativeBatchDeps, 'narratives' | 'homes'>,
  scope: Pick<StaffScope, 'tenantId'>,
  batchId: string,
): Promise<NarrativeBatchAnswer> {
  await readBatch(deps, scope, batchId);
  await deps.narratives.cancelBatch(scope.tenantId, batchId);
  return readBatch(deps, scope, batchId);
}
