import { Icon } from './Icon.tsx';
import { useClock } from './now.ts';
import { exactTime, urgencyOf, waitWords } from './times.ts';

const minuteMs = 60_000;
const meaning = { calm: 'waiting', soon: 'waiting for more than 2 minutes', late: 'waiting for more than 5 minutes' };

/** How long someone has been waiting for a person. */
export function Waiting({ since }: { since: string }) {
  const startedAt = Date.parse(since);
  const waitMs = useClock((now) => {
    const ms = Math.max(0, now - startedAt);
    return ms - (ms % (ms < minuteMs ? 1000 : minuteMs));
  });
  const urgency = urgencyOf(waitMs);
  return (
    <span className={`waiting ${urgency}`} title={`${meaning[urgency]}, since ${exactTime(since)}`}>
      <Icon name="clock" size={13} />
      <span>{waitWords(waitMs)}</span>
    </span>
  );
}
