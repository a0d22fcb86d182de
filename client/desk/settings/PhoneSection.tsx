import { Button, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallLanguage, PhoneConnectionRow } from '../../../src/contract/rest/phone.ts';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { dayInSentence } from '../../shared/labels/times.ts';
import { fieldFault } from './fieldFault.ts';
import { Copy, SaveLine, Section } from './parts.tsx';

const empty = { accountSid: '', authToken: '', forwardTo: '', speechKey: '' };
const languageNames: Record<CallLanguage, string> = { en: 'English', es: 'Spanish', both: 'English and Spanish' };

export function PhoneSection() {
  const loaded = useLoaded('GET /phone-connections');
  const saving = useSaving();
  const [wanted, setWanted] = useState(empty);
  const [language, setLanguage] = useState<CallLanguage>('en');
  const field = (name: keyof typeof empty) => ({
    value: wanted[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setWanted((before) => ({ ...before, [name]: value }));
    },
  });
  return (
    <Section
      title="Phone"
      about="Connect a Twilio number: incoming calls show up in the inbox, callers are asked whether the call may be transcribed, and calls nobody takes become follow-ups. We haven’t run this against the live services yet."
      loaded={loaded}
    >
      {({ items }) => (
        <>
          <ul className="settings-list">
            {items.map((connection) => (
              <ConnectionRow key={connection.id} connection={connection} onChanged={loaded.reload} />
            ))}
          </ul>
          <form
            className="settings-form"
            onSubmit={async (event) => {
              event.preventDefault();
              const { speechKey, ...account } = wanted;
              const body = { ...account, language, ...(speechKey.trim() === '' ? {} : { speechKey }) };
              if (!(await saving.run('POST /phone-connections', { body }))) return;
              setWanted(empty);
              setLanguage('en');
              loaded.reload();
            }}
          >
            <TextInput
              label="Account SID"
              description="From the Twilio console. It starts with AC."
              placeholder="AC…"
              {...field('accountSid')}
              error={fieldFault(saving, 'accountSid', () => 'An account SID is AC and 32 letters and digits.')}
            />
            <PasswordInput
              label="Auth token"
              description="From the same page. It’s stored encrypted and never shown again."
              autoComplete="off"
              {...field('authToken')}
              error={fieldFault(saving, 'authToken', () => 'An auth token is 32 letters and digits.')}
            />
            <TextInput
              type="tel"
              label="Put calls through to"
              description="The phone your team answers."
              placeholder="(512) 555-0100"
              {...field('forwardTo')}
              error={fieldFault(saving, 'forwardTo', () => 'Enter a full phone number.')}
            />
            <PasswordInput
              label="Deepgram API key (optional)"
              description="With it, Deepgram transcribes your calls instead of Twilio."
              autoComplete="off"
              {...field('speechKey')}
              error={fieldFault(saving, 'speechKey', () => 'This doesn’t look like a Deepgram API key.')}
            />
            <NativeSelect
              label="Callers speak"
              description="Callers are asked for consent in this language. English and Spanish in one call need Deepgram."
              data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
              value={language}
              onChange={(event) => setLanguage(event.currentTarget.value as CallLanguage)}
              error={fieldFault(saving, 'language', () => 'Two languages in one call need a Deepgram API key.')}
            />
            <div className="settings-row">
              <Button
                type="submit"
                size="sm"
                disabled={[wanted.accountSid, wanted.authToken, wanted.forwardTo].some((value) => value.trim() === '')}
                loading={saving.state === 'saving'}
              >
                Connect
              </Button>
              <SaveLine
                saving={saving}
                marks={['accountSid', 'authToken', 'forwardTo', 'speechKey', 'language']}
                words={({ code }) =>
                  code === 'QUOTA_EXCEEDED' ? 'You’ve reached the limit for phone accounts.' : null
                }
              />
            </div>
          </form>
        </>
      )}
    </Section>
  );
}

function ConnectionRow({ connection, onChanged }: { connection: PhoneConnectionRow; onChanged(): void }) {
  const saving = useSaving();
  const [sure, setSure] = useState(false);
  const { id, accountSid, forwardTo, speech, language, heardAt, voiceUrl, statusUrl } = connection;
  return (
    <li>
      <div className="settings-item">
        <div>
          <strong>Twilio {accountSid}</strong>
          <p>
            Calls go to {forwardTo} · transcribed by {speech === 'deepgram' ? 'Deepgram' : 'Twilio'} in{' '}
            {languageNames[language]} · {heardAt === undefined ? 'no call yet' : `last call ${dayInSentence(heardAt)}`}
          </p>
        </div>
        <Button
          variant="default"
          onClick={async () => {
            if (!sure) setSure(true);
            else if (await saving.run('DELETE /phone-connections/:id', { params: { id } })) onChanged();
          }}
        >
          {sure ? 'Disconnect for good' : 'Disconnect'}
        </Button>
      </div>
      <p className="settings-about">
        In Twilio, open your number’s Voice configuration and set these two addresses (HTTP POST):
      </p>
      <HookAddress label="A call comes in" value={voiceUrl} />
      <HookAddress label="Call status changes" value={statusUrl} />
      {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
    </li>
  );
}

const HookAddress = ({ label, value }: { label: string; value: string }) => (
  <div className="shown-once">
    <strong>{label}</strong>
    <code>{value}</code>
    <div className="settings-row">
      <Copy value={value} label="Copy" />
    </div>
  </div>
);
