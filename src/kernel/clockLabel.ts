import type { HourCycle } from '../contract/values.ts';

/** The zones of the United States and its territories, by every name that they have. */
const american =
  /^(?:US\/.+|[ECMP]ST(?:\dEDT|\dCDT|\dMDT|\dPDT)?|America\/(?:Adak|Anchorage|Atka|Boise|Chicago|Denver|Detroit|Fort_Wayne|Indiana(?:polis|\/.+)|Juneau|Kentucky\/.+|Knox_IN|Los_Angeles|Louisville|Menominee|Metlakatla|New_York|Nome|North_Dakota\/.+|Phoenix|Puerto_Rico|Shiprock|Sitka|St_Thomas|Virgin|Yakutat)|Pacific\/(?:Guam|Honolulu|Pago_Pago|Saipan|Samoa))$/;

/**
 * How people read a clock where the brokerage is: `h12` is "3:00 PM", `h23` is "15:00". The one place that decides it, for Jorge's
 * words and for every page.
 */
export const hourCycleOf = (zone: string): HourCycle => (american.test(zone) ? 'h12' : 'h23');

const two = (number: number): string => String(number).padStart(2, '0');
const halves = { en: ['AM', 'PM'], es: ['a. m.', 'p. m.'] } as const;

/** "3:00 PM", "3:00 p. m.", or "15:00" outside America. */
export function clockLabel(
  { hour, minute }: { hour: number; minute: number },
  zone: string,
  language: 'en' | 'es',
): string {
  if (hourCycleOf(zone) === 'h23') return `${two(hour)}:${two(minute)}`;
  return `${hour % 12 || 12}:${two(minute)} ${halves[language][hour < 12 ? 0 : 1]}`;
}
