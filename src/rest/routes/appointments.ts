import { endFeed, type FeedDeps, makeFeed, readFeed } from '../../features/appointments/calendarFeed.ts';
import { type ListAppointmentsDeps, listAppointments } from '../../features/appointments/listAppointments.ts';
import {
  type ListChangedAppointmentsDeps,
  listChangedAppointments,
} from '../../features/appointments/listChangedAppointments.ts';
import { type StaffTimesDeps, timesForStaff } from '../../features/appointments/timesForStaff.ts';
import { homesToShow } from '../../features/listings/homesToShow.ts';
import type { ListingStore } from '../../features/listings/ports.ts';
import { changesAsked } from '../../kernel/changes.ts';
import { type Route, staffRoute } from '../handle.ts';

export interface AppointmentRouteDeps extends StaffTimesDeps, ListAppointmentsDeps {
  appointments: StaffTimesDeps['appointments'] &
    ListAppointmentsDeps['appointments'] &
    ListChangedAppointmentsDeps['appointments'];
  listings: Pick<ListingStore, 'search' | 'named'>;
  calendarFeeds: FeedDeps;
}

export const appointmentRoutes = (deps: AppointmentRouteDeps): Route[] => [
  staffRoute('GET /appointments', {
    summary:
      'List calls and showings by start time, including canceled ones, for everyone or one person. With `since`, lists what changed since then, oldest first.',
    from: 'hub',
    run({ session: { scope }, query }) {
      const asked = changesAsked(query);
      return asked ? listChangedAppointments(deps, scope, asked) : listAppointments(deps, scope, query);
    },
  }),
  staffRoute('GET /appointments/times', {
    summary: 'List the free times for a call or a showing in the next two weeks, for everyone or one person.',
    from: 'hub',
    run: ({ session, query }) => timesForStaff(deps, session.scope, query),
  }),
  staffRoute('GET /appointments/homes', {
    summary: 'List up to 50 homes for sale to choose from for a showing: those that match the text, or any.',
    from: 'hub',
    run: ({ session, query }) => homesToShow(deps, session.scope, query.text),
  }),
  staffRoute('GET /calendar-feed', {
    summary: 'Get whether your calendar has an address, and since when.',
    from: 'hub',
    run: ({ session }) => readFeed(deps.calendarFeeds, session.scope),
  }),
  staffRoute('POST /calendar-feed', {
    summary: 'Create the address where your appointments can be subscribed to; it replaces the previous one.',
    from: 'hub',
    run: ({ session }) => makeFeed(deps.calendarFeeds, session.scope),
  }),
  staffRoute('DELETE /calendar-feed', {
    summary: 'Remove the address of your calendar.',
    from: 'hub',
    run: ({ session }) => endFeed(deps.calendarFeeds, session.scope),
  }),
];
