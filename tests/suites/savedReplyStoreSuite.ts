import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SavedReply } from '../../src/features/settings/model.ts';
import type { SavedReplyStore } from '../../src/features/settings/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const aReply = (over: Partial<SavedReply>): SavedReply => ({
  id: newId(),
  tenantId: newId(),
  ownerId: null,
  title: 'Hours',
  text: 'We are here {{agent}}',
  createdAt: 1,
  ...over,
});

/** The promises that every SavedReplyStore keeps. `open` gives an empty one. */
export function savedReplyStoreSuite(
  name: string,
  open: () => Promise<{ store: SavedReplyStore; close(): Promise<void> }>,
): void {
  describe(`saved replies, ${name}`, () => {
    let store: SavedReplyStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('lists the team’s and a person’s apart, oldest first, of one tenant only', async () => {
      const tenantId = newId();
      const late = aReply({ tenantId, createdAt: 2 });
      const [early, own] = [aReply({ tenantId }), aReply({ tenantId, ownerId: 'me' })];
      for (const reply of [late, early, own, aReply({}), aReply({ tenantId, ownerId: 'you' })]) await store.add(reply);
      expect(await store.list(tenantId, null)).toEqual([early, late]);
      expect(await store.list(tenantId, 'me')).toEqual([own]);
    });

    it('changes and removes only with the right tenant', async () => {
      const reply = aReply({});
      await store.add(reply);
      await store.change(newId(), reply.id, { title: 'x', text: 'y' });
      await store.remove(newId(), reply.id);
      expect(await store.find(reply.tenantId, reply.id)).toEqual(reply);
      expect(await store.find(newId(), reply.id)).toBeNull();
      await store.change(reply.tenantId, reply.id, { title: 'x', text: 'y' });
      expect(await store.find(reply.tenantId, reply.id)).toEqual({ ...reply, title: 'x', text: 'y' });
      await store.remove(reply.tenantId, reply.id);
      expect(await store.find(reply.tenantId, reply.id)).toBeNull();
    });
  });
}
