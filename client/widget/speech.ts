import type { HourCycle } from '../../src/contract/values.ts';
import { directionOf, type Language, languageOf } from './languages.ts';
import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { en, type Words } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import { ko } from './words/ko.ts';
import { pt } from './words/pt.ts';
import { vi } from './words/vi.ts';
import { zh } from './words/zh.ts';

/** The name by which Jorge goes in every language. */
export const assistantName = 'Jorge';

const all: Record<Language, Words> = { en, es, fr, de, pt, it, zh, vi, ko, ar };

/** How the widget speaks to one visitor: its own words, and numbers and times as their locale writes them. */
export interface Speech {
  language: Language;
  /** By which dates and numbers are written. */
  locale: string;
  direction: 'ltr' | 'rtl';
  words: Words;
  /** How a clock is read here: as the brokerage does, once that is known. */
  clock: { hour: 'numeric'; minute: '2-digit'; hourCycle?: HourCycle };
  /** "2:32 PM", or "14:32" outside America. */
  time(at: Date): string;
  /** "Today", "Yesterday", "Tomorrow", "Tuesday" within a week, else "March 2, 2026". */
  day(at: Date, now: Date): string;
  /**
   * "2:32 PM CST" today, else with the day, as it stands within a sentence: "tomorrow 9:00 AM CST". When somebody is there again,
   * on the visitor's own clock.
   */
  comeback(at: Date, now: Date): string;
  money(cents: number, currency: string): string;
  number(value: number): string;
}

export function speechFor(given: string): Speech {
  const language = languageOf(given);
  const words = all[language];
  // Without words in the visitor's language, times in it would stand alone among English words.
  const locale =
    Intl.DateTimeFormat.supportedLocalesOf(given).length > 0 && given.startsWith(language) ? given : language;
  const dated = (at: Date, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options).format(at);
  const clock: Speech['clock'] = { hour: 'numeric', minute: '2-digit' };
  const day = (at: Date, now: Date) => {
    const days = daysBetween(now, at);
    if (days === 0) return words.today;
    if (days === -1) return words.yesterday;
    if (days === 1) return words.tomorrow;
    if (Math.abs(days) < 7) return dated(at, { weekday: 'long' });
    return dated(at, { year: 'numeric', month: 'long', day: 'numeric' });
  };
  return {
    language,
    locale,
    direction: directionOf(language),
    words,
    clock,
    time: (at) => dated(at, clock),
    day,
    comeback(at, now) {
      const time = dated(at, { ...clock, timeZoneName: 'short' });
      const days = daysBetween(now, at);
      // The name of a weekday has its capital, or none, from its language.
      const named = days === 1 ? words.tomorrow.toLowerCase() : day(at, now);
      return days === 0 ? time : `${named} ${time}`;
    },
    money: (cents, currency) =>
      (cents / 100).toLocaleString(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        maximumFractionDigits: 0,
      }),
    number: (value) => value.toLocaleString(locale),
  };
}

/** Rounded, since a day is 23 or 25 hours twice a year. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

/** "{name} is writing" with its name. */
export const fill = (words: string, parts: Record<string, string>): string =>
  words.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
