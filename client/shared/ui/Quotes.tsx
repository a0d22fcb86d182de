import type { Evidence } from '../../../src/contract/values.ts';
import { type FindEntry, wordsOf } from '../state/evidenceWords.ts';
import { useEvidence } from './EvidenceContext.tsx';

/** The words a claim stands on; a click shows them in the talk. */
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
  const quotes = new Map<string, Evidence>();
  for (const one of evidence) {
    const words = wordsOf(one, find);
    if (words && !quotes.has(words)) quotes.set(words, one);
  }
  return [...quotes].slice(0, most).map(([words, one]) => (
    <button key={words} type="button" className="quote" onClick={() => mark(one)} title="Show in the talk">
      “{words}”
    </button>
  ));
}
