import { Button, Switch, Textarea } from '@mantine/core';
import { weekdays } from '../../../src/contract/settingsLimits.ts';
import { SaveLine, Section } from './parts.tsx';
import { settingsRefusal, useBrokerage } from './useBrokerage.ts';

const dayWord = (day: string) => day[0]?.toUpperCase() + day.slice(1);

export function HoursSection() {
  const form = useBrokerage();
  return (
    <Section
      title="Hours"
      about="When people of your team answer, in the time zone of the brokerage. Jorge answers at any hour."
      loaded={form.loaded}
    >
      {() => {
        const { draft } = form;
        if (!draft) return null;
        return (
          <form
            className="settings-form"
            onSubmit={(event) => {
              event.preventDefault();
              void form.save();
            }}
          >
            <p className="settings-quiet">Times in {draft.timeZone}</p>
            {weekdays.map((day) => {
              const times = draft.hours[day];
              const edit = (value: typeof times) => form.edit({ hours: { ...draft.hours, [day]: value } });
              return (
                <div key={day} className="settings-day">
                  <Switch
                    label={dayWord(day)}
                    checked={times !== null}
                    onChange={(event) => edit(event.currentTarget.checked ? { from: '09:00', until: '18:00' } : null)}
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
            })}
            <Textarea
              label="What Jorge may say while you are closed"
              description="For example when a person answers. Empty: nothing is promised."
              autosize
              minRows={2}
              maxLength={300}
              value={draft.closedSays}
              onChange={(event) => form.edit({ closedSays: event.currentTarget.value })}
            />
            <div className="settings-row">
              <Button type="submit" size="sm" disabled={!form.isChanged} loading={form.saving.state === 'saving'}>
                Save
              </Button>
              <SaveLine saving={form.saving} words={settingsRefusal} />
            </div>
          </form>
        );
      }}
    </Section>
  );
}
