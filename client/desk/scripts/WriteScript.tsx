import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../shared/components/Icon.tsx';
import { ScriptsDialog } from './ScriptsDialog.tsx';

/** Opens the scripts for this lead. */
export function WriteScript({ leadId, onInsert }: { leadId: string; onInsert?: (text: string) => void }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" leftSection={<Icon name="edit" size={14} />} onClick={() => setOpened(true)}>
        Write a script
      </Button>
      <ScriptsDialog leadId={leadId} opened={opened} onClose={() => setOpened(false)} onInsert={onInsert} />
    </>
  );
}
