import type { Evidence } from '../../../src/contract/values.ts';
import { type FindEntry, quotesOf } from '../state/evidenceQuotes.ts';
import { useEvidence } from './EvidenceContext.tsx';

/** The words that a claim rests on; a click shows them in the talk. */
export function Quotes({
  evidence,
  find,
  most = 3,
}: {
  evidence: readonly Evidence[];
  find: FindEntry;
  most?: number;
}) {
  const { mark } = useEvidence();
  return [...quotesOf(evidence, find)].slice(0, most).map(([words, one]) => (
    <button key={words} type="button" className="quote" onClick={() => mark(one)} title="Show in the conversation">
      “{words}”
    </button>
  ));
}
