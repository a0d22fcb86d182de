import type { Appointment, Busy, Offer, WorkingHours } from './model.ts';

/** Who works when, and what of it is taken. The embedded one knows our own appointments; another may know more. */
export interface Calendar {
  workingHours(tenantId: string): Promise<WorkingHours[]>;
  /** What touches the time from `from` to `until`. */
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
  /** Held → booked, with what is to be reminded of; one that is booked stays as it is. Null when its time was lost meanwhile. */
  book(tenantId: string, appointmentId: string, reminders: readonly number[]): Promise<Appointment | null>;
  /** Held or booked → given up, its time free again. True once only. */
  release(tenantId: string, appointmentId: string, state: 'cancelled' | 'failed'): Promise<boolean>;
  /** Takes a reminder off the list. True for one of any number at once. */
  takeReminder(tenantId: string, appointmentId: string, at: number): Promise<boolean>;
  /** What is taken and ends after `from`. Holds that ran out are none. */
  listBusy(tenantId: string, from: number, now: number): Promise<Busy[]>;
  /** Of every tenant: holds that ran out and reminders that are due, oldest first. */
  listDue(now: number, limit: number): Promise<Appointment[]>;

  /**
   * Of every tenant: forgets offers that ran out, and pieces of agents' time that became free, before `before`; the oldest `limit`
   * of each at most. Appointments stay. Resolves to how many went.
   */
  removePast(before: number, limit: number): Promise<number>;

  /** What an agent works where it is not the brokerage's opening hours. */
  listOwnHours(tenantId: string): Promise<Pick<WorkingHours, 'agentId' | 'zone' | 'hours'>[]>;
  /** Null: the brokerage's from now on. */
  setOwnHours(tenantId: string, agentId: string, own: Pick<WorkingHours, 'zone' | 'hours'> | null): Promise<void>;
}
