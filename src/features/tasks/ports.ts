import type { TaskChange, TasksAsked, TeamTask } from './model.ts';

export interface TaskStore {
  /** The same id again changes nothing. */
  add(task: TeamTask): Promise<void>;
  /** Null also when it is another tenant's. */
  find(tenantId: string, taskId: string): Promise<TeamTask | null>;
  /** The task as it stands then; null where there is none. */
  change(tenantId: string, taskId: string, change: TaskChange): Promise<TeamTask | null>;
  list(tenantId: string, asked: TasksAsked): Promise<TeamTask[]>;
  /** Open ones of a conversation or of a person: no further than `upTo`. */
  countOpen(tenantId: string, of: { conversationId: string } | { ownerId: string }, upTo: number): Promise<number>;
  /** Removes those of a conversation. */
  erase(tenantId: string, conversationId: string): Promise<void>;
}
