import type { BrokerageSettings } from '../../contract/rest/settings.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { OpeningWeek } from '../../kernel/openingTimes.ts';
import type { AppointmentStore, BusyCalendarStore, Calendar } from './ports.ts';
import { meetingRules } from './rules.ts';

/** The hub's data of a brokerage, the same values that the rest of the hub works with. */
export interface EmbeddedCalendarDeps {
  appointments: Pick<AppointmentStore, 'listBusy'>;
  busyCalendars: Pick<BusyCalendarStore, 'busyOf'>;
  peopleOf(tenantId: string): Promise<readonly { id: string; name: string; role: string }[]>;
  settingsOf(
    tenantId: string,
  ): Promise<{ settings: OpeningWeek & Pick<BrokerageSettings, 'timeZone' | 'appointments'> }>;
  ownHoursOf(tenantId: string): ReturnType<AppointmentStore['listOwnHours']>;
  clock: Clock;
}

/**
 * The hub's own calendar. It offers the agents of the brokerage, or everybody where there are no agents, in their own hours or else
 * the brokerage's; its holidays and closed days hold for everybody. Taken is what was booked here, and what people's
 * own calendars elsewhere say is busy.
 */
export function createEmbeddedCalendar(deps: EmbeddedCalendarDeps): Calendar {
  return {
    async workingHours(tenantId) {
      const [everyone, { settings }, own] = await Promise.all([
        deps.peopleOf(tenantId),
        deps.settingsOf(tenantId),
        deps.ownHoursOf(tenantId),
      ]);
      const opening = { zone: settings.timeZone, hours: settings.hours };
      const closed = { holidays: settings.holidays, closedDays: settings.closedDays };
      const agents = everyone.filter(({ role }) => role === 'agent');
      return (agents.length > 0 ? agents : everyone).map(({ id, name }) => {
        const hours = own.find(({ agentId }) => agentId === id) ?? opening;
        return { agentId: id, name, zone: hours.zone, hours: hours.hours, ...closed };
      });
    },
    rulesOf: async (tenantId, kind) => meetingRules((await deps.settingsOf(tenantId)).settings, kind),
    async busy(tenantId, from, until) {
      const [taken, elsewhere] = await Promise.all([
        deps.appointments.listBusy(tenantId, from, deps.clock.now()),
        deps.busyCalendars.busyOf(tenantId),
      ]);
      const own = elsewhere.flatMap(({ userId: agentId, busy }) => busy.map((one) => ({ agentId, ...one })));
      return [...taken, ...own].filter(({ startsAt, endsAt }) => startsAt < until && endsAt > from);
    },
  };
}
