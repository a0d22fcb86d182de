import { PasswordInput, TextInput } from '@mantine/core';
import type { Refusal } from '../../connection/refusal.ts';

export interface Proof {
  password: string;
  /** Null for people without a second factor. */
  code: string | null;
}
export const noProof = (hasFactor: boolean): Proof => ({ password: '', code: hasFactor ? '' : null });
export const isProof = ({ password, code }: Proof): boolean => password !== '' && (code === null || code.trim() !== '');
/** As the hub takes it. */
export const givenProof = ({ password, code }: Proof) => ({ password, ...(code === null ? {} : { code }) });

interface ProofFieldsProps {
  proof: Proof;
  refusal: Refusal | null;
  onChange(proof: Proof): void;
}

/** Asks for one's own password and, where there is a second factor, for a code of it. */
export function ProofFields({ proof, refusal, onChange }: ProofFieldsProps) {
  const { code } = proof;
  const isOfCode = refusal?.field === 'code';
  return (
    <>
      <PasswordInput
        label="Your password"
        autoComplete="current-password"
        maxLength={256}
        value={proof.password}
        error={isOfCode ? undefined : refusal?.message}
        onChange={(event) => onChange({ ...proof, password: event.currentTarget.value })}
      />
      {code === null ? null : (
        <TextInput
          label="Code"
          description="From your authenticator app, or a recovery code. If you have neither, ask an admin to turn off your second factor."
          autoComplete="one-time-code"
          maxLength={40}
          value={code}
          error={isOfCode ? refusal.message : undefined}
          onChange={(event) => onChange({ ...proof, code: event.currentTarget.value })}
        />
      )}
    </>
  );
}
