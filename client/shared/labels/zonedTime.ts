const dayMs = 86_400_000;

/** The clock time of a zone at `ms`, as if it were UTC. */
function shownAt(ms: number, zone: string): number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day ?? 1, part.hour ?? 0, part.minute ?? 0);
}

/** "2026-11-28": the day on the clock of a zone. */
export const dayIn = (zone: string, at: string | number): string =>
  new Date(shownAt(new Date(at).getTime(), zone)).toISOString().slice(0, 10);
/** Minutes since midnight on the clock of a zone. */
export const minuteIn = (zone: string, at: string | number): number =>
  (shownAt(new Date(at).getTime(), zone) % dayMs) / 60_000;

/** When the clock of a zone shows a day ("2026-11-28") and a minute of it, ms; of an hour that comes twice the first. */
export function instantIn(zone: string, day: string, minute: number): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  const offset = (ms: number) => shownAt(ms, zone) - Math.floor(ms / 60_000) * 60_000;
  const found = [asUtc - offset(asUtc - dayMs), asUtc - offset(asUtc + dayMs)];
  const right = found.filter((ms) => shownAt(ms, zone) === asUtc);
  return Math.min(...(right.length > 0 ? right : found));
}

/** The day that comes `days` later. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
