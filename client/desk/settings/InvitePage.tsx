import '../../shared/ui/mantine.css';
import '../../shared/ui/base.css';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { readAnswer } from '../../shared/connection/callRest.ts';
import { type Refusal, refusalIn } from '../../shared/connection/refusal.ts';
import { Mark } from '../../shared/ui/Mark.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { StaffStyles } from '../../shared/ui/StaffStyles.tsx';
import { roleWords } from './parts.tsx';

interface Seen {
  email: string;
  name?: string;
  role: keyof typeof roleWords;
  brokerage: string;
}

type Problem = Pick<Refusal, 'code' | 'message'> & Partial<Pick<Refusal, 'field'>>;

async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return readAnswer<T>(await fetch(`/api/v1/invites/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** What went wrong, for a person; a lost network is no `Refusal`. */
const words = (error: unknown): Problem =>
  refusalIn(error) ?? { code: 'OFFLINE', message: 'The hub cannot be reached. Check the connection and try again.' };

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
  const [seen, setSeen] = useState<Seen | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  useEffect(() => {
    post<Seen>('look', { token }).then(
      (answer) => {
        setSeen(answer);
        setName(answer.name ?? '');
      },
      (error: unknown) => setProblem(words(error)),
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
      await post('accept', { token, name, password });
      setDone(true);
    } catch (error) {
      setProblem(words(error));
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
        title="This invitation does not open"
        text={
          problem.code === 'NOT_FOUND' || problem.code === 'VALIDATION_FAILED'
            ? 'It was used, withdrawn or is older than seven days. Ask an admin of your brokerage for a new one.'
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
          description="As visitors see it"
          autoComplete="name"
          maxLength={120}
          size="md"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          label="Password"
          description="At least 10 characters; a sentence is easiest to remember"
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
          Make my account
        </Button>
      </form>
    </main>
  );
}
