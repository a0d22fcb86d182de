import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SavedView } from '../../src/features/settings/model.ts';
import type { SavedViewStore } from '../../src/features/settings/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aView = (over: Partial<SavedView>): SavedView => ({
  id: newId(),
  tenantId: newId(),
  ownerId: 'me',
  name: 'In Spanish',
  agent: '',
  home: '',
  language: 'es',
  stage: '',
  tag: '',
  sort: 'need',
  createdAt: 1,
  ...over,
});

/** The promises that every SavedViewStore keeps. `open` gives an empty one. */
export function savedViewStoreSuite(
  name: string,
  open: () => Promise<{ store: SavedViewStore; close(): Promise<void> }>,
): void {
  describe(`saved views, ${name}`, () => {
    let store: SavedViewStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('lists a person’s own, oldest first; another under the same id takes its place', async () => {
      const tenantId = newId();
      const late = aView({ tenantId, createdAt: 2 });
      const early = aView({ tenantId });
      for (const view of [late, early, aView({}), aView({ tenantId, ownerId: 'you' })]) await store.put(view);
      expect(await store.list(tenantId, 'me')).toEqual([early, late]);
      await store.put({ ...late, language: '', tag: 'vip' });
      expect(await store.list(tenantId, 'me')).toEqual([early, { ...late, language: '', tag: 'vip' }]);
    });

    it('removes only what is that person’s', async () => {
      const view = aView({});
      await store.put(view);
      await store.remove(newId(), 'me', view.id);
      await store.remove(view.tenantId, 'you', view.id);
      expect(await store.list(view.tenantId, 'me')).toEqual([view]);
      await store.remove(view.tenantId, 'me', view.id);
      expect(await store.list(view.tenantId, 'me')).toEqual([]);
    });
  });
}
