import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { askUnsigned, problemOf } from '../connection/askUnsigned.ts';

/** Asks for the address to which a link for a new password is sent; the answer tells nobody whether it is known. */
export default function ForgottenPassword({ email: first, onBack }: { email: string; onBack(): void }) {
  const [email, setEmail] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [state, setState] = useState<'asking' | 'sending' | 'sent'>('asking');
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!email.includes('@')) return setProblem('Enter your email.');
    setState('sending');
    setProblem(null);
    try {
      await askUnsigned('POST /auth/forgotten-password', { body: { email: email.trim() } });
      setState('sent');
    } catch (error) {
      setProblem(problemOf(error).message);
      setState('asking');
    }
  }
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <h1>Reset your password</h1>
      {state === 'sent' ? (
        <p role="status">
          If there’s an account for {email.trim()}, a link to set a new password is on its way. The link works once and
          expires after one day.
        </p>
      ) : (
        <>
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
          <p className="sign-in-problem" role="alert">
            {problem}
          </p>
          <Button type="submit" size="md" fullWidth loading={state === 'sending'}>
            Send reset link
          </Button>
        </>
      )}
      <button type="button" className="link" onClick={onBack}>
        Back to sign-in
      </button>
    </form>
  );
}
