import {
  listNotifications,
  markNotificationsRead,
  type NotificationDeps,
} from '../../features/notifications/readNotifications.ts';
import { type Route, staffRoute } from '../handle.ts';

export const notificationRoutes = (deps: NotificationDeps): Route[] => [
  staffRoute('GET /me/notifications', {
    summary:
      'List your newest 100 notifications: notes that mention you, your tasks that are due, and reports of your schedules.',
    from: 'hub',
    run: ({ session, query }) => listNotifications(deps, session.scope, query.limit),
  }),
  staffRoute('POST /me/notifications/read', {
    summary: 'Mark your notifications as read, for one conversation, one report, or all.',
    from: 'hub',
    run: ({ session, body }) => markNotificationsRead(deps, session.scope, body),
  }),
];
