import type { Mode } from '../../contract/values.ts';

/** One day of a tenant on its own wall: from midnight to midnight, in milliseconds since the epoch. */
export interface Day {
  /** As `2026-11-21`. */
  date: string;
  from: number;
  until: number;
}

/** What one conversation's public log says that a day's figures need, up to line `seq`. */
export interface TalkSoFar {
  seq: number;
  mode: Mode;
  /** The visitor's first message. */
  begunAt: number | null;
  /** Since when the visitor waited for a person, the first time. */
  waitFrom: number | null;
  /** The first words of a person after that. */
  reply: { at: number; by: string } | null;
  /** What each person wrote in the day, by id. */
  said: Readonly<Record<string, { name: string; messages: number }>>;
}
