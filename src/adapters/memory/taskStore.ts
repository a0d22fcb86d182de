import type { TeamTask } from '../../features/tasks/model.ts';
import type { TaskStore } from '../../features/tasks/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';

const order = (a: Pick<TeamTask, 'dueAt' | 'id'>, b: Pick<TeamTask, 'dueAt' | 'id'>): number =>
  a.dueAt - b.dueAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Tasks in this process only: gone with it. */
export function createMemoryTaskStore(): TaskStore {
  const tasks = new Map<string, TeamTask>();
  const own = (tenantId: string, id: string): TeamTask | null => {
    const found = tasks.get(id);
    return found?.tenantId === tenantId ? found : null;
  };
  return {
    async add(task) {
      if (!tasks.has(task.id)) tasks.set(task.id, jsonCopy(task));
    },
    async find(tenantId, taskId) {
      return jsonCopy(own(tenantId, taskId));
    },
    async change(tenantId, taskId, change) {
      const found = own(tenantId, taskId);
      if (found === null) return null;
      const after = { ...found, ...jsonCopy(change) };
      tasks.set(taskId, after);
      return jsonCopy(after);
    },
    async list(tenantId, { done, ownerId, conversationIds, from, to, after, limit }) {
      const found = [...tasks.values()].filter(
        (one) =>
          one.tenantId === tenantId &&
          (one.done !== null) === done &&
          (ownerId === undefined || one.owner.id === ownerId) &&
          (conversationIds?.includes(one.conversationId) ?? true) &&
          one.dueAt >= from &&
          one.dueAt < to &&
          (after === undefined || order(one, after) > 0),
      );
      return jsonCopy(found.sort(order).slice(0, limit));
    },
    async countOpen(tenantId, of, upTo) {
      const open = [...tasks.values()].filter((one) => one.tenantId === tenantId && one.done === null);
      const counted = open.filter((one) =>
        'ownerId' in of ? one.owner.id === of.ownerId : one.conversationId === of.conversationId,
      );
      return Math.min(counted.length, upTo);
    },
    async erase(tenantId, conversationId) {
      for (const { id, ...one } of tasks.values())
        if (one.tenantId === tenantId && one.conversationId === conversationId) tasks.delete(id);
    },
  };
}
