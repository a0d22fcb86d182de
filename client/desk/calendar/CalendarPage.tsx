import './calendar.css';
import { ActionIcon, Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { Icon } from '../../shared/components/Icon.tsx';
import { Mark } from '../../shared/components/Mark.tsx';
import { NotLoaded } from '../../shared/components/NotLoaded.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useTasks } from '../../shared/components/tasks/useTasks.ts';
import { UserMenu } from '../../shared/components/UserMenu.tsx';
import { useAfter } from '../../shared/components/useAfter.ts';
import { useIsPhone } from '../../shared/components/useIsPhone.ts';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { useNow } from '../../shared/components/useNow.ts';
import { calendarDay, weekdayAndDay, zoneName } from '../../shared/labels/times.ts';
import { dayIn, plusDays } from '../../shared/labels/zonedTime.ts';
import { goToCalendar, useCalendarDay } from '../route.ts';
import { usePersistedState } from '../usePersistedState.ts';
import { Agenda } from './Agenda.tsx';
import { daysOf, stepFrom, type View } from './calendarDays.ts';
import { DayGrid } from './DayGrid.tsx';
import { useAppointments } from './useAppointments.ts';

const views: readonly { value: View; label: string }[] = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'agenda', label: 'Agenda' },
];
const spanWords: Record<View, string> = { day: 'on this day', week: 'this week', agenda: 'in this 30-day period' };

/** The appointments of the team or of one person, by day, by week or as a list. */
export default function CalendarPage() {
  const { user } = useSession();
  const isPhone = useIsPhone();
  const late = useAfter(200);
  const now = useNow(30_000);
  const [kept, setView] = usePersistedState<string>(`jorge-hub.calendar.${user.id}`, 'week');
  const [who, setWho] = usePersistedState<string>(`jorge-hub.calendar-of.${user.id}`, '');
  // A week needs more room than a phone has.
  const view: View = kept === 'day' || kept === 'agenda' ? kept : isPhone ? 'agenda' : 'week';
  const people = useLoaded('GET /people');
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const named = useCalendarDay();
  const today = dayIn(own, now);
  const startsSunday = user.hourCycle !== 'h23';
  const asked = daysOf(view, named ?? today, startsSunday);
  const first = asked[0] ?? today;
  const last = asked.at(-1) ?? first;
  // A day more at both ends: the brokerage's clock may be another than the reader's.
  const loaded = useAppointments(`${plusDays(first, -1)}T00:00:00Z`, `${plusDays(last, 2)}T00:00:00Z`, who);
  const tasks = useTasks({
    from: `${plusDays(first, -1)}T00:00:00Z`,
    to: `${plusDays(last, 2)}T00:00:00Z`,
    ...(who ? { userId: who } : {}),
  });
  const zone = loaded.zone ?? own;
  const day = named ?? dayIn(zone, now);
  const days = daysOf(view, day, startsSunday);
  const items = (loaded.data?.items ?? []).filter(({ startsAt }) => days.includes(dayIn(zone, startsAt)));
  const due = (tasks.items ?? []).filter(({ dueAt }) => days.includes(dayIn(zone, dueAt)));
  const team = (people.data?.items ?? []).filter(({ active }) => active);

  return (
    <div className="calendar">
      <header className="column-head">
        <Mark size={24} />
        <h1>Calendar</h1>
        <span className="column-head-note" />
        <UserMenu />
      </header>
      <main className="calendar-main">
        <div className="calendar-bar">
          <div className="calendar-step">
            <ActionIcon
              variant="default"
              size={30}
              aria-label="Earlier"
              onClick={() => goToCalendar(stepFrom(view, day, -1))}
            >
              <Icon name="back" />
            </ActionIcon>
            <Button variant="default" onClick={() => goToCalendar(null)}>
              Today
            </Button>
            <ActionIcon
              variant="default"
              size={30}
              aria-label="Later"
              onClick={() => goToCalendar(stepFrom(view, day, 1))}
            >
              <Icon name="fold" />
            </ActionIcon>
          </div>
          <h2 aria-live="polite">
            {view === 'day'
              ? weekdayAndDay(day)
              : `${weekdayAndDay(days[0] ?? day)} – ${calendarDay(days.at(-1) ?? day)}`}
          </h2>
          <span className="calendar-zone">{zoneName(zone)}</span>
          <NativeSelect
            aria-label="Show appointments for"
            value={team.some(({ id }) => id === who) ? who : ''}
            onChange={(event) => setWho(event.currentTarget.value)}
            data={[
              { value: '', label: 'Whole team' },
              ...team.map(({ id, name }) => ({ value: id, label: id === user.id ? `${name} (you)` : name })),
            ]}
          />
          <SegmentedControl
            aria-label="View"
            size="xs"
            value={view}
            data={views.filter(({ value }) => !(isPhone && value === 'week'))}
            onChange={setView}
          />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long day without appointments is scrolled by the keyboard */}
        <section className="calendar-body" tabIndex={0} aria-label="Appointments">
          {loaded.refusal && loaded.data === null ? (
            <NotLoaded title="The calendar didn’t load" why={loaded.refusal.message} onRetry={loaded.reload} />
          ) : loaded.data === null ? (
            late ? (
              <div className="skeleton calendar-skeleton" aria-hidden="true">
                <i style={{ width: '60%' }} />
                <i style={{ width: '80%' }} />
                <i style={{ width: '70%' }} />
              </div>
            ) : null
          ) : (
            <>
              {loaded.data.cut ? (
                <p className="calendar-cut">Not all appointments are shown. Choose one person to see theirs.</p>
              ) : null}
              {items.length + due.length === 0 ? (
                <p className="calendar-nothing">
                  Nothing is booked {spanWords[view]}. Jorge books calls and showings with visitors. You can book one
                  from a conversation.
                </p>
              ) : null}
              {view !== 'agenda' ? (
                <DayGrid days={days} items={items} tasks={due} zone={zone} today={dayIn(zone, now)} now={now} />
              ) : items.length + due.length > 0 ? (
                <Agenda days={days} items={items} tasks={due} zone={zone} today={dayIn(zone, now)} now={now} />
              ) : null}
            </>
          )}
        </section>
      </main>
    </div>
  );
}
