import { Button, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { type FocusEvent, useEffect, useState } from 'react';
import { Icon } from '../shared/ui/Icon.tsx';
import { useNow } from '../shared/ui/now.ts';
import { useCommand } from '../shared/ui/Tell.tsx';
import { exactTime, waitWords } from '../shared/ui/times.ts';
import { reasonName } from '../shared/ui/words.ts';
import { holdAlerts, type WallAlert } from './alertList.ts';

interface AlertsProps {
  alerts: readonly WallAlert[];
  onOpen(conversationId: string): void;
}

const inStrip = 3;

/**
 * What needs a supervisor, in one strip that is always as high: the cards below never move for it. While the pointer or the
 * focus is on it nothing moves in it either.
 */
export function Alerts({ alerts, onOpen }: AlertsProps) {
  const run = useCommand();
  const [held, setHeld] = useState<readonly WallAlert[] | null>(null);
  const [all, setAll] = useState(false);
  const [mine, setMine] = useState<ReadonlySet<string>>(new Set());
  const list = held ? holdAlerts(held, alerts) : alerts.map((alert) => ({ ...alert, gone: false }));
  const fresh = held ? alerts.filter(({ alertId }) => !held.some((one) => one.alertId === alertId)).length : 0;
  const many = alerts.length > inStrip;
  useEffect(() => {
    if (!many) setAll(false);
  }, [many]);

  const hold = () => setHeld((now) => now ?? alerts);
  const letGo = () => setHeld(null);
  const onBlur = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) letGo();
  };
  async function answer({ alertId, conversationId }: WallAlert) {
    onOpen(conversationId);
    setMine((before) => new Set(before).add(alertId));
    if ((await run('alert-answer', { alertId })) !== null) return;
    setMine((before) => new Set([...before].filter((one) => one !== alertId)));
  }

  return (
    <section
      className={`alerts${list.length > 0 ? ' some' : ''}${all ? ' all' : ''}`}
      aria-label="Needs someone"
      onPointerEnter={hold}
      onPointerLeave={letGo}
      onFocus={hold}
      onBlur={onBlur}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !all) return;
        event.preventDefault();
        setAll(false);
      }}
    >
      <VisuallyHidden role="status">
        {alerts.length === 0 ? '' : alerts.length === 1 ? '1 alert' : `${alerts.length} alerts`}
      </VisuallyHidden>
      {list.length === 0 ? (
        <p>Nothing needs you now.</p>
      ) : (
        <ul>
          {(all ? list : list.slice(0, inStrip)).map((alert) => (
            <li key={alert.alertId} className={alert.gone || mine.has(alert.alertId) ? 'gone' : ''}>
              <Icon name="warn" size={15} />
              <span className="alert-words">
                <b className="clip">{alert.who}</b>
                <span className="clip" title={reasonName(alert.reason)}>
                  {reasonName(alert.reason)}
                </span>
              </span>
              <Age at={alert.at} />
              {alert.gone || mine.has(alert.alertId) ? (
                <span className="alert-done">{mine.has(alert.alertId) ? 'You see to it' : 'Seen to'}</span>
              ) : (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`See to it: ${alert.who}, ${reasonName(alert.reason)}`}
                  onClick={() => void answer(alert)}
                >
                  See to it
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {many || all ? (
        <UnstyledButton className="alerts-more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `All ${alerts.length}`}
        </UnstyledButton>
      ) : null}
      {fresh > 0 ? <span className="alerts-fresh">{fresh} new</span> : null}
    </section>
  );
}

function Age({ at }: { at: string }) {
  const now = useNow(1_000);
  return (
    <time className="alert-age" dateTime={at} title={exactTime(at)}>
      {waitWords(now - Date.parse(at))}
    </time>
  );
}
