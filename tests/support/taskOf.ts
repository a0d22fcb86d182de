import type { Task, WritingOrder } from '../../src/features/llm/ports.ts';

/** A task that asks for nothing in particular. */
export const taskOf = (over: Partial<Task> = {}): Task => ({
  name: 'reply',
  version: 1,
  tier: 'small',
  criticality: 'visitor',
  system: '',
  schema: null,
  maxTokens: 1,
  timeoutMs: 600_000,
  offline: () => null,
  ...over,
});

/** An order of such a task. */
export const orderOf = (task: Partial<Task> = {}, over: Partial<WritingOrder> = {}): WritingOrder => ({
  task: taskOf(task),
  prompt: '',
  brief: null,
  userKey: 't',
  ...over,
});
