import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type ScheduledReportKind, scheduledReportKinds } from '../../../src/contract/reportFigures.ts';
import { type Weekday, weekdays } from '../../../src/contract/rest/settingsLimits.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { reportKindLabels, shortDayLabel } from '../../shared/labels/reports.ts';

/** Says which report is made, on which days, and when. */
export function NewSchedule({ onMade, onCancel }: { onMade(): void; onCancel(): void }) {
  const [kind, setKind] = useState<ScheduledReportKind>('weekly');
  const [days, setDays] = useState<readonly Weekday[]>(['monday']);
  const [time, setTime] = useState('08:00');
  const [fault, setFault] = useState<string | null>(null);
  const { state, refusal, run } = useSaving();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = days.length === 0 ? 'Choose at least one day.' : time === '' ? 'Choose a time.' : null;
    setFault(missing);
    if (missing !== null) return;
    if (await run('POST /reports/schedules', { body: { kind, weekdays: [...days], time } })) onMade();
  }

  return (
    <form className="report-schedule-form" onSubmit={(event) => void submit(event)}>
      <NativeSelect
        aria-label="Report to schedule"
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as ScheduledReportKind)}
        data={scheduledReportKinds.map((one) => ({ value: one, label: reportKindLabels[one] }))}
      />
      <fieldset>
        <legend>Days</legend>
        {weekdays.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={days.includes(day)}
              onChange={(event) => {
                const isOn = event.currentTarget.checked;
                setDays((now) => (isOn ? [...now, day] : now.filter((one) => one !== day)));
              }}
            />{' '}
            {shortDayLabel(day)}
          </label>
        ))}
      </fieldset>
      <TextInput type="time" aria-label="Time" value={time} onChange={(event) => setTime(event.currentTarget.value)} />
      <Button type="submit" size="sm" loading={state === 'saving'}>
        Save schedule
      </Button>
      <Button variant="subtle" size="sm" onClick={onCancel}>
        Cancel
      </Button>
      <p role="status">
        {fault ?? refusal?.message ?? 'By the brokerage’s clock. You’ll be notified when each report is ready.'}
      </p>
    </form>
  );
}
