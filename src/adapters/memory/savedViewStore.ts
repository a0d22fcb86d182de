import type { Kept } from '../../features/settings/model.ts';
import type { SavedViewStore } from '../../features/settings/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

/** Saved views in this process only: gone with it. */
export function createMemorySavedViewStore<View extends Kept>(): SavedViewStore<View> {
  const views = new Map<string, View>();
  return {
    async list(tenantId, ownerId) {
      const found = [...views.values()].filter((one) => one.tenantId === tenantId && one.ownerId === ownerId);
      return jsonCopy(found.toSorted((a, b) => a.createdAt - b.createdAt));
    },
    async put(view) {
      views.set(view.id, jsonCopy(view));
    },
    async remove(tenantId, ownerId, viewId) {
      const view = views.get(viewId);
      if (view?.tenantId === tenantId && view.ownerId === ownerId) views.delete(viewId);
    },
  };
}
