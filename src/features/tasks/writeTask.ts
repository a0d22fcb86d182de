import type { EntryData } from '../../contract/log/entry.ts';
import { taskDaysAhead, tasksOfConversation, tasksOfPerson } from '../../contract/taskLimits.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import { HubError } from '../../kernel/hubError.ts';
import { idFrom } from '../../kernel/ids.ts';
import type { Jobs } from '../../kernel/jobs.ts';
import { type CommandRef, commandOrigin } from '../conversations/actors.ts';
import { findConversation, findToWrite } from '../conversations/findConversation.ts';
import type { Appender } from '../conversations/log/appendEntry.ts';
import type { ConversationStore } from '../conversations/ports.ts';
import type { StaffScope } from '../identity/model.ts';
import type { IdentityStore } from '../identity/ports.ts';
import type { TaskChange, TeamTask } from './model.ts';
import type { TaskStore } from './ports.ts';

export interface TaskDeps {
  tasks: TaskStore;
  conversations: Pick<ConversationStore, 'find'>;
  identity: Pick<IdentityStore, 'findUser'>;
  appender: Pick<Appender, 'append'>;
  jobs: Pick<Jobs, 'schedule'>;
  clock: Clock;
}

const dayMs = 86_400_000;

/**
 * Writes a task: a team member has to do something about a conversation by a time; without `userId`, the author has to. The team's log
 * has a line of it. The same command again is the same task.
 * @throws HubError `NOT_FOUND` for a conversation that is not there; `VALIDATION_FAILED`, in words, for a time that has passed or is too
 * far away and for a person who is not of the team; `CONFLICT`, in words, where there are too many open ones
 */
export async function addTask(
  deps: TaskDeps,
  scope: StaffScope,
  command: CommandRef,
  wanted: { conversationId: string; text: string; dueAt: string; userId?: string | undefined },
): Promise<{ taskId: string; seq: number }> {
  const { tenantId, principal } = scope;
  const conversation = await findToWrite(deps.conversations, scope, wanted.conversationId);
  const id = idFrom('task', principal.id, command.commandId);
  const known = await deps.tasks.find(tenantId, id);
  if (known !== null) return { taskId: id, seq: await note(deps, scope, command, known) };
  const by = { id: principal.id, name: principal.name ?? '' };
  const task: TeamTask = {
    ...{ id, tenantId, conversationId: conversation.id, text: wanted.text, by, done: null },
    dueAt: dueTime(deps, wanted.dueAt),
    owner: wanted.userId === undefined ? by : await ownerOf(deps, tenantId, wanted.userId),
    createdAt: deps.clock.now(),
  };
  await refuseTooMany(deps, task, { conversation: true, owner: true });
  await deps.jobs.schedule({ tenantId, kind: 'task', about: id, conversationId: conversation.id, at: task.dueAt });
  await deps.tasks.add(task);
  return { taskId: id, seq: await note(deps, scope, command, task) };
}

/**
 * Changes a task: its words, its time, whose it is, done or open again. Resolves to the number of its line in the team's log.
 * @throws HubError as `addTask`; `NOT_FOUND` also for a task of another conversation
 */
export async function changeTask(
  deps: TaskDeps,
  scope: StaffScope,
  command: CommandRef,
  given: {
    conversationId: string;
    taskId: string;
    text?: string | undefined;
    dueAt?: string | undefined;
    userId?: string | undefined;
    done?: boolean | undefined;
  },
): Promise<number> {
  const { tenantId, principal } = scope;
  const { taskId, text, dueAt, userId, done } = given;
  const conversation = await findConversation(deps.conversations, scope, given.conversationId);
  const before = await deps.tasks.find(tenantId, taskId);
  if (before?.conversationId !== conversation.id) throw new HubError('NOT_FOUND');
  if ([text, dueAt, userId, done].every((part) => part === undefined)) throw new HubError('VALIDATION_FAILED');
  const by = { id: principal.id, name: principal.name ?? '' };
  const change: TaskChange = {
    ...(text === undefined ? {} : { text }),
    ...(dueAt === undefined ? {} : { dueAt: dueTime(deps, dueAt) }),
    ...(userId === undefined ? {} : { owner: await ownerOf(deps, tenantId, userId) }),
    ...(done === undefined ? {} : { done: done ? { at: deps.clock.now(), by } : null }),
  };
  const after = { ...before, ...change };
  if (after.done === null) {
    const opens = before.done !== null;
    await refuseTooMany(deps, after, { conversation: opens, owner: opens || after.owner.id !== before.owner.id });
    const { conversationId } = before;
    await deps.jobs.schedule({ tenantId, kind: 'task', about: taskId, conversationId, at: after.dueAt });
  }
  const changed = await deps.tasks.change(tenantId, taskId, change);
  if (changed === null) throw new HubError('NOT_FOUND');
  return note(deps, scope, command, changed);
}

/** The data of a task's line in the team's log. */
export const lineOf = (
  { id, text, dueAt, owner }: TeamTask,
  state: EntryData<'task-changed'>['state'],
): EntryData<'task-changed'> => ({ taskId: id, text, dueAt: isoOf(dueAt), owner, state });

async function note(deps: TaskDeps, scope: StaffScope, command: CommandRef, task: TeamTask): Promise<number> {
  const { tenantId, conversationId, done } = task;
  const { entry } = await deps.appender.append(
    { tenantId, conversationId },
    {
      type: 'task-changed',
      data: lineOf(task, done === null ? 'open' : 'done'),
      ...commandOrigin(scope, command, 'task-changed'),
    },
  );
  return entry.seq;
}

function dueTime({ clock }: TaskDeps, dueAt: string): number {
  const at = Date.parse(dueAt);
  const now = clock.now();
  if (at > now && at <= now + taskDaysAhead * dayMs) return at;
  throw new HubError('VALIDATION_FAILED', { field: 'dueAt', says: 'Choose a future time within two years.' });
}

async function ownerOf({ identity }: TaskDeps, tenantId: string, userId: string): Promise<TeamTask['owner']> {
  const user = await identity.findUser(userId);
  if (user?.tenantId === tenantId && user.active) return { id: user.id, name: user.name };
  throw new HubError('VALIDATION_FAILED', { field: 'userId', says: 'This person isn’t on your team.' });
}

async function refuseTooMany(
  { tasks }: TaskDeps,
  { tenantId, conversationId, owner }: TeamTask,
  counted: { conversation: boolean; owner: boolean },
): Promise<void> {
  const full = async (of: Parameters<TaskStore['countOpen']>[1], most: number) =>
    (await tasks.countOpen(tenantId, of, most)) >= most;
  if (counted.conversation && (await full({ conversationId }, tasksOfConversation)))
    throw new HubError('CONFLICT', {
      says: `This conversation has ${tasksOfConversation} open tasks. Mark one as done first.`,
    });
  if (counted.owner && (await full({ ownerId: owner.id }, tasksOfPerson)))
    throw new HubError('CONFLICT', { says: `${owner.name} already has ${tasksOfPerson} open tasks.` });
}
