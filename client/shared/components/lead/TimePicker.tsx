import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TimesAnswer } from '../../../../src/contract/rest/appointments.ts';
import { timeIn, weekdayAndDay, zoneName } from '../../labels/times.ts';
import { dayIn, instantIn, plusDays } from '../../labels/zonedTime.ts';

interface TimePickerProps {
  zone: string;
  times: TimesAnswer['items'];
  startsAt: string | null;
  onTime(startsAt: string | null): void;
}

const halfHours = Array.from({ length: 48 }, (_, index) => index * 30);
const firstShown = 10 * 60;

/** A free time of the calendar, day by day, or one of one's own; all on the clock of the brokerage. */
export function TimePicker({ zone, times, startsAt, onTime }: TimePickerProps) {
  const [own, setOwn] = useState(false);
  const [wantedDay, setDay] = useState<string | null>(null);
  const days = [...new Set(times.map((time) => dayIn(zone, time.startsAt)))];
  const day = wantedDay !== null && days.includes(wantedDay) ? wantedDay : days[0];
  const ofDay = times.filter((time) => dayIn(zone, time.startsAt) === day);
  return (
    <fieldset className="book-times">
      <legend>
        {own ? 'Custom time' : 'Available times'} <span className="rail-note">{zoneName(zone)}</span>
      </legend>
      {own ? (
        <OwnTime zone={zone} onTime={onTime} />
      ) : days.length === 0 ? (
        <p className="rail-nothing">No times are available in the next two weeks.</p>
      ) : (
        <>
          <div className="book-days">
            {days.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === day}
                onClick={() => {
                  setDay(one);
                  onTime(null);
                }}
              >
                {weekdayAndDay(one)}
              </button>
            ))}
          </div>
          <div className="book-slots">
            {ofDay.map((time) => (
              <button
                key={time.startsAt}
                type="button"
                aria-pressed={time.startsAt === startsAt}
                onClick={() => onTime(time.startsAt)}
              >
                {timeIn(zone, time.startsAt)}
              </button>
            ))}
          </div>
        </>
      )}
      <Button
        variant="subtle"
        size="compact-xs"
        onClick={() => {
          setOwn(!own);
          onTime(null);
        }}
      >
        {own ? 'Show available times' : 'Choose another time'}
      </Button>
    </fieldset>
  );
}

function OwnTime({ zone, onTime }: Pick<TimePickerProps, 'zone' | 'onTime'>) {
  const today = dayIn(zone, Date.now());
  const [day, setDay] = useState('');
  const [minute, setMinute] = useState(firstShown);
  const choose = (toDay: string, toMinute: number) => {
    setDay(toDay);
    setMinute(toMinute);
    const at = /^\d{4}-\d\d-\d\d$/.test(toDay) ? instantIn(zone, toDay, toMinute) : Number.NaN;
    onTime(at > Date.now() ? new Date(at).toISOString() : null);
  };
  return (
    <>
      <div className="book-own">
        <TextInput
          type="date"
          label="Day"
          min={today}
          max={plusDays(today, 365)}
          value={day}
          onChange={(event) => choose(event.currentTarget.value, minute)}
        />
        <NativeSelect
          label="Time"
          value={String(minute)}
          onChange={(event) => choose(day, Number(event.currentTarget.value))}
          data={halfHours.map((one) => ({
            value: String(one),
            label: timeIn('UTC', one * 60_000),
          }))}
        />
      </div>
      <p className="rail-note">It can be outside business hours but must be free on the calendar.</p>
    </>
  );
}
