import type { VisitRow } from '../talkRows.ts';

interface CalendarEvent extends Pick<VisitRow, 'appointmentId' | 'startsAt' | 'endsAt' | 'address'> {
  summary: string;
  details: string;
  /** When the file is made, in milliseconds. */
  madeAt: number;
}

const utc = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** At most 75 bytes a line (RFC 5545), and no character cut in two. */
function folded(line: string): string {
  const bytes = new TextEncoder();
  let out = '';
  let length = 0;
  for (const char of line) {
    const more = bytes.encode(char).length;
    if (length + more > 74) {
      out += '\r\n ';
      length = 1;
    }
    out += char;
    length += more;
  }
  return out;
}

/** One appointment as an iCalendar file. The same appointment has the same UID, so that a later time moves it. */
export function calendarFile({
  appointmentId,
  startsAt,
  endsAt,
  summary,
  details,
  address,
  madeAt,
}: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Jorge Hub//Chat//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${appointmentId}@jorge-hub`,
    `DTSTAMP:${utc(madeAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(summary)}`,
    ...(address === null ? [] : [`LOCATION:${escaped(address)}`]),
    ...(details === '' ? [] : [`DESCRIPTION:${escaped(details)}`]),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
