import { memo } from 'react';
import type { Entry } from '../../../../src/contract/log/entry.ts';
import type { Evidence } from '../../../../src/contract/values.ts';
import { clockTime, exactTime } from '../../labels/times.ts';
import { Icon } from '../Icon.tsx';
import { Files } from './Files.tsx';
import { ShowNumbers } from './ShowNumbers.tsx';
import { Sources } from './Sources.tsx';
import { Translation } from './Translation.tsx';
import { Words } from './Words.tsx';

type SpeakerKind = Entry['actor']['kind'];
const isOurs = (kind: SpeakerKind): boolean => kind !== 'visitor' && kind !== 'lead';

export function Speaker({ kind, name }: { kind: SpeakerKind; name: string }) {
  return (
    <span className="speaker">
      <Icon name={kind === 'bot' ? 'bot' : 'person'} size={14} />
      <b>{name}</b>
      {kind === 'bot' ? <span className="speaker-role">AI</span> : null}
      {kind === 'supervisor' ? <span className="speaker-role">Supervisor</span> : null}
    </span>
  );
}

function speakerName(entry: Entry, me: string | null, leadName: string): string {
  if (entry.actor.id === me) return 'You';
  if (!isOurs(entry.actor.kind)) return entry.actor.name ?? leadName;
  return entry.actor.name ?? (entry.actor.kind === 'bot' ? 'Jorge' : 'A colleague');
}

interface MessageProps {
  entry: Entry<'message-created'>;
  follows: boolean;
  retracted: string | null;
  me: string | null;
  leadName: string;
  marked: Evidence | null;
  /** Reports that Jorge misunderstood the message; absent where it cannot be reported. */
  onMisread?: ((seq: number) => void) | undefined;
}

export const Message = memo(function Message(props: MessageProps) {
  const { entry, follows, retracted, me, leadName, marked, onMisread } = props;
  const { text, choices, channel, attachments, sources } = entry.data;
  const side = isOurs(entry.actor.kind) ? 'ours' : 'theirs';
  return (
    <article className={`message ${side}${follows ? ' follows' : ''}`} data-entry={`${entry.log}#${entry.seq}`}>
      {follows ? null : (
        <header>
          <Speaker kind={entry.actor.kind} name={speakerName(entry, me, leadName)} />
          {channel === 'widget' ? null : <span className="speaker-role">{channel}</span>}
          <time dateTime={entry.at} title={exactTime(entry.at)}>
            {clockTime(entry.at)}
          </time>
        </header>
      )}
      {attachments && !retracted ? <Files files={attachments} /> : null}
      {text === '' && attachments && !retracted ? null : (
        <div className={`words ${entry.actor.kind}`} title={follows ? clockTime(entry.at) : undefined}>
          {retracted ? <s>{text}</s> : <Words text={text} marked={marked} />}
        </div>
      )}
      {sources && !retracted ? <Sources sources={sources} /> : null}
      {retracted || text === '' ? null : <Translation seq={entry.seq} />}
      {onMisread && entry.actor.kind === 'bot' && !retracted ? (
        <button type="button" className="message-misread" onClick={() => onMisread(entry.seq)}>
          Jorge got this wrong
        </button>
      ) : null}
      {entry.data.masked && !retracted ? <ShowNumbers entry={entry} /> : null}
      {retracted ? <p className="under-message">Removed: {retracted}</p> : null}
      {choices?.length ? <p className="under-message">Offered: {choices.map((one) => one.label).join(' · ')}</p> : null}
    </article>
  );
});
