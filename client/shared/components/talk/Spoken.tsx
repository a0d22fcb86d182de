import { memo } from 'react';
import type { Entry } from '../../../../src/contract/log/entry.ts';
import type { Evidence } from '../../../../src/contract/values.ts';
import { clockTime, exactTime } from '../../labels/times.ts';
import { Icon } from '../Icon.tsx';
import { Words } from './Words.tsx';

interface SpokenProps {
  entry: Entry<'call-segment'>;
  follows: boolean;
  me: string | null;
  leadName: string;
  marked: Evidence | null;
}

/** Words that were spoken on a call. */
export const Spoken = memo(function Spoken({ entry, follows, me, leadName, marked }: SpokenProps) {
  const isLead = entry.data.speaker === 'lead';
  const name = isLead ? leadName : entry.actor.id === me ? 'You' : (entry.actor.name ?? 'A colleague');
  return (
    <article
      className={`message ${isLead ? 'theirs' : 'ours'}${follows ? ' follows' : ''}`}
      data-entry={`${entry.log}#${entry.seq}`}
    >
      {follows ? null : (
        <header>
          <span className="speaker">
            <Icon name="phone" size={14} />
            <b>{name}</b>
          </span>
          <time dateTime={entry.at} title={exactTime(entry.at)}>
            {clockTime(entry.at)}
          </time>
        </header>
      )}
      <div className={`words ${isLead ? 'lead' : 'agent'}`} title={follows ? clockTime(entry.at) : undefined}>
        <Words text={entry.data.text} marked={marked} />
      </div>
    </article>
  );
});
