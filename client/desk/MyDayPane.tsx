import type { ReactNode } from 'react';
import type { BoardRow } from '../../src/contract/socket/board.ts';
import { useBoard } from '../shared/components/BoardContext.tsx';
import { useSession } from '../shared/components/SessionContext.ts';
import { useLive } from '../shared/components/useLive.ts';
import { useLoaded } from '../shared/components/useLoaded.ts';
import { useNow } from '../shared/components/useNow.ts';
import { Waiting } from '../shared/components/Waiting.tsx';
import { whoIs } from '../shared/labels/names.ts';
import { dueWords } from '../shared/labels/needs.ts';
import { exactTime, shortTime } from '../shared/labels/times.ts';
import { dayIn, plusDays } from '../shared/labels/zonedTime.ts';
import { type MyDay, myDay, sinceOf } from '../shared/state/myDay.ts';
import { useAppointments } from './calendar/useAppointments.ts';
import { DayAppointments, DayTasks } from './DayAhead.tsx';
import { useMyTasks } from './MyTasks.tsx';
import { goTo, linkTo } from './route.ts';

const mostShown = 5;

/** A team member's work for now, shown while no conversation is open. */
export default function MyDayPane() {
  const { user } = useSession();
  const state = useLive(useBoard(), (value) => value);
  const now = useNow(30_000);
  const day = myDay([...state.rows.values()], user.id, now);
  const tasks = useMyTasks();
  // One clock for all that is shown: with another for a moment, what stands under one day would jump to the next, and close what is open in it.
  const zone = tasks.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const date = dayIn(zone, now);
  const appointments = useAppointments(`${plusDays(date, -1)}T00:00:00Z`, `${plusDays(date, 2)}T00:00:00Z`, user.id);
  const today = (appointments.data?.items ?? []).filter(
    ({ startsAt, state: stands }) => stands === 'booked' && dayIn(zone, startsAt) === date,
  );
  const due = tasks.items.filter(({ dueAt }) => dayIn(zone, dueAt) <= date).length;
  const isLoaded = state.phase !== 'loading';
  return (
    <main className="talk-pane nothing-open">
      <div className="my-day">
        <h1>Your day</h1>
        <p className="my-day-sum">{isLoaded ? sumOf(day, due) : ''}</p>
        {user.role === 'agent' ? null : <TeamFigures />}
        <DayAppointments items={today} zone={zone} />
        <DayTasks items={tasks.items} zone={zone} now={now} />
        <Part title="Waiting for you" rows={day.waiting} aside={(row) => <Waiting since={sinceOf(row)} />} />
        <Part title="Follow-ups due" rows={day.followUps} aside={(row) => <Due row={row} now={now} />} />
        <Part
          title="Your open conversations"
          rows={day.mine}
          aside={(row) => (
            <time dateTime={row.lastAt} title={exactTime(row.lastAt)}>
              {shortTime(row.lastAt)}
            </time>
          )}
        />
        <p className="my-day-keys">
          <kbd>j</kbd> <kbd>k</kbd> to move, <kbd>Enter</kbd> to open, <kbd>?</kbd> for all shortcuts.
        </p>
      </div>
    </main>
  );
}

/** "2 wait for you, 1 follow-up is due, 3 more are open." */
function sumOf({ waiting, followUps, mine }: MyDay, due: number): string {
  const parts = [
    waiting.length > 0 ? `${waiting.length} waiting for you` : '',
    followUps.length > 0 ? `${followUps.length} to follow up` : '',
    due > 0 ? `${due} ${due === 1 ? 'task' : 'tasks'} due or overdue` : '',
    mine.length > 0 ? `${mine.length} open ${mine.length === 1 ? 'conversation' : 'conversations'}` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'Nothing is waiting for you.' : `${parts.join(' · ')}.`;
}

interface PartProps {
  title: string;
  rows: readonly BoardRow[];
  aside(row: BoardRow): ReactNode;
}

/** One kind of work; nothing is shown where there is none of it. */
function Part({ title, rows, aside }: PartProps) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>
        {title} <span>{rows.length}</span>
      </h2>
      <ul>
        {rows.slice(0, mostShown).map((row) => (
          <li key={row.conversationId}>
            <a
              href={linkTo(row.conversationId)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
                event.preventDefault();
                goTo(row.conversationId);
              }}
            >
              <b className="clip">{whoIs(row)}</b>
              <span className="clip">{row.lastText || '—'}</span>
              {aside(row)}
            </a>
          </li>
        ))}
      </ul>
      {rows.length > mostShown ? <p>and {rows.length - mostShown} more in the inbox</p> : null}
    </section>
  );
}

function Due({ row, now }: { row: BoardRow; now: number }) {
  const at = row.owed?.dueAt;
  if (at === undefined) return <span>No time set</span>;
  const isLate = Date.parse(at) < now;
  return (
    <time className={isLate ? 'late' : undefined} dateTime={at} title={exactTime(at)}>
      {dueWords(at, now)}
    </time>
  );
}

/** The team's figures of the day, for those who may read them. */
function TeamFigures() {
  const { data } = useLoaded('GET /day');
  if (data === null) return null;
  const figures: [string, number][] = [
    ['Conversations today', data.conversations],
    ['Waited for a person', data.waited],
    ['Answered by a person', data.answered],
    ['Missed', data.missed],
  ];
  return (
    <dl className="my-day-figures" aria-label="The team today">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
