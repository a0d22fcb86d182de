import {
  addReply,
  changeReply,
  listReplies,
  type RepliesDeps,
  removeReply,
} from '../../features/settings/manageReplies.ts';
import { type Route, staffRoute } from '../handle.ts';

export const savedReplyRoutes = (parts: RepliesDeps): Route[] => [
  staffRoute('GET /saved-replies', {
    summary: 'List the team’s saved replies and your own.',
    from: 'hub',
    run: async ({ session }) => ({ items: await listReplies(parts, session.scope) }),
  }),
  staffRoute('POST /saved-replies', {
    summary: 'Save a reply for yourself or, as an admin, for the team.',
    from: 'hub',
    run: ({ session, body }) => addReply(parts, session.scope, body),
  }),
  staffRoute('PUT /saved-replies/:id', {
    summary: 'Change a saved reply: your own or, as an admin, the team’s.',
    from: 'hub',
    run: ({ session, params, body }) => changeReply(parts, session.scope, params.id, body),
  }),
  staffRoute('DELETE /saved-replies/:id', {
    summary: 'Delete a saved reply: your own or, as an admin, the team’s.',
    from: 'hub',
    run: ({ session, params }) => removeReply(parts, session.scope, params.id),
  }),
];
