import type { BoardFilter } from '../../contract/socket/board.ts';
import { boardRowOf } from './board/boardRowOf.ts';
import { matchesFilter } from './board/matchesFilter.ts';
import { firstRow } from './board/rowAfter.ts';
import { isErased } from './log/withoutWords.ts';
import {
  type BoardFields,
  type ChangedBy,
  type Conversation,
  type MadeBy,
  type RowFields,
  type Through,
  writerOf,
} from './model.ts';
import type { SpeakerStore } from './speaker/ports.ts';

/** The conversation after a change of speaker. */
export function spokenBy(
  conversation: Conversation,
  change: Parameters<SpeakerStore['changeSpeaker']>[2],
): Conversation {
  const { unanswered } = change;
  const review = change.mode === 'waiting' ? (change.review === undefined ? conversation.review : change.review) : null;
  return {
    ...conversation,
    mode: change.mode,
    wait: change.mode === 'waiting' ? change.wait : null,
    review,
    unansweredSince:
      unanswered === undefined
        ? conversation.unansweredSince
        : unanswered && (conversation.unansweredSince ?? unanswered),
    owner: change.owner === undefined ? conversation.owner : change.owner,
    pausedUntil: change.pausedUntil,
    hold: null,
    offer: null,
    fence: conversation.fence + 1,
    speakerBy: changedBy(conversation, change.by, conversation.fence + 1),
  };
}

/** The conversation after a change of owner alone. */
export const ownedBy = (
  conversation: Conversation,
  { owner, by }: Parameters<SpeakerStore['changeOwner']>[2],
): Conversation => ({ ...conversation, owner, offer: null, ownerBy: changedBy(conversation, by, conversation.fence) });

const changedBy = ({ mode, owner }: Conversation, by: MadeBy | undefined, fence: number): ChangedBy | null =>
  by === undefined ? null : { ...by, fence, from: { mode, owner } };

/** At most one conversation per key: the writer's while it is open, its own when it is over. */
export const openKeyOf = (
  conversation: Pick<Conversation, 'id' | 'tenantId' | 'visitorId' | 'leadId' | 'mode'>,
): string => (conversation.mode === 'closed' ? conversation.id : `${conversation.tenantId}:${writerOf(conversation)}`);

/** Whether a caller who saw `from` may change the offer of a conversation. */
export const allowsOffer = ({ mode, owner, offer }: Conversation, from: Conversation['offer']): boolean =>
  mode === 'waiting' &&
  owner === null &&
  offer?.to.id === from?.to.id &&
  offer?.until === from?.until &&
  offer?.missed === from?.missed;

/** Whether the condition of a change of speaker holds. */
export function allows(
  only: Parameters<SpeakerStore['changeSpeaker']>[3],
  { mode, owner, fence }: Conversation,
): boolean {
  if (only.modes && !only.modes.includes(mode)) return false;
  if (only.ownerIds && !only.ownerIds.includes(owner?.id ?? null)) return false;
  return only.fence === undefined || only.fence === fence;
}

/** Whether a conversation is on the board that was asked for. */
export const passesBoard = (
  conversation: Conversation,
  { filter, me, closed }: { filter: BoardFilter; me: string | undefined; closed: boolean | undefined },
): boolean =>
  conversation.board.shown &&
  !isErased(conversation) &&
  (closed === undefined || (conversation.mode === 'closed') === closed) &&
  matchesFilter(boardRowOf(conversation), filter, me);

/** The score by which a conversation is ordered; null where it has none, and where something presses the visitor. */
export const scoreOf = ({ board: { score, pressed } }: Pick<Conversation, 'board'>): number | null =>
  pressed ? null : score;

/** Whether a row may take the place of the one that is kept: it has read every entry that that one has. */
export const mayReplace = (kept: Through | null, row: RowFields): boolean =>
  kept === null || (row.through !== null && row.through.public >= kept.public && row.through.internal >= kept.internal);

/** The rest of a row when its words are deleted. */
export const erasedBoard = (board: BoardFields): BoardFields => ({
  ...firstRow({ createdAt: board.lastAt }),
  through: board.through,
  read: 0,
  markedUnread: null,
  listingTitle: null,
  vouchedName: null,
  visitorLeftAt: null,
  followUpBy: null,
  device: null,
});
