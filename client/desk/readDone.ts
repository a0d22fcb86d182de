import type { BoardRow } from '../../src/contract/board.ts';
import { callRest } from '../shared/connection/callRest.ts';
import type { Session } from '../shared/session/session.ts';

const newest = 100;

/** What was closed before this page was opened: the board itself holds only what is open. */
export async function readDone(session: Session): Promise<BoardRow[]> {
  const path = `/conversations?state=closed&limit=${newest}`;
  return (await callRest<{ items: BoardRow[] }>(session, 'GET', path)).items;
}
