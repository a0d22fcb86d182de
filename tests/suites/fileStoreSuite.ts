import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredFile } from '../../src/features/files/model.ts';
import type { FileStore } from '../../src/features/files/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

/** The promises that every FileStore keeps. */
export function fileStoreSuite(name: string, open: () => Promise<{ store: FileStore; close(): Promise<void> }>): void {
  describe(`files, ${name}`, () => {
    let store: FileStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    const place = () => ({ tenantId: newId(), conversationId: newId(), by: newId() });
    const aFile = (over: Partial<StoredFile> = {}): StoredFile => ({
      ...place(),
      id: newId(),
      name: 'kitchen.jpg',
      type: 'image/jpeg',
      bytes: 3,
      width: 640,
      height: 480,
      uploadedAt: 1,
      isWhole: false,
      usedBy: null,
      ...over,
    });
    const kept = async (over: Partial<StoredFile> = {}): Promise<StoredFile> => {
      const file = aFile(over);
      await store.add(file);
      await store.keepBytes(file, { whole: Buffer.from('abc'), preview: Buffer.from('p') });
      return file;
    };

    it('gives back the bytes as they came, the largest too, and knows no preview of a document', async () => {
      const file = aFile({ type: 'application/pdf', width: null, height: null });
      await store.add(file);
      const whole = randomBytes(10 * 1024 * 1024);
      expect(await store.keepBytes(file, { whole, preview: null })).toBe(true);
      expect((await store.read(file, 'whole'))?.equals(whole)).toBe(true);
      expect(await store.read(file, 'preview')).toBeNull();
      expect(await store.find(file.tenantId, file.id)).toEqual({ ...file, isWhole: true });
      expect(await store.find(newId(), file.id)).toBeNull();
    });

    it('gives a file to one message, for its sender in its conversation, and again only to the same', async () => {
      const file = await kept();
      const mine = { ...file };
      expect(await store.use({ ...mine, tenantId: newId() }, 'm1')).toBeNull();
      expect(await store.use({ ...mine, conversationId: newId() }, 'm1')).toBeNull();
      expect(await store.use({ ...mine, by: newId() }, 'm1')).toBeNull();
      expect(await store.use(mine, 'm1')).toMatchObject({ id: file.id, usedBy: 'm1' });
      expect(await store.use(mine, 'm1')).toMatchObject({ usedBy: 'm1' });
      expect(await store.use(mine, 'm2')).toBeNull();
      await store.giveBack(file.tenantId, file.id, 'm2');
      expect(await store.use(mine, 'm2')).toBeNull();
      await store.giveBack(file.tenantId, file.id, 'm1');
      expect(await store.use(mine, 'm2')).toMatchObject({ usedBy: 'm2' });
    });

    it('lets nobody send what is not whole', async () => {
      const file = aFile();
      await store.add(file);
      expect(await store.use(file, 'm1')).toBeNull();
    });

    it('keeps no bytes of a file that was removed meanwhile', async () => {
      const file = aFile();
      await store.add(file);
      await store.removeOf(file.tenantId, file.conversationId);
      expect(await store.keepBytes(file, { whole: Buffer.from('abc'), preview: null })).toBe(false);
      expect(await store.read(file, 'whole')).toBeNull();
    });

    it('counts no further than it is asked to', async () => {
      const where = place();
      const [first] = [await kept(where), await kept(where), await kept({ ...where, conversationId: newId() })];
      await store.use(first, 'm');
      expect(await store.countOfConversation(where.tenantId, where.conversationId, 9)).toBe(2);
      expect(await store.countOfConversation(where.tenantId, where.conversationId, 1)).toBe(1);
      expect(await store.countOfTenant(where.tenantId, 9)).toBe(3);
      expect(await store.countOfTenant(where.tenantId, 9, 'unsent')).toBe(2);
    });

    it('removes what was never sent, the oldest first, and all files of a conversation with their bytes', async () => {
      const where = place();
      const old = await kept({ ...where, uploadedAt: -20 });
      const older = await kept({ ...where, uploadedAt: -30 });
      const sent = await kept({ ...where, uploadedAt: -40 });
      await store.use(sent, 'm');
      expect(await store.removeUnsent(-10, 1)).toBe(1);
      expect(await store.read(older, 'whole')).toBeNull();
      expect(await store.removeUnsent(-10, 9)).toBe(1);
      expect([await store.find(where.tenantId, old.id), await store.read(old, 'preview')]).toEqual([null, null]);
      expect(await store.read(sent, 'whole')).not.toBeNull();
      await store.removeOf(newId(), where.conversationId);
      expect(await store.read(sent, 'whole')).not.toBeNull();
      await store.removeOf(where.tenantId, where.conversationId);
      expect([await store.find(where.tenantId, sent.id), await store.read(sent, 'whole')]).toEqual([null, null]);
    });
  });
}
