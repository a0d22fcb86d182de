/** A fixed moment for readers of time, where only whether words name a time matters. */
export const anyMoment = '2026-01-07T12:00:00.000Z';

/** For readers that read one message several times in a turn: more messages than are read at once. */
export const messagesRemembered = 200;

/** Where words stand in the text that was read: UTF-16 offsets, `end` after the last unit. */
export interface Span {
  start: number;
  end: number;
}

/** A value and the words that say it. */
export interface Read<T> extends Span {
  value: T;
}

/** A price or a budget. A bound that was not said is null: "under 600k" has no `minCents`. */
export interface Money {
  minCents: number | null;
  maxCents: number | null;
  currency: 'USD';
}

/** Days from the message on. Null: not bounded on that side, or not said. */
export interface DayRange {
  minDays: number | null;
  maxDays: number | null;
}

export type Language = 'en' | 'es';
/** Languages in which a wish to hear no more is understood, and confirmed. */
export type OptOutLanguage = Language | 'fr' | 'de' | 'pt' | 'it' | 'tl' | 'vi' | 'zh' | 'ko' | 'ar' | 'ru';
