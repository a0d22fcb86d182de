import { ActionIcon, Button, Switch, TextInput } from '@mantine/core';
import type { ClosedDay } from '../../../src/contract/rest/settings.ts';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { Icon } from '../../shared/components/Icon.tsx';

/** The fault of a closed day, by its field; null: none. */
export function closedDayFault(
  days: readonly ClosedDay[],
  at: number,
): { field: 'date' | 'name'; words: string } | null {
  const day = days[at];
  if (day === undefined) return null;
  if (day.date === '') return { field: 'date', words: 'Choose the day.' };
  if (days.some(({ date }, index) => index < at && date === day.date))
    return { field: 'date', words: 'This day is already on the list.' };
  return day.name.trim() === '' ? { field: 'name', words: 'Enter a name for the day.' } : null;
}

/** The brokerage's own closed days, beside the holidays. */
export function ClosedDays({ days, onDays }: { days: readonly ClosedDay[]; onDays(days: ClosedDay[]): void }) {
  const change = (at: number, part: Partial<ClosedDay>) =>
    onDays(days.map((day, index) => (index === at ? { ...day, ...part } : day)));
  return (
    <fieldset className="closed-days">
      <legend>Other days you’re closed</legend>
      <ul aria-label="Closed days">
        {days.map((day, at) => {
          const fault = closedDayFault(days, at);
          const errorOf = (field: 'date' | 'name') => (fault?.field === field ? fault.words : null);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a day has no other mark while it is typed
            <li key={at}>
              <TextInput
                type="date"
                aria-label="Day"
                value={day.date}
                error={errorOf('date')}
                onChange={(event) => change(at, { date: event.currentTarget.value })}
              />
              <TextInput
                aria-label="Day name"
                maxLength={settingsLimits.closedDayChars}
                value={day.name}
                error={errorOf('name')}
                onChange={(event) => change(at, { name: event.currentTarget.value })}
              />
              <Switch
                size="xs"
                label="Every year"
                checked={day.everyYear}
                onChange={(event) => change(at, { everyYear: event.currentTarget.checked })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={`Remove ${day.name || 'this day'}`}
                onClick={() => onDays(days.filter((_, index) => index !== at))}
              >
                <Icon name="close" size={16} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <Button
        variant="default"
        disabled={days.length >= settingsLimits.closedDays}
        onClick={() => onDays([...days, { date: '', name: '', everyYear: false }])}
      >
        Add a day
      </Button>
    </fieldset>
  );
}
