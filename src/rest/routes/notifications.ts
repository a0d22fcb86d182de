import {
  listNotifications,
  markNotificationsRead,
  type NotificationDeps,
} from '../../features/notifications/readNotifications.ts';
import { type Route, staffRoute } from '../handle.ts';

export const notificationRoutes = (deps: NotificationDeps): Route[] => [
  staffRoute('GET /me/notifications', {
    summary: 'Who mentioned you in a note, and which of your tasks are due: the newest 100.',
    from: 'hub',
    run: ({ session, query }) => listNotifications(deps, session.scope, query.limit),
  }),
  staffRoute('POST /me/notifications/read', {
    summary: 'Mark your notifications as read: of one conversation, or all.',
    from: 'hub',
    run: ({ session, body }) => markNotificationsRead(deps, session.scope, body.conversationId),
  }),
];
