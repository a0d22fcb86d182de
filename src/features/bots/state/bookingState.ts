import type { HomeToShow } from '../../../contract/log/parts.ts';
import type { TimeWish } from '../../reading/time/timeWish.ts';

export type MeetingKind = 'call' | 'viewing';

/** A bot's memory of finding a time together with the calendar. */
export interface Booking {
  /**
   * The last times that were found. `shown`: how often they were put into the log; `asks`: how often we asked since which one it
   * shall be.
   */
  offer: TimesOffer | null;
  /** Picked with a button and kept free; to be booked once nothing is missing, such as an answer to the law's question. */
  held: { appointmentId: string; startsAt: string; meeting?: MeetingKind } | null;
  /** Picked in words; to be booked likewise. */
  chosen?: { offerId: string; slotId: string } | null;
  /** The one time on offer that Jorge's last message spoke of: a yes means it. */
  proposed: string | null;
  /** They named the day and hour themselves, and every reader read the same: it is booked when it is free, and not asked about once more. */
  isNamed: boolean;
  /** The appointment that stands: at most one. */
  appointment: Booked | null;
  /** Another time is wanted in place of the one that stands, which stands until the other is booked. */
  moving: boolean;
  /** Messages that were no choice, while times were on offer. */
  misses: number;
  /** How often the calendar was asked since the last booking. */
  searches: number;
  /** How often the law's question was put since times were last looked up, or one of them was pressed. */
  pathAsks: number;
  /** Wants to see a home with no agent and nothing signed, and has not named that way: the law's question is then put as a plain one. */
  leansAlone: boolean;
  /** No time can be booked here: the team sets it. */
  byTeam: boolean;
}

/** A time was picked, with its button or in words, and is not booked yet. */
export const hasPick = ({ held, chosen = null }: Booking): boolean => held !== null || chosen !== null;

export interface TimesOffer {
  offerId: string;
  meeting: MeetingKind;
  /** `closesAt`: until when it can be chosen; an offer of an older version lacks it. */
  slots: { slotId: string; startsAt: string; endsAt: string; closesAt?: string | undefined }[];
  /** False: nothing was free as it was wished for, and these come nearest. */
  fits: boolean;
  /** It is closed on the day that was asked for. */
  closed?: boolean | undefined;
  wish: TimeWish;
  expiresAt: string;
  home?: HomeToShow | undefined;
  shown: number;
  asks: number;
  /** Cards of homes were shown beside it or since: "the first one" may be a home. */
  amongHomes?: boolean;
}

export interface Booked {
  appointmentId: string;
  startsAt: string;
  meeting: MeetingKind;
  /** The agent it is with, in words that the visitor may see. */
  with: string | null;
  home?: HomeToShow | undefined;
}

export const noBooking: Booking = {
  offer: null,
  held: null,
  chosen: null,
  proposed: null,
  isNamed: false,
  appointment: null,
  moving: false,
  misses: 0,
  searches: 0,
  pathAsks: 0,
  leansAlone: false,
  byTeam: false,
};

/** The changes that the calendar and the team made to appointments since the last turn. */
export type CalendarEvent =
  /** An answer to `find-times`; no slots: nothing is free. */
  | {
      kind: 'times-found';
      seq: number;
      offerId: string;
      meeting: MeetingKind;
      wish: TimeWish;
      fits: boolean;
      closed?: boolean | undefined;
      slots: TimesOffer['slots'];
      expiresAt: string;
      home?: HomeToShow | undefined;
    }
  /** The visitor chose from an offer that no longer holds; `ranOut`: its time has run out. */
  | { kind: 'offer-gone'; seq: number; ranOut?: boolean }
  | {
      kind: 'appointment-changed';
      seq: number;
      appointmentId: string;
      state: 'held' | 'booked' | 'cancelled' | 'failed';
      by: 'visitor' | 'staff' | 'bot' | 'system';
      startsAt: string;
      meeting: MeetingKind;
      with: string | null;
      home?: HomeToShow | undefined;
    }
  | { kind: 'reminder-due'; seq: number; appointmentId: string };

/** News for the visitor that a turn has to tell about appointments. */
export type CalendarNews =
  | { kind: 'booked' | 'moved' | 'cancelled-by-team' | 'reminder'; appointment: Booked }
  | { kind: 'lost' | 'ran-out' | 'gone' | 'nothing-more' | 'none-free' | 'signed' };
