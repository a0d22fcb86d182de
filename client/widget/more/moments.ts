import type { Speech } from '../speech.ts';

/** "Sat, Nov 28 · 10:00 AM", on the clock of `zone`. */
export function dayAndTime({ locale, clock }: Speech, at: Date, zone: string | undefined): string {
  const on = zone === undefined ? {} : { timeZone: zone };
  const told = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, ...on }).format(at);
  return `${told({ weekday: 'short', month: 'short', day: 'numeric' })} · ${told(clock)}`;
}

/** "Central Time"; the visitor's own zone where none is named. */
export function zoneName({ locale }: Speech, at: Date, zone: string | undefined): string {
  const options: Intl.DateTimeFormatOptions = {
    timeZoneName: 'longGeneric',
    ...(zone === undefined ? {} : { timeZone: zone }),
  };
  const parts = new Intl.DateTimeFormat(locale, options).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
