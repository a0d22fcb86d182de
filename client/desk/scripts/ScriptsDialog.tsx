import { Modal } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ScriptObjection } from '../../../src/contract/scriptKinds.ts';

const Scripts = lazy(() => import('./Scripts.tsx'));

export interface ScriptsDialogProps {
  leadId: string;
  opened: boolean;
  onClose(): void;
  /** Begins with the scripts that answer it. */
  objection?: ScriptObjection | undefined;
  /** Puts the words into the reply box of the open conversation; absent without one. */
  onInsert?: ((text: string) => void) | undefined;
}

/** The scripts for a lead, over the page. */
export function ScriptsDialog({ leadId, opened, onClose, objection, onInsert }: ScriptsDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Write a script" size="lg">
      <Suspense>
        <Scripts
          leadId={leadId}
          {...(objection === undefined ? {} : { objection })}
          {...(onInsert === undefined
            ? {}
            : {
                onInsert: (text) => {
                  onClose();
                  onInsert(text);
                },
              })}
        />
      </Suspense>
    </Modal>
  );
}
