import type { EntryData } from '../../contract/log/entry.ts';
import type { Mode } from '../../contract/values.ts';

/** One day of a tenant on its own wall: from midnight to midnight, in milliseconds since the epoch. */
export interface Day {
  /** As `2026-11-21`. */
  date: string;
  from: number;
  until: number;
}

/** The part of one conversation's logs that a day's figures need, up to line `seq` of the public one. */
export interface TalkSoFar {
  seq: number;
  mode: Mode;
  /** Nobody owes an answer, also to what the visitor writes now: they said goodbye, or want no more messages. */
  rests: boolean;
  /** The visitor's first message. */
  begunAt: number | null;
  /** Since when the visitor waited for a person, the first time. */
  waitFrom: number | null;
  /** The first words of a person after that. */
  reply: { at: number; by: string } | null;
  /** How it was filed and rated at its end, and when; from the team's log. */
  ended: ({ at: number } & Pick<EntryData<'conversation-ended'>, 'disposition' | 'rating'>) | null;
  /** The messages of each person in the day, by id. */
  said: Readonly<Record<string, { name: string; messages: number }>>;
}
