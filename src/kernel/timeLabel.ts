import { clockLabel } from './clockLabel.ts';
import { type CalendarDate, wallTimeAt, weekdayOf } from './zonedTime.ts';

/** Our own names: the same on every machine, whatever languages it knows. */
export const calendarNames = {
  en: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
  },
  es: {
    days: ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'],
    months: [
      'enero',
      'febrero',
      'marzo',
      'abril',
      'mayo',
      'junio',
      'julio',
      'agosto',
      'septiembre',
      'octubre',
      'noviembre',
      'diciembre',
    ],
  },
} as const;

/** "Thursday, March 5", "jueves, 5 de marzo". */
export function dayLabel(date: CalendarDate, language: 'en' | 'es'): string {
  const { days, months } = calendarNames[language];
  const [day, month] = [days[weekdayOf(date)], months[date.month - 1]];
  return language === 'es' ? `${day}, ${date.day} de ${month}` : `${day}, ${month} ${date.day}`;
}

/** "Thursday, March 5, 2:30 PM" on the wall of a zone. */
export function timeLabel(ms: number, zone: string, language: 'en' | 'es'): string {
  const wall = wallTimeAt(ms, zone);
  return `${dayLabel(wall, language)}, ${clockLabel(wall, zone, language)}`;
}

/** "Central Time", "hora central": people's own name for their time zone. */
export function zoneLabel(zone: string, language: 'en' | 'es'): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' });
  return format.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
