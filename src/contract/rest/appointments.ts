import { z } from 'zod';
import { appointmentOutcomes } from '../appointmentLimits.ts';
import { homeToShow, meeting } from '../log/parts.ts';
import { id, isoTime, leadRef, person } from '../values.ts';
import { changedAnswer, since } from './changed.ts';

export const timesQuery = z.strictObject({
  kind: meeting,
  /** Of this person alone. */
  with: id.optional(),
  /** The appointment to move: its own time counts as free. */
  instead: id.optional(),
});
/**
 * The free times of the next two weeks, ascending, by the clock of `zone`; `with`: the people who are free then, the
 * first choice first. `minutes`: how long such an appointment is.
 */
export const timesAnswer = z.object({
  zone: z.string(),
  minutes: z.number().int(),
  people: z.array(person),
  items: z.array(z.object({ startsAt: isoTime, endsAt: isoTime, with: z.array(id) })),
});
export type TimesAnswer = z.infer<typeof timesAnswer>;

export const homesToShowQuery = z.strictObject({ text: z.string().trim().max(200).optional() });
/** Homes for sale, at most `homesShown`: those that the text names, else any. */
export const homesToShowAnswer = z.object({ items: z.array(homeToShow) });
export type HomesToShowAnswer = z.infer<typeof homesToShowAnswer>;

export const appointmentsQuery = z.strictObject({
  /** Those that begin from then on; without it, from now on. */
  from: isoTime.optional(),
  /** Those that begin before; without it, within a month of `from`. */
  to: isoTime.optional(),
  /** With this person of the team. */
  userId: id.optional(),
  /** Of this lead, in all their talks; then without `from` and `to` it is all of them, past ones too. */
  leadId: id.optional(),
  since,
  /** Without it 100, of changes 50. */
  limit: z.coerce.number().int().min(1).max(200).optional(),
  cursor: z.string().max(200).optional(),
});
/** `outcome`: as the team recorded it afterward; absent until somebody does. `setBy`: the team member who gave it its time. */
export const appointmentRow = z
  .object({
    appointmentId: id,
    conversationId: id,
    lead: leadRef,
    /** The home of the page where the talk began, and when: tells visitors without a name apart. */
    listingTitle: z.string().optional(),
    startedAt: isoTime.optional(),
    kind: meeting,
    state: z.enum(['booked', 'cancelled']),
    startsAt: isoTime,
    endsAt: isoTime,
    zone: z.string(),
    with: person,
    home: homeToShow.optional(),
    setBy: person.optional(),
    movedFrom: isoTime.optional(),
    outcome: z.enum(appointmentOutcomes).optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Appointment' });
export type AppointmentRow = z.infer<typeof appointmentRow>;
/** `zone`: the brokerage's clock. */
export const appointmentsAnswer = z.object({
  zone: z.string(),
  items: z.array(appointmentRow),
  nextCursor: z.string().optional(),
});
export const changedAppointments = changedAnswer(appointmentRow);
export type AppointmentsAnswer = z.infer<typeof appointmentsAnswer>;

/** Null: one has no address for one's calendar. */
export const calendarFeedAnswer = z.object({ madeAt: isoTime.nullable() });
export type CalendarFeedAnswer = z.infer<typeof calendarFeedAnswer>;
/** `path`: of the calendar file, on this hub; anybody who has it can read the appointments. It is shown this once. */
export const madeCalendarFeed = z.object({ path: z.string(), madeAt: isoTime });
export type MadeCalendarFeed = z.infer<typeof madeCalendarFeed>;
