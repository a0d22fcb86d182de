import { Button, Select, Switch } from '@mantine/core';
import { useState } from 'react';
import type { OwnHours, SettingsAnswer, StaffMember } from '../../../src/contract/settings.ts';
import { SaveLine } from './parts.tsx';
import { useSaving } from './useLoaded.ts';
import { WeekHours } from './WeekHours.tsx';

const zones = Intl.supportedValuesOf('timeZone');

interface OwnHoursFormProps {
  person: StaffMember;
  /** When the brokerage is open: what own hours begin with. */
  opening: SettingsAnswer['settings'];
  onSaved(person: StaffMember): void;
}

/** When somebody takes appointments: as the brokerage is open, or in hours of their own. */
export function OwnHoursForm({ person, opening, onSaved }: OwnHoursFormProps) {
  const saving = useSaving();
  const [own, setOwn] = useState<OwnHours | null>(person.ownHours ?? null);
  const isChanged = JSON.stringify(own) !== JSON.stringify(person.ownHours ?? null);
  const edit = (next: OwnHours | null) => {
    saving.clear();
    setOwn(next);
  };
  async function save() {
    const saved = await saving.run<StaffMember>('PUT', `/people/${person.id}/hours`, { ownHours: own });
    if (saved) onSaved(saved);
  }
  return (
    <form
      className="settings-form"
      aria-label={`Hours of ${person.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Switch
        label="Own hours for appointments"
        description={own ? undefined : 'As the brokerage is open'}
        checked={own !== null}
        onChange={(event) =>
          edit(event.currentTarget.checked ? { timeZone: opening.timeZone, hours: opening.hours } : null)
        }
      />
      {own ? (
        <>
          <Select
            label="Time zone"
            searchable
            allowDeselect={false}
            data={zones}
            limit={40}
            value={own.timeZone}
            onChange={(timeZone) => timeZone && edit({ ...own, timeZone })}
          />
          <div>
            <WeekHours hours={own.hours} onHours={(hours) => edit({ ...own, hours })} />
          </div>
        </>
      ) : null}
      <div className="settings-row">
        <Button type="submit" size="sm" disabled={!isChanged} loading={saving.state === 'saving'}>
          Save
        </Button>
        <SaveLine
          saving={saving}
          words={({ code, field }) =>
            code === 'VALIDATION_FAILED'
              ? field?.includes('timeZone')
                ? 'Choose a time zone from the list.'
                : 'A day must open before it closes.'
              : null
          }
        />
      </div>
    </form>
  );
}
