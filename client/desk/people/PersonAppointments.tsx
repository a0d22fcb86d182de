import { useLoaded } from '../../shared/components/useLoaded.ts';
import { useNow } from '../../shared/components/useNow.ts';
import { meetingWords } from '../../shared/labels/appointments.ts';
import { homeWords } from '../../shared/labels/names.ts';
import { meetingTime } from '../../shared/labels/times.ts';
import { standingOf } from '../calendar/CalendarCard.tsx';
import { DeskLink } from '../DeskLink.tsx';
import { linkTo } from '../route.ts';

/** All appointments with a person, in all their talks, the newest first; nothing where there never was one. */
export function PersonAppointments({ leadId }: { leadId: string }) {
  const now = useNow(30_000);
  const { data, refusal } = useLoaded('GET /appointments', { query: { leadId, limit: 200 } });
  const items = data?.items.toReversed() ?? [];
  return (
    <section className="person-card">
      <h2>Appointments</h2>
      {refusal ? (
        <p className="rail-nothing">Appointments didn’t load. {refusal.message}</p>
      ) : items.length === 0 ? (
        <p className="rail-nothing">{data === null ? '' : 'Nothing booked.'}</p>
      ) : (
        <ul className="person-talks">
          {items.map((one) => (
            <li key={one.appointmentId}>
              <DeskLink to={linkTo(one.conversationId)}>
                <b>
                  {meetingWords[one.kind]} with {one.with.name}
                </b>
                <small>{standingOf(one, now)?.words ?? 'Booked'}</small>
                <time dateTime={one.startsAt}>{meetingTime(one.startsAt, one.endsAt, one.zone)}</time>
                {one.home ? <span className="person-home">{homeWords(one.home)}</span> : null}
              </DeskLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
