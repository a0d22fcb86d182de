import type { BoardRow } from '../../../contract/socket/board.ts';
import type { Mode } from '../../../contract/values.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { StaffScope } from '../../identity/model.ts';
import { boardRowOf } from './boardRowOf.ts';
import type { BoardStore } from './ports.ts';

export interface ListDeps {
  conversations: Pick<BoardStore, 'list'>;
  clock: Clock;
}

/** A page of the tenant's conversations that are on the board, newest first; those of every mode unless `state` says which. */
export async function listConversations(
  deps: ListDeps,
  scope: StaffScope,
  query: { limit: number; cursor?: string | undefined; state?: 'open' | Mode | undefined },
): Promise<{ items: BoardRow[]; nextCursor?: string }> {
  const { state } = query;
  const page = await deps.conversations.list(scope.tenantId, {
    me: scope.principal.id,
    limit: query.limit,
    now: deps.clock.now(),
    ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
    ...(state === undefined ? {} : { closed: state === 'closed' }),
    ...(state === undefined || state === 'open' ? {} : { filter: { mode: state } }),
  });
  return { items: page.items.map(boardRowOf), ...(page.nextCursor === null ? {} : { nextCursor: page.nextCursor }) };
}
