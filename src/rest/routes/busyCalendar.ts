import {
  type BusyCalendarDeps,
  endBusyCalendar,
  readBusyCalendar,
  setBusyCalendar,
} from '../../features/appointments/busyCalendar.ts';
import { type Route, staffRoute } from '../handle.ts';

export const busyCalendarRoutes = (deps: BusyCalendarDeps): Route[] => [
  staffRoute('GET /busy-calendar', {
    summary: 'Get whether busy times are read from your other calendar, and whether that works.',
    from: 'hub',
    run: ({ session }) => readBusyCalendar(deps, session.scope),
  }),
  staffRoute('PUT /busy-calendar', {
    summary: 'Read your busy times from a calendar’s secret address (iCal), every 15 minutes.',
    from: 'hub',
    run: ({ session, body }) => setBusyCalendar(deps, session.scope, body.url),
  }),
  staffRoute('DELETE /busy-calendar', {
    summary: 'Stop reading your busy times, and forget those already read.',
    from: 'hub',
    run: ({ session }) => endBusyCalendar(deps, session.scope),
  }),
];
