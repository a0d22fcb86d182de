import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TeamTask } from '../../src/features/tasks/model.ts';
import type { TaskStore } from '../../src/features/tasks/ports.ts';
import { newId } from '../../src/kernel/ids.ts';

const ana = { id: 'ana', name: 'Ana' };
const ben = { id: 'ben', name: 'Ben' };
const aTask = (tenantId: string, over: Partial<TeamTask> = {}): TeamTask => ({
  ...{ id: newId(), tenantId, conversationId: 'c1', text: 'Call back', dueAt: 1_000, owner: ana, by: ben },
  ...{ createdAt: 1, done: null },
  ...over,
});

/** The promises that every TaskStore keeps. */
export function taskStoreSuite(name: string, open: () => Promise<{ store: TaskStore; close(): Promise<void> }>): void {
  describe(`tasks, ${name}`, () => {
    let store: TaskStore;
    let close: () => Promise<void>;
    beforeAll(async () => ({ store, close } = await open()));
    afterAll(() => close?.());

    it('keeps one once, for its own tenant alone, and changes what is given', async () => {
      const task = aTask(newId());
      await store.add(task);
      await store.add({ ...task, text: 'Another' });
      expect(await store.find(task.tenantId, task.id)).toEqual(task);
      expect(await store.find(newId(), task.id)).toBeNull();
      expect(await store.change(newId(), task.id, { text: 'Taken' })).toBeNull();
      const done = { at: 5, by: ben };
      expect(await store.change(task.tenantId, task.id, { done })).toEqual({ ...task, done });
      expect(await store.change(task.tenantId, task.id, { done: null, owner: ben })).toEqual({ ...task, owner: ben });
    });

    it('lists by when they are due, a page at a time, of everybody or of one, of some conversations or of all', async () => {
      const tenantId = newId();
      const tasks = [3, 1, 2, 2].map((dueAt, no) => aTask(tenantId, { dueAt, conversationId: `c${no}` }));
      tasks.push(aTask(tenantId, { dueAt: 4, owner: ben }), aTask(tenantId, { dueAt: 5, done: { at: 9, by: ana } }));
      for (const task of tasks) await store.add(task);
      const asked = { done: false, from: 0, to: 100, limit: 10 };
      const listed = await store.list(tenantId, asked);
      expect(listed.map(({ dueAt }) => dueAt)).toEqual([1, 2, 2, 3, 4]);
      const paged: TeamTask[] = [];
      for (let after: TeamTask | undefined; ; after = paged.at(-1)) {
        const page = await store.list(tenantId, { ...asked, limit: 2, after });
        if (page.length === 0) break;
        paged.push(...page);
      }
      expect(paged).toEqual(listed);
      expect(await store.list(tenantId, { ...asked, ownerId: 'ben' })).toEqual([tasks[4]]);
      expect(await store.list(tenantId, { ...asked, conversationIds: ['c0', 'c3'] })).toEqual([tasks[3], tasks[0]]);
      expect(await store.list(tenantId, { ...asked, conversationIds: [] })).toEqual([]);
      expect(await store.list(tenantId, { ...asked, from: 3, to: 4 })).toEqual([tasks[0]]);
      expect(await store.list(tenantId, { ...asked, done: true })).toEqual([tasks[5]]);
      expect(await store.list(newId(), asked)).toEqual([]);
    });

    it('counts open ones no further than it is asked to, and removes those of a conversation', async () => {
      const tenantId = newId();
      for (let no = 0; no < 4; no += 1) await store.add(aTask(tenantId));
      await store.add(aTask(tenantId, { done: { at: 1, by: ana } }));
      await store.add(aTask(tenantId, { conversationId: 'c2', owner: ben }));
      expect(await store.countOpen(tenantId, { conversationId: 'c1' }, 10)).toBe(4);
      expect(await store.countOpen(tenantId, { conversationId: 'c1' }, 3)).toBe(3);
      expect(await store.countOpen(tenantId, { ownerId: 'ben' }, 10)).toBe(1);
      await store.erase(tenantId, 'c1');
      const left = await store.list(tenantId, { done: false, from: 0, to: 9_999, limit: 10 });
      expect(left.map(({ conversationId }) => conversationId)).toEqual(['c2']);
      expect(await store.list(tenantId, { done: true, from: 0, to: 9_999, limit: 10 })).toEqual([]);
    });
  });
}
