import { clockLabel } from '../../../kernel/clockLabel.ts';
import { joinWords } from '../../../kernel/joinWords.ts';
import { limitsIn } from '../../reading/optOut/contactLimits.ts';
import type { Channel } from '../../reading/optOut/readChannelWish.ts';
import { answerOf, languageOf, type StepContext } from '../state/stepContext.ts';

const ways = {
  en: { text: 'by text', email: 'by email', call: 'by phone' },
  es: { text: 'por mensaje', email: 'por correo', call: 'por teléfono' },
} as const;
const closed = {
  en: { call: 'no calls', text: 'no texts', email: 'no emails' },
  es: { call: 'sin llamadas', text: 'sin mensajes', email: 'sin correos' },
} as const;
const week = {
  en: 'Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays'.split(' '),
  es: 'lunes martes miércoles jueves viernes sábados domingos'.split(' '),
} as const;
const fewDays = 3;
const isWay = (by: unknown): by is Channel => by === 'text' || by === 'email' || by === 'call';

/** How somebody wants to be reached, part by part, as they said it: "by text", "no calls", "after 6:00 PM", "not on Saturdays". */
export function reachWords({ state, pack }: StepContext): string[] {
  const language = languageOf(state);
  const spanish = language === 'es';
  const by = answerOf(state, 'contactBy');
  const written = answerOf(state, 'limits');
  const { from, until, weekdays } = limitsIn(typeof written === 'string' ? written : '');
  const clock = (minutes: number): string =>
    clockLabel({ hour: Math.floor(minutes / 60), minute: minutes % 60 }, pack.timeZone, language);
  const parts: string[] = [];
  if (isWay(by)) parts.push(ways[language][by]);
  parts.push(...state.closedChannels.filter((way) => way !== by).map((way) => closed[language][way]));
  if (from !== null && until !== null && from < until)
    parts.push(spanish ? `entre ${clock(from)} y ${clock(until)}` : `between ${clock(from)} and ${clock(until)}`);
  else if (from !== null) parts.push(spanish ? `no antes de ${clock(from)}` : `not before ${clock(from)}`);
  else if (until !== null) parts.push(spanish ? `antes de ${clock(until)}` : `before ${clock(until)}`);
  if (weekdays !== null) parts.push(daysOf(weekdays, language));
  if (typeof written === 'string' && written.includes('note: in Spanish'))
    parts.push(spanish ? 'en español' : 'in Spanish');
  return parts;
}

function daysOf(weekdays: readonly number[], language: 'en' | 'es'): string {
  const out = week[language].filter((_, at) => !weekdays.includes(at));
  const named = week[language].filter((_, at) => weekdays.includes(at));
  const join = (days: readonly string[]): string => joinWords([...days], language === 'es' ? 'y' : 'and');
  if (weekdays.length === 5 && out.length === 2 && !weekdays.includes(5) && !weekdays.includes(6))
    return language === 'es' ? 'entre semana' : 'on weekdays';
  if (out.length <= fewDays) return language === 'es' ? `no los ${join(out)}` : `not on ${join(out)}`;
  return language === 'es' ? `los ${join(named)}` : `on ${join(named)}`;
}
