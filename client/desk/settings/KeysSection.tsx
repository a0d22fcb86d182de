import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApiKeyRow, MadeApiKey } from '../../../src/contract/rest/apiKeys.ts';
import type { Role } from '../../../src/contract/values.ts';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { dayInSentence, dayName } from '../../shared/labels/times.ts';
import { fieldFault } from './fieldFault.ts';
import { roleChoices, roleWords, SaveLine, Section, ShownOnce } from './parts.tsx';

/** "today", "on Nov 6". */
const madeWords = (at: string): string => (dayInSentence(at) === dayName(at) ? `on ${dayName(at)}` : dayInSentence(at));

export function KeysSection() {
  const loaded = useLoaded('GET /api-keys');
  const saving = useSaving();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('agent');
  const [made, setMade] = useState<MadeApiKey | null>(null);
  return (
    <Section
      title="API keys"
      about="For your own programs, such as a CRM or a report. Each key acts with one role."
      loaded={loaded}
    >
      {({ items }) => (
        <>
          {made ? (
            <ShownOnce
              title={`The key for ${made.name}. It’s shown only once. Keep it somewhere safe.`}
              value={made.key}
              onDone={() => setMade(null)}
            />
          ) : null}
          <form
            className="settings-form"
            onSubmit={async (event) => {
              event.preventDefault();
              const key = await saving.run('POST /api-keys', { body: { name, role } });
              if (!key) return;
              setMade(key);
              setName('');
              loaded.reload();
            }}
          >
            <div className="settings-row wide">
              <TextInput
                label="Used by"
                maxLength={120}
                value={name}
                error={fieldFault(saving, 'name', () => 'Start with a letter or a digit.')}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <NativeSelect
                label="Role"
                data={roleChoices}
                value={role}
                onChange={(event) => setRole(event.currentTarget.value as Role)}
              />
              <Button type="submit" size="sm" disabled={name.trim() === ''} loading={saving.state === 'saving'}>
                Create key
              </Button>
            </div>
            <SaveLine
              saving={saving}
              marks={['name']}
              words={({ code }) => (code === 'QUOTA_EXCEEDED' ? 'You’ve reached the limit for API keys.' : null)}
            />
          </form>
          <ul className="settings-list">
            {items.map((key) => (
              <KeyRow key={key.id} apiKey={key} onChanged={loaded.reload} />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function KeyRow({ apiKey, onChanged }: { apiKey: ApiKeyRow; onChanged(): void }) {
  const saving = useSaving();
  const [sure, setSure] = useState(false);
  return (
    <li>
      <div className="settings-item">
        <div>
          <strong>{apiKey.name}</strong>
          <p>
            {roleWords[apiKey.role]}, created {madeWords(apiKey.createdAt)}
            {apiKey.active ? '' : ' · revoked'}
          </p>
        </div>
        {apiKey.active ? (
          <Button
            variant="default"
            onClick={async () => {
              if (!sure) setSure(true);
              else if (await saving.run('DELETE /api-keys/:id', { params: { id: apiKey.id } })) onChanged();
            }}
          >
            {sure ? 'Revoke permanently' : 'Revoke'}
          </Button>
        ) : null}
      </div>
      {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
    </li>
  );
}
