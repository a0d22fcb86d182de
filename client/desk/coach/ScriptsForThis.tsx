import { useState } from 'react';
import { ScriptsDialog } from '../scripts/ScriptsDialog.tsx';
import { scriptObjectionOf } from '../scripts/scriptObjectionOf.ts';

interface ScriptsForThisProps {
  leadId: string;
  /** The objection that the suggestion names; nothing is drawn if no script answers it. */
  objection: string | undefined;
  onInsert?: ((text: string) => void) | undefined;
}

/** Beside a suggestion that meets an objection: the scripts that answer it. They stay open while the suggestion goes. */
export function ScriptsForThis({ leadId, objection, onInsert }: ScriptsForThisProps) {
  const named = objection === undefined ? null : scriptObjectionOf(objection);
  const [asked, setAsked] = useState<NonNullable<typeof named> | null>(null);
  return (
    <>
      {named === null ? null : (
        <button type="button" className="link" onClick={() => setAsked(named)}>
          Scripts for this
        </button>
      )}
      {asked === null ? null : (
        <ScriptsDialog leadId={leadId} opened onClose={() => setAsked(null)} objection={asked} onInsert={onInsert} />
      )}
    </>
  );
}
