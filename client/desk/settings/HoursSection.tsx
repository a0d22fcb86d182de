import { Switch, Textarea } from '@mantine/core';
import { zoneName } from '../../shared/labels/times.ts';
import { ClosedDays, closedDayFault } from './ClosedDays.tsx';
import { isWeekFaulty } from './openingFault.ts';
import { Section, SettingsForm } from './parts.tsx';
import { useBrokerage } from './useBrokerage.ts';
import { WeekHours } from './WeekHours.tsx';

export function HoursSection() {
  const form = useBrokerage();
  return (
    <Section
      title="Business hours"
      about="Your team answers during these hours, in the brokerage’s time zone. Jorge answers at any hour."
      loaded={form.loaded}
    >
      {() => {
        const { draft } = form;
        if (!draft) return null;
        return (
          <SettingsForm
            form={form}
            marks={['closedSays']}
            faulty={isWeekFaulty(draft.hours) || draft.closedDays.some((_, at) => closedDayFault(draft.closedDays, at))}
          >
            <p className="settings-quiet">Times are in {zoneName(draft.timeZone)}</p>
            <WeekHours hours={draft.hours} onHours={(hours) => form.edit({ hours })} />
            <Switch
              label="Closed on US federal holidays"
              description="No appointments on these days, and Jorge says you’re closed."
              checked={draft.holidays === 'us-federal'}
              onChange={(event) => form.edit({ holidays: event.currentTarget.checked ? 'us-federal' : 'none' })}
            />
            <ClosedDays days={draft.closedDays} onDays={(closedDays) => form.edit({ closedDays })} />
            <Textarea
              label="Message while you’re closed"
              description="For example, when someone will answer. If blank, Jorge won’t say when someone will answer."
              autosize
              minRows={2}
              maxLength={300}
              value={draft.closedSays}
              error={form.faultOf('closedSays')}
              onChange={(event) => form.edit({ closedSays: event.currentTarget.value })}
            />
          </SettingsForm>
        );
      }}
    </Section>
  );
}
