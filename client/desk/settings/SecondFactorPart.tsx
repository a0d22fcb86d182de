import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OwnAccount } from '../../../src/contract/rest/account.ts';
import { FactorSetup } from '../../shared/components/secondFactor/FactorSetup.tsx';
import { givenProof, isProof, noProof, ProofFields } from '../../shared/components/secondFactor/ProofFields.tsx';
import { RecoveryCodeList } from '../../shared/components/secondFactor/RecoveryCodeList.tsx';
import { useSaving } from '../../shared/components/useLoaded.ts';
import { shortTime } from '../../shared/labels/times.ts';

/** One's second factor: set up, new recovery codes, and off again. */
export function SecondFactorPart({ own, onChanged }: { own: OwnAccount; onChanged(): void }) {
  const { secondFactor: factor, secondFactorRequired: isRequired } = own;
  const [doing, setDoing] = useState<'nothing' | 'set-up' | 'codes' | 'off'>('nothing');
  const done = () => {
    setDoing('nothing');
    onChanged();
  };
  if (doing === 'set-up') return <FactorSetup hasFactor={factor !== undefined} doneLabel="Done" onDone={done} />;
  if (doing === 'codes' || doing === 'off') return <ByProof what={doing} onDone={done} />;
  return (
    <>
      <p className="settings-quiet">
        {factor
          ? `On since ${shortTime(factor.since)}. ${factor.recoveryCodesLeft} recovery ${factor.recoveryCodesLeft === 1 ? 'code' : 'codes'} left.`
          : 'A code from an app on your phone, in addition to your password.'}
        {isRequired ? ' Your brokerage requires it.' : ''}
      </p>
      <div className="settings-row">
        <Button variant="default" onClick={() => setDoing('set-up')}>
          {factor ? 'Use another phone' : 'Set up a second factor'}
        </Button>
        {factor ? (
          <Button variant="default" onClick={() => setDoing('codes')}>
            New recovery codes
          </Button>
        ) : null}
        {factor && !isRequired ? (
          <Button variant="default" color="red" onClick={() => setDoing('off')}>
            Turn off
          </Button>
        ) : null}
      </div>
    </>
  );
}

function ByProof({ what, onDone }: { what: 'codes' | 'off'; onDone(): void }) {
  const saving = useSaving();
  const [proof, setProof] = useState(noProof(true));
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  async function submit(event: FormEvent) {
    event.preventDefault();
    const body = givenProof(proof);
    if (what === 'off') {
      if (await saving.run('POST /me/second-factor/end', { body })) onDone();
      return;
    }
    const answer = await saving.run('POST /me/second-factor/recovery-codes', { body });
    if (answer) setCodes(answer.recoveryCodes);
  }
  if (codes !== null) return <RecoveryCodeList codes={codes} doneLabel="Done" onDone={onDone} />;
  return (
    <form className="settings-form" onSubmit={submit} noValidate>
      <ProofFields proof={proof} refusal={saving.refusal} onChange={setProof} />
      <div className="settings-row">
        <Button type="submit" variant="default" disabled={!isProof(proof)} loading={saving.state === 'saving'}>
          {what === 'off' ? 'Turn it off' : 'Create new codes'}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
