import type { Clock } from '../../kernel/clock.ts';
import { systemActor } from '../conversations/actors.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { TaskStore } from './ports.ts';
import { lineOf } from './writeTask.ts';

export interface TaskLookDeps {
  tasks: Pick<TaskStore, 'find'>;
  appender: Pick<Appender, 'append'>;
  clock: Clock;
}

/**
 * The job of a task: once it is due, a line in the team's log says so, once for each time that it was given, however many nodes look.
 * When to look again, in ms since the epoch; null when never.
 */
export async function lookAtTask(
  { tasks, appender, clock }: TaskLookDeps,
  { tenantId, taskId }: { tenantId: string; taskId: string },
): Promise<number | null> {
  const task = await tasks.find(tenantId, taskId);
  if (task === null || task.done !== null) return null;
  if (task.dueAt > clock.now()) return task.dueAt;
  await appender.append(
    { tenantId, conversationId: task.conversationId },
    {
      type: 'task-changed',
      data: lineOf(task, 'due'),
      actor: systemActor,
      onceKey: `task-due:${task.id}:${task.dueAt}`,
    },
  );
  return null;
}
