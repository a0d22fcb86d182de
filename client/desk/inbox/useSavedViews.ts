import type { SavedViewAnswer, ViewRequest } from '../../../src/contract/rest/savedViews.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { useKeptViews, type ViewCalls } from '../useKeptViews.ts';

const calls: ViewCalls<SavedViewAnswer, ViewRequest> = {
  read: (session) => callRest(session, 'GET /saved-views'),
  keep: (session, body) => callRest(session, 'POST /saved-views', { body }),
  forget: (session, id) => callRest(session, 'DELETE /saved-views/:id', { params: { id } }),
};

/** One's own saved views of the inbox. */
export const useSavedViews = () => useKeptViews(calls);
