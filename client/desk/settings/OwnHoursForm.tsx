import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { OwnHours, StaffMember } from '../../../src/contract/rest/people.ts';
import type { SettingsAnswer } from '../../../src/contract/rest/settings.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { fieldFault } from './fieldFault.ts';
import { isWeekFaulty } from './openingFault.ts';
import { SaveLine } from './parts.tsx';
import { WeekHours } from './WeekHours.tsx';
import { ZoneSelect } from './ZoneSelect.tsx';

interface OwnHoursFormProps {
  person: StaffMember;
  /** The brokerage's hours, from which own hours begin. */
  opening: SettingsAnswer['settings'];
  onSaved(person: StaffMember): void;
}

/** When a person takes appointments: in the brokerage's hours, or in their own. */
export function OwnHoursForm({ person, opening, onSaved }: OwnHoursFormProps) {
  const saving = useSaving();
  const [own, setOwn] = useState<OwnHours | null>(person.ownHours ?? null);
  const isChanged = JSON.stringify(own) !== JSON.stringify(person.ownHours ?? null);
  const edit = (next: OwnHours | null) => {
    saving.clear();
    setOwn(next);
  };
  async function save() {
    const saved = await saving.run('PUT /people/:id/hours', { params: { id: person.id }, body: { ownHours: own } });
    if (saved) onSaved(saved);
  }
  return (
    <form
      className="settings-form"
      aria-label={`Hours for ${person.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Switch
        label="Custom hours for appointments"
        description={own ? undefined : 'Same as business hours'}
        checked={own !== null}
        onChange={(event) =>
          edit(event.currentTarget.checked ? { timeZone: opening.timeZone, hours: opening.hours } : null)
        }
      />
      {own ? (
        <>
          <ZoneSelect
            value={own.timeZone}
            error={fieldFault(saving, 'ownHours.timeZone', () => 'Choose a time zone from the list.')}
            onZone={(timeZone) => edit({ ...own, timeZone })}
          />
          <div>
            <WeekHours hours={own.hours} onHours={(hours) => edit({ ...own, hours })} />
          </div>
        </>
      ) : null}
      <div className="settings-row">
        <Button
          type="submit"
          size="sm"
          disabled={!isChanged || (own !== null && isWeekFaulty(own.hours))}
          loading={saving.state === 'saving'}
        >
          Save
        </Button>
        <SaveLine
          saving={saving}
          marks={['ownHours.timeZone']}
          words={({ code }) =>
            code === 'VALIDATION_FAILED' ? 'The opening time must be before the closing time.' : null
          }
        />
      </div>
    </form>
  );
}
