import { type Connection, Schema, trusted } from 'mongoose';
import type { TeamTask } from '../../features/tasks/model.ts';
import type { TaskStore } from '../../features/tasks/ports.ts';
import { jsonCopy } from '../../kernel/jsonCopy.ts';
import { guarded, inserted, modelOf, strictly } from './mongoStore.ts';

/** `isDone` and `ownerId`: plain fields, for the indexes. */
type TaskRow = Omit<TeamTask, 'id'> & { _id: string; isDone: boolean; ownerId: string };

const text = { type: String, required: true };
const number = { type: Number, required: true };
const mixed = { type: Schema.Types.Mixed, required: true };
const schema = new Schema<TaskRow>(
  {
    _id: text,
    tenantId: text,
    conversationId: text,
    text,
    dueAt: number,
    owner: mixed,
    by: mixed,
    createdAt: number,
    done: { type: Schema.Types.Mixed, default: null },
    isDone: { type: Boolean, required: true },
    ownerId: text,
  },
  strictly,
);
schema.index({ tenantId: 1, isDone: 1, dueAt: 1, _id: 1 });
schema.index({ tenantId: 1, isDone: 1, ownerId: 1, dueAt: 1, _id: 1 });
schema.index({ tenantId: 1, conversationId: 1 });
export const taskModel = modelOf('tasks', schema);

const toTask = ({ _id, isDone, ownerId, ...rest }: TaskRow): TeamTask => ({ id: _id, ...rest });

export function createMongoTaskStore(connection: Connection): TaskStore {
  const tasks = taskModel(connection);
  const find: TaskStore['find'] = async (tenantId, taskId) => {
    const row = await tasks.findById(taskId).lean<TaskRow>();
    return row?.tenantId === tenantId ? toTask(row) : null;
  };
  return guarded<TaskStore>({
    async add(task) {
      const { id, ...rest } = jsonCopy(task);
      await inserted(() => tasks.create({ _id: id, ...rest, isDone: task.done !== null, ownerId: task.owner.id }));
    },
    find,
    async change(tenantId, taskId, change) {
      const { owner, done } = change;
      const derived = {
        ...(owner === undefined ? {} : { ownerId: owner.id }),
        ...(done === undefined ? {} : { isDone: done !== null }),
      };
      await tasks.updateOne({ _id: taskId, tenantId }, { $set: { ...jsonCopy(change), ...derived } });
      return find(tenantId, taskId);
    },
    async list(tenantId, { done, ownerId, conversationIds, from, to, after, limit }) {
      const rows = await tasks
        .find({
          ...{ tenantId, isDone: done },
          dueAt: trusted({ $gte: Math.max(from, after?.dueAt ?? from), $lt: to }),
          ...(ownerId === undefined ? {} : { ownerId }),
          ...(conversationIds === undefined ? {} : { conversationId: trusted({ $in: [...conversationIds] }) }),
          ...(after === undefined
            ? {}
            : {
                $or: [
                  { dueAt: trusted({ $gt: after.dueAt }) },
                  { dueAt: after.dueAt, _id: trusted({ $gt: after.id }) },
                ],
              }),
        })
        .sort({ dueAt: 1, _id: 1 })
        .limit(limit)
        .lean<TaskRow[]>();
      return rows.map(toTask);
    },
    async countOpen(tenantId, of, upTo) {
      const found = tasks.find({ tenantId, isDone: false, ...of }, { _id: 1 });
      return (await found.limit(upTo).lean<unknown[]>()).length;
    },
    async erase(tenantId, conversationId) {
      await tasks.deleteMany({ tenantId, conversationId });
    },
  });
}
