import { Switch } from '@mantine/core';
import type { Hours } from '../../../src/contract/settings.ts';
import { weekdays } from '../../../src/contract/settingsLimits.ts';

const dayWord = (day: string) => day[0]?.toUpperCase() + day.slice(1);
const nineToSix = { from: '09:00', until: '18:00' };

/** From when until when on each day of the week, or not at all. */
export function WeekHours({ hours, onHours }: { hours: Hours; onHours(hours: Hours): void }) {
  return weekdays.map((day) => {
    const times = hours[day];
    const edit = (value: typeof times) => onHours({ ...hours, [day]: value });
    return (
      <div key={day} className="settings-day">
        <Switch
          label={dayWord(day)}
          checked={times !== null}
          onChange={(event) => edit(event.currentTarget.checked ? nineToSix : null)}
        />
        {times ? (
          <span>
            {(['from', 'until'] as const).map((end) => (
              <input
                key={end}
                type="time"
                required
                aria-label={`${dayWord(day)} ${end}`}
                value={times[end]}
                onChange={(event) => edit({ ...times, [end]: event.currentTarget.value })}
              />
            ))}
          </span>
        ) : (
          <span className="settings-quiet">Closed</span>
        )}
      </div>
    );
  });
}
