import type { PeopleViewRequest, SavedPeopleViewAnswer } from '../../../src/contract/rest/savedViews.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { useKeptViews, type ViewCalls } from '../useKeptViews.ts';

const calls: ViewCalls<SavedPeopleViewAnswer, PeopleViewRequest> = {
  read: (session) => callRest(session, 'GET /people-views'),
  keep: (session, body) => callRest(session, 'POST /people-views', { body }),
  forget: (session, id) => callRest(session, 'DELETE /people-views/:id', { params: { id } }),
};

/** One's own saved views of the people. */
export const usePeopleViews = () => useKeptViews(calls);
