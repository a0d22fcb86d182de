import type { BoardRow } from '../../../src/contract/socket/board.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import type { Session } from '../../shared/session/session.ts';

const newest = 100;

/** Fetches the conversations that were closed before this page was opened: the board itself holds only open ones. */
export async function fetchClosed(session: Session): Promise<BoardRow[]> {
  return (await callRest(session, 'GET /conversations', { query: { state: 'closed', limit: newest } })).items;
}
