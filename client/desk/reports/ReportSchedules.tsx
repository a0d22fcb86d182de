import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReportScheduleAnswer } from '../../../src/contract/rest/reports.ts';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { scheduleWords } from '../../shared/labels/reports.ts';
import { meetingTime } from '../../shared/labels/times.ts';
import { NewSchedule } from './NewSchedule.tsx';

/** The times at which reports are made automatically, and for whom; supervisors add and delete schedules here. */
export function ReportSchedules() {
  const { data, refusal, reload } = useLoaded('GET /reports/schedules');
  const [isAdding, setIsAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  function changed() {
    setIsAdding(false);
    reload();
    addButton.current?.focus();
  }
  return (
    <section className="report-schedules" aria-labelledby="report-schedules">
      <header>
        <h2 id="report-schedules">Schedules</h2>
        <Button
          ref={addButton}
          variant="default"
          size="compact-sm"
          aria-expanded={isAdding}
          onClick={() => setIsAdding(!isAdding)}
        >
          New schedule
        </Button>
      </header>
      {isAdding ? <NewSchedule onMade={changed} onCancel={() => setIsAdding(false)} /> : null}
      {refusal !== null ? (
        <p role="status">
          The schedules didn’t load. {refusal.message}{' '}
          <Button variant="subtle" size="compact-sm" onClick={reload}>
            Try again
          </Button>
        </p>
      ) : data === null ? null : data.items.length === 0 ? (
        isAdding ? null : (
          <p>No schedules yet. Reports can be made automatically on the days you choose.</p>
        )
      ) : (
        <ul aria-label="Schedules">
          {data.items.map((one) => (
            <ScheduleLine key={one.scheduleId} schedule={one} onDeleted={changed} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ScheduleLine({ schedule, onDeleted }: { schedule: ReportScheduleAnswer; onDeleted(): void }) {
  const { state, refusal, run } = useSaving();
  const [isSure, setIsSure] = useState(false);
  const words = scheduleWords(schedule);
  const says = isSure ? 'Delete for good' : 'Delete';
  async function press() {
    if (!isSure) return setIsSure(true);
    if (await run('DELETE /reports/schedules/:id', { params: { id: schedule.scheduleId } })) onDeleted();
  }
  return (
    <li>
      <div>
        <b>{words}</b>
        <span>
          Next: {meetingTime(schedule.nextAt, undefined, schedule.timeZone)} · for <bdi>{schedule.by.name}</bdi>
        </span>
        {refusal === null ? null : (
          <span role="alert">{refusal.code === 'NOT_FOUND' ? 'Someone has already deleted it.' : refusal.message}</span>
        )}
      </div>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`${says}: ${words}`}
        loading={state === 'saving'}
        onClick={() => void press()}
      >
        {says}
      </Button>
    </li>
  );
}
