import './secondFactor.css';
import { Button } from '@mantine/core';
import { useState } from 'react';

interface ListProps {
  codes: readonly string[];
  doneLabel: string;
  onDone(): void;
}

/** The recovery codes, shown this once. */
export function RecoveryCodeList({ codes, doneLabel, onDone }: ListProps) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    (navigator.clipboard?.writeText(codes.join('\n')) ?? Promise.reject(new Error('no clipboard'))).then(
      () => setCopied(true),
      // They can be written down all the same.
      () => undefined,
    );
  return (
    <div className="factor-step" role="status">
      <strong>Save these recovery codes</strong>
      <p>Each code signs you in once if you don’t have your phone. They’re shown only once.</p>
      <ul className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="settings-row">
        <Button onClick={onDone}>{doneLabel}</Button>
        <Button variant="default" onClick={() => void copy()}>
          {copied ? 'Copied' : 'Copy all'}
        </Button>
      </div>
    </div>
  );
}
