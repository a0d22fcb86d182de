import { join } from 'node:path';
import { createCalendarFetcher } from '../../adapters/ical/fetchCalendar.ts';
import { createBusyTimesReader } from '../../adapters/ical/readBusyTimes.ts';
import { createOutsideFetcher } from '../../adapters/outside/fetchOutside.ts';
import { type BusyCalendarDeps, calendarSeal } from '../../features/appointments/busyCalendar.ts';
import { projectRoot } from '../embedded/projectRoot.ts';
import type { Stores } from '../stores.ts';
import type { ConversationParts } from './conversations.ts';
import type { TenantParts } from './tenants.ts';

/** Reads people's busy times from their calendars elsewhere. `secret`: the one that all nodes share; it seals the addresses. */
export const composeBusyCalendars = (
  stores: Pick<Stores, 'busyCalendars' | 'identity'>,
  given: {
    conversations: Pick<ConversationParts, 'jobs' | 'clock'>;
    tenants: Pick<TenantParts['tenants'], 'timeZoneOf'>;
    secret: string;
  },
): BusyCalendarDeps => ({
  busyCalendars: stores.busyCalendars,
  seal: calendarSeal(given.secret),
  fetchCalendar: createCalendarFetcher(createOutsideFetcher()),
  readBusyTimes: createBusyTimesReader(join(projectRoot(), 'dist/server/busyTimesWorker.js')),
  findUser: (userId) => stores.identity.findUser(userId),
  timeZoneOf: given.tenants.timeZoneOf,
  jobs: given.conversations.jobs,
  clock: given.conversations.clock,
});
