import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Kept } from '../../src/features/settings/model.ts';
import type { SavedViewStore } from '../../src/features/settings/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

/** The promises that every SavedViewStore keeps. `open` gives an empty one; `of` and `otherwise` are two choices of its list. */
export function savedViewStoreSuite<View extends Kept>(
  name: string,
  { of, otherwise }: Record<'of' | 'otherwise', Omit<View, keyof Kept>>,
  open: () => Promise<{ store: SavedViewStore<View>; close(): Promise<void> }>,
): void {
  const kept = (choice: Omit<View, keyof Kept>, over: Partial<Kept>): View =>
    ({ id: newId(), tenantId: newId(), ownerId: 'me', name: 'Mornings', createdAt: 1, ...choice, ...over }) as View;
  const aView = (over: Partial<Kept>): View => kept(of, over);

  describe(`saved views of ${name}`, () => {
    let store: SavedViewStore<View>;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('lists a person’s own, oldest first; another under the same id takes its place', async () => {
      const tenantId = newId();
      const late = aView({ tenantId, createdAt: 2 });
      const early = aView({ tenantId });
      for (const view of [late, early, aView({}), aView({ tenantId, ownerId: 'you' })]) await store.put(view);
      expect(await store.list(tenantId, 'me')).toEqual([early, late]);
      const changed = kept(otherwise, { id: late.id, tenantId, createdAt: 2 });
      await store.put(changed);
      expect(await store.list(tenantId, 'me')).toEqual([early, changed]);
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
