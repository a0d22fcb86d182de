import { endFeed, type FeedDeps, makeFeed, readFeed } from '../../features/appointments/calendarFeed.ts';
import { type ListAppointmentsDeps, listAppointments } from '../../features/appointments/listAppointments.ts';
import { type StaffTimesDeps, timesForStaff } from '../../features/appointments/timesForStaff.ts';
import { homesToShow } from '../../features/listings/homesToShow.ts';
import type { ListingStore } from '../../features/listings/ports.ts';
import { type Route, staffRoute } from '../handle.ts';

export interface AppointmentRouteDeps extends StaffTimesDeps, ListAppointmentsDeps {
  appointments: StaffTimesDeps['appointments'] & ListAppointmentsDeps['appointments'];
  listings: Pick<ListingStore, 'search' | 'named'>;
  calendarFeeds: FeedDeps;
}

export const appointmentRoutes = (deps: AppointmentRouteDeps): Route[] => [
  staffRoute('GET /appointments', {
    summary: 'Calls and showings by when they begin, cancelled ones too: of everybody or of one person.',
    from: 'hub',
    run: ({ session, query }) => listAppointments(deps, session.scope, query),
  }),
  staffRoute('GET /appointments/times', {
    summary: 'The free times of the next two weeks for a call or a showing, of everybody or of one person.',
    from: 'hub',
    run: ({ session, query }) => timesForStaff(deps, session.scope, query),
  }),
  staffRoute('GET /appointments/homes', {
    summary: 'Homes for sale that a showing may be of, at most 50: those that the text names, else any.',
    from: 'hub',
    run: ({ session, query }) => homesToShow(deps, session.scope, query.text),
  }),
  staffRoute('GET /calendar-feed', {
    summary: 'Whether one’s calendar has an address, and since when.',
    from: 'hub',
    run: ({ session }) => readFeed(deps.calendarFeeds, session.scope),
  }),
  staffRoute('POST /calendar-feed', {
    summary: 'Make the address under which one’s appointments can be subscribed to; the one before ends.',
    from: 'hub',
    run: ({ session }) => makeFeed(deps.calendarFeeds, session.scope),
  }),
  staffRoute('DELETE /calendar-feed', {
    summary: 'End the address of one’s calendar.',
    from: 'hub',
    run: ({ session }) => endFeed(deps.calendarFeeds, session.scope),
  }),
];
