import { Button, Textarea } from '@mantine/core';
import { SaveLine, Section } from './parts.tsx';
import { settingsRefusal, useBrokerage } from './useBrokerage.ts';
import { WeekHours } from './WeekHours.tsx';

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
            <WeekHours hours={draft.hours} onHours={(hours) => form.edit({ hours })} />
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
