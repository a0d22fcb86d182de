import type { ReadChanged } from '../../kernel/changes.ts';
import type {
  Appointment,
  AppointmentKind,
  Between,
  Busy,
  BusyCalendar,
  CalendarFeed,
  Offer,
  SetTime,
  WorkingHours,
} from './model.ts';
import type { MeetingRules } from './rules.ts';

/** Working hours of people, and their taken time. The embedded calendar knows only our own appointments; another may know more. */
export interface Calendar {
  workingHours(tenantId: string): Promise<WorkingHours[]>;
  rulesOf(tenantId: string, kind: AppointmentKind): Promise<MeetingRules>;
  /** Taken time that overlaps the time from `from` to `until`. */
  busy(tenantId: string, from: number, until: number): Promise<Busy[]>;
}

export interface AppointmentStore {
  /** Keeps an offer; the same id again changes nothing. */
  addOffer(offer: Offer): Promise<void>;
  /** Null also when it is another tenant's. */
  findOffer(tenantId: string, offerId: string): Promise<Offer | null>;

  /**
   * Takes the agent's time for an appointment that is held: false when any of it is taken by another, held or booked.
   * Of any number at once for the same time one gets it. The same id again is true without a second one.
   */
  hold(appointment: Appointment, now: number): Promise<boolean>;
  /** Null also when it is another tenant's. */
  find(tenantId: string, appointmentId: string): Promise<Appointment | null>;
  /** The first that is booked in one of these conversations and begins after `now`. */
  findNext(tenantId: string, conversationIds: readonly string[], now: number): Promise<Appointment | null>;
  /** Held → booked, with its reminders; one that is booked stays as it is. Null when its time was lost meanwhile. */
  book(tenantId: string, appointmentId: string, reminders: readonly number[]): Promise<Appointment | null>;
  /**
   * A booked one gets another time, with its reminders, and its old time is free again. `taken`: another has any of
   * the time that was asked for; `gone`: it is not booked (anymore). Of any number at once, each that gets its time does so wholly.
   */
  move(
    tenantId: string,
    appointmentId: string,
    to: SetTime,
    reminders: readonly number[],
    now: number,
  ): Promise<Appointment | 'taken' | 'gone'>;
  /** Held or booked → given up, its time free again. True once only. */
  release(tenantId: string, appointmentId: string, state: 'cancelled' | 'failed'): Promise<boolean>;
  /** Takes a reminder off the list. True for one of any number at once. */
  takeReminder(tenantId: string, appointmentId: string, at: number): Promise<boolean>;
  /** Keeps what the team told of one that is or was booked; null for any other. An empty note is none. */
  note(
    tenantId: string,
    appointmentId: string,
    told: Pick<Appointment, 'outcome' | 'note'>,
  ): Promise<Appointment | null>;
  /** Those that were booked, by when they begin, then by id. */
  listBetween(tenantId: string, between: Between): Promise<Appointment[]>;
  /** Those that changed, in whatever state. */
  changedAfter: ReadChanged<Appointment>;
  /** Removes the team's words about the appointments of a conversation. */
  eraseNotes(tenantId: string, conversationId: string): Promise<void>;
  /** Taken time that ends after `from`. Holds that ran out do not count. */
  listBusy(tenantId: string, from: number, now: number): Promise<Busy[]>;

  /**
   * Removes, for all tenants, offers that ran out and pieces of agents' time that became free before `before`; the oldest `limit`
   * of each at most. Appointments stay. Resolves to how many were removed.
   */
  removePast(before: number, limit: number): Promise<number>;

  /** The hours of agents who do not keep to the brokerage's opening hours. */
  listOwnHours(tenantId: string): Promise<Pick<WorkingHours, 'agentId' | 'zone' | 'hours'>[]>;
  /** Null: the brokerage's from now on. */
  setOwnHours(tenantId: string, agentId: string, own: Pick<WorkingHours, 'zone' | 'hours'> | null): Promise<void>;
}

/** The calendars that people have elsewhere, one each. */
export interface BusyCalendarStore {
  /** In place of the one before. */
  set(calendar: BusyCalendar): Promise<void>;
  ofPerson(tenantId: string, userId: string): Promise<BusyCalendar | null>;
  /** Keeps what was read; nothing where the address is another by now. */
  keep(
    calendar: Pick<BusyCalendar, 'tenantId' | 'userId' | 'sealedUrl'>,
    read: Pick<BusyCalendar, 'etag' | 'readAt' | 'busy' | 'problem' | 'failures'>,
  ): Promise<void>;
  remove(tenantId: string, userId: string): Promise<void>;
  /** Of everybody of a tenant. */
  busyOf(tenantId: string): Promise<Pick<BusyCalendar, 'userId' | 'busy'>[]>;
}

/** The addresses of people's calendars, one each. */
export interface FeedStore {
  /** In place of the one before. */
  set(feed: CalendarFeed): Promise<void>;
  ofPerson(tenantId: string, userId: string): Promise<CalendarFeed | null>;
  find(secretHash: string): Promise<CalendarFeed | null>;
  remove(tenantId: string, userId: string): Promise<void>;
}
