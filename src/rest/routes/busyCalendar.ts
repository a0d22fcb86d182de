import {
  type BusyCalendarDeps,
  endBusyCalendar,
  readBusyCalendar,
  setBusyCalendar,
} from '../../features/appointments/busyCalendar.ts';
import { type Route, staffRoute } from '../handle.ts';

export const busyCalendarRoutes = (deps: BusyCalendarDeps): Route[] => [
  staffRoute('GET /busy-calendar', {
    summary: 'Whether the busy times of one’s calendar elsewhere are read, and how that goes.',
    from: 'hub',
    run: ({ session }) => readBusyCalendar(deps, session.scope),
  }),
  staffRoute('PUT /busy-calendar', {
    summary: 'Read one’s busy times from the secret address of a calendar (iCal), every quarter of an hour.',
    from: 'hub',
    run: ({ session, body }) => setBusyCalendar(deps, session.scope, body.url),
  }),
  staffRoute('DELETE /busy-calendar', {
    summary: 'Read one’s busy times no more, and forget those that were read.',
    from: 'hub',
    run: ({ session }) => endBusyCalendar(deps, session.scope),
  }),
];
