import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OwnAccount, SignIn } from '../../../src/contract/rest/account.ts';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { exactTime, shortTime } from '../../shared/labels/times.ts';
import { HelpForm } from './HelpForm.tsx';
import { OwnPhoto } from './OwnPhoto.tsx';
import { SaveLine, Section } from './parts.tsx';
import { SecondFactorPart } from './SecondFactorPart.tsx';

/** One's name, title and phone, one's password, and where one is signed in. */
export function MyAccountSection() {
  const account = useLoaded('GET /me');
  return (
    <Section
      title="My account"
      about="Manage your password, where you’re signed in, and how visitors and colleagues see you."
      loaded={account}
    >
      {(own) => (
        <>
          <OwnPhoto own={own} />
          <ProfileForm own={own} />
          <h3>Help in conversations</h3>
          <HelpForm own={own} />
          <h3>Password</h3>
          <PasswordForm />
          <h3>Second factor</h3>
          <SecondFactorPart own={own} onChanged={account.reload} />
          <h3>Where you’re signed in</h3>
          <SignIns />
        </>
      )}
    </Section>
  );
}

function ProfileForm({ own }: { own: OwnAccount }) {
  const saving = useSaving();
  const [saved, setSaved] = useState(own);
  const [name, setName] = useState(own.name);
  const [title, setTitle] = useState(own.title ?? '');
  const [phone, setPhone] = useState(own.phone ?? '');
  const isChanged = name !== saved.name || title !== (saved.title ?? '') || phone !== (saved.phone ?? '');
  const faultOf = (field: string) => saving.refusal?.field === field;

  async function save(event: FormEvent) {
    event.preventDefault();
    const body = { name, title: title.trim() || null, phone: phone.trim() || null };
    const answer = await saving.run('PUT /me', { body });
    if (answer) setSaved(answer);
  }
  return (
    <form className="settings-form" onSubmit={save} noValidate>
      <TextInput
        label="Name"
        description="Visitors see it."
        autoComplete="name"
        maxLength={120}
        value={name}
        error={faultOf('name') ? 'Enter a name that starts with a letter.' : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Title"
        description="For example, Buyer’s agent. Your colleagues see it."
        autoComplete="organization-title"
        maxLength={80}
        value={title}
        error={faultOf('title') ? 'Start with a letter.' : null}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label="Phone"
        description="Your colleagues see it."
        type="tel"
        autoComplete="tel"
        maxLength={40}
        value={phone}
        error={faultOf('phone') ? 'Enter a phone number, such as 512-555-0143.' : null}
        onChange={(event) => setPhone(event.currentTarget.value)}
      />
      <p className="settings-quiet">You sign in as {own.email}.</p>
      <div className="settings-row">
        <Button type="submit" size="sm" disabled={!isChanged} loading={saving.state === 'saving'}>
          Save
        </Button>
        <SaveLine saving={saving} words={({ field }) => (field === undefined ? null : 'Check the field above.')} />
      </div>
    </form>
  );
}

function PasswordForm() {
  const saving = useSaving();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const problemOf = (field: string) => (saving.refusal?.field === field ? saving.refusal.message : null);

  async function save(event: FormEvent) {
    event.preventDefault();
    if (!(await saving.run('PUT /me/password', { body: { current, password } }))) return;
    setCurrent('');
    setPassword('');
  }
  return (
    <form className="settings-form" onSubmit={save} noValidate>
      <PasswordInput
        label="Current password"
        autoComplete="current-password"
        maxLength={256}
        value={current}
        error={problemOf('current')}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label="New password"
        description="At least 10 characters. A sentence is easiest to remember."
        autoComplete="new-password"
        maxLength={256}
        value={password}
        error={problemOf('password')}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <div className="settings-row">
        <Button
          type="submit"
          variant="default"
          disabled={current === '' || password === ''}
          loading={saving.state === 'saving'}
        >
          Change password
        </Button>
        {saving.state === 'saved' ? (
          <p className="save-line saved" role="status">
            Password changed. You’ve been signed out everywhere else.
          </p>
        ) : (
          <SaveLine saving={saving} words={({ field }) => (field === undefined ? null : 'Check the field above.')} />
        )}
      </div>
    </form>
  );
}

function SignIns() {
  const signIns = useLoaded('GET /me/sign-ins');
  if (signIns.data === null) return null;
  return (
    <ul className="settings-list">
      {signIns.data.items.map((one) => (
        <SignInLine key={one.id} signIn={one} onEnded={signIns.reload} />
      ))}
    </ul>
  );
}

function SignInLine({ signIn, onEnded }: { signIn: SignIn; onEnded(): void }) {
  const saving = useSaving();
  const name = signIn.browser ?? 'Unknown browser';
  return (
    <li>
      <div className="settings-item">
        <div>
          <strong>{name}</strong>
          {signIn.current ? ' (this browser)' : ''}
          <p title={exactTime(signIn.lastUsedAt)}>
            {signIn.startedAt === null ? 'Last' : `Since ${shortTime(signIn.startedAt)}, last`} used{' '}
            {shortTime(signIn.lastUsedAt)}
          </p>
        </div>
        {signIn.current ? null : (
          <Button
            variant="default"
            aria-label={`Sign out of ${name}`}
            loading={saving.state === 'saving'}
            onClick={async () => {
              if (await saving.run('DELETE /me/sign-ins/:id', { params: { id: signIn.id } })) onEnded();
            }}
          >
            Sign out
          </Button>
        )}
      </div>
      {saving.state === 'failed' ? <SaveLine saving={saving} /> : null}
    </li>
  );
}
