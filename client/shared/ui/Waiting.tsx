import { Icon } from './Icon.tsx';
import { useNow } from './now.ts';
import { exactTime, urgencyOf, waitWords } from './times.ts';

const meaning = { calm: 'waiting', soon: 'waiting for more than 2 minutes', late: 'waiting for more than 5 minutes' };

/** How long someone has been waiting for a person. */
export function Waiting({ since }: { since: string }) {
  const waitMs = Math.max(0, useNow(1000) - Date.parse(since));
  const urgency = urgencyOf(waitMs);
  return (
    <span className={`waiting ${urgency}`} title={`${meaning[urgency]}, since ${exactTime(since)}`}>
      <Icon name="clock" size={13} />
      <span>{waitWords(waitMs)}</span>
    </span>
  );
}
