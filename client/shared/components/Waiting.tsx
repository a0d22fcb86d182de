import { exactTime, urgencyOf, waitWords } from '../labels/times.ts';
import { useWaitLimits } from './BrokerageContext.tsx';
import { Icon } from './Icon.tsx';
import { useClock } from './useNow.ts';

const minuteMs = 60_000;

/** How long someone has been waiting for a person. */
export function Waiting({ since }: { since: string }) {
  const startedAt = Date.parse(since);
  const waitMs = useClock((now) => {
    const ms = Math.max(0, now - startedAt);
    return ms - (ms % (ms < minuteMs ? 1000 : minuteMs));
  });
  const limits = useWaitLimits();
  const urgency = urgencyOf(waitMs, limits);
  const passed = urgency === 'late' ? limits.redMinutes : limits.amberMinutes;
  const meaning = urgency === 'calm' ? 'waiting' : `waiting for more than ${passed} min`;
  return (
    <span className={`waiting ${urgency}`} title={`${meaning}, since ${exactTime(since)}`}>
      <Icon name="clock" size={13} />
      <span>{waitWords(waitMs)}</span>
    </span>
  );
}
