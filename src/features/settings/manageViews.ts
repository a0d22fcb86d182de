import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import type { Clock } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { StaffScope } from '../identity/model.ts';
import type { Kept } from './model.ts';
import type { SavedViewStore } from './ports.ts';

/** The saved views of one list. */
export interface ViewsDeps<View extends Kept> {
  views: SavedViewStore<View>;
  clock: Clock;
}
type Told<View extends Kept> = Omit<View, 'tenantId' | 'ownerId' | 'createdAt'>;

const answerOf = <View extends Kept>({ tenantId, ownerId, createdAt, ...view }: View): Told<View> => view;

/** One's own saved views of a list, in the order in which they were first kept. */
export async function listViews<View extends Kept>(
  { views }: Pick<ViewsDeps<View>, 'views'>,
  scope: StaffScope,
): Promise<Told<View>[]> {
  return (await views.list(scope.tenantId, scope.principal.id)).map(answerOf);
}

/**
 * Keeps a view of one's own, in the place of the one of the same name.
 * @throws HubError QUOTA_EXCEEDED: there are as many as may be
 */
export async function keepView<View extends Kept>(
  deps: ViewsDeps<View>,
  scope: StaffScope,
  view: Omit<View, keyof Kept> & Pick<Kept, 'name'>,
): Promise<Told<View>> {
  const { tenantId, principal } = scope;
  const own = await deps.views.list(tenantId, principal.id);
  const before = own.find(({ name }) => name === view.name);
  if (before === undefined && own.length >= settingsLimits.ownViews) throw new HubError('QUOTA_EXCEEDED');
  const kept = {
    ...view,
    id: idFrom('view', tenantId, principal.id, view.name),
    tenantId,
    ownerId: principal.id,
    createdAt: before?.createdAt ?? deps.clock.now(),
  } as View;
  await deps.views.put(kept);
  return answerOf(kept);
}

/**
 * Forgets a view of one's own.
 * @throws HubError NOT_FOUND, also for another person's
 */
export async function removeView<View extends Kept>(
  { views }: Pick<ViewsDeps<View>, 'views'>,
  scope: StaffScope,
  viewId: string,
): Promise<void> {
  const { tenantId, principal } = scope;
  const own = await views.list(tenantId, principal.id);
  if (!own.some(({ id }) => id === viewId)) throw new HubError('NOT_FOUND');
  await views.remove(tenantId, principal.id, viewId);
}
