import { memo } from 'react';
import type { Entry } from '../../../../src/contract/entries.ts';
import type { Evidence } from '../../../../src/contract/values.ts';
import { Icon } from '../Icon.tsx';
import { clockTime, exactTime } from '../times.ts';
import { ShowNumbers } from './ShowNumbers.tsx';

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

/** The text with the words in question marked. */
function Marked({ text, start, end }: { text: string; start: number; end: number }) {
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </>
  );
}

interface MessageProps {
  entry: Entry<'message-created'>;
  follows: boolean;
  retracted: string | null;
  me: string | null;
  leadName: string;
  marked: Evidence | null;
  /** Says that Jorge got it wrong in this message; left out where nobody can be told. */
  onMisread?: ((seq: number) => void) | undefined;
}

export const Message = memo(function Message(props: MessageProps) {
  const { entry, follows, retracted, me, leadName, marked, onMisread } = props;
  const { text, choices, channel } = entry.data;
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
      <div className={`words ${entry.actor.kind}`} title={follows ? clockTime(entry.at) : undefined}>
        {retracted ? <s>{text}</s> : marked ? <Marked text={text} start={marked.start} end={marked.end} /> : text}
      </div>
      {onMisread && entry.actor.kind === 'bot' && !retracted ? (
        <button type="button" className="message-misread" onClick={() => onMisread(entry.seq)}>
          Jorge got this wrong
        </button>
      ) : null}
      {entry.data.masked && !retracted ? <ShowNumbers entry={entry} /> : null}
      {retracted ? <p className="under-message">Taken back: {retracted}</p> : null}
      {choices?.length ? <p className="under-message">Offered: {choices.map((one) => one.label).join(' · ')}</p> : null}
    </article>
  );
});
