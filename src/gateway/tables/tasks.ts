import { addTask, changeTask, type TaskDeps } from '../../features/tasks/writeTask.ts';
import type { CommandTable } from '../handle.ts';
import { staffOf } from '../session.ts';

export type TaskTableDeps = TaskDeps;

/** The commands by which the team writes tasks and does them. */
export const taskTable = (deps: TaskTableDeps): CommandTable => ({
  'task-add': {
    rate: 'command',
    run: (session, { commandId: _, ...wanted }, command) => addTask(deps, staffOf(session), command, wanted),
  },
  'task-change': {
    rate: 'command',
    run: async (session, { commandId: _, ...given }, command) => ({
      seq: await changeTask(deps, staffOf(session), command, given),
    }),
  },
});
