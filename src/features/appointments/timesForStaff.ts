import type { TimesAnswer } from '../../contract/rest/appointments.ts';
import { type Clock, isoOf } from '../../kernel/clock.ts';
import type { StaffScope } from '../identity/model.ts';
import { isOf, preferred } from './findTimes.ts';
import { freeTimes } from './freeTimes.ts';
import type { AppointmentKind, WorkingHours } from './model.ts';
import type { AppointmentStore, Calendar } from './ports.ts';
import { horizonDays, isWithinHours } from './rules.ts';

const dayMs = 86_400_000;

export interface StaffTimesDeps {
  appointments: Pick<AppointmentStore, 'find'>;
  calendar: Calendar;
  timeZoneOf(tenantId: string): Promise<string>;
  clock: Clock;
}

/** The team members who take appointments: everybody in the calendar, and the person who asks. */
export function whoMayTake({ principal }: StaffScope, agents: readonly WorkingHours[]): { id: string; name: string }[] {
  const people = agents.map(({ agentId, name }) => ({ id: agentId, name }));
  const isKnown = principal.kind !== 'staff' || people.some(({ id }) => id === principal.id);
  return isKnown ? people : [...people, { id: principal.id, name: principal.name }];
}

/**
 * Every free time of the next two weeks, as Jorge's calendar has it; the team needs no notice, so they begin now. `with`: of this
 * person alone. `instead`: the appointment to move, whose own time counts as free.
 */
export async function timesForStaff(
  { appointments, calendar, timeZoneOf, clock }: StaffTimesDeps,
  scope: StaffScope,
  wanted: { kind: AppointmentKind; with?: string | undefined; instead?: string | undefined },
): Promise<TimesAnswer> {
  const { tenantId, principal } = scope;
  const now = clock.now();
  const { kind } = wanted;
  const [zone, agents, rules, taken, moving] = await Promise.all([
    timeZoneOf(tenantId),
    calendar.workingHours(tenantId),
    calendar.rulesOf(tenantId, kind),
    calendar.busy(tenantId, now, now + (horizonDays + 2) * dayMs),
    wanted.instead === undefined ? null : appointments.find(tenantId, wanted.instead),
  ]);
  const busy = taken.filter((one) => !isOf(moving, one));
  const asked = agents.filter(({ agentId }) => wanted.with === undefined || agentId === wanted.with);
  const free = freeTimes(preferred(asked, busy, moving?.agentId ?? principal.id), busy, {
    ...{ ...rules, leadMs: 0, horizonDays, now },
  });
  return {
    zone,
    minutes: rules.lengthMs / 60_000,
    people: whoMayTake(scope, agents),
    items: free
      .filter((time) => isWithinHours(time, rules, zone))
      .map(({ startsAt, endsAt, agentIds }) => ({ startsAt: isoOf(startsAt), endsAt: isoOf(endsAt), with: agentIds })),
  };
}
