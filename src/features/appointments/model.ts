import type { AppointmentOutcome } from '../../contract/appointmentLimits.ts';
import type { BusyProblem } from '../../contract/busyProblems.ts';
import type { HomeToShow } from '../../contract/log/parts.ts';
import type { OpeningWeek } from '../../kernel/openingTimes.ts';

const appointmentKinds = ['call', 'viewing'] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

/** When somebody takes appointments: by the clock on their own wall. */
export interface WorkingHours extends OpeningWeek {
  agentId: string;
  name: string;
  zone: string;
}

/** Time of an agent that is taken. */
export interface Busy {
  agentId: string;
  startsAt: number;
  endsAt: number;
}

/** A time that at least one agent has. */
export interface FreeTime {
  startsAt: number;
  endsAt: number;
  /** The agents who are free then, in the order of the calendar. */
  agentIds: string[];
}

/** Times that a visitor was given to choose from. They are not kept free: that begins with the choice. */
export interface Offer {
  id: string;
  tenantId: string;
  conversationId: string;
  kind: AppointmentKind;
  zone: string;
  /** `closesAt`: until when it can be chosen; an offer of an older version lacks it, and then it is until it begins. */
  slots: { slotId: string; startsAt: number; endsAt: number; agentIds: string[]; closesAt?: number | undefined }[];
  expiresAt: number;
  /** Which home a showing is of, where it is known. */
  home?: HomeToShow | undefined;
}

/**
 * `held`: the agent's time is kept while the choice is on its way. `failed`: somebody else had it, or the hold ran out.
 */
export interface Appointment {
  id: string;
  tenantId: string;
  conversationId: string;
  kind: AppointmentKind;
  agentId: string;
  agentName: string;
  startsAt: number;
  endsAt: number;
  /** Until when the agent has no other appointment: the way back from a showing counts. */
  busyUntil: number;
  zone: string;
  state: 'held' | 'booked' | 'cancelled' | 'failed';
  heldUntil: number;
  /** When the visitor is still to be reminded, ascending. */
  reminders: number[];
  createdAt: number;
  home?: HomeToShow | undefined;
  /** The team member who set the present time; absent if the visitor chose it. */
  setBy?: { id: string; name: string } | undefined;
  /** How often the team moved it; absent: never. */
  moves?: number | undefined;
  /** The time that it was last moved from. */
  movedFrom?: number | undefined;
  /** The outcome that the team recorded. */
  outcome?: AppointmentOutcome | undefined;
  /** The team's own words about it. */
  note?: string | undefined;
}

/** Appointments by when they begin: those that were booked, canceled ones too. */
export interface Between {
  /** ms since the epoch; `to` not included. */
  from: number;
  to: number;
  agentId?: string | undefined;
  /** Of these conversations alone. */
  conversationIds?: readonly string[] | undefined;
  /** After this one, in the order of the list. */
  after?: { startsAt: number; id: string } | undefined;
  limit: number;
}

/** The time that the team gives an appointment, and with whom. */
export interface SetTime extends Pick<Appointment, 'agentId' | 'agentName' | 'startsAt' | 'endsAt' | 'busyUntil'> {
  setBy: { id: string; name: string };
}

/** ms since the epoch. */
export interface BusyPeriod {
  startsAt: number;
  endsAt: number;
}
/** The calendar that a person has elsewhere, with its busy times as they were last read. */
export interface BusyCalendar {
  tenantId: string;
  userId: string;
  /** Its address, which is a secret. */
  sealedUrl: string;
  setAt: number;
  etag: string | null;
  /** When it could last be read. */
  readAt: number | null;
  /** Why it cannot be read now. */
  problem: BusyProblem | null;
  /** How often in a row. */
  failures: number;
  busy: BusyPeriod[];
}

/** The secret address of a person's calendar, by its SHA-256. */
export interface CalendarFeed {
  tenantId: string;
  userId: string;
  secretHash: string;
  madeAt: number;
}
