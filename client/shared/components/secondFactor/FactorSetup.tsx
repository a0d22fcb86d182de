import './secondFactor.css';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { StartedFactor } from '../../../../src/contract/rest/account.ts';
import { useSaving } from '../useLoaded.ts';
import { givenProof, isProof, noProof, ProofFields } from './ProofFields.tsx';
import { QrCode } from './QrCode.tsx';
import { RecoveryCodeList } from './RecoveryCodeList.tsx';

interface FactorSetupProps {
  /** It takes the place of another. */
  hasFactor: boolean;
  doneLabel: string;
  onDone(): void;
}

/** Sets up a second factor: the password, the picture for the app, a code of the app, and then the recovery codes, once. */
export function FactorSetup({ hasFactor, doneLabel, onDone }: FactorSetupProps) {
  const starting = useSaving();
  const confirming = useSaving();
  const [proof, setProof] = useState(noProof(hasFactor));
  const [code, setCode] = useState('');
  const [started, setStarted] = useState<StartedFactor | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  async function start(event: FormEvent) {
    event.preventDefault();
    const answer = await starting.run('POST /me/second-factor', { body: givenProof(proof) });
    if (answer) setStarted(answer);
  }
  async function confirm(event: FormEvent) {
    event.preventDefault();
    const answer = await confirming.run('POST /me/second-factor/confirm', { body: { code } });
    if (answer) setCodes(answer.recoveryCodes);
  }

  if (codes !== null) return <RecoveryCodeList codes={codes} doneLabel={doneLabel} onDone={onDone} />;
  if (started === null)
    return (
      <form className="factor-step" onSubmit={start} noValidate>
        <ProofFields proof={proof} refusal={starting.refusal} onChange={setProof} />
        <Button type="submit" disabled={!isProof(proof)} loading={starting.state === 'saving'}>
          Continue
        </Button>
      </form>
    );
  return (
    <form className="factor-step" onSubmit={confirm} noValidate>
      <p>Scan this with an authenticator app, such as the one on your phone or in your password manager.</p>
      <QrCode text={started.uri} label="QR code for an authenticator app" />
      <p>
        Can’t scan it? Type this into the app: <code>{started.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <TextInput
        label="Six-digit code from the app"
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={10}
        value={code}
        error={confirming.refusal?.message}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" disabled={code.trim().length < 6} loading={confirming.state === 'saving'}>
        Turn on
      </Button>
    </form>
  );
}
