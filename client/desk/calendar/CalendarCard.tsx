import type { CSSProperties } from 'react';
import type { AppointmentRow } from '../../../src/contract/rest/appointments.ts';
import { meetingWords, outcomeWords } from '../../shared/labels/appointments.ts';
import { homeWords, whoIs } from '../../shared/labels/names.ts';
import { meetingTime, timeIn } from '../../shared/labels/times.ts';
import { goTo, linkTo } from '../route.ts';

interface CalendarCardProps {
  one: AppointmentRow;
  zone: string;
  now: number;
  /** In the list there is room for the whole address and the note. */
  wide?: boolean;
  style?: CSSProperties;
}

/** How it stands, where that is more than being booked. */
export function standingOf(
  { state, outcome, endsAt }: AppointmentRow,
  now: number,
): { words: string; open: boolean } | null {
  if (outcome !== undefined) return { words: outcomeWords[outcome], open: false };
  if (state === 'cancelled') return { words: 'Canceled', open: false };
  return Date.parse(endsAt) < now ? { words: 'Add outcome', open: true } : null;
}

/** One appointment; a press opens its conversation. */
export function CalendarCard({ one, zone, now, wide = false, style }: CalendarCardProps) {
  const stands = standingOf(one, now);
  const who = whoIs({ lead: one.lead, ...(one.listingTitle === undefined ? {} : { listingTitle: one.listingTitle }) });
  const isShort = !wide && Date.parse(one.endsAt) - Date.parse(one.startsAt) <= 30 * 60_000;
  return (
    <a
      className={`calendar-card ${one.kind} ${one.state}${wide ? ' wide' : ''}${isShort ? ' short' : ''}`}
      href={linkTo(one.conversationId)}
      title={`${meetingWords[one.kind]}, ${meetingTime(one.startsAt, one.endsAt, zone)}, with ${one.with.name}${one.home ? `, ${homeWords(one.home)}` : ''}`}
      style={style}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        goTo(one.conversationId);
      }}
    >
      <span className="calendar-card-time">
        {timeIn(zone, one.startsAt)}
        {wide ? `–${timeIn(zone, one.endsAt)}` : isShort ? '' : ` ${meetingWords[one.kind]}`}
      </span>
      <span className="calendar-card-words">
        <b>{who}</b> {wide || isShort ? <span>{meetingWords[one.kind]}</span> : null}
        {stands ? <em className={stands.open ? 'open' : ''}>{stands.words}</em> : null}
        {one.home ? <span className="calendar-card-more">{wide ? homeWords(one.home) : one.home.title}</span> : null}
        <span className="calendar-card-more">with {one.with.name}</span>
        {wide && one.note ? <span className="calendar-card-note">{one.note}</span> : null}
      </span>
    </a>
  );
}
