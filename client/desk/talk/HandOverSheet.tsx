import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useBoard } from '../../shared/components/BoardContext.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useCommand } from '../../shared/components/Toast.tsx';
import { useLive } from '../../shared/components/useLive.ts';
import { botLabels } from '../../shared/labels/names.ts';

interface HandOverSheetProps {
  conversationId: string;
  /** The bot that has it now. */
  bot: string | undefined;
  ownerId: string | null;
  opened: boolean;
  onClose(): void;
}

/** Hands the conversation to a colleague who is here, or to the bot that fits better, with the reason for the team's log. */
export default function HandOverSheet({ conversationId, bot, ownerId, opened, onClose }: HandOverSheetProps) {
  const { user } = useSession();
  const run = useCommand();
  const people = useLive(useBoard(), (state) => state.people);
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const colleagues = [...people.values()].filter(
    (one) => one.id !== user.id && one.id !== ownerId && one.status !== 'offline',
  );
  const colleagueName = (name: string, status: string | null) => (status === 'away' ? `${name} (on a break)` : name);

  async function handOver(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const done = await run('handoff-request', { conversationId, to, reason: reason.trim() });
    setBusy(false);
    if (!done) return;
    setReason('');
    onClose();
  }

  return (
    <Modal opened={opened} onClose={onClose} title="Hand over" size="sm">
      <form className="hand-over" onSubmit={(event) => void handOver(event)}>
        <NativeSelect
          label="To"
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          data={[
            { value: '', label: 'Choose who takes over', disabled: true },
            {
              group: colleagues.length > 0 ? 'Online colleagues' : 'No colleagues online',
              items: colleagues.map(({ id, name, status }) => ({ value: id, label: colleagueName(name, status) })),
            },
            {
              group: 'Jorge',
              items: Object.entries(botLabels)
                .filter(([name]) => name !== bot)
                .map(([value, label]) => ({ value, label })),
            },
          ]}
        />
        <TextInput
          label="Reason"
          description="Only your team sees this"
          placeholder="Speaks Spanish, wants to sell first"
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" disabled={to === '' || reason.trim() === ''} loading={busy}>
          Hand over
        </Button>
      </form>
    </Modal>
  );
}
