import type { Attachment } from '../../../../src/contract/files.ts';
import type { OutboxItem } from '../../connection/outbox.ts';
import { Icon } from '../Icon.tsx';
import { Files } from './Files.tsx';

const stateWords = { waiting: 'Waiting for a connection', sending: 'Sending…', sent: 'Sent', failed: 'Not sent' };

const slowedWords = 'You’re sending messages quickly. This one will go out in a moment.';

/** A message of mine that the log does not have yet; the message itself says what became of it. */
export function Unsent(props: {
  item: OutboxItem<{ text: string; attachments?: Attachment[] }>;
  onRetry(commandId: string): void;
  onDiscard(commandId: string): void;
}) {
  const { item } = props;
  return (
    <article className={`message ours unsent ${item.state}`}>
      {item.payload.attachments ? <Files files={item.payload.attachments} /> : null}
      {item.payload.text === '' ? null : <div className="words agent">{item.payload.text}</div>}
      <p className="under-message" role={item.state === 'failed' ? 'alert' : undefined}>
        <Icon name={item.state === 'failed' ? 'warn' : 'clock'} size={12} />{' '}
        {item.state === 'waiting' && item.refusal ? slowedWords : stateWords[item.state]}
        {item.state === 'failed' ? (
          <>
            {item.refusal ? `: ${item.refusal.message} ` : ' '}
            <button type="button" className="link" onClick={() => props.onRetry(item.commandId)}>
              Retry
            </button>{' '}
            <button type="button" className="link" onClick={() => props.onDiscard(item.commandId)}>
              Discard
            </button>
          </>
        ) : null}
      </p>
    </article>
  );
}
