import { z } from 'zod';
import { repliesAnswer, replyChange, replyRequest, savedReply } from '../../contract/settings.ts';
import { id } from '../../contract/values.ts';
import { addReply, changeReply, listReplies, removeReply } from '../../features/settings/keepReplies.ts';
import type { SettingsParts } from '../../features/settings/ports.ts';
import { type Route, staffRoute } from '../handle.ts';

const byId = z.strictObject({ id });

export const savedReplyRoutes = (parts: SettingsParts): Route[] => [
  staffRoute({
    method: 'get',
    path: '/saved-replies',
    summary: 'The team’s saved replies, and one’s own.',
    from: 'hub',
    answer: repliesAnswer,
    run: async ({ session }) => ({ items: await listReplies(parts, session.scope) }),
  }),
  staffRoute({
    method: 'post',
    path: '/saved-replies',
    summary: 'Keep a reply for oneself, or as an admin for the team.',
    from: 'hub',
    body: replyRequest,
    answer: savedReply,
    run: ({ session, body }) => addReply(parts, session.scope, body),
  }),
  staffRoute({
    method: 'put',
    path: '/saved-replies/:id',
    summary: 'Change a saved reply: one’s own, or as an admin the team’s.',
    from: 'hub',
    params: byId,
    body: replyChange,
    answer: savedReply,
    run: ({ session, params, body }) => changeReply(parts, session.scope, params.id, body),
  }),
  staffRoute({
    method: 'delete',
    path: '/saved-replies/:id',
    summary: 'Remove a saved reply: one’s own, or as an admin the team’s.',
    from: 'hub',
    params: byId,
    answer: null,
    run: ({ session, params }) => removeReply(parts, session.scope, params.id),
  }),
];
