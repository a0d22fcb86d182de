import '../shared/components/tasks/tasks.css';
import type { AppointmentRow } from '../../src/contract/rest/appointments.ts';
import type { TaskRow } from '../../src/contract/rest/tasks.ts';
import { useSession } from '../shared/components/SessionContext.ts';
import { TaskLine } from '../shared/components/tasks/TaskLine.tsx';
import { meetingWords } from '../shared/labels/appointments.ts';
import { homeWords, whoIs } from '../shared/labels/names.ts';
import { exactTime, timeIn } from '../shared/labels/times.ts';
import { dayIn } from '../shared/labels/zonedTime.ts';
import { DeskLink } from './DeskLink.tsx';
import { linkTo } from './route.ts';

const mostLater = 5;

/** The tasks of one person: overdue ones, those due today, later ones. */
export function DayTasks({ items, zone, now }: { items: readonly TaskRow[]; zone: string; now: number }) {
  const today = dayIn(zone, now);
  const overdue = items.filter(({ dueAt }) => Date.parse(dueAt) <= now);
  const open = items.filter((one) => !overdue.includes(one));
  const isToday = ({ dueAt }: TaskRow) => dayIn(zone, dueAt) === today;
  const later = open.filter((one) => !isToday(one));
  return (
    <>
      <TaskPart title="Overdue tasks" items={overdue} now={now} />
      <TaskPart title="Tasks due today" items={open.filter(isToday)} now={now} />
      <TaskPart title="Later" items={later.slice(0, mostLater)} more={later.length - mostLater} now={now} />
    </>
  );
}

function TaskPart({ title, items, now, more = 0 }: { title: string; items: TaskRow[]; now: number; more?: number }) {
  const { user } = useSession();
  if (items.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <span>{items.length + Math.max(0, more)}</span>
      </h2>
      <ul className="my-day-tasks">
        {items.map((task) => (
          <TaskLine
            key={task.taskId}
            task={task}
            now={now}
            me={user.id}
            about={<DeskLink to={linkTo(task.conversationId)}>{whoIs(task)}</DeskLink>}
          />
        ))}
      </ul>
      {more > 0 ? (
        <p>
          and {more} more in the <DeskLink to="/desk/calendar">calendar</DeskLink>
        </p>
      ) : null}
    </section>
  );
}

/** The appointments of one person that stand today. */
export function DayAppointments({ items, zone }: { items: readonly AppointmentRow[]; zone: string }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>
        Appointments today <span>{items.length}</span>
      </h2>
      <ul>
        {items.map((one) => (
          <li key={one.appointmentId}>
            <DeskLink to={linkTo(one.conversationId)}>
              <b className="clip">{whoIs(one)}</b>
              <span className="clip">
                {meetingWords[one.kind]}
                {one.home ? ` · ${homeWords(one.home)}` : ''}
              </span>
              <time dateTime={one.startsAt} title={exactTime(one.startsAt)}>
                {timeIn(zone, one.startsAt)}
              </time>
            </DeskLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
