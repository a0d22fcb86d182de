import '../../shared/components/mantine.css';
import '../../shared/components/base.css';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { RouteAnswer } from '../../../src/contract/rest/routes.ts';
import { Mark } from '../../shared/components/Mark.tsx';
import { Notice } from '../../shared/components/Notice.tsx';
import { StaffStyles } from '../../shared/components/StaffStyles.tsx';
import { askUnsigned, type Problem, problemOf } from '../../shared/connection/askUnsigned.ts';
import { roleWords } from './parts.tsx';

/** Draws the page behind an invitation's link. The token stands after the #, so that no server's log has it. */
export function openInvitePage(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StaffStyles>
      <Invite token={location.hash.slice(1)} />
    </StaffStyles>,
  );
}

function Invite({ token }: { token: string }) {
  const [seen, setSeen] = useState<RouteAnswer<'POST /invites/look'> | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  useEffect(() => {
    askUnsigned('POST /invites/look', { body: { token } }).then(
      (answer) => {
        setSeen(answer);
        setName(answer.name ?? '');
      },
      (error: unknown) => setProblem(problemOf(error)),
    );
  }, [token]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '' || password === '') {
      setProblem({ code: 'VALIDATION_FAILED', message: 'Enter your name and a password.' });
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await askUnsigned('POST /invites/accept', { body: { token, name, password } });
      setDone(true);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  }

  if (done && seen)
    return (
      <Notice title={`Welcome to ${seen.brokerage}`} text={`Your account is ${seen.email}.`}>
        <Button component="a" href="/desk" size="sm">
          Sign in to the desk
        </Button>
      </Notice>
    );
  if (problem && (problem.code === 'NOT_FOUND' || seen === null))
    return (
      <Notice
        title="This invitation doesn’t work"
        text={
          problem.code === 'NOT_FOUND' || problem.code === 'VALIDATION_FAILED'
            ? 'It was already used, was canceled, or is more than seven days old. Ask an admin at your brokerage for a new one.'
            : problem.message
        }
      />
    );
  if (!seen) return null;
  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={submit} noValidate>
        <Mark />
        <h1>Join {seen.brokerage}</h1>
        <p>
          {seen.email} · {roleWords[seen.role]}
        </p>
        <TextInput
          label="Your name"
          description="Visitors see it."
          autoComplete="name"
          maxLength={120}
          size="md"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
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
          Create my account
        </Button>
      </form>
    </main>
  );
}
