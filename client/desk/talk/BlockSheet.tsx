import { Button, Modal, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { addressShown, blockedWhom } from '../../../src/contract/rest/blockedWhom.ts';
import type { BlockAnswer, BlockRequest } from '../../../src/contract/rest/blocks.ts';
import { settingsLimits } from '../../../src/contract/rest/settingsLimits.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useToast } from '../../shared/components/Toast.tsx';
import { useLoaded, useSaving } from '../../shared/components/useLoaded.ts';
import { blockedUntil } from '../../shared/labels/blocks.ts';

interface BlockSheetProps {
  conversationId: string;
  opened: boolean;
  onClose(): void;
}

/** Blocks the visitor of a conversation, or everybody at their network address. */
export default function BlockSheet({ conversationId, opened, onClose }: BlockSheetProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Block this visitor" size="sm">
      <BlockForm conversationId={conversationId} onClose={onClose} />
    </Modal>
  );
}

const lasts = [
  { value: '24', label: '24 hours' },
  { value: '720', label: '30 days' },
  { value: '', label: 'Until someone unblocks them' },
];

function BlockForm({ conversationId, onClose }: Omit<BlockSheetProps, 'opened'>) {
  const { user } = useSession();
  const toast = useToast();
  const { data, refusal, reload } = useLoaded('GET /conversations/:id/blocks', { params: { id: conversationId } });
  const saving = useSaving();
  const [wanted, setWanted] = useState<BlockAnswer['kind']>('visitor');
  const [hours, setHours] = useState('24');
  const [reason, setReason] = useState('');
  if (refusal)
    return (
      <div className="block-form">
        <p role="alert">{refusal.message}</p>
        <Button variant="default" onClick={reload}>
          Try again
        </Button>
      </div>
    );
  // The placeholder is as high as the content that will replace it.
  const { address, items } = data ?? { address: null, items: [] };
  const mayAddress = address !== null && user.role !== 'agent';
  const isBlocked = (kind: BlockAnswer['kind']) => items.some((block) => block.kind === kind);
  const choices = [
    { value: 'visitor', label: 'This visitor', disabled: isBlocked('visitor') },
    ...(mayAddress ? [{ value: 'address', label: 'Everyone at this IP address', disabled: isBlocked('address') }] : []),
  ];
  const open = choices.filter(({ disabled }) => !disabled);
  const kind = open.find(({ value }) => value === wanted)?.value ?? open[0]?.value;

  async function block(event: FormEvent) {
    event.preventDefault();
    if (saving.state === 'saving' || kind === undefined) return;
    const request = { conversationId, kind, reason: reason.trim(), hours: hours === '' ? null : Number(hours) };
    if (!(await saving.run('POST /blocks', { body: request as BlockRequest }))) return;
    toast('Blocked. They’ll see that this chat isn’t available to them.');
    onClose();
  }

  return (
    <form className="block-form" onSubmit={(event) => void block(event)}>
      {items.map((one) => (
        <p key={one.id} className="composer-warning">
          {one.by.name} blocked {blockedWhom(one)} {blockedUntil(one.until)}
          {one.reason === '' ? '' : `: ${one.reason}`}. {one.by.name}, a supervisor, or an admin can unblock them from
          the conversation’s menu.
        </p>
      ))}
      {kind === undefined ? null : (
        <>
          {choices.length > 1 ? (
            <SegmentedControl
              fullWidth
              aria-label="Block"
              data={choices}
              value={kind}
              onChange={(value) => setWanted(value as BlockAnswer['kind'])}
            />
          ) : null}
          {kind === 'visitor' ? (
            <p>
              They won’t be able to chat from this browser. If they clear its data, they can come back as a new visitor.
            </p>
          ) : (
            <p className="composer-warning" role="status">
              Everyone at this visitor’s IP address ({addressShown(address ?? '')}) will lose access to the chat. People
              in the same office or household, or on the same phone carrier, can share one, so keep the block short.
            </p>
          )}
          <NativeSelect
            label="Duration"
            data={lasts}
            value={hours}
            onChange={(event) => setHours(event.currentTarget.value)}
          />
          <TextInput
            label="Reason"
            description="Only your team sees this"
            placeholder="Advertising, insults, hacking attempts"
            maxLength={settingsLimits.blockReasonChars}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {saving.refusal ? <p role="alert">{saving.refusal.message}</p> : null}
          <Button
            type="submit"
            color="red"
            disabled={reason.trim() === '' || data === null}
            loading={saving.state === 'saving'}
          >
            Block
          </Button>
        </>
      )}
    </form>
  );
}
