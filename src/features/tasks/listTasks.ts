import type { TaskRow, TasksAnswer } from '../../contract/rest/tasks.ts';
import type { BoardRow } from '../../contract/socket/board.ts';
import { isoOf } from '../../kernel/clock.ts';
import { fewAtOnce } from '../../kernel/fewAtOnce.ts';
import { HubError } from '../../kernel/hubError.ts';
import type { StaffScope } from '../identity/model.ts';
import type { TeamTask } from './model.ts';
import type { TaskStore } from './ports.ts';

type KnownRow = Pick<BoardRow, 'lead' | 'wants' | 'listingTitle' | 'startedAt'>;
export interface ListTasksDeps {
  tasks: Pick<TaskStore, 'list'>;
  /** The row of a conversation; null where there is none. */
  rowOf(tenantId: string, conversationId: string): Promise<KnownRow | null>;
  /** The conversations of a lead. */
  talksOf(tenantId: string, leadId: string): Promise<{ id: string }[]>;
  timeZoneOf(tenantId: string): Promise<string>;
}

/**
 * The team's tasks by when they are due, a page at a time: of everybody or of one person, of one lead or of all.
 * @throws HubError `VALIDATION_FAILED` for a cursor that was never given
 */
export async function listTasks(
  { tasks, rowOf, talksOf, timeZoneOf }: ListTasksDeps,
  { tenantId }: StaffScope,
  query: {
    userId?: string | undefined;
    leadId?: string | undefined;
    from?: string | undefined;
    to?: string | undefined;
    state: 'open' | 'done';
    limit: number;
    cursor?: string | undefined;
  },
): Promise<TasksAnswer> {
  const { userId: ownerId, leadId, limit, state } = query;
  const found = await tasks.list(tenantId, {
    done: state === 'done',
    ownerId,
    conversationIds: leadId === undefined ? undefined : (await talksOf(tenantId, leadId)).map(({ id }) => id),
    from: query.from === undefined ? 0 : Date.parse(query.from),
    to: query.to === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(query.to),
    after: query.cursor === undefined ? undefined : readCursor(query.cursor),
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  const ids = [...new Set(shown.map(({ conversationId }) => conversationId))];
  const rows = new Map(await fewAtOnce(ids, async (id) => [id, await rowOf(tenantId, id)] as const));
  const last = shown.at(-1);
  return {
    zone: await timeZoneOf(tenantId),
    items: shown.flatMap((one) => {
      const row = rows.get(one.conversationId);
      return row ? [rowFrom(one, row)] : [];
    }),
    ...(found.length > limit && last ? { nextCursor: `${last.dueAt}.${last.id}` } : {}),
  };
}

function readCursor(cursor: string): { dueAt: number; id: string } {
  const match = /^(\d{1,15})\.([\w-]{1,64})$/.exec(cursor);
  if (!match) throw new HubError('VALIDATION_FAILED', { field: 'cursor' });
  return { dueAt: Number(match[1]), id: match[2] as string };
}

const rowFrom = (
  { id, conversationId, text, dueAt, owner, by, createdAt, done }: TeamTask,
  { lead, wants, listingTitle, startedAt }: KnownRow,
): TaskRow => ({
  ...{ taskId: id, conversationId, lead, text, owner, by },
  ...{ dueAt: isoOf(dueAt), createdAt: isoOf(createdAt) },
  ...(wants === undefined ? {} : { wants }),
  ...(listingTitle === undefined ? {} : { listingTitle }),
  ...(startedAt === undefined ? {} : { startedAt }),
  ...(done === null ? {} : { done: { at: isoOf(done.at), by: done.by } }),
});
