import type { TaskRow } from '../../../src/contract/rest/tasks.ts';
import { whoIs } from '../../shared/labels/names.ts';
import { exactTime, timeIn } from '../../shared/labels/times.ts';
import { DeskLink } from '../DeskLink.tsx';
import { linkTo } from '../route.ts';

/** One open task on the day that it is due; a press opens its conversation. */
export function CalendarTask({ task, zone, now, wide }: { task: TaskRow; zone: string; now: number; wide?: boolean }) {
  const isLate = Date.parse(task.dueAt) <= now;
  return (
    <DeskLink
      className={`calendar-card task-card${wide ? ' wide' : ' short'}`}
      to={linkTo(task.conversationId)}
      title={`Task for ${task.owner.name}, ${exactTime(task.dueAt)}: ${task.text}`}
    >
      <span className="calendar-card-time">{timeIn(zone, task.dueAt)}</span>
      <span className="calendar-card-words">
        <b>{task.text}</b> {wide ? <span>Task</span> : null} {isLate ? <em className="open">Overdue</em> : null}
        {wide ? (
          <span className="calendar-card-more">
            {whoIs(task)} · {task.owner.name}
          </span>
        ) : null}
      </span>
    </DeskLink>
  );
}
