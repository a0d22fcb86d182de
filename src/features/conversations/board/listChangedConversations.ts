import type { ChangedAnswer } from '../../../contract/rest/changed.ts';
import type { BoardRow } from '../../../contract/socket/board.ts';
import { type ChangesAsked, goneAt, readChanges } from '../../../kernel/changes.ts';
import { isoOf } from '../../../kernel/clock.ts';
import type { StaffScope } from '../../identity/model.ts';
import { isErased } from '../log/withoutWords.ts';
import { boardRowOf } from './boardRowOf.ts';
import type { BoardStore } from './ports.ts';

export interface ListChangedConversationsDeps {
  conversations: Pick<BoardStore, 'changedAfter'>;
}

/** The conversations whose rows changed, the oldest change first; those whose words were deleted as gone. */
export async function listChangedConversations(
  { conversations }: ListChangedConversationsDeps,
  { tenantId }: StaffScope,
  asked: ChangesAsked,
): Promise<ChangedAnswer<BoardRow>> {
  const { changes, ...rest } = await readChanges([conversations.changedAfter], tenantId, asked);
  return {
    ...rest,
    items: changes
      .filter(({ row }) => row.board.shown || isErased(row))
      .map(({ at, id, row }) => (isErased(row) ? goneAt(id, at) : { ...boardRowOf(row), changedAt: isoOf(at) })),
  };
}
