import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { CallDirection } from '../../../src/contract/calls.ts';
import { useCommand } from '../../shared/components/Toast.tsx';
import { goTo } from '../route.ts';

interface StartCallProps {
  opened: boolean;
  onClose(): void;
}

/** A call that is made or taken on one's own phone: with its number, the person it belongs to is found. */
export default function StartCallSheet({ opened, onClose }: StartCallProps) {
  const run = useCommand();
  const [direction, setDirection] = useState<CallDirection>('outbound');
  const [number, setNumber] = useState('');
  const [busy, setBusy] = useState(false);
  const start = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const given = number.trim() === '' ? {} : { number: number.trim() };
    const started = await run('call-start', { direction, ...given });
    setBusy(false);
    if (started === null) return;
    onClose();
    setNumber('');
    goTo(started.conversationId);
  };
  return (
    <Modal opened={opened} onClose={onClose} title="Start a call" size="sm">
      <form className="hand-over" onSubmit={(event) => void start(event)}>
        <SegmentedControl
          fullWidth
          aria-label="Direction"
          value={direction}
          onChange={(next) => setDirection(next as CallDirection)}
          data={[
            { value: 'outbound', label: 'I’m calling' },
            { value: 'inbound', label: 'They’re calling' },
          ]}
        />
        <TextInput
          type="tel"
          label="Their number"
          description="Optional. With it, the hub finds who it is."
          placeholder="(512) 555-0100"
          data-autofocus
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <p className="sheet-note">Make the call on your own phone. The hub keeps time, notes, and what you agree to.</p>
        <Button type="submit" loading={busy}>
          Start
        </Button>
      </form>
    </Modal>
  );
}
