import type { AppointmentRow } from '../../../src/contract/rest/appointments.ts';
import type { TaskRow } from '../../../src/contract/rest/tasks.ts';
import { weekdayAndDay } from '../../shared/labels/times.ts';
import { dayIn } from '../../shared/labels/zonedTime.ts';
import { CalendarCard } from './CalendarCard.tsx';
import { CalendarTask } from './CalendarTask.tsx';
import { placeDay } from './calendarDays.ts';

interface AgendaProps {
  days: readonly string[];
  items: readonly AppointmentRow[];
  tasks: readonly TaskRow[];
  zone: string;
  today: string;
  now: number;
}

/** The days that have something, one below the other. */
export function Agenda({ days, items, tasks, zone, today, now }: AgendaProps) {
  return (
    <div className="agenda">
      {days
        .map((day) => ({
          day,
          placed: placeDay(items, zone, day),
          due: tasks.filter(({ dueAt }) => dayIn(zone, dueAt) === day),
        }))
        .filter(({ placed, due }) => placed.length + due.length > 0)
        .map(({ day, placed, due }) => (
          <section key={day} aria-label={weekdayAndDay(day)}>
            <h3 className={day === today ? 'today' : ''}>
              {weekdayAndDay(day)}
              {day === today ? ' · Today' : ''}
            </h3>
            <ul>
              {placed.map(({ one }) => (
                <li key={one.appointmentId}>
                  <CalendarCard one={one} zone={zone} now={now} wide />
                </li>
              ))}
              {due.map((task) => (
                <li key={task.taskId}>
                  <CalendarTask task={task} zone={zone} now={now} wide />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
