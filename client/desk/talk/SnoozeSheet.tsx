import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fieldTime, morningIn, untilTime } from '../../shared/labels/times.ts';

interface SnoozeSheetProps {
  opened: boolean;
  onClose(): void;
  /** Puts it aside until a time, as ISO 8601. */
  onUntil(until: string): void;
}

/** Puts the conversation aside until any day and time to come, and says when that is. */
export default function SnoozeSheet({ opened, onClose, onUntil }: SnoozeSheetProps) {
  const [field, setField] = useState(() => morningIn(7));
  const at = Date.parse(field);
  const isToCome = at > Date.now();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!isToCome) return;
    onUntil(new Date(at).toISOString());
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Snooze until" size="sm">
      <form className="hand-over" onSubmit={save}>
        <TextInput
          type="datetime-local"
          label="Day and time"
          description="It comes back then or as soon as they write"
          data-autofocus
          min={fieldTime(Date.now())}
          value={field}
          onChange={(event) => setField(event.currentTarget.value)}
          error={Number.isNaN(at) || isToCome ? undefined : 'Choose a future time.'}
        />
        <Button type="submit" disabled={!isToCome}>
          {isToCome ? `Snooze until ${untilTime(at)}` : 'Snooze'}
        </Button>
      </form>
    </Modal>
  );
}
