import { memo } from 'react';
import type { Entry } from '../../../../src/contract/entries.ts';
import type { Evidence } from '../../../../src/contract/values.ts';
import { Icon } from '../Icon.tsx';
import { clockTime, exactTime } from '../times.ts';

/** A note or a whisper: always open, on the team's own ground. */
export const TeamWords = memo(function TeamWords(props: {
  entry: Entry<'note-created' | 'whisper-created'>;
  me: string | null;
  marked: Evidence | null;
}) {
  const { entry, me } = props;
  const isWhisper = entry.type === 'whisper-created';
  const by = entry.actor.id === me ? 'You' : (entry.actor.name ?? 'A colleague');
  const title = isWhisper
    ? `${by} whispered to ${entry.data.to === 'bot' ? 'Jorge' : 'the agent'}`
    : `Note by ${by === 'You' ? 'you' : by}`;
  return (
    <section
      className={`team-words ${isWhisper ? 'whisper' : 'note'}${props.marked ? ' marked' : ''}`}
      data-entry={`${entry.log}#${entry.seq}`}
    >
      <header>
        <Icon name={isWhisper ? 'whisper' : 'lock'} size={14} />
        <b>{title}</b>
        <span className="only-team">Only your team sees this</span>
        <time dateTime={entry.at} title={exactTime(entry.at)}>
          {clockTime(entry.at)}
        </time>
      </header>
      <p>{entry.data.text}</p>
      {isWhisper && entry.data.expiresAt ? (
        <p className="under-message" title={exactTime(entry.data.expiresAt)}>
          Until {clockTime(entry.data.expiresAt)}
        </p>
      ) : null}
    </section>
  );
});
