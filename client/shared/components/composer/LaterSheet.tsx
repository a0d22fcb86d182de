import { Button, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { fieldTime, morningIn, untilTime } from '../../labels/times.ts';

interface LaterSheetProps {
  text: string;
  onClose(): void;
  /** Has it sent at a time, as ISO 8601; whether that was taken. */
  onLater(text: string, at: string): Promise<boolean>;
}

const yearMs = 365 * 86_400_000;

/** Asks when to send a message. */
export default function LaterSheet({ text, onClose, onLater }: LaterSheetProps) {
  const [field, setField] = useState(() => morningIn(1));
  const [busy, setBusy] = useState(false);
  const at = Date.parse(field);
  const isToCome = at > Date.now() && at < Date.now() + yearMs;
  async function save(event: FormEvent) {
    event.preventDefault();
    // The form stands within the composer's.
    event.stopPropagation();
    if (!isToCome || busy) return;
    setBusy(true);
    const done = await onLater(text, new Date(at).toISOString());
    setBusy(false);
    if (done) onClose();
  }
  return (
    <Modal opened onClose={onClose} title="Send later" size="sm">
      <form className="hand-over" onSubmit={(event) => void save(event)}>
        <p className="later-words">{text}</p>
        <TextInput
          type="datetime-local"
          label="Day and time"
          description="It won’t be sent if they opt out or the conversation is closed first"
          data-autofocus
          min={fieldTime(Date.now())}
          value={field}
          onChange={(event) => setField(event.currentTarget.value)}
          error={Number.isNaN(at) || isToCome ? undefined : 'Choose a future time within a year.'}
        />
        <Button type="submit" disabled={!isToCome} loading={busy}>
          {isToCome ? `Schedule for ${untilTime(at)}` : 'Send later'}
        </Button>
      </form>
    </Modal>
  );
}
