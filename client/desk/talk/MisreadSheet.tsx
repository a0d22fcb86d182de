import { Modal } from '@mantine/core';
import { lazy, Suspense } from 'react';

const MisreadForm = lazy(() => import('./MisreadForm.tsx'));

interface MisreadSheetProps {
  conversationId: string;
  opened: boolean;
  /** The message it was opened from. */
  seq?: number | null;
  onClose(): void;
}

/** Reports a message that Jorge misunderstood to those who teach him, with what it should have been. */
export function MisreadSheet({ conversationId, opened, seq = null, onClose }: MisreadSheetProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Jorge got this wrong" size="sm">
      <Suspense>
        <MisreadForm key={seq} conversationId={conversationId} seq={seq} onClose={onClose} />
      </Suspense>
    </Modal>
  );
}
