import type { BoardRow } from '../../src/contract/board.ts';
import type { Session } from '../shared/session/session.ts';

const newest = 100;

/** What was closed before this page was opened: the board itself holds only what is open. */
export async function readDone(session: Session): Promise<BoardRow[]> {
  const answer = await fetch(`/api/v1/conversations?state=closed&limit=${newest}`, {
    headers: { authorization: `Bearer ${await session.token()}` },
  });
  if (!answer.ok) throw new Error(`conversations: ${answer.status}`);
  const { items } = (await answer.json()) as { items: BoardRow[] };
  return items;
}
