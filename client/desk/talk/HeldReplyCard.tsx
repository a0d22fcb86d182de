import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../shared/components/Icon.tsx';
import type { HeldReply } from '../../shared/state/heldReply.ts';

/**
 * A reply of Jorge's that needs a person's approval: to be sent as it is, or changed first. Sending takes the conversation over
 * (`takesOver`).
 */
export function HeldReplyCard({
  held,
  takesOver,
  onSend,
  onEdit,
}: {
  held: HeldReply;
  takesOver: boolean;
  /** Returns false when the message could not be taken. */
  onSend(text: string): boolean;
  onEdit(text: string): void;
}) {
  const { id, text, question, homes } = held;
  // Sent, and not yet in the log: pressed again it would reach the visitor twice.
  const [sentId, setSentId] = useState<string | null>(null);
  if (sentId === id) return null;
  return (
    <section className="now held" aria-label="Reply on hold">
      <header>
        <Icon name="lock" size={14} />
        <b>{takesOver ? 'Jorge is waiting for your review' : 'Jorge had this ready'}</b>
        <span className="only-team">Only your team sees this</span>
      </header>
      {text === '' ? null : <p className="now-say">“{text}”</p>}
      {question === null ? null : <p className="now-reply">This one is yours to answer: “{question}”</p>}
      {homes ? <p className="now-reply">Jorge would also have shown homes. Those won’t be sent.</p> : null}
      <div className="now-foot">
        <p className="now-why">{takesOver ? 'Sending it takes over the conversation.' : ''}</p>
        <div className="now-buttons">
          {question === null ? (
            <Button size="compact-sm" onClick={() => onSend(text) && setSentId(id)}>
              Send
            </Button>
          ) : null}
          <Button size="compact-sm" variant="default" disabled={text === ''} onClick={() => onEdit(text)}>
            Edit
          </Button>
        </div>
      </div>
    </section>
  );
}
