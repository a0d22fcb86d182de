import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, lazy, Suspense, useEffect, useState } from 'react';
import { askUnsigned } from '../connection/askUnsigned.ts';
import { type Session, SessionFailure } from '../session/session.ts';
import { Mark } from './Mark.tsx';

const ForgottenPassword = lazy(() => import('./ForgottenPassword.tsx'));

/** Email and password; an error stands above the button, and the typed words stay. */
export default function SignIn({ session, pageName }: { session: Session; pageName: string }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [hasMail, setHasMail] = useState(false);
  const [forgot, setForgot] = useState(false);
  const [code, setCode] = useState<string | null>(null);

  useEffect(() => {
    // Unanswered: an admin can help in any case.
    askUnsigned('GET /auth/options', {}).then(
      ({ passwordMail }) => setHasMail(passwordMail),
      () => undefined,
    );
  }, []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (email.trim() === '' || password === '') {
      setProblem('Enter your email and password.');
      return;
    }
    if (code?.trim() === '') {
      setProblem('Enter the code.');
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await session.signIn(email.trim(), password, code ?? undefined);
    } catch (error) {
      if (error instanceof SessionFailure && error.kind === 'code') {
        setCode('');
        setBusy(false);
        return;
      }
      setProblem(error instanceof SessionFailure ? error.message : 'Sign-in failed. Try again.');
      setBusy(false);
    }
  }

  if (forgot)
    return (
      <main className="sign-in">
        <div className="sign-in-card">
          <Mark />
          <Suspense>
            <ForgottenPassword email={email} onBack={() => setForgot(false)} />
          </Suspense>
        </div>
      </main>
    );
  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={submit} noValidate>
        <Mark />
        <h1>Sign in to the {pageName}</h1>
        <TextInput
          label="Email"
          name="email"
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          autoFocus
          size="md"
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          size="md"
        />
        {code === null ? null : (
          <TextInput
            label="Code"
            description="From your authenticator app, or a recovery code"
            name="code"
            autoComplete="one-time-code"
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            autoFocus
            size="md"
          />
        )}
        <p className="sign-in-problem" role="alert">
          {problem}
        </p>
        <Button type="submit" size="md" fullWidth loading={busy}>
          Sign in
        </Button>
        {hasMail ? (
          <button type="button" className="link" onClick={() => setForgot(true)}>
            Forgot your password?{' '}
          </button>
        ) : (
          <p className="sign-in-help">
            Forgot your password? Ask an admin at your brokerage for a link to set a new one.
          </p>
        )}
      </form>
    </main>
  );
}
