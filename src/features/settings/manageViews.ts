import type { SavedViewAnswer, ViewRequest } from '../../contract/rest/savedViews.ts';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import type { SavedView } from './model.ts';
import type { SavedViewStore } from './ports.ts';

export interface ViewsDeps {
  views: SavedViewStore;
  clock: Clock;
}

const answerOf = ({ tenantId, ownerId, createdAt, ...view }: SavedView): SavedViewAnswer => view;

/** One's own saved views of the inbox, in the order in which they were first kept. */
export async function listViews({ views }: Pick<ViewsDeps, 'views'>, scope: StaffScope): Promise<SavedViewAnswer[]> {
  return (await views.list(scope.tenantId, scope.principal.id)).map(answerOf);
}

/**
 * Keeps a view of one's own, in the place of the one of the same name.
 * @throws HubError QUOTA_EXCEEDED: there are as many as may be
 */
export async function keepView(deps: ViewsDeps, scope: StaffScope, view: ViewRequest): Promise<SavedViewAnswer> {
  const { tenantId, principal } = scope;
  const own = await deps.views.list(tenantId, principal.id);
  const before = own.find(({ name }) => name === view.name);
  if (before === undefined && own.length >= settingsLimits.ownViews) throw new HubError('QUOTA_EXCEEDED');
  const kept: SavedView = {
    ...view,
    id: idFrom('view', tenantId, principal.id, view.name),
    tenantId,
    ownerId: principal.id,
    createdAt: before?.createdAt ?? deps.clock.now(),
  };
  await deps.views.put(kept);
  return answerOf(kept);
}

/**
 * Forgets a view of one's own.
 * @throws HubError NOT_FOUND, also for another person's
 */
export async function removeView(
  { views }: Pick<ViewsDeps, 'views'>,
  scope: StaffScope,
  viewId: string,
): Promise<void> {
  const { tenantId, principal } = scope;
  const own = await views.list(tenantId, principal.id);
  if (!own.some(({ id }) => id === viewId)) throw new HubError('NOT_FOUND');
  await views.remove(tenantId, principal.id, viewId);
}
