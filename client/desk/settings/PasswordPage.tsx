import '../../shared/components/mantine.css';
import '../../shared/components/base.css';
import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { RouteAnswer } from '../../../src/contract/rest/routes.ts';
import { Mark } from '../../shared/components/Mark.tsx';
import { Notice } from '../../shared/components/Notice.tsx';
import { StaffStyles } from '../../shared/components/StaffStyles.tsx';
import { askUnsigned, type Problem, problemOf } from '../../shared/connection/askUnsigned.ts';

/** Draws the page behind a password link. The token stands after the #, so that no server's log has it. */
export function openPasswordPage(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StaffStyles>
      <NewPassword token={location.hash.slice(1)} />
    </StaffStyles>,
  );
}

function NewPassword({ token }: { token: string }) {
  const [seen, setSeen] = useState<RouteAnswer<'POST /password-links/look'> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  useEffect(() => {
    askUnsigned('POST /password-links/look', { body: { token } }).then(setSeen, (error: unknown) =>
      setProblem(problemOf(error)),
    );
  }, [token]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (password === '') {
      setProblem({ code: 'VALIDATION_FAILED', message: 'Enter a password.', field: 'password' });
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await askUnsigned('POST /password-links/use', { body: { token, password } });
      setDone(true);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  if (done && seen)
    return (
      <Notice title="Password changed" text={`Sign in as ${seen.email}. You’ve been signed out everywhere.`}>
        <Button component="a" href="/desk" size="sm">
          Sign in to the desk
        </Button>
      </Notice>
    );
  if (problem && (problem.code === 'NOT_FOUND' || seen === null))
    return (
      <Notice
        title="This link doesn’t work"
        text={
          problem.code === 'NOT_FOUND' || problem.code === 'VALIDATION_FAILED'
            ? 'It was already used, was replaced, or is more than a day old. Request a new link on the sign-in page or ask an admin at your brokerage.'
            : problem.message
        }
      />
    );
  if (!seen) return null;
  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={submit} noValidate>
        <Mark />
        <h1>Choose a new password</h1>
        <p>
          {seen.name} · {seen.email}
        </p>
        {/* For a browser that keeps passwords, so that it knows whose this one is. */}
        <input type="hidden" name="username" autoComplete="username" value={seen.email} readOnly />
        <PasswordInput
          label="New password"
          description="At least 10 characters. A sentence is easiest to remember."
          aria-invalid={problem?.field === 'password'}
          autoComplete="new-password"
          maxLength={256}
          size="md"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <p className="sign-in-problem" role="alert">
          {problem?.message}
        </p>
        <Button type="submit" size="md" fullWidth loading={busy}>
          Change password
        </Button>
      </form>
    </main>
  );
}
