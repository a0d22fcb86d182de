import { ActionIcon, Button, Switch } from '@mantine/core';
import { intervalsOf } from '../../../src/contract/rest/intervalsOf.ts';
import type { Hours } from '../../../src/contract/rest/settings.ts';
import { settingsLimits, weekdays } from '../../../src/contract/rest/settingsLimits.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { openingFault } from './openingFault.ts';

type Interval = { from: string; until: string };
const dayWord = (day: string) => day[0]?.toUpperCase() + day.slice(1);
const nineToSix = { from: '09:00', until: '18:00' };
const ordinals = ['', ', second period', ', third period', ', fourth period'];

/** Another interval after the last one: an hour later, for as long as the day has. */
function oneMore(intervals: readonly Interval[]): Interval {
  const hour = Math.min(Number(intervals.at(-1)?.until.slice(0, 2)) + 1, 22);
  const at = (hours: number) => `${String(hours).padStart(2, '0')}:00`;
  return { from: at(hour), until: at(Math.min(hour + 4, 23)) };
}
const timesOf = ([first, ...more]: readonly Interval[]): Hours['monday'] =>
  first === undefined ? null : { ...first, ...(more.length === 0 ? {} : { more }) };

interface WeekHoursProps {
  hours: Hours;
  /** The name of a day without hours. */
  closedWord?: string;
  onHours(hours: Hours): void;
}

/** From when until when on each day of the week, with breaks, or not at all. */
export function WeekHours({ hours, closedWord = 'Closed', onHours }: WeekHoursProps) {
  return weekdays.map((day) => {
    const intervals = intervalsOf(hours[day]);
    const edit = (value: readonly Interval[]) => onHours({ ...hours, [day]: timesOf(value) });
    const change = (at: number, part: Partial<Interval>) =>
      edit(intervals.map((one, index) => (index === at ? { ...one, ...part } : one)));
    const fault = openingFault(hours[day]);
    return (
      <div key={day} className="settings-day">
        <Switch
          label={dayWord(day)}
          checked={intervals.length > 0}
          onChange={(event) => edit(event.currentTarget.checked ? [nineToSix] : [])}
        />
        {intervals.length === 0 ? <span className="settings-quiet">{closedWord}</span> : null}
        <div className="day-intervals">
          {intervals.map((interval, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an interval is known by its place
            <span key={at}>
              {(['from', 'until'] as const).map((end) => (
                <input
                  key={end}
                  type="time"
                  required
                  aria-label={`${dayWord(day)} ${end}${ordinals[at]}`}
                  aria-invalid={fault !== null}
                  value={interval[end]}
                  onChange={(event) => change(at, { [end]: event.currentTarget.value })}
                />
              ))}
              {intervals.length > 1 ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={32}
                  aria-label={`Remove ${interval.from} to ${interval.until} on ${dayWord(day)}`}
                  onClick={() => edit(intervals.filter((_, index) => index !== at))}
                >
                  <Icon name="close" size={16} />
                </ActionIcon>
              ) : null}
            </span>
          ))}
          {intervals.length > 0 && intervals.length < settingsLimits.intervalsPerDay ? (
            <Button
              variant="subtle"
              size="xs"
              aria-label={`Add hours on ${dayWord(day)}`}
              onClick={() => edit([...intervals, oneMore(intervals)])}
            >
              Add hours
            </Button>
          ) : null}
          {fault === null ? null : (
            <p className="settings-fault" role="alert">
              {fault}
            </p>
          )}
        </div>
      </div>
    );
  });
}
