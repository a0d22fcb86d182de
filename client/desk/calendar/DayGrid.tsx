import type { AppointmentRow } from '../../../src/contract/rest/appointments.ts';
import type { TaskRow } from '../../../src/contract/rest/tasks.ts';
import { timeIn, weekdayAndDay } from '../../shared/labels/times.ts';
import { dayIn, minuteIn } from '../../shared/labels/zonedTime.ts';
import { goToCalendar } from '../route.ts';
import { CalendarCard } from './CalendarCard.tsx';
import { CalendarTask } from './CalendarTask.tsx';
import { hoursOf, placeDay } from './calendarDays.ts';

interface DayGridProps {
  days: readonly string[];
  items: readonly AppointmentRow[];
  tasks: readonly TaskRow[];
  zone: string;
  today: string;
  now: number;
}

const hourPx = 64;

/** A day or a week by the hour. */
export function DayGrid({ days, items, tasks, zone, today, now }: DayGridProps) {
  const byDay = days.map((day) => ({ day, placed: placeDay(items, zone, day) }));
  const { from, until } = hoursOf(byDay.flatMap(({ placed }) => placed));
  const hours = Array.from({ length: until - from }, (_, index) => from + index);
  const top = (minute: number) => ((minute - from * 60) / 60) * hourPx;
  const nowMinute = minuteIn(zone, now);
  return (
    <div className="calendar-grid" style={{ gridTemplateColumns: `76px repeat(${days.length}, minmax(0, 1fr))` }}>
      <div className="calendar-corner" />
      {days.map((day) => (
        <h3 key={day} className={day === today ? 'today' : ''}>
          {days.length > 1 ? (
            <a
              href={`/desk/calendar/${day}`}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                goToCalendar(day);
              }}
            >
              {weekdayAndDay(day)}
            </a>
          ) : (
            weekdayAndDay(day)
          )}
        </h3>
      ))}
      {tasks.length > 0 ? (
        <>
          <p className="calendar-tasks-head">Tasks</p>
          {days.map((day) => (
            <ul key={day} className="calendar-tasks" aria-label={`Tasks, ${weekdayAndDay(day)}`}>
              {tasks
                .filter(({ dueAt }) => dayIn(zone, dueAt) === day)
                .map((task) => (
                  <li key={task.taskId}>
                    <CalendarTask task={task} zone={zone} now={now} />
                  </li>
                ))}
            </ul>
          ))}
        </>
      ) : null}
      <ol className="calendar-hours" aria-hidden="true">
        {hours.map((hour) => (
          <li key={hour} style={{ height: hourPx }}>
            {timeIn('UTC', hour * 3_600_000)}
          </li>
        ))}
      </ol>
      {byDay.map(({ day, placed }) => (
        <ul
          key={day}
          className={day === today ? 'calendar-column today' : 'calendar-column'}
          style={{ height: hours.length * hourPx, backgroundSize: `100% ${hourPx}px` }}
          aria-label={weekdayAndDay(day)}
        >
          {placed.map(({ one, from: begins, until: ends, lane, lanes }) => (
            <li
              key={one.appointmentId}
              style={{
                top: top(begins),
                height: Math.max(top(ends) - top(begins) - 2, 26),
                left: `${(lane / lanes) * 100}%`,
                width: `${100 / lanes}%`,
              }}
            >
              <CalendarCard one={one} zone={zone} now={now} />
            </li>
          ))}
          {day === today && nowMinute >= from * 60 && nowMinute < until * 60 ? (
            <li className="calendar-now" style={{ top: top(nowMinute) }} aria-hidden="true" />
          ) : null}
        </ul>
      ))}
    </div>
  );
}
