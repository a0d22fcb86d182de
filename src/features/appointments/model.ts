import type { HomeToShow } from '../../contract/entries.ts';
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
  /** Who could take it, in the order of the calendar. */
  agentIds: string[];
}

/** Times that a visitor was given to choose from. They are not kept free: that begins with the choice. */
export interface Offer {
  id: string;
  tenantId: string;
  conversationId: string;
  kind: AppointmentKind;
  zone: string;
  slots: { slotId: string; startsAt: number; endsAt: number; agentIds: string[] }[];
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
  /** Until when the agent has no other: the way back from a showing counts. */
  busyUntil: number;
  zone: string;
  state: 'held' | 'booked' | 'cancelled' | 'failed';
  heldUntil: number;
  /** When the visitor is still to be reminded, ascending. */
  reminders: number[];
  createdAt: number;
  home?: HomeToShow | undefined;
}
