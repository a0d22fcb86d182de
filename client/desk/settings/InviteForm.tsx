import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MadeInvite } from '../../../src/contract/rest/invites.ts';
import type { Role } from '../../../src/contract/values.ts';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { roleChoices, SaveLine } from './parts.tsx';

const inviteRefusal = ({ code }: { code: string }): string | null =>
  code === 'CONFLICT'
    ? 'This person is already on your team.'
    : code === 'VALIDATION_FAILED'
      ? 'Enter a valid email.'
      : code === 'QUOTA_EXCEEDED'
        ? 'Your team has reached its size limit.'
        : null;

/** One invitation: address and role. */
export function InviteForm({ onMade, onImport }: { onMade(invite: MadeInvite): void; onImport(): void }) {
  const saving = useSaving();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('agent');
  return (
    <form
      className="settings-form"
      onSubmit={async (event) => {
        event.preventDefault();
        const invite = await saving.run('POST /invites', { body: { email: email.trim(), role } });
        if (!invite) return;
        setEmail('');
        onMade(invite);
      }}
    >
      <div className="settings-row wide">
        <TextInput
          label="Invite by email"
          type="email"
          placeholder="name@brokerage.com"
          value={email}
          error={saving.state === 'failed' && saving.refusal ? inviteRefusal(saving.refusal) : null}
          onChange={(event) => {
            saving.clear();
            setEmail(event.currentTarget.value);
          }}
        />
        <NativeSelect
          label="Role"
          data={roleChoices}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
        />
        <Button type="submit" size="sm" disabled={email.trim() === ''} loading={saving.state === 'saving'}>
          Create link
        </Button>
        <Button variant="default" size="sm" onClick={onImport}>
          Invite several
        </Button>
      </div>
      <SaveLine saving={saving} words={(refusal) => inviteRefusal(refusal) && 'No link was created.'} />
    </form>
  );
}
