import { clockLabel } from '../../../kernel/clockLabel.ts';
import { isFederalHoliday } from '../../../kernel/federalHolidays.ts';
import { type OpeningWeek, openingsOn } from '../../../kernel/openingTimes.ts';
import { dayLabel, timeLabel, zoneLabel } from '../../../kernel/timeLabel.ts';
import { type CalendarDate, plusDays, wallTimeAt, weekdayOf } from '../../../kernel/zonedTime.ts';
import type { Language } from '../../reading/model.ts';

/**
 * Now and whether the office is open today, the days of the week ahead with those on which it is closed, and the next first Tuesday of a
 * month, on which Texas counties sell at auction (Tex. Prop. Code § 51.002). `at`: ms.
 */
export function todayWords(at: number, zone: string, language: Language, week: OpeningWeek): string[] {
  const now = `${timeLabel(at, zone, language)} (${zoneLabel(zone, language)})`;
  const today = wallTimeAt(at, zone);
  const ahead = Array.from({ length: 7 }, (_, days) => plusDays(today, days + 1));
  const days = ahead.map((date) => `${dayLabel(date, language)}${closedWords(date, language, week)}`).join('; ');
  const firstTuesday = Array.from({ length: 40 }, (_, ahead) => plusDays(today, ahead)).find(
    (date) => date.day <= 7 && weekdayOf(date) === 1,
  );
  const tuesday = firstTuesday === undefined ? '' : dayLabel(firstTuesday, language);
  const hours = hoursOf(today, zone, language, week);
  return language === 'es'
    ? [
        `Ahora es ${now}. ${hours}`,
        `Los días que siguen: ${days}.`,
        `El próximo primer martes de mes es el ${tuesday}.`,
      ]
    : [`It is now ${now}. ${hours}`, `The days ahead: ${days}.`, `The next first Tuesday of a month is ${tuesday}.`];
}

/** "Today is a holiday, and the office is closed." "The office is open today from 9:00 AM to 6:00 PM." */
function hoursOf(today: CalendarDate, zone: string, language: Language, week: OpeningWeek): string {
  const open = openingsOn(week, today);
  const clock = (minutes: number): string =>
    clockLabel({ hour: Math.floor(minutes / 60), minute: minutes % 60 }, zone, language);
  if (open.length === 0) {
    const isHoliday = isFederalHoliday(today);
    if (language === 'es') return `Hoy ${isHoliday ? 'es feriado y ' : ''}la oficina está cerrada.`;
    return isHoliday ? 'Today is a holiday, and the office is closed.' : 'The office is closed today.';
  }
  const [to, and] = language === 'es' ? ['a', 'y de'] : ['to', 'and from'];
  const hours = open.map(({ from, until }) => `${clock(from)} ${to} ${clock(until)}`).join(` ${and} `);
  return stopped(language === 'es' ? `Hoy la oficina abre de ${hours}` : `The office is open today from ${hours}`);
}

/** "11:00 a. m." has its point already. */
export const stopped = (words: string): string => (words.endsWith('.') ? words : `${words}.`);

const closed = {
  en: { holiday: ' (a holiday, office closed)', day: ' (office closed)' },
  es: { holiday: ' (feriado, oficina cerrada)', day: ' (oficina cerrada)' },
} as const;
const closedWords = (date: CalendarDate, language: Language, week: OpeningWeek): string =>
  openingsOn(week, date).length > 0 ? '' : closed[language][isFederalHoliday(date) ? 'holiday' : 'day'];
