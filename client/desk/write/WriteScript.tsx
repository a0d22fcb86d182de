import { Button, Modal } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '../../shared/components/Icon.tsx';

const Scripts = lazy(() => import('./Scripts.tsx'));

/** In the rail: opens the scripts for this lead. */
export function WriteScript({ leadId, onInsert }: { leadId: string; onInsert?: (text: string) => void }) {
  const [opened, setOpened] = useState(false);
  return (
    <section className="rail-section">
      <Button size="xs" variant="default" leftSection={<Icon name="edit" size={14} />} onClick={() => setOpened(true)}>
        Write a script
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title="Write a script" size="lg">
        <Suspense>
          <Scripts
            leadId={leadId}
            {...(onInsert === undefined
              ? {}
              : {
                  onInsert: (text) => {
                    setOpened(false);
                    onInsert(text);
                  },
                })}
          />
        </Suspense>
      </Modal>
    </section>
  );
}
