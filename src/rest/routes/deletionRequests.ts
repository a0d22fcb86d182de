import { closeDeletionRequest, listDeletionRequests } from '../../features/profiles/deletionRequests.ts';
import type { RecordStore } from '../../features/profiles/ports.ts';
import type { Clock } from '../../kernel/clock.ts';
import { type Route, staffRoute } from '../handle.ts';

export const deletionRequestRoutes = (parts: {
  records: Pick<RecordStore, 'listOpen' | 'listClosed' | 'close'>;
  clock: Clock;
}): Route[] => [
  staffRoute('GET /deletion-requests', {
    summary: 'List deletion requests, with when each is due and what was done (admin).',
    from: 'hub',
    run: async ({ session }) => ({ items: await listDeletionRequests(parts, session.scope) }),
  }),
  staffRoute('POST /deletion-requests/:id/close', {
    summary: 'Close a request that was settled without deleting data; it stays on record (admin).',
    from: 'hub',
    run: ({ session, params, body }) => closeDeletionRequest(parts, session.scope, params.id, body.how),
  }),
];
