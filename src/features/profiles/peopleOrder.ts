import type { LeadsQuery } from '../../contract/rest/leads.ts';
import { HubError } from '../../kernel/hubError.ts';
import { readCursor, writeCursor } from '../conversations/board/boardCursor.ts';
import type { BoardStore, ScorePlace } from '../conversations/board/ports.ts';
import type { Conversation } from '../conversations/model.ts';
import { scoreOf } from '../conversations/rules.ts';

export type PeopleSort = NonNullable<LeadsQuery['sort']>;

interface TalksAsked {
  sort: PeopleSort;
  limit: number;
  now: number;
  /** Only talks with this tag. */
  tag: string | undefined;
  /** Only talks of this agent; by score, only among those without one. */
  owner: string | undefined;
  cursor?: string | undefined;
}

/** What begins the cursors of a list by score: that of a place among the scores, and of one among those without. */
const amongScores = 'score.';
const amongOthers = 'none.';

/**
 * A page of the talks of a brokerage in an order, each from an index. By score, those without one follow the last
 * that has one, the newest first. A page may be short, and yet have a cursor.
 * @throws HubError `VALIDATION_FAILED` for a cursor that no list in this order gave
 */
export async function listTalks(
  conversations: Pick<BoardStore, 'list' | 'listByScore'>,
  tenantId: string,
  { sort, limit, now, tag, owner, cursor }: TalksAsked,
): Promise<{ items: Conversation[]; nextCursor: string | null }> {
  const tagged = tag === undefined ? {} : { tag };
  const which = { ...tagged, ...(owner === undefined ? {} : { filter: { mine: true }, me: owner }) };
  const from = (given: string | undefined) => (given === undefined ? {} : { cursor: given });
  if (sort === 'recent') return conversations.list(tenantId, { limit, now, ...which, ...from(cursor) });
  if (cursor?.startsWith(amongOthers)) {
    const rest = cursor.slice(amongOthers.length);
    const page = await conversations.list(tenantId, { limit, now, ...which, ...from(rest === '' ? undefined : rest) });
    return {
      items: page.items.filter((talk) => scoreOf(talk) === null),
      nextCursor: page.nextCursor && amongOthers + page.nextCursor,
    };
  }
  const { items, next } = await conversations.listByScore(tenantId, {
    limit,
    ...tagged,
    ...(cursor === undefined ? {} : { below: readScorePlace(cursor) }),
  });
  return { items, nextCursor: next === null ? amongOthers : scoreCursor(next) };
}

/** The cursor of a list in this order that goes on below a talk. */
export function cursorBelow(sort: PeopleSort, talk: Conversation): string {
  const score = sort === 'score' ? scoreOf(talk) : null;
  if (score !== null) return scoreCursor({ score, id: talk.id });
  return (sort === 'score' ? amongOthers : '') + writeCursor({ lastAt: talk.board.lastAt, id: talk.id });
}

/** Both kinds of cursors are a number and an id. */
const scoreCursor = ({ score, id }: ScorePlace): string => amongScores + writeCursor({ lastAt: score, id });
function readScorePlace(cursor: string): ScorePlace {
  if (!cursor.startsWith(amongScores)) throw new HubError('VALIDATION_FAILED', { field: 'cursor' });
  const { lastAt: score, id } = readCursor(cursor.slice(amongScores.length));
  return { score, id };
}

/** The order of people who were found by their number or address, by their newest talks. */
export const inOrder =
  (sort: PeopleSort) =>
  (one: Conversation, other: Conversation): number =>
    (sort === 'score' ? (scoreOf(other) ?? -1) - (scoreOf(one) ?? -1) : 0) || other.board.lastAt - one.board.lastAt;
