import { NativeSelect, NumberInput, Switch } from '@mantine/core';
import type { AppointmentSettings } from '../../../src/contract/rest/settings.ts';
import {
  callMinutes,
  mostLeadHours,
  showingGapMinutes,
  showingMinutes,
} from '../../../src/contract/rest/settingsLimits.ts';
import { zoneName } from '../../shared/labels/times.ts';
import { isWeekFaulty } from './openingFault.ts';
import { Section, SettingsForm } from './parts.tsx';
import { useBrokerage } from './useBrokerage.ts';
import { WeekHours } from './WeekHours.tsx';

const asChoices = (minutes: readonly number[]) =>
  minutes.map((count) => ({ value: String(count), label: count === 0 ? 'None' : `${count} minutes` }));
const lengths = [
  { field: 'callMinutes', label: 'Call length', choices: callMinutes },
  { field: 'showingMinutes', label: 'Showing length', choices: showingMinutes },
  { field: 'showingGapMinutes', label: 'Travel time after a showing', choices: showingGapMinutes },
] as const;
const leads = [
  { field: 'callLeadHours', label: 'Calls: minimum notice (hours)', most: mostLeadHours.call },
  { field: 'showingLeadHours', label: 'Showings: minimum notice (hours)', most: mostLeadHours.showing },
] as const;

/** How calls and showings are booked: when homes are shown, how long it takes, and how soon it may be. */
export function AppointmentsSection() {
  const form = useBrokerage();
  return (
    <Section
      title="Appointments"
      about="Set the times that Jorge and the desk calendar offer. Existing bookings don’t change."
      loaded={form.loaded}
    >
      {() => {
        const { draft } = form;
        if (!draft) return null;
        const { appointments, hours } = draft;
        const { showingHours } = appointments;
        const edit = (change: Partial<AppointmentSettings>) =>
          form.edit({ appointments: { ...appointments, ...change } });
        return (
          <SettingsForm form={form} faulty={showingHours !== null && isWeekFaulty(showingHours)}>
            <Switch
              label="Use separate hours for showings"
              description={
                showingHours === null
                  ? 'Showings can be booked whenever your team works, between 8 AM and 8 PM.'
                  : `Within the working hours of the agent who shows the home. Times are in ${zoneName(draft.timeZone)}.`
              }
              checked={showingHours !== null}
              onChange={(event) => edit({ showingHours: event.currentTarget.checked ? hours : null })}
            />
            {showingHours === null ? null : (
              <div>
                <WeekHours
                  hours={showingHours}
                  closedWord="No showings"
                  onHours={(changed) => edit({ showingHours: changed })}
                />
              </div>
            )}
            <fieldset className="settings-pair">
              <legend>Length</legend>
              {lengths.map(({ field, label, choices }) => (
                <NativeSelect
                  key={field}
                  label={label}
                  data={asChoices(choices)}
                  value={String(appointments[field])}
                  onChange={(event) => edit({ [field]: Number(event.currentTarget.value) })}
                />
              ))}
            </fieldset>
            <fieldset className="settings-pair">
              <legend>How soon Jorge can offer a time</legend>
              {leads.map(({ field, label, most }) => (
                <NumberInput
                  key={field}
                  label={label}
                  min={0}
                  max={most}
                  allowDecimal={false}
                  value={appointments[field]}
                  error={form.faultOf(`appointments.${field}`)}
                  onChange={(value) => edit({ [field]: Number(value) })}
                />
              ))}
            </fieldset>
          </SettingsForm>
        );
      }}
    </Section>
  );
}
