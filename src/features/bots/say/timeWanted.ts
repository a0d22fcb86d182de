import { clockLabel } from '../../../kernel/clockLabel.ts';
import { dayLabel } from '../../../kernel/timeLabel.ts';
import { daysBetween, wallTimeAt } from '../../../kernel/zonedTime.ts';
import { clockOf, dayRangeOf } from '../../reading/time/timeWish.ts';
import { answerOf, languageOf, type StepContext } from '../state/stepContext.ts';

/** "Tuesday afternoon", as far as it is known; an hour with its day and date: "Tuesday, November 24, 3:00 PM". */
export function timeWanted(turn: StepContext): string | null {
  const spanish = languageOf(turn.state) === 'es';
  const day = answerOf(turn.state, 'day');
  const time = answerOf(turn.state, 'timeOfDay');
  const minutes = typeof time === 'string' ? clockOf(time) : null;
  const { timeZone } = turn.pack;
  const language = languageOf(turn.state);
  if (minutes !== null) {
    const clock = clockLabel({ hour: Math.floor(minutes / 60), minute: minutes % 60 }, timeZone, language);
    const days = typeof day === 'string' ? dayRangeOf(day, wallTimeAt(Date.parse(turn.at), timeZone)) : null;
    if (typeof day !== 'string') return clock;
    if (days !== null && daysBetween(days.from, days.to) === 0) return `${dayLabel(days.from, language)}, ${clock}`;
    return `${spanish ? inSpanishOf(day) : day}, ${clock}`;
  }
  const parts = [day, time].filter((part): part is string => typeof part === 'string');
  if (parts.length === 0) return null;
  if (!spanish && day === 'today' && (time === 'morning' || time === 'afternoon' || time === 'evening'))
    return `this ${time}`;
  return parts.map((part) => (spanish ? inSpanishOf(part) : part)).join(spanish ? ', ' : ' ');
}

const inSpanishOf = (words: string): string =>
  words
    .split(' or ')
    .map((one) => inSpanish[one] ?? one)
    .join(' o ');

const inSpanish: Readonly<Record<string, string>> = {
  earliest: 'lo más temprano',
  latest: 'lo más tarde',
  morning: 'por la mañana',
  afternoon: 'por la tarde',
  evening: 'por la noche',
  noon: 'al mediodía',
  'any time': 'a cualquier hora',
  today: 'hoy',
  tomorrow: 'mañana',
  'this week': 'esta semana',
  'next week': 'la próxima semana',
  'this weekend': 'este fin de semana',
  'any day': 'cualquier día',
  Monday: 'el lunes',
  Tuesday: 'el martes',
  Wednesday: 'el miércoles',
  Thursday: 'el jueves',
  Friday: 'el viernes',
  Saturday: 'el sábado',
  Sunday: 'el domingo',
};
