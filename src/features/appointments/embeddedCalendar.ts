import type { Clock } from '../../kernel/clock.ts';
import type { OpeningWeek } from '../../kernel/openingTimes.ts';
import type { AppointmentStore, Calendar } from './ports.ts';

export interface EmbeddedCalendarDeps {
  appointments: Pick<AppointmentStore, 'listBusy' | 'listOwnHours'>;
  /** Whoever takes appointments. */
  people(tenantId: string): Promise<{ id: string; name: string }[]>;
  openingHours(tenantId: string): Promise<OpeningWeek & { zone: string }>;
  clock: Clock;
}

/** The hub's own calendar: a person's own hours, else those of the brokerage, whose holidays are everybody's; taken is what was booked here. */
export function createEmbeddedCalendar({ appointments, people, openingHours, clock }: EmbeddedCalendarDeps): Calendar {
  return {
    async workingHours(tenantId) {
      const [everyone, opening, own] = await Promise.all([
        people(tenantId),
        openingHours(tenantId),
        appointments.listOwnHours(tenantId),
      ]);
      return everyone.map(({ id, name }) => {
        const hours = own.find(({ agentId }) => agentId === id) ?? opening;
        return { agentId: id, name, zone: hours.zone, hours: hours.hours, holidays: opening.holidays };
      });
    },
    async busy(tenantId, from, until) {
      const taken = await appointments.listBusy(tenantId, from, clock.now());
      return taken.filter(({ startsAt }) => startsAt < until);
    },
  };
}
