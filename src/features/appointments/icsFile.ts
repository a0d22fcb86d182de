/** One appointment as a calendar reads it. Times are ms since the epoch. */
export interface IcsEvent {
  id: string;
  startsAt: number;
  endsAt: number;
  summary: string;
  /** Raised with every change, so that a calendar takes the newest. */
  sequence: number;
  cancelled: boolean;
  location?: string | undefined;
  description?: string | undefined;
  url?: string | undefined;
}

/** A calendar file (RFC 5545) of these appointments: times in UTC, lines of at most 75 octets that end in CRLF. `now`: ms since the epoch. */
export function icsFile(name: string, events: readonly IcsEvent[], now: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jorge Hub//Appointments//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT30M',
    'X-PUBLISHED-TTL:PT30M',
    ...events.flatMap((event) => eventLines(event, now)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventLines(event: IcsEvent, now: number): string[] {
  const { location, description, url } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@jorge-hub`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SEQUENCE:${event.sequence}`,
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `SUMMARY:${escaped(event.summary)}`,
    ...(location === undefined ? [] : [`LOCATION:${escaped(location)}`]),
    ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
    ...(url === undefined ? [] : [`URL:${url.replace(/[^\x21-\x7e]/g, '')}`]),
    'END:VEVENT',
  ];
}

/** "20261128T160000Z". */
const utc = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replace(/[-:]/g, '');

/** A text value: a line break is written out, and no other control character is left. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not stand in a file
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u0085\u2028\u2029]/g, ' ')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\n/g, '\\n');

const lineOctets = 75;
/** A long line goes on in the next, which begins with a blank that does not count; no character is cut apart. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > lineOctets) {
      parts.push(part);
      part = '';
      // The blank takes one.
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
