import { useMemo } from 'react';
import type { Entry } from '../../../../src/contract/log/entry.ts';
import { pinnedNotes } from '../../state/talkLines.ts';
import { useEvidence } from '../EvidenceContext.tsx';

/** The team's pinned notes; a press shows where one stands in the talk. */
export function PinnedNotes({ team }: { team: readonly Entry[] }) {
  const { mark } = useEvidence();
  const notes = useMemo(() => pinnedNotes(team), [team]);
  if (notes.length === 0) return null;
  return (
    <section className="rail-section" aria-label="Pinned notes">
      <header>
        <h2>Pinned notes</h2>
      </header>
      {notes.map(({ entry, text }) => (
        <button
          key={entry.id}
          type="button"
          className="pinned-note"
          title={`Note by ${entry.actor.name ?? 'a colleague'}: show in the conversation`}
          onClick={() => mark({ log: entry.log, seq: entry.seq, start: 0, end: 0 })}
        >
          {text}
        </button>
      ))}
    </section>
  );
}
