import { useState } from 'react';
import type { SettingsAnswer } from '../../../src/contract/rest/settings.ts';
import type { Role } from '../../../src/contract/values.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { roleChoices, SaveLine } from './parts.tsx';

/** Of whom the brokerage requires a second factor; each box is saved as it is pressed. */
export function FactorRoles({ settings: first }: { settings: SettingsAnswer }) {
  const saving = useSaving();
  const [{ settings, version }, setSaved] = useState(first);
  const roles = settings.secondFactorRoles;
  async function change(role: Role, on: boolean) {
    const secondFactorRoles = on ? [...roles, role] : roles.filter((one) => one !== role);
    const answer = await saving.run('PUT /settings', { body: { version, change: { secondFactorRoles } } });
    if (answer) setSaved(answer);
  }
  return (
    <fieldset className="factor-roles">
      <legend>Require a second factor for</legend>
      <div className="settings-row">
        {roleChoices.map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={roles.includes(value as Role)}
              disabled={saving.state === 'saving'}
              onChange={(event) => void change(value as Role, event.currentTarget.checked)}
            />{' '}
            {label}s
          </label>
        ))}
      </div>
      <p className="settings-quiet">People without it are signed out and set it up at their next sign-in.</p>
      {saving.state === 'failed' ? <SaveLine saving={saving} words={({ message }) => message} /> : null}
    </fieldset>
  );
}
