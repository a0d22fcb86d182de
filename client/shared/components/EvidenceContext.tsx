import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Evidence } from '../../../src/contract/values.ts';

interface EvidenceFocus {
  /** The words to show in the talk. A new object each time, so that the same words can be asked for again. */
  marked: Evidence | null;
  mark(evidence: Evidence | null): void;
}

const EvidenceContext = createContext<EvidenceFocus>({ marked: null, mark: () => undefined });

/** Lets any claim on the page lead to the words it stands on. */
export function EvidenceProvider({ children }: { children: ReactNode }) {
  const [marked, setMarked] = useState<Evidence | null>(null);
  const value = useMemo(() => ({ marked, mark: (one: Evidence | null) => setMarked(one && { ...one }) }), [marked]);
  return <EvidenceContext value={value}>{children}</EvidenceContext>;
}

/** For pages without a talk beside the claims: `open` goes to the words. */
export function EvidenceLinks({ open, children }: { open(evidence: Evidence): void; children: ReactNode }) {
  const value = useMemo(() => ({ marked: null, mark: (one: Evidence | null) => one && open(one) }), [open]);
  return <EvidenceContext value={value}>{children}</EvidenceContext>;
}

export const useEvidence = (): EvidenceFocus => useContext(EvidenceContext);
