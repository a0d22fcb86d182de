import { Icon } from '../../shared/components/Icon.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useCommand } from '../../shared/components/Toast.tsx';
import { exactTime, untilTime } from '../../shared/labels/times.ts';
import type { ScheduledMessage } from '../../shared/state/scheduledOf.ts';

interface ScheduledProps {
  conversationId: string;
  message: ScheduledMessage;
  /** Gives the words back to be written on, once they wait no longer. */
  onEdit(text: string): void;
}

/** A message that waits to be sent, with its author and time; it can be changed or called off until then. */
export function Scheduled({ conversationId, message, onEdit }: ScheduledProps) {
  const { user } = useSession();
  const run = useCommand();
  const { scheduledId, text, at, by } = message;
  const isMine = by.id === user.id;
  const cancel = () => run('message-unschedule', { conversationId, scheduledId });
  return (
    <article className="message ours unsent waiting">
      <div className="words agent">{text}</div>
      <p className="under-message">
        <Icon name="clock" size={12} />{' '}
        <time dateTime={at} title={exactTime(at)}>
          {isMine ? 'Scheduled for' : `From ${by.name ?? 'a colleague'}, scheduled for`} {untilTime(at)}
        </time>{' '}
        {isMine ? (
          <button type="button" className="link" onClick={() => void cancel().then((done) => done && onEdit(text))}>
            Edit
          </button>
        ) : null}{' '}
        {isMine || user.role !== 'agent' ? (
          <button type="button" className="link" onClick={() => void cancel()}>
            Cancel
          </button>
        ) : null}
      </p>
    </article>
  );
}
